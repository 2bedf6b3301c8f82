package org.gongkai.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * The CloudWatch alarms and their topic. Each description says what the alarm means and what to do
 * first; the operator's guide has the details under the alarm's name.
 */
final class Alarms extends Construct {

  private static final Duration FIVE_MINUTES = Duration.minutes(5);

  private final WatchOptions options;
  private final String namespace;
  private final Optional<ITopic> topic;

  Alarms(Construct scope, Options options) {
    super(scope, "Alarms");
    this.options = options.watch();
    this.namespace = options.function().metricsNamespace();
    this.topic = this.options.alarms() ? Optional.of(topicOf(this.options)) : Optional.empty();
  }

  private ITopic topicOf(WatchOptions options) {
    if (options.topicArn().isPresent()) {
      return Topic.fromTopicArn(this, "Topic", options.topicArn().get());
    }
    Topic created =
        Topic.Builder.create(this, "Topic").displayName("Gongkai").enforceSsl(true).build();
    created.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsOfThisAccount")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(created.getTopicArn()))
            .conditions(
                Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
            .build());
    options.mail().ifPresent(mail -> created.addSubscription(new EmailSubscription(mail)));
    CfnOutput.Builder.create(Stack.of(this), "AlarmTopic")
        .description("Subscribe here to be told")
        .value(created.getTopicArn())
        .build();
    return created;
  }

  /** The topic, also for the results of backfills. */
  Optional<ITopic> topic() {
    return topic;
  }

  void watch(CheckFunction checkFunction, DeadLetters deadLetters, Trigger trigger) {
    if (topic.isEmpty()) {
      return;
    }
    Function function = checkFunction.function();
    FunctionOptions limits = checkFunction.options();
    alarm(
        1,
        "Errors",
        sum(function.metricErrors()),
        "The function itself failed (a crash, a timeout, or every retry of a call). Look into its log for the request.");
    alarm(
        1,
        "FailedReports",
        sum(failedReports()),
        "A report could not be checked for a fault of the infrastructure. The log line with 'Failures' names its key and the fault.");
    alarm(
        1,
        "Throttles",
        sum(function.metricThrottles()),
        "Calls were turned away: the account's or the reserved concurrency is used up. Nothing is lost, results come later.");
    alarm(
        limits.timeout() * 1000.0 * options.slowPercent() / 100,
        "Slow",
        function.metricDuration(metric("p99")),
        "One call in a hundred takes over %d %% of the timeout (%d s). Raise memory or timeout before reports are cut off."
            .formatted(options.slowPercent(), limits.timeout()));
    alarm(
        1,
        "DeadLetters",
        visibleMessages(deadLetters.queue()),
        "Reports were given up after every retry and wait in the dead-letter queue for 14 days. Mend the cause, then redrive.");
    trigger
        .queue()
        .ifPresent(
            queue ->
                alarm(
                    options.queueAgeMinutes() * 60,
                    "Backlog",
                    queue.metricApproximateAgeOfOldestMessage(metric("Maximum")),
                    "The oldest report has waited for over %d minutes: more comes in than is checked."
                        .formatted(options.queueAgeMinutes())));
    for (Rule rule : trigger.rules()) {
      alarm(
          1,
          "Undelivered" + rule.getNode().getId(),
          Metric.Builder.create()
              .namespace("AWS/Events")
              .metricName("FailedInvocations")
              .statistic("Sum")
              .period(FIVE_MINUTES)
              .dimensionsMap(Map.of("RuleName", rule.getRuleName()))
              .build(),
          "EventBridge could not call the function: its permission is gone, or the function is.");
    }
    alarmOnSilence(function);
  }

  void watch(Backfill backfill) {
    if (topic.isPresent()) {
      alarm(
          1,
          "BackfillFailed",
          sum(backfill.machine().metricFailed()),
          "A backfill ended early: more batches failed than it tolerates. Its execution names the error; redrive it when mended.");
    }
  }

  void watch(ScheduledOverview overview) {
    if (topic.isPresent()) {
      alarm(
          1,
          "OverviewFailed",
          sum(overview.machine().metricFailed()),
          "The overview was not made; the one before is still there. Its execution names the error; start it again when mended.");
    }
  }

  /** The function's own metric, which has no dimensions. */
  private Metric failedReports() {
    return Metric.Builder.create().namespace(namespace).metricName("Failures").build();
  }

  /**
   * Alarms if the function is not called for days in the months in which reports are due. In other
   * months no calls are normal.
   */
  private void alarmOnSilence(Function function) {
    MathExpression calls =
        MathExpression.Builder.create()
            .expression(
                "IF(MONTH(TIME_SERIES(0)) >= %d AND MONTH(TIME_SERIES(0)) <= %d, SUM([calls, TIME_SERIES(0)]), 1)"
                    .formatted(options.seasonFrom(), options.seasonTo()))
            .usingMetrics(Map.of("calls", sum(function.metricInvocations())))
            .period(Duration.days(1))
            .label("Calls a day; 1 out of season")
            .build();
    Alarm alarm =
        Alarm.Builder.create(this, "Quiet")
            .metric(calls)
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .threshold(1)
            .evaluationPeriods(options.quietDays())
            .treatMissingData(TreatMissingData.IGNORE)
            .alarmDescription(
                "Not one report for %d days between month %d and month %d, when they are due. Is anybody uploading? Does the inbox still notify?"
                    .formatted(options.quietDays(), options.seasonFrom(), options.seasonTo()))
            .build();
    alarm.addAlarmAction(new SnsAction(topic.orElseThrow()));
  }

  private void alarm(double threshold, String id, IMetric metric, String description) {
    Alarm alarm =
        Alarm.Builder.create(this, id)
            .metric(metric)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .threshold(threshold)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .alarmDescription(description)
            .build();
    alarm.addAlarmAction(new SnsAction(topic.orElseThrow()));
    alarm.addOkAction(new SnsAction(topic.orElseThrow()));
  }

  private static IMetric visibleMessages(IQueue queue) {
    return queue.metricApproximateNumberOfMessagesVisible(metric("Maximum"));
  }

  private static Metric sum(Metric metric) {
    return metric.with(metric("Sum"));
  }

  private static MetricOptions metric(String statistic) {
    return MetricOptions.builder().statistic(statistic).period(FIVE_MINUTES).build();
  }
}
