package org.gongkai.lambda;

import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An S3 server for tests: s3proxy with an empty store in memory, in a process of its own on a
 * loopback port; and an {@link EventBridgeServer} beside it.
 */
public final class S3Server
    implements QuarkusTestResourceLifecycleManager, DevServicesContext.ContextAware {
  /** Where the runtime API of the test is told. */
  static final String RUNTIME_API = "quarkus-internal.aws-lambda.test-api";

  /** Accepts all errors of one key, and names a finding that it has not. */
  private static final String WAIVERS =
      """
      waivers:
        - {rule: requests.row-total, file: waived.html, reason: 已书面说明}
        - {rule: requests.column-total, file: waived.html, reason: 已书面说明}
        - {rule: requests.balance, file: waived.html, reason: 已书面说明}
      """;

  private static final Path JAR = Path.of("target", "s3proxy", "s3proxy.jar");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static volatile String endpoint = "";

  private static volatile Map<String, String> beside = Map.of();

  private static volatile @Nullable EventBridgeServer eventBridge;

  private Process process;

  @Override
  public void setIntegrationTestContext(DevServicesContext context) {
    beside = context.devServicesProperties();
  }

  /** The host, port and path of the runtime API, where the packaged function is tested. */
  static String runtimeApi() {
    return beside.getOrDefault(RUNTIME_API, "no " + RUNTIME_API + " among " + beside);
  }

  @Override
  public Map<String, String> start() {
    try {
      int port = freePort();
      endpoint = "http://127.0.0.1:" + port;
      Path configuration = Files.createTempFile("s3proxy", ".conf");
      Files.write(
          configuration,
          List.of(
              "s3proxy.endpoint=" + endpoint,
              "s3proxy.authorization=none",
              "jclouds.provider=transient-nio2",
              "jclouds.identity=test",
              "jclouds.credential=test"));
      if (!Files.exists(JAR)) {
        throw new IllegalStateException(JAR + " is missing: run generate-test-resources first");
      }
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx" + System.getProperty("s3proxy.heap", "256m"),
                  "-XX:TieredStopAtLevel=1",
                  "-DLOG_LEVEL=warn",
                  "-jar",
                  JAR.toString(),
                  "--properties",
                  configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "s3proxy", "s3proxy.log").toFile())
              .start();
      awaitStart(configuration);
      put("inbox", null);
      put("office", null);
      eventBridge = new EventBridgeServer();
      put("office/waivers.yaml", WAIVERS.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("no S3 server", e);
    }
    Map<String, String> sdk =
        Map.of(
            "aws.endpointUrlS3", endpoint,
            "aws.region", "us-east-1",
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test");
    // The SDK knows them as system properties: here, and of the packaged function.
    sdk.forEach(System::setProperty);
    Map<String, String> all = new HashMap<>(sdk);
    all.put("gongkai.rules", "{rules: {requests.row-total-not-assessable: off}}");
    all.put("gongkai.waivers", "s3://office/waivers.yaml");
    all.put("gongkai.previous-year", "true");
    all.put("gongkai.by-issuer", "true");
    all.put("gongkai.event-bus", "default");
    all.put("aws.endpoint.url.eventbridge", eventBridge().address().toString());
    return all;
  }

  /** The EventBridge beside it. */
  static EventBridgeServer eventBridge() {
    return Objects.requireNonNull(eventBridge, "started");
  }

  @Override
  public void stop() {
    if (process != null) {
      process.destroy();
    }
    if (eventBridge != null) {
      eventBridge.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart(Path configuration) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        send("GET", "", null);
        Files.delete(configuration);
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw e;
        }
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  /**
   * Writes an object ({@code bucket/key}), or makes a bucket where there are no bytes; gives the
   * ETag.
   *
   * @param headers names and values in turn
   */
  static String put(String place, byte[] bytes, String... headers) throws IOException {
    HttpResponse<byte[]> response = send("PUT", place, bytes, headers);
    if (response.statusCode() != 200) {
      throw new IOException(place + ": " + response.statusCode());
    }
    return response.headers().firstValue("ETag").orElse("").replace("\"", "");
  }

  static void delete(String place) throws IOException {
    send("DELETE", place, null);
  }

  static HttpResponse<byte[]> get(String place) throws IOException {
    return send("GET", place, null);
  }

  private static HttpResponse<byte[]> send(
      String method, String place, byte[] bytes, String... headers) throws IOException {
    StringBuilder path = new StringBuilder(endpoint);
    for (String name : place.split("/", -1)) {
      path.append('/').append(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.toString()))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                bytes == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(bytes));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
