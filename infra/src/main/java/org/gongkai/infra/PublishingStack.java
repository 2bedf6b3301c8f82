package org.gongkai.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * A sample of what calls the function: the state machine of {@code publishing.asl.json} has a
 * report checked, then copies it into a bucket of published reports or sends its findings to a
 * clerk. A stack of its own, to be copied and changed.
 */
final class PublishingStack extends Stack {

  PublishingStack(Construct scope, Options options, GongkaiStack gongkai) {
    super(scope, options.stackName() + "-publishing", GongkaiStack.props(options));
    // By exports: what the sample needs cannot be removed from under it.
    getNode().setContext("@aws-cdk/core:defaultCrossStackReferences", "strong");
    Inbox inbox = gongkai.inbox();
    Bucket published =
        Bucket.Builder.create(this, "Published")
            .versioned(true)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .lifecycleRules(List.of(Results.unfinishedUploads()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Topic clerk =
        Topic.Builder.create(this, "Clerk").displayName("Gongkai").enforceSsl(true).build();
    options
        .sample()
        .clerkMail()
        .ifPresent(mail -> clerk.addSubscription(new EmailSubscription(mail)));

    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .description("Has reports checked, publishes them, tells the clerk")
            .build();
    allow(role, List.of("lambda:InvokeFunction"), gongkai.checker().function().getFunctionArn());
    allow(role, List.of("s3:GetObject", "s3:GetObjectVersion"), inbox.objects());
    allow(role, List.of("s3:PutObject"), published.arnForObjects("*"));
    allow(role, List.of("sns:Publish"), clerk.getTopicArn());
    gongkai.encryption().mayBeUsedBy(role);

    StateMachine machine =
        StateMachine.Builder.create(this, "StateMachine")
            .comment("Gongkai sample: checks a report, then publishes it or sends it back")
            .definitionBody(DefinitionBody.fromString(Backfill.resource("publishing.asl.json")))
            .definitionSubstitutions(
                new TreeMap<>(
                    Map.of(
                        "Partition", getPartition(),
                        "Function", gongkai.checker().function().getFunctionArn(),
                        "PublishedBucket", published.getBucketName(),
                        "Topic", clerk.getTopicArn())))
            .role(role)
            .tracingEnabled(options.function().tracing())
            .logs(
                LogOptions.builder()
                    .destination(
                        LogGroup.Builder.create(this, "Log")
                            .retention(RetentionDays.THREE_MONTHS)
                            .removalPolicy(RemovalPolicy.DESTROY)
                            .build())
                    .level(LogLevel.ALL)
                    .includeExecutionData(false)
                    .build())
            .build();
    if (options.trigger().kind() == TriggerOptions.Kind.EVENTBRIDGE) {
      Rule.Builder.create(this, "Created")
          .description("Gongkai sample: a report came into the inbox")
          .eventPattern(
              EventPattern.builder()
                  .source(List.of("aws.s3"))
                  .detailType(List.of("Object Created"))
                  .detail(inbox.eventDetail(options.buckets().inboxSuffixes()))
                  .build())
          .targets(List.of(SfnStateMachine.Builder.create(machine).build()))
          .build();
    }
    Nag.accept(
        published, "AwsSolutions-S1", "A sample: published reports are for everybody to read.");
    Nag.acceptWildcard(
        role,
        "Every report in the inbox, to read; every published one, to write.",
        ".+/" + Nag.quote(inbox.prefix()) + "\\*",
        ".+/\\*");
    Nag.acceptWildcard(
        role,
        "CloudWatch Logs' delivery actions (and X-Ray's, where tracing is on) know no resources.",
        "\\*");
    if (!options.function().tracing()) {
      Nag.accept(machine, "AwsSolutions-SF2", "Tracing is the operator's choice (tracing=true).");
    }
    output(
        "PublishingStateMachine",
        "Start it to have a report checked",
        machine.getStateMachineArn());
    output("PublishedBucket", "Reports that pass are copied here", published.getBucketName());
    output("ClerkTopic", "Subscribe here to be sent findings", clerk.getTopicArn());
  }

  private void output(String name, String description, String value) {
    CfnOutput.Builder.create(this, name).description(description).value(value).build();
  }

  private static void allow(Role role, List<String> actions, String resource) {
    role.addToPolicy(
        PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build());
  }
}
