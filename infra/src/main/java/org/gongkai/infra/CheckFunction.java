package org.gongkai.infra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnParameterProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnParametersCodeProps;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.assets.AssetOptions;
import software.constructs.Construct;

/** The function with its role: it may read the inbox, read and write results, and write its log. */
final class CheckFunction extends Construct {

  private final FunctionOptions options;
  private final Code code;
  private final LogGroup log;
  private final Role role;
  private final Policy access;
  private final Function function;

  CheckFunction(Construct scope, Options all, DeadLetters deadLetters) {
    super(scope, "Checker");
    this.options = all.function();
    this.code = makeCode();
    this.log =
        LogGroup.Builder.create(this, "Log")
            .retention(RetentionDays.INFINITE)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    if (options.logRetentionDays() > 0) {
      DefaultChild.of(log, CfnLogGroup.class).setRetentionInDays(options.logRetentionDays());
    }
    this.role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("Reads reports, writes results")
            .build();
    log.grantWrite(role);
    // Not the role's default policy: the function must not depend on it, as a bucket that calls the
    // function is created after it and named in the policy.
    this.access = Policy.Builder.create(this, "Access").roles(List.of(role)).build();
    Function.Builder builder =
        Function.Builder.create(this, "Function")
            .description("Checks disclosure annual reports and writes results and badges")
            .code(code)
            .runtime(options.runtime())
            .handler(options.packaging().handler())
            .architecture(options.machine().architecture())
            .memorySize(options.memory())
            .timeout(Duration.seconds(options.timeout()))
            .role(role)
            .logGroup(log)
            .environment(new HashMap<>(options.environment()))
            .tracing(options.tracing() ? Tracing.ACTIVE : Tracing.DISABLED)
            .deadLetterQueue(deadLetters.queue())
            .onFailure(new SqsDestination(deadLetters.records()))
            .maxEventAge(Duration.hours(6))
            .retryAttempts(2);
    options.rules().ifPresent(object -> mayRead("Rules", object));
    options.waivers().ifPresent(object -> mayRead("Waivers", object));
    options.bodies().ifPresent(object -> mayRead("Bodies", object));
    options.reservedConcurrency().ifPresent(builder::reservedConcurrentExecutions);
    this.function = builder.build();
    if (all.publication().how() == PublicOptions.How.CLOUDFRONT) {
      function.addEnvironment("GONGKAI_PENDING_BADGE", "true");
    }
    if (options.tracing()) {
      Nag.acceptWildcard(role, "X-Ray's actions know no resources.", "\\*");
    }
    if (options.jdkIsOlder()) {
      Nag.accept(
          function,
          "AwsSolutions-L1",
          "Asked for by the operator (runtime=java21), for regions without java25.");
    }
  }

  private Code makeCode() {
    if (options.codeFrom() == FunctionOptions.CodeFrom.ASSET) {
      return Code.fromAsset(options.zip().toString(), AssetOptions.builder().build());
    }
    return Code.fromCfnParameters(
        CfnParametersCodeProps.builder()
            .bucketNameParam(
                parameter(
                    "CodeBucket", "The bucket, in this region, that the function's zip lies in"))
            .objectKeyParam(
                parameter(
                    "CodeKey",
                    "The zip's key; a new key for each release is what updates the function"))
            .build());
  }

  private CfnParameter parameter(String name, String description) {
    return new CfnParameter(
        Stack.of(this),
        name,
        CfnParameterProps.builder().type("String").minLength(1).description(description).build());
  }

  void mayReadFrom(Inbox inbox) {
    allow(List.of("s3:GetObject", "s3:GetObjectVersion"), inbox.objects());
    Nag.acceptWildcard(
        access,
        "Every report in the inbox, and only to read.",
        ".+/" + Nag.quote(inbox.prefix()) + "\\*");
    // Without it S3 answers 403 for a missing object, as for a missing permission.
    allow(List.of("s3:ListBucket"), inbox.bucket().getBucketArn());
  }

  void mayWriteTo(Results results) {
    allow(List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"), results.objects());
    Nag.acceptWildcard(
        access,
        "Every result, under the results prefix only.",
        ".+/" + Nag.quote(results.prefix()) + "\\*");
    if (options.tags()) {
      allow(List.of("s3:PutObjectTagging"), results.objects());
    }
    allow(List.of("s3:ListBucket"), results.bucket().getBucketArn());
    function.addEnvironment("GONGKAI_RESULTS_PREFIX", results.prefix());
    function.addEnvironment(
        "GONGKAI_RESULTS_BUCKET", results.sharesTheInbox() ? "" : results.bucket().getBucketName());
  }

  /**
   * Lets the function put its own event on a bus.
   *
   * @param name the name or ARN that the function uses for the bus
   */
  void mayPutEvents(IEventBus bus, String name) {
    access.addStatements(
        PolicyStatement.Builder.create()
            .actions(List.of("events:PutEvents"))
            .resources(List.of(bus.getEventBusArn()))
            .conditions(
                Map.of(
                    "StringEquals",
                    // Sorted, so that the template is stable.
                    new TreeMap<>(
                        Map.of(
                            "events:source", VerdictEvents.SOURCE,
                            "events:detail-type", VerdictEvents.DETAIL_TYPE))))
            .build());
    function.addEnvironment("GONGKAI_EVENT_BUS", name);
  }

  private void mayRead(String what, S3Object object) {
    allow(
        List.of("s3:GetObject"),
        Bucket.fromBucketName(this, what, object.bucket()).arnForObjects(object.key()));
  }

  private void allow(List<String> actions, String resource) {
    access.addStatements(Permissions.statement(actions, resource));
  }

  /** Lets the roles of another account call the function, as far as that account allows it. */
  void mayBeCalledBy(String account) {
    function.addPermission(
        "Account" + account,
        Permission.builder()
            .principal(new AccountPrincipal(account))
            .action("lambda:InvokeFunction")
            .build());
  }

  /** The function's code, for another function. */
  Code code() {
    return code;
  }

  FunctionOptions options() {
    return options;
  }

  Function function() {
    return function;
  }

  Role role() {
    return role;
  }

  LogGroup log() {
    return log;
  }
}
