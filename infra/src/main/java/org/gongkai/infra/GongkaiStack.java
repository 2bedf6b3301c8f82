package org.gongkai.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.constructs.Construct;

/**
 * The stack: reports come into the inbox, the function checks them and writes results, and alarms
 * report failures.
 */
final class GongkaiStack extends Stack {

  private final Encryption encryption;
  private final Inbox inbox;
  private final CheckFunction checkFunction;

  GongkaiStack(Construct scope, Options options) {
    super(scope, options.stackName(), props(options));

    this.encryption = new Encryption(this, options.buckets());
    AccessLogs accessLogs = new AccessLogs(this, options.buckets());
    Results results = new Results(this, options, encryption, accessLogs);
    this.inbox = new Inbox(this, options, encryption, accessLogs, results);
    results.liesIn(inbox);

    DeadLetters deadLetters = new DeadLetters(this);
    this.checkFunction = new CheckFunction(this, options, deadLetters);
    checkFunction.mayReadFrom(inbox);
    checkFunction.mayWriteTo(results);
    encryption.mayBeUsedBy(checkFunction.role());
    options
        .buckets()
        .submitters()
        .forEach(account -> encryption.mayBeUsedBy(new AccountPrincipal(account)));
    if (options.buckets().inventory() != BucketOptions.Inventory.OFF) {
      encryption.mayBeUsedByInventories();
    }
    options.trigger().invokers().forEach(checkFunction::mayBeCalledBy);

    if (options.events().bus().isPresent()) {
      new VerdictEvents(this, options, checkFunction);
    }

    Trigger trigger = Trigger.connect(this, options, inbox, checkFunction, deadLetters);
    deadLetters.redriveInto(checkFunction);

    new Publication(this, options, results, encryption);

    Alarms alarms = new Alarms(this, options);
    alarms.watch(checkFunction, deadLetters, trigger);
    if (options.backfill().stateMachine()) {
      Backfill backfill =
          new Backfill(this, options, inbox, results, checkFunction, alarms.topic());
      encryption.mayBeUsedBy(backfill.role());
      alarms.watch(backfill);
    }
    if (options.backfill().batchOperations()) {
      encryption.mayBeUsedBy(new BatchOperations(this, results, checkFunction).role());
    }
    if (options.overview().frequency() != OverviewOptions.Frequency.OFF) {
      ScheduledOverview overview = new ScheduledOverview(this, options, results, checkFunction);
      encryption.mayBeUsedBy(overview.role());
      alarms.watch(overview);
    }
    if (options.watch().dashboard()) {
      new OperationsDashboard(this, options, checkFunction, deadLetters, trigger);
    }

    output("InboxBucket", "Put reports here", inbox.bucket().getBucketName());
    output("ResultsBucket", "Results are written here", results.bucket().getBucketName());
    output("ResultsPrefix", "under this prefix", results.prefix());
    output(
        "FunctionName",
        "The function that checks them",
        checkFunction.function().getFunctionName());
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

  CheckFunction checkFunction() {
    return checkFunction;
  }

  static StackProps props(Options options) {
    Environment.Builder environment = Environment.builder();
    options.account().ifPresent(environment::account);
    options.region().ifPresent(environment::region);
    // A template with its code in parameters has no assets and needs no bootstrapped account.
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
