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
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * A sample of a workflow that calls the function, to be copied and changed: the state machine of
 * {@code publishing.asl.json} has a report checked, then copies it into a bucket of published
 * reports or sends its findings to a clerk.
 */
final class PublishingStack extends Stack {

  PublishingStack(Construct scope, Options options, GongkaiStack gongkai) {
    super(scope, options.stackName() + "-publishing", GongkaiStack.props(options));
    // By exports, so that what the sample needs cannot be removed while it exists.
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

    Role role = role(gongkai, published, clerk);
    StateMachine machine = machine(gongkai, role, published, clerk, options.function().tracing());
    if (options.trigger().kind() == TriggerOptions.Kind.EVENTBRIDGE) {
      startForEachReport(machine, inbox.eventDetail(options.buckets().inboxSuffixes()));
    }
    Nag.accept(
        published, "AwsSolutions-S1", "A sample: published reports are for everybody to read.");
    Nag.acceptWildcard(
        role,
        "Every report in the inbox, to read; every published one, to write.",
        ".+/" + Nag.quote(inbox.prefix()) + "\\*",
        ".+/\\*");
    Workflows.acceptFindings(machine, role, options.function().tracing());
    output(
        "PublishingStateMachine",
        "Start it to have a report checked",
        machine.getStateMachineArn());
    output("PublishedBucket", "Reports that pass are copied here", published.getBucketName());
    output("ClerkTopic", "Subscribe here to be sent findings", clerk.getTopicArn());
  }

  private Role role(GongkaiStack gongkai, Bucket published, Topic clerk) {
    Role role =
        Workflows.role(this, "Role", "Has reports checked, publishes them, tells the clerk");
    Permissions.allow(
        role,
        List.of("lambda:InvokeFunction"),
        gongkai.checkFunction().function().getFunctionArn());
    Permissions.allow(
        role, List.of("s3:GetObject", "s3:GetObjectVersion"), gongkai.inbox().objects());
    Permissions.allow(role, List.of("s3:PutObject"), published.arnForObjects("*"));
    Permissions.allow(role, List.of("sns:Publish"), clerk.getTopicArn());
    gongkai.encryption().mayBeUsedBy(role);
    return role;
  }

  private StateMachine machine(
      GongkaiStack gongkai, Role role, Bucket published, Topic clerk, boolean tracing) {
    return StateMachine.Builder.create(this, "StateMachine")
        .comment("Gongkai sample: checks a report, then publishes it or sends it back")
        .definitionBody(DefinitionBody.fromString(Workflows.definition("publishing.asl.json")))
        .definitionSubstitutions(
            new TreeMap<>(
                Map.of(
                    "Partition", getPartition(),
                    "Function", gongkai.checkFunction().function().getFunctionArn(),
                    "PublishedBucket", published.getBucketName(),
                    "Topic", clerk.getTopicArn())))
        .role(role)
        .tracingEnabled(tracing)
        .logs(Workflows.logs(Workflows.logGroup(this, "Log"), LogLevel.ALL))
        .build();
  }

  private void startForEachReport(StateMachine machine, Map<String, Object> detail) {
    Rule.Builder.create(this, "Created")
        .description("Gongkai sample: a report came into the inbox")
        .eventPattern(
            EventPattern.builder()
                .source(List.of("aws.s3"))
                .detailType(List.of("Object Created"))
                .detail(detail)
                .build())
        .targets(List.of(SfnStateMachine.Builder.create(machine).build()))
        .build();
  }

  private void output(String name, String description, String value) {
    CfnOutput.Builder.create(this, name).description(description).value(value).build();
  }
}
