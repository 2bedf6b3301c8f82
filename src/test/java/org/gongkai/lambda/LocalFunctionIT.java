package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged function, as somebody without AWS sees it. */
class LocalFunctionIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anUploadGetsItsOutputsItsMetricsLineAndItsAnswer() throws Exception {
    try (LocalFunction local = new LocalFunction()) {
      String key = "2023/青石镇 年报+1.html";
      int before = local.linesFrom(0).size();
      JsonNode record = local.upload(key, Path.of("samples", "qingshi-town-2023.html"));
      assertThat(record.at("/records/0/verdict").asText()).isEqualTo("fail");

      assertThat(local.outputs(key))
          .containsExactlyInAnyOrder(
              "results/" + key + "/badge.svg",
              "results/" + key + "/event.json",
              "results/" + key + "/index.html",
              "results/" + key + "/result.json");
      assertThat(Files.readString(local.download("results/" + key + "/badge.svg"))).contains("项不符");

      assertThat(local.linesFrom(before)).hasSize(1);
      JsonNode line = JSON.readTree(local.linesFrom(before).get(0));
      assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Gongkai");
      assertThat(line.path("Verdict").asText()).isEqualTo("fail");

      assertThat(local.events()).hasSize(1);
      assertThat(local.events().get(0).path("DetailType").asText()).isEqualTo("Report Checked");
      assertThat(
              JSON.readTree(local.events().get(0).path("Detail").asText()).path("verdict").asText())
          .isEqualTo("fail");

      JsonNode answer =
          local.call(JSON.createObjectNode().put("bucket", LocalFunction.INBOX).put("key", key));
      assertThat(answer.path("outcome").asText()).isEqualTo("unchanged");
      assertThat(answer.at("/findings/0/message/zh").asText()).contains("合计");
    }
  }
}
