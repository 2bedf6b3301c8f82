package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.document.DocumentFixture;
import org.gongkai.event.Failure;
import org.gongkai.event.ObjectChange;
import org.gongkai.event.Outcome;
import org.gongkai.report.Identity;
import org.gongkai.report.Nature;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NASTY = "a\n{\"Failures\":1}\r\u2028\"\\<script>.html";

  @Test
  void printsOneLineOfMetricsForAReport() throws IOException {
    Document document = DocumentFixture.page();
    Identity identity =
        new Identity(null, "某县\n人民政府", 2023, null, null, null, null, null, null, null);
    Report report = ReportFixture.without(document, Nature.REPORT, identity);
    Result result =
        new Result(
            new Result.Source(NASTY, "inbox", NASTY, null, "00", 12345),
            report,
            Verdict.FAIL,
            List.of(),
            List.of(),
            List.of());
    JsonNode line =
        printed(
            telemetry ->
                telemetry.done(
                    new Outcome(
                        ObjectChange.asked("inbox", NASTY, null),
                        Outcome.Status.WRITTEN,
                        new Outcome.Score("fail", 2, 1, 0, new RelationCounts(42, 40, 2, 0)),
                        List.of(),
                        result,
                        new Outcome.Times(1.5, 20, 60),
                        List.of())));
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Namespace").asText()).isEqualTo("Test");
    assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Verdict\",\"Format\"]]");
    assertThat(directive.path("Metrics").findValuesAsText("Name"))
        .containsExactlyInAnyOrder(
            "Reports",
            "Errors",
            "Warnings",
            "ReadTime",
            "CheckTime",
            "TotalTime",
            "Size",
            "ColdStart");
    assertThat(directive.path("Metrics").findValuesAsText("Unit"))
        .containsOnly("Count", "Milliseconds", "Bytes");
    assertThat(line.path("Verdict").asText()).isEqualTo("fail");
    assertThat(line.path("Format").asText()).isEqualTo("html");
    assertThat(line.path("Errors").asInt()).isEqualTo(2);
    assertThat(line.path("Size").asInt()).isEqualTo(12345);
    assertThat(line.path("key").asText()).isEqualTo(NASTY);
    assertThat(line.path("requestId").asText()).isEqualTo("request-1");
    assertThat(line.path("issuer").asText()).isEqualTo("某县\n人民政府");
  }

  @Test
  void printsOneLineForAFailure() throws IOException {
    JsonNode line =
        printed(
            telemetry ->
                telemetry.failed(
                    new Failure(
                        ObjectChange.asked("inbox", NASTY, null),
                        "inbox/" + NASTY,
                        "throttled",
                        "503\nSlowDown",
                        false,
                        null)));
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics").findValuesAsText("Name"))
        .containsExactly("Failures");
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[]]");
    assertThat(line.path("Failures").asInt()).isEqualTo(1);
    assertThat(line.path("fault").asText()).isEqualTo("throttled");
    assertThat(line.path("key").asText()).isEqualTo(NASTY);
    assertThat(line.path("message").asText()).isEqualTo("503\nSlowDown");
    assertThat(line.path("requestId").asText()).isEqualTo("request-1");
  }

  @Test
  void printsOneBoundedLineForABug() throws IOException {
    RuntimeException deep = new IllegalStateException("first\nbug");
    for (int i = 0; i < 100; i++) {
      deep = new IllegalStateException("wrapped " + i, deep);
    }
    RuntimeException bug = deep;
    JsonNode line = printed(telemetry -> telemetry.broken(bug));
    assertThat(line.path("Failures").asInt()).isEqualTo(1);
    assertThat(line.path("fault").asText()).isEqualTo("internal");
    assertThat(line.path("requestId").asText()).isEqualTo("request-1");
    assertThat(line.at("/trace/0").asText()).contains("wrapped 99");
    assertThat(line.at("/trace/1").asText()).startsWith("at org.gongkai.lambda.TelemetryTest.");
    assertThat(line.path("trace").toString()).contains("caused by").contains("wrapped 98");
    assertThat(line.path("trace").size()).isBetween(10, 60);
    assertThat(line.toString().length()).isLessThan(20_000);
    JsonNode failed =
        printed(
            telemetry ->
                telemetry.failed(new Failure(null, "x", "internal", bug.toString(), true, bug)));
    assertThat(failed.path("trace")).isEqualTo(line.path("trace"));
  }

  @Test
  void saysInOneLineThatAKeyNoLongerExists() throws IOException {
    JsonNode line =
        printed(
            telemetry ->
                telemetry.done(
                    new Outcome(
                        ObjectChange.asked("inbox", NASTY, null),
                        Outcome.Status.ABSENT,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of())));
    assertThat(line.path("message").asText()).contains("no such object");
    assertThat(line.path("key").asText()).isEqualTo(NASTY);
  }

  private static JsonNode printed(java.util.function.Consumer<Telemetry> work) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(out);
    try {
      work.accept(new Telemetry("Test", "request-1", out));
    } finally {
      System.setOut(before);
    }
    String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\n");
    assertThat(lines).hasSize(1);
    return JSON.readTree(lines[0]);
  }
}
