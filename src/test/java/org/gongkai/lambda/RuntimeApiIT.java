package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the native function starts and ends, at a runtime API of the test. */
@EnabledIfSystemProperty(named = "native", matches = ".*", disabledReason = "only with -Dnative")
class RuntimeApiIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CountDownLatch asked = new CountDownLatch(1);
  private final Queue<byte[]> events = new ConcurrentLinkedQueue<>();
  private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();
  private HttpServer api;
  private Path log;

  @BeforeEach
  void start() throws IOException {
    log = Files.createTempFile("function", ".log");
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          boolean next = exchange.getRequestURI().getPath().endsWith("/next");
          byte[] event = next ? events.poll() : new byte[] {'{', '}'};
          if (!next) {
            answers.add(body);
          }
          if (event == null) {
            // The next event never comes.
            asked.countDown();
            return;
          }
          exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "1");
          exchange
              .getResponseHeaders()
              .add("Lambda-Runtime-Deadline-Ms", "" + (System.currentTimeMillis() + 60_000));
          exchange.sendResponseHeaders(200, event.length);
          exchange.getResponseBody().write(event);
          exchange.close();
        });
    api.start();
  }

  @AfterEach
  void stop() throws IOException {
    api.stop(0);
    Files.delete(log);
  }

  @Test
  void endsAndSaysSoWhereTheRuntimeApiIsGone() throws Exception {
    Process function = function(Map.of());
    try {
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      api.stop(0);
      assertThat(function.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(function.exitValue()).isEqualTo(1);
      assertThat(lines()).isNotEmpty();
      assertThat(lines().get(0).path("level").asText()).isEqualTo("ERROR");
      assertThat(lines().get(0).path("message").asText()).contains("Error running lambda");
    } finally {
      function.destroyForcibly();
    }
  }

  /** The libraries that read it log by others, which print lines of their own if they lack some. */
  @ParameterizedTest
  @ValueSource(strings = {"doc/report.doc", "pdf/gbk.pdf"})
  void printsNothingAboutAFileOfADirectCall(String name) throws Exception {
    try (InputStream in = RuntimeApiIT.class.getResourceAsStream('/' + name)) {
      events.add(JSON.writeValueAsBytes(Map.of("name", name, "body", in.readAllBytes())));
    }
    Process function = function(Map.of());
    try {
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(answers).hasSize(1);
      assertThat(JSON.readTree(answers.remove()).path("verdict").asText()).isNotEmpty();
      assertThat(Files.readString(log)).isEmpty();
    } finally {
      function.destroyForcibly();
    }
  }

  @Test
  void endsWithOneLineWhereItsSettingsCannotBe() throws Exception {
    Process function = function(Map.of("GONGKAI_LANGUAGE", "fr"));
    try {
      assertThat(function.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(function.exitValue()).isEqualTo(1);
      assertThat(lines()).hasSize(1);
      assertThat(lines().get(0).path("Failures").asInt()).isEqualTo(1);
      assertThat(lines().get(0).path("message").asText()).contains("gongkai.language");
    } finally {
      function.destroyForcibly();
    }
  }

  private Process function(Map<String, String> settings) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(System.getProperty("native.image.path"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(settings);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API",
                "127.0.0.1:" + api.getAddress().getPort(),
                "AWS_REGION",
                "us-east-1"));
    return builder.start();
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new java.util.ArrayList<>();
    for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
