package org.gongkai.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.constructs.Construct;

/**
 * One stack: reports come into the inbox, the function checks them, results go out, somebody is
 * told if anything fails.
 */
final class GongkaiStack extends Stack {

  private final Encryption encryption;
  private final Inbox inbox;
  private final Checker checker;

  GongkaiStack(Construct scope, Options options) {
    super(scope, options.stackName(), props(options));

    this.encryption = new Encryption(this, options.buckets());
    AccessLogs accessLogs = new AccessLogs(this, options.buckets());
    Results results = new Results(this, options, encryption, accessLogs);
    this.inbox = new Inbox(this, options, encryption, accessLogs, results);
    results.liesIn(inbox);

    DeadLetters deadLetters = new DeadLetters(this);
    this.checker = new Checker(this, options, deadLetters);
    checker.mayReadFrom(inbox);
    checker.mayWriteTo(results);
    encryption.mayBeUsedBy(checker.role());
    options
        .buckets()
        .submitters()
        .forEach(account -> encryption.mayBeUsedBy(new AccountPrincipal(account)));
    if (options.buckets().inventory() != BucketOptions.Inventory.OFF) {
      encryption.mayBeUsedByInventories();
    }
    options.trigger().invokers().forEach(checker::mayBeCalledBy);

    if (options.events().bus().isPresent()) {
      new VerdictEvents(this, options, checker);
    }

    Trigger trigger = Trigger.connect(this, options, inbox, checker, deadLetters);
    deadLetters.redriveInto(checker);

    new Publication(this, options, results, encryption);

    Alarms alarms = new Alarms(this, options);
    alarms.watch(checker, deadLetters, trigger);
    if (options.backfill().stateMachine()) {
      Backfill backfill = new Backfill(this, options, inbox, results, checker, alarms.topic());
      encryption.mayBeUsedBy(backfill.role());
      alarms.watch(backfill);
    }
    if (options.backfill().batchOperations()) {
      encryption.mayBeUsedBy(new BatchOperations(this, results, checker).role());
    }
    if (options.overview().frequency() != OverviewOptions.Frequency.OFF) {
      ScheduledOverview overview = new ScheduledOverview(this, options, results, checker);
      encryption.mayBeUsedBy(overview.role());
      alarms.watch(overview);
    }
    if (options.watch().dashboard()) {
      new OperationsDashboard(this, options, checker, deadLetters, trigger);
    }

    output("InboxBucket", "Put reports here", inbox.bucket().getBucketName());
    output("ResultsBucket", "Results are written here", results.bucket().getBucketName());
    output("ResultsPrefix", "under this prefix", results.prefix());
    output("FunctionName", "The function that checks them", checker.function().getFunctionName());
    output(
        "DeadLetterQueue",
        "What could not be checked waits here",
        deadLetters.queue().getQueueUrl());
  }

  private void output(String name, String description, String value) {
    CfnOutput.Builder.create(this, name).description(description).value(value).build();
  }

  Encryption encryption() {
    return encryption;
  }

  Inbox inbox() {
    return inbox;
  }

  Checker checker() {
    return checker;
  }

  static StackProps props(Options options) {
    Environment.Builder environment = Environment.builder();
    options.account().ifPresent(environment::account);
    options.region().ifPresent(environment::region);
    // A template with its code in parameters holds no assets, so that it can be deployed where the
    // CDK never was.
    boolean bootstrapped = options.function().codeFrom() == FunctionOptions.CodeFrom.ASSET;
    return StackProps.builder()
        .env(environment.build())
        .description(
            "Gongkai: checks the figures of government information disclosure annual reports")
        .analyticsReporting(false)
        .synthesizer(
            DefaultStackSynthesizer.Builder.create()
                .generateBootstrapVersionRule(bootstrapped)
                .build())
        .build();
  }
}
