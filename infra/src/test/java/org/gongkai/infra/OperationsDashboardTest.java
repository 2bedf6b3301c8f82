package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.each;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsDashboardTest {

  @Test
  void itsBodyIsJsonThatCloudWatchTakes() throws JsonProcessingException {
    JsonNode body = body(template());
    assertThat(each(body.get("widgets")))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            widget -> {
              assertThat(widget.path("type").asText()).isIn("metric", "log", "text");
              assertThat(widget.path("x").asInt() + widget.path("width").asInt())
                  .isLessThanOrEqualTo(24);
            });
  }

  @Test
  void itShowsReportsByVerdictFindingsLatencyColdStartsFaultsAndWhatWaits()
      throws JsonProcessingException {
    List<String> expressions = expressions(body(template("metricsNamespace=Open")));
    for (String verdict : List.of("pass", "fail", "unreadable")) {
      assertThat(expressions)
          .contains(
              "SUM(SEARCH('{Open,Format,Verdict} MetricName=\"Reports\" Verdict=\""
                  + verdict
                  + "\"', 'Sum'))");
    }
    for (String metric : List.of("Errors", "Warnings", "ColdStart", "Failures")) {
      assertThat(expressions)
          .contains("SUM(SEARCH('Namespace=\"Open\" MetricName=\"" + metric + "\"', 'Sum'))");
    }
    for (String percentile : List.of("p50", "p95", "p99")) {
      assertThat(expressions)
          .contains(
              "SEARCH('{Open,Format,Verdict} MetricName=\"TotalTime\"', '" + percentile + "')");
    }
    assertThat(body(template("metricsNamespace=Open")).toString())
        .contains(
            "\"ApproximateNumberOfMessagesVisible\"",
            "\"ConcurrentExecutions\"",
            "\"Throttles\"",
            "@initDuration");
  }

  @Test
  void theCostIsReckonedFromThePricesMemoryAndOutputs() throws JsonProcessingException {
    List<String> expressions =
        expressions(
            body(
                template(
                    "memory=1024",
                    "outputs=result.json,badge.svg",
                    "currency=CNY",
                    "priceGbSecond=0.0001",
                    "pricePerMillionCalls=1.36",
                    "pricePerThousandPuts=0.04",
                    "pricePerThousandGets=0.003")));
    assertThat(expressions)
        .contains(
            "time / 1000 * 1.0 * 0.0001 + calls / 1000000 * 1.36 + reports * (2 / 1000 * 0.04 + 5 / 1000 * 0.003)");
  }

  @Test
  void whereNoPriceIsKnownItAsksForThem() throws JsonProcessingException {
    JsonNode body = body(template("region=cn-north-1"));
    assertThat(body.toString()).contains("priceGbSecond");
    assertThat(expressions(body)).noneMatch(expression -> expression.contains("1000000"));
  }

  @Test
  void itCanBeLeftOut() {
    assertThat(resources(template("dashboard=false"), "AWS::CloudWatch::Dashboard")).isEmpty();
  }

  private static List<String> expressions(JsonNode body) {
    return body.findValuesAsText("expression");
  }

  private static JsonNode body(JsonNode template) throws JsonProcessingException {
    return Synth.JSON.readTree(
        Policies.text(
            properties(template, "AWS::CloudWatch::Dashboard", "Overview").get("DashboardBody")));
  }
}
