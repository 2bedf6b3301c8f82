package org.gongkai.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.event.Failure;
import org.gongkai.event.Journal;
import org.gongkai.event.Outcome;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * One line of CloudWatch's embedded metric format for each report that was checked, one line of
 * JSON for each that could not be, or is not there. All that a stranger wrote is in JSON strings,
 * so no line can be broken or forged.
 */
final class Telemetry implements Journal {
  private static final AtomicBoolean COLD = new AtomicBoolean(true);
  private static final int LONGEST = 1000;

  static {
    // Metrics are lines of the log wherever this runs: without this, the library looks for an agent
    // to send them to.
    EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
  }

  private final Metrics metrics;
  private final String requestId;
  private final PrintStream out;

  /**
   * @param namespace the namespace of the metrics
   * @param requestId the platform's name for the call
   * @param out where log lines go
   */
  Telemetry(String namespace, String requestId, PrintStream out) {
    this.metrics = MetricsBuilder.builder().withNamespace(namespace).build();
    this.requestId = requestId;
    this.out = out;
  }

  @Override
  public void done(Outcome outcome) {
    Result result = outcome.result();
    Outcome.Times times = outcome.times();
    Outcome.Score score = outcome.score();
    if (result != null && times != null && score != null) {
      boolean cold = COLD.getAndSet(false);
      metrics.flushMetrics(
          line -> {
            line.setDefaultDimensions(
                DimensionSet.of(
                    "Verdict",
                    score.verdict(),
                    "Format",
                    result.report().document().format().key()));
            line.addMetric("Reports", 1, MetricUnit.COUNT);
            line.addMetric("Errors", score.errors(), MetricUnit.COUNT);
            line.addMetric("Warnings", score.warnings(), MetricUnit.COUNT);
            line.addMetric("ReadTime", times.read(), MetricUnit.MILLISECONDS);
            line.addMetric("CheckTime", times.check(), MetricUnit.MILLISECONDS);
            line.addMetric("TotalTime", times.total(), MetricUnit.MILLISECONDS);
            line.addMetric("Size", (double) result.source().bytes(), MetricUnit.BYTES);
            line.addMetric("ColdStart", cold ? 1 : 0, MetricUnit.COUNT);
            line.addMetadata("requestId", requestId);
            line.addMetadata("bucket", outcome.change().bucket());
            line.addMetadata("key", outcome.change().key());
            if (result.report().identity().issuer() != null) {
              line.addMetadata("issuer", shortened(result.report().identity().issuer()));
            }
            line.addMetadata("rules", rules(result));
            if (!outcome.unusedWaivers().isEmpty()) {
              line.addMetadata("unusedWaivers", unused(outcome));
            }
          });
    } else if (outcome.fate() == Outcome.Fate.ABSENT || outcome.fate() == Outcome.Fate.REMOVED) {
      ObjectNode line = line("INFO");
      line.put(
          "message",
          outcome.fate() == Outcome.Fate.ABSENT
              ? "no such object (any more): acknowledged"
              : "the report was removed, and so are its outputs");
      line.put("bucket", outcome.change().bucket());
      line.put("key", outcome.change().key());
      out.println(line);
    }
  }

  @Override
  public void failed(Failure failure) {
    metrics.flushMetrics(
        line -> {
          line.setDefaultDimensions(new DimensionSet());
          line.addMetric("Failures", 1, MetricUnit.COUNT);
          line.addMetadata("fault", failure.kind());
          line.addMetadata("level", "ERROR");
          line.addMetadata("requestId", requestId);
          if (failure.change() != null) {
            line.addMetadata("bucket", failure.change().bucket());
            line.addMetadata("key", failure.change().key());
          } else {
            line.addMetadata("subject", shortened(failure.subject()));
          }
          line.addMetadata("permanent", failure.permanent());
          line.addMetadata("message", shortened(failure.message()));
          if (failure.cause() != null && failure.kind().equals("internal")) {
            line.addMetadata("at", at(failure.cause()));
          }
        });
  }

  private ObjectNode line(String level) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("level", level);
    line.put("requestId", requestId);
    return line;
  }

  private static List<String> unused(Outcome outcome) {
    return outcome.unusedWaivers().stream()
        .map(unused -> unused.why().zh() + " / " + unused.why().en())
        .toList();
  }

  private static List<String> rules(Result result) {
    TreeSet<String> rules = new TreeSet<>();
    for (Finding finding : result.findings()) {
      rules.add(finding.rule());
    }
    return List.copyOf(rules);
  }

  /** Where in our own code a bug showed. */
  private static String at(Throwable cause) {
    for (StackTraceElement element : cause.getStackTrace()) {
      if (element.getClassName().startsWith("org.gongkai.")) {
        return element.toString();
      }
    }
    return cause.getStackTrace().length == 0 ? "" : cause.getStackTrace()[0].toString();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
