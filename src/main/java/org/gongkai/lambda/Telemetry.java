package org.gongkai.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.event.EventListener;
import org.gongkai.event.Failure;
import org.gongkai.event.Outcome;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.jspecify.annotations.Nullable;

/**
 * Logs one line for each report: in CloudWatch's embedded metric format for one that was checked or
 * that failed, as plain JSON for one that does not exist. Untrusted text is always in JSON strings,
 * so that it cannot begin a line of its own.
 *
 * <p>The format: <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">its
 * specification</a>. It is written without a library, which would make each start slower.
 */
final class Telemetry implements EventListener {
  private static final AtomicBoolean COLD = new AtomicBoolean(true);
  private static final int LONGEST = 1000;
  private static final int CAUSES = 5;
  private static final int FRAMES = 10;
  private static final Map<String, String> REPORT = new LinkedHashMap<>();

  static {
    for (String counted : List.of("Reports", "Errors", "Warnings", "ColdStart")) {
      REPORT.put(counted, "Count");
    }
    for (String timed : List.of("ReadTime", "CheckTime", "TotalTime")) {
      REPORT.put(timed, "Milliseconds");
    }
    REPORT.put("Size", "Bytes");
  }

  private final String namespace;
  private final String requestId;
  private final PrintStream out;

  /**
   * @param namespace the namespace of the metrics
   * @param requestId the id of the call
   * @param out where log lines go
   */
  Telemetry(String namespace, String requestId, PrintStream out) {
    this.namespace = namespace;
    this.requestId = requestId;
    this.out = out;
  }

  @Override
  public void done(Outcome outcome) {
    Result result = outcome.result();
    Outcome.Times times = outcome.times();
    Outcome.Score score = outcome.score();
    if (result != null && times != null && score != null) {
      ObjectNode line = metrics(namespace, List.of("Verdict", "Format"), REPORT);
      line.put("Verdict", score.verdict());
      line.put("Format", result.report().document().format().key());
      line.put("Reports", 1);
      line.put("Errors", score.errors());
      line.put("Warnings", score.warnings());
      line.put("ReadTime", times.read());
      line.put("CheckTime", times.check());
      line.put("TotalTime", times.total());
      line.put("Size", result.source().bytes());
      line.put("ColdStart", COLD.getAndSet(false) ? 1 : 0);
      line.put("requestId", requestId);
      line.put("bucket", outcome.change().bucket());
      line.put("key", outcome.change().key());
      String issuer = result.report().identity().issuer();
      if (issuer != null) {
        line.put("issuer", shortened(issuer));
      }
      rules(result, line.putArray("rules"));
      if (!outcome.unusedWaivers().isEmpty()) {
        ArrayNode unused = line.putArray("unusedWaivers");
        outcome
            .unusedWaivers()
            .forEach(waiver -> unused.add(waiver.why().zh() + " / " + waiver.why().en()));
      }
      out.println(line);
    } else if (outcome.status() == Outcome.Status.ABSENT
        || outcome.status() == Outcome.Status.REMOVED) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("level", "INFO");
      line.put("requestId", requestId);
      line.put(
          "message",
          outcome.status() == Outcome.Status.ABSENT
              ? "no such object (any more): acknowledged"
              : "the report was removed, and so are its outputs");
      line.put("bucket", outcome.change().bucket());
      line.put("key", outcome.change().key());
      out.println(line);
    }
  }

  @Override
  public void failed(Failure failure) {
    ObjectNode line = failure(namespace, failure.kind(), failure.message());
    line.put("requestId", requestId);
    if (failure.change() != null) {
      line.put("bucket", failure.change().bucket());
      line.put("key", failure.change().key());
    } else {
      line.put("subject", shortened(failure.subject()));
    }
    line.put("permanent", failure.permanent());
    if (failure.kind().equals("internal")) {
      trace(failure.cause(), line);
    }
    out.println(line);
  }

  /** Logs an internal error that failed the whole call. */
  void broken(Throwable fault) {
    ObjectNode line = failure(namespace, "internal", fault.toString());
    line.put("requestId", requestId);
    trace(fault, line);
    out.println(line);
  }

  /** The line for a function that cannot start because its configuration is invalid. */
  static String misconfigured(String message) {
    return failure(FunctionConfiguration.NAMESPACE, "configuration", message).toString();
  }

  private static ObjectNode failure(String namespace, String kind, String message) {
    ObjectNode line = metrics(namespace, List.of(), Map.of("Failures", "Count"));
    line.put("Failures", 1);
    line.put("level", "ERROR");
    line.put("fault", kind);
    line.put("message", shortened(message));
    return line;
  }

  /** A line with only its metadata: which fields are metrics, their units and dimensions. */
  private static ObjectNode metrics(
      String namespace, List<String> dimensions, Map<String, String> units) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode head = line.putObject("_aws");
    head.put("Timestamp", System.currentTimeMillis());
    ObjectNode directive = head.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", namespace);
    ArrayNode set = directive.putArray("Dimensions").addArray();
    dimensions.forEach(set::add);
    ArrayNode metrics = directive.putArray("Metrics");
    units.forEach((name, unit) -> metrics.addObject().put("Name", name).put("Unit", unit));
    return line;
  }

  private static void rules(Result result, ArrayNode rules) {
    TreeSet<String> ids = new TreeSet<>();
    for (Finding finding : result.findings()) {
      ids.add(finding.rule());
    }
    ids.forEach(rules::add);
  }

  /** Adds a throwable and its causes, each with its innermost frames. */
  static void trace(@Nullable Throwable fault, ObjectNode line) {
    ArrayNode trace = line.putArray("trace");
    Throwable at = fault;
    for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
      trace.add((depth == 0 ? "" : "caused by ") + shortened(at.toString()));
      StackTraceElement[] frames = at.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        trace.add("at " + frames[i]);
      }
      if (frames.length > FRAMES) {
        trace.add("… " + (frames.length - FRAMES) + " more");
      }
    }
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
