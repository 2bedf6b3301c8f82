package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

class HandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsItsRulesOnceForTwoEvents() throws IOException {
    try (FaultyS3 s3 = new FaultyS3();
        S3Client client = s3.client(1)) {
      s3.put("office/waivers.yaml", "waivers: []".getBytes(StandardCharsets.UTF_8));
      Handler handler = new Handler(config("gongkai.waivers", "s3://office/waivers.yaml"), client);
      for (String key : List.of("a.html", "b.html")) {
        s3.put("inbox/" + key, "<p>年报".getBytes(StandardCharsets.UTF_8));
        assertThat(call(handler, "{\"bucket\":\"inbox\",\"key\":\"" + key + "\"}"))
            .contains("\"written\"");
      }
      assertThat(s3.requests()).filteredOn(request -> request.contains("office")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void outputsCarryTheVerdictAndAsTagsWhereThatIsSwitchedOn(boolean tags) throws IOException {
    try (FaultyS3 s3 = new FaultyS3();
        S3Client client = s3.client(1)) {
      s3.put("inbox/a.html", "<p>年报".getBytes(StandardCharsets.UTF_8));
      call(
          new Handler(config("gongkai.tags", String.valueOf(tags)), client),
          "{\"bucket\":\"inbox\",\"key\":\"a.html\"}");
      String checked = s3.etag("inbox/a.html");
      for (String output : List.of("result.json", "badge.svg", "index.html")) {
        assertThat(s3.metadata("inbox/results/a.html/" + output))
            .containsEntry("x-amz-meta-gongkai-verdict", "unreadable")
            .containsEntry("x-amz-meta-gongkai-checked", checked)
            .extracting(metadata -> metadata.get("x-amz-tagging"))
            .isEqualTo(tags ? "gongkai-checked=" + checked + "&gongkai-verdict=unreadable" : null);
      }
      assertThat(s3.requests()).filteredOn(request -> request.startsWith("PUT")).hasSize(3);
    }
  }

  @Test
  void keepsTheBadgeOfReportsThatHaveNoneAndLooksAtItOnce() throws IOException {
    try (FaultyS3 s3 = new FaultyS3();
        S3Client client = s3.client(1)) {
      Handler handler = new Handler(config("gongkai.pending-badge", "true"), client);
      for (String key : List.of("a.html", "b.html")) {
        s3.put("inbox/" + key, "<p>年报".getBytes(StandardCharsets.UTF_8));
        call(handler, "{\"bucket\":\"inbox\",\"key\":\"" + key + "\"}");
      }
      assertThat(new String(s3.things().get("inbox/results/pending.svg"), StandardCharsets.UTF_8))
          .contains(">尚未核对</text>");
      assertThat(s3.requests()).filteredOn(request -> request.contains("pending")).hasSize(2);
    }
  }

  @Test
  void saysInOneLineWhatItsOwnFaultIs() throws IOException {
    try (FaultyS3 s3 = new FaultyS3();
        S3Client client = s3.client(1)) {
      Handler handler = new Handler(config("gongkai.language", "zh"), client);
      @SuppressWarnings("InputStreamSlowMultibyteRead")
      InputStream broken =
          new InputStream() {
            @Override
            public int read() {
              throw new StackOverflowError();
            }
          };
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      PrintStream before = System.out;
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      try {
        assertThatThrownBy(
                () -> handler.handleRequest(broken, new ByteArrayOutputStream(), context()))
            .isInstanceOf(IllegalStateException.class);
      } finally {
        System.setOut(before);
      }
      JsonNode line = JSON.readTree(printed.toString(StandardCharsets.UTF_8));
      assertThat(line.path("Failures").asInt()).isEqualTo(1);
      assertThat(line.at("/trace/0").asText()).contains("StackOverflowError");
    }
  }

  @Test
  void whatLibrariesLogIsALineOfJson() throws IOException {
    ExtLogRecord entry = new ExtLogRecord(Level.WARNING, "a\n\"b\"", Logger.class.getName());
    entry.setLoggerName("io.quarkus");
    entry.setThrown(new IllegalStateException("c", new IOException("d")));
    String formatted = new LogFormatter().format(entry);
    assertThat(formatted.lines()).hasSize(1);
    JsonNode line = JSON.readTree(formatted);
    assertThat(line.path("message").asText()).isEqualTo("a\n\"b\"");
    assertThat(line.path("trace").toString()).contains("caused by java.io.IOException: d");
  }

  private static SmallRyeConfig config(String name, String value) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(Map.of(name, value), "test", 100))
        .build();
  }

  private static String call(Handler handler, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context());
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            HandlerTest.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> "request-1";
                  case "getRemainingTimeInMillis" -> 60_000;
                  default -> null;
                });
  }
}
