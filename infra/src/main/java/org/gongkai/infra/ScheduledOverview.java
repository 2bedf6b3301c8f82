package org.gongkai.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.scheduler.CronOptionsWithTimezone;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.targets.StepFunctionsStartExecution;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Makes the overview over all results every night, beside them: a schedule starts a state machine,
 * which calls the same code as a function of its own, with more memory and time, until it is
 * complete.
 */
final class ScheduledOverview extends Construct {

  /** One whole processor and some; the overview is written by one thread. */
  private static final int MEMORY = 2048;

  private final Role role;
  private final StateMachine machine;

  ScheduledOverview(Construct scope, Options options, Results results, Checker checker) {
    super(scope, "ScheduledOverview");
    FunctionOptions how = options.function();
    LogGroup log = log("Log");
    this.role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("Reads results, writes the overview beside them")
            .build();
    log.grantWrite(role);
    allow(
        role,
        List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"),
        results.objects());
    allow(role, List.of("s3:ListBucket"), results.bucket().getBucketArn());
    how.rules().ifPresent(object -> mayRead("Rules", object));
    how.bodies().ifPresent(object -> mayRead("Bodies", object));
    Nag.acceptWildcard(
        role,
        "Every result, under the results prefix only.",
        ".+/" + Nag.quote(results.prefix()) + "\\*");
    Map<String, String> environment = new HashMap<>(how.environment());
    environment.remove("GONGKAI_WAIVERS");
    environment.put("GONGKAI_RESULTS_PREFIX", results.prefix());
    environment.put(
        "GONGKAI_RESULTS_BUCKET", results.sharesTheInbox() ? "" : results.bucket().getBucketName());
    Function function =
        Function.Builder.create(this, "Function")
            .description("Makes the overview over all results")
            .code(checker.code())
            .runtime(how.runtime())
            .handler(how.packaging().handler())
            .architecture(how.machine().architecture())
            .memorySize(MEMORY)
            .timeout(Duration.minutes(15))
            .role(role)
            .logGroup(log)
            .environment(environment)
            .tracing(how.tracing() ? Tracing.ACTIVE : Tracing.DISABLED)
            .build();
    if (how.tracing()) {
      Nag.acceptWildcard(role, "X-Ray's actions know no resources.", "\\*");
    }
    if (how.jdkIsOlder()) {
      Nag.accept(
          function,
          "AwsSolutions-L1",
          "Asked for by the operator (runtime=java21), for regions without java25.");
    }
    this.machine = machine(function, how.tracing());
    Schedule.Builder.create(this, "Schedule")
        .description("Makes the overview over all results")
        .schedule(when(options.overview().frequency()))
        .target(
            StepFunctionsStartExecution.Builder.create(machine)
                .input(
                    ScheduleTargetInput.fromObject(
                        Map.of("overview", Map.of("bucket", results.bucket().getBucketName()))))
                .retryAttempts(3)
                .maxEventAge(Duration.hours(6))
                .build())
        .build();
    CfnOutput.Builder.create(Stack.of(this), "OverviewStateMachine")
        .description("Start it to make the overview now")
        .value(machine.getStateMachineArn())
        .build();
  }

  /** At night in China; a week's on the night to Monday. */
  private static ScheduleExpression when(OverviewOptions.Frequency frequency) {
    CronOptionsWithTimezone.Builder night =
        CronOptionsWithTimezone.builder()
            .minute("0")
            .hour("4")
            .timeZone(TimeZone.of("Asia/Shanghai"));
    if (frequency == OverviewOptions.Frequency.WEEKLY) {
      night.weekDay("MON");
    }
    return ScheduleExpression.cron(night.build());
  }

  private StateMachine machine(Function function, boolean tracing) {
    Role starter =
        Role.Builder.create(this, "MachineRole")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .description("Calls the function that makes the overview")
            .build();
    allow(starter, List.of("lambda:InvokeFunction"), function.getFunctionArn());
    StateMachine made =
        StateMachine.Builder.create(this, "StateMachine")
            .comment("Gongkai: makes the overview over all results")
            .definitionBody(DefinitionBody.fromString(definition()))
            .definitionSubstitutions(
                new TreeMap<>(
                    Map.of(
                        "Partition",
                        Stack.of(this).getPartition(),
                        "Function",
                        function.getFunctionArn())))
            .role(starter)
            .tracingEnabled(tracing)
            .logs(
                LogOptions.builder()
                    .destination(log("MachineLog"))
                    .level(LogLevel.ALL)
                    .includeExecutionData(false)
                    .build())
            .build();
    Nag.acceptWildcard(
        starter,
        "CloudWatch Logs' delivery actions (and X-Ray's, where tracing is on) know no resources.",
        "\\*");
    if (!tracing) {
      Nag.accept(made, "AwsSolutions-SF2", "Tracing is the operator's choice (tracing=true).");
    }
    return made;
  }

  private static String definition() {
    try (InputStream in = ScheduledOverview.class.getResourceAsStream("overview.asl.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LogGroup log(String id) {
    return LogGroup.Builder.create(this, id)
        .retention(RetentionDays.THREE_MONTHS)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  private void mayRead(String what, S3Object object) {
    allow(
        role,
        List.of("s3:GetObject"),
        Bucket.fromBucketName(this, what, object.bucket()).arnForObjects(object.key()));
  }

  private static void allow(Role role, List<String> actions, String resource) {
    role.addToPolicy(
        PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build());
  }

  Role role() {
    return role;
  }

  StateMachine machine() {
    return machine;
  }
}
