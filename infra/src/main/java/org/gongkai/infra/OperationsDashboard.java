package org.gongkai.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.SingleValueWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** The CloudWatch dashboard: reports by verdict, findings, times, queues and costs. */
final class OperationsDashboard extends Construct {

  private static final List<String> VERDICTS = List.of("pass", "incomplete", "fail", "unreadable");
  private static final Duration HOUR = Duration.hours(1);
  private static final Duration DAY = Duration.days(1);

  /**
   * GET and HEAD requests for a new report besides one for each output: HEAD of its result and of
   * itself, and GET.
   */
  private static final int FURTHER_GETS = 3;

  private static final int WIDTH = 24;

  private final String namespace;
  private final FunctionOptions limits;
  private final Function function;

  OperationsDashboard(
      Construct scope,
      Options options,
      CheckFunction checkFunction,
      DeadLetters deadLetters,
      Trigger trigger) {
    super(scope, "Overview");
    this.namespace = options.function().metricsNamespace();
    this.limits = options.function();
    this.function = checkFunction.function();

    List<List<? extends IWidget>> rows = new ArrayList<>();
    rows.add(
        List.of(
            graph(
                "Reports by verdict",
                12,
                "reports an hour",
                VERDICTS.stream().map(this::reports).toList()),
            graph("Findings", 12, "an hour", List.of(total("Errors"), total("Warnings")))));
    rows.add(
        List.of(
            graph(
                "Time a report takes",
                12,
                "ms",
                List.of(
                    search("TotalTime", "p50"),
                    search("TotalTime", "p95"),
                    search("TotalTime", "p99"))),
            graph(
                "Time a call takes",
                12,
                "ms",
                List.of(duration("p50"), duration("p95"), duration("p99"), duration("Maximum")))));
    List<IMetric> waiting = new ArrayList<>();
    trigger
        .queue()
        .ifPresent(
            queue ->
                waiting.add(
                    queue.metricApproximateNumberOfMessagesVisible(of("Maximum", "waiting"))));
    waiting.add(
        deadLetters.queue().metricApproximateNumberOfMessagesVisible(of("Maximum", "given up")));
    rows.add(
        List.of(
            graph(
                "Faults",
                8,
                "an hour",
                List.of(
                    total("Failures"),
                    function.metricErrors(of("Sum", "failed calls")),
                    function.metricThrottles(of("Sum", "throttled calls")))),
            graph("Waiting", 8, "messages", waiting),
            graph(
                "Cold starts and concurrency", 8, "", List.of(total("ColdStart"), concurrent()))));
    rows.add(List.of(cost(options.watch())));
    rows.add(
        List.of(
            LogQueryWidget.Builder.create()
                .title("Cold starts and memory, from the log")
                .logGroupNames(List.of(checkFunction.log().getLogGroupName()))
                .width(WIDTH)
                .height(6)
                .queryLines(
                    List.of(
                        "filter @type = 'REPORT'",
                        "stats count(*) as calls, count(@initDuration) as coldStarts, pct(@initDuration, 99) as initP99, max(@maxMemoryUsed / 1000000) as memoryMB by bin(1h)"))
                .build()));
    Dashboard.Builder.create(this, "Dashboard")
        .defaultInterval(Duration.days(7))
        .widgets(rows)
        .build();
  }

  private IMetric reports(String verdict) {
    return MathExpression.Builder.create()
        .expression(
            "SUM(SEARCH('{%s,Format,Verdict} MetricName=\"Reports\" Verdict=\"%s\"', 'Sum'))"
                .formatted(namespace, verdict))
        .usingMetrics(Map.of())
        .label(verdict)
        .period(HOUR)
        .build();
  }

  /** The sum over all verdicts and formats, which are dimensions of the metric. */
  private IMetric total(String metric) {
    return total(metric, HOUR);
  }

  private IMetric total(String metric, Duration period) {
    return MathExpression.Builder.create()
        .expression(
            "SUM(SEARCH('Namespace=\"%s\" MetricName=\"%s\"', 'Sum'))".formatted(namespace, metric))
        .usingMetrics(Map.of())
        .label(metric)
        .period(period)
        .build();
  }

  private IMetric search(String metric, String statistic) {
    return MathExpression.Builder.create()
        .expression(
            "SEARCH('{%s,Format,Verdict} MetricName=\"%s\"', '%s')"
                .formatted(namespace, metric, statistic))
        .usingMetrics(Map.of())
        .label(statistic)
        .period(HOUR)
        .build();
  }

  private IMetric duration(String statistic) {
    return function.metricDuration(of(statistic, statistic));
  }

  private IMetric concurrent() {
    return function.metric("ConcurrentExecutions", of("Maximum", "concurrent calls"));
  }

  /**
   * The estimated cost of the function and its requests to S3, without storage, logs and metrics.
   */
  private IWidget cost(WatchOptions options) {
    if (options.prices().isEmpty()) {
      return TextWidget.Builder.create()
          .width(WIDTH)
          .height(2)
          .markdown(
              "**Cost estimate**: give this account's prices with `currency`, `priceGbSecond`, `pricePerMillionCalls`,"
                  + " `pricePerThousandPuts` and `pricePerThousandGets`.")
          .build();
    }
    WatchOptions.Prices prices = options.prices().get();
    MathExpression estimate =
        MathExpression.Builder.create()
            .expression(
                "time / 1000 * %s * %s + calls / 1000000 * %s + reports * (%d / 1000 * %s + %d / 1000 * %s)"
                    .formatted(
                        limits.memory() / 1024.0,
                        prices.gbSecond(),
                        prices.perMillionCalls(),
                        limits.outputs().size(),
                        prices.perThousandPuts(),
                        limits.outputs().size() + FURTHER_GETS,
                        prices.perThousandGets()))
            .usingMetrics(
                new TreeMap<>(
                    Map.of( // sorted: the same template each time
                        "time", function.metricDuration(aDay("time")),
                        "calls", function.metricInvocations(aDay("calls")),
                        "reports", total("Reports", DAY))))
            .label("%s, estimated".formatted(prices.currency()))
            .period(DAY)
            .build();
    return SingleValueWidget.Builder.create()
        .title("Cost a day: the function and its requests to S3 (the bill decides)")
        .width(WIDTH)
        .height(4)
        .sparkline(true)
        .metrics(List.of(estimate))
        .build();
  }

  private static GraphWidget graph(
      String title, int width, String unit, List<? extends IMetric> metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .width(width)
        .height(6)
        .left(metrics)
        .leftYAxis(YAxisProps.builder().min(0).label(unit).showUnits(false).build())
        .build();
  }

  private static MetricOptions of(String statistic, String label) {
    return MetricOptions.builder().statistic(statistic).label(label).period(HOUR).build();
  }

  private static MetricOptions aDay(String label) {
    return MetricOptions.builder().statistic("Sum").label(label).period(DAY).build();
  }
}
