package org.gongkai.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The function as it is packaged, on this machine and without AWS: S3 is s3proxy, the runtime API
 * and EventBridge are small servers. Uploads reports with the SDK's S3 client, sends the function
 * the event that S3 would send, and shows what comes of it.
 *
 * <pre>{@code mvn -q -DskipTests -Ds3proxy.skip=false package exec:exec@function}</pre>
 */
public final class LocalFunction implements AutoCloseable {
  static final String INBOX = "inbox";
  static final String RESULTS = "results";
  static final String PREFIX = "results/";
  static final Path WORK = Path.of("target", "local-function");

  private static final Path PACKAGE = Path.of("target", "function.zip");
  private static final String NEXT = "/2018-06-01/runtime/invocation/next";
  private static final int SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ready = new LinkedBlockingQueue<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final S3Server s3Server = new S3Server();
  private final HttpServer server;
  private final S3Client s3;
  private final Process function;
  private int calls;

  private record Answer(boolean good, String text) {}

  LocalFunction() throws IOException, InterruptedException {
    URI s3Address = URI.create(s3Server.start().get("aws.endpointUrlS3"));
    S3Server.put(RESULTS, null);
    s3 =
        S3Client.builder()
            .endpointOverride(s3Address)
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::serve);
    server.start();
    function = start(s3Address.toString());
    Thread reader = new Thread(this::read);
    reader.setDaemon(true);
    reader.start();
    if (ready.poll(SECONDS, TimeUnit.SECONDS) == null) {
      close();
      throw new IllegalStateException("the function did not start: " + lines);
    }
  }

  /** Uploads the files, or the samples; shows everything on standard output. */
  public static void main(String[] args) throws Exception {
    if (!Files.exists(PACKAGE)) {
      System.err.println(PACKAGE + " is missing: mvn -DskipTests package makes it.");
      System.exit(2);
    }
    long start = System.nanoTime();
    try (LocalFunction local = new LocalFunction()) {
      show("function", "%s (%s), ready after %d ms".formatted(PACKAGE, kind(), since(start)));
      for (Path report : reports(args)) {
        String key = "2023/" + report.getFileName();
        System.out.println();
        show("upload", report + " -> s3://" + INBOX + "/" + key);
        int seenLines = local.lines.size();
        int seenEvents = local.events().size();
        long sent = System.nanoTime();
        JsonNode answer = local.upload(key, report);
        JsonNode record = answer.at("/records/0");
        show(
            "answer",
            "%s: %s, %s of %s relations hold, after %d ms"
                .formatted(
                    record.path("outcome").asText(),
                    record.path("verdict").asText(),
                    record.at("/relations/hold"),
                    record.at("/relations/total"),
                    since(sent)));
        for (String output : local.outputs(key)) {
          show("output", "s3://" + RESULTS + "/" + output + " -> " + local.download(output));
        }
        local.linesFrom(seenLines).forEach(line -> show("log", line));
        local.events().stream().skip(seenEvents).forEach(event -> show("event", event.toString()));
      }
    }
  }

  private static List<Path> reports(String[] args) throws IOException {
    List<Path> given = Stream.of(args).filter(arg -> !arg.isBlank()).map(Path::of).toList();
    try (Stream<Path> samples = Files.list(Path.of("samples"))) {
      return given.isEmpty()
          ? samples.filter(file -> file.toString().endsWith(".html")).sorted().toList()
          : given;
    }
  }

  private static void show(String what, String text) {
    System.out.printf("%-9s %s%n", what, text);
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Puts a report into the inbox, has the function told of it, and gives what it answers. */
  JsonNode upload(String key, Path report) throws IOException, InterruptedException {
    String etag = s3.putObject(put -> put.bucket(INBOX).key(key), report).eTag().replace("\"", "");
    ObjectNode event =
        JSON.createObjectNode()
            .put("eventVersion", "2.1")
            .put("eventSource", "aws:s3")
            .put("eventName", "ObjectCreated:Put");
    ObjectNode said = event.putObject("s3");
    said.putObject("bucket").put("name", INBOX);
    said.putObject("object")
        .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8))
        .put("size", Files.size(report))
        .put("eTag", etag)
        .put("sequencer", "%016X".formatted(++calls));
    ObjectNode notification = JSON.createObjectNode();
    notification.putArray("Records").add(event);
    return call(notification);
  }

  /** Calls the function directly. */
  JsonNode call(JsonNode event) throws IOException, InterruptedException {
    waiting.add(event.toString());
    Answer answer = answers.poll(SECONDS, TimeUnit.SECONDS);
    if (answer == null || !answer.good()) {
      throw new IOException("no answer but " + answer + "; the log: " + lines);
    }
    return JSON.readTree(answer.text());
  }

  /** The keys of a report's outputs. */
  List<String> outputs(String key) {
    return s3
        .listObjectsV2(list -> list.bucket(RESULTS).prefix(PREFIX + key + "/"))
        .contents()
        .stream()
        .map(object -> object.key())
        .toList();
  }

  /** Keeps an output as a file, to look at. */
  Path download(String key) throws IOException {
    Path file = WORK.resolve(key);
    Files.createDirectories(file.getParent());
    Files.write(file, s3.getObjectAsBytes(get -> get.bucket(RESULTS).key(key)).asByteArrayUnsafe());
    return file;
  }

  /** What the function has printed, from a line on: one metrics line a report. */
  List<String> linesFrom(int first) throws InterruptedException {
    // They come through a pipe of their own, perhaps after the answer.
    for (int i = 0; i < 100 && lines.size() <= first; i++) {
      Thread.sleep(20);
    }
    return lines.subList(first, lines.size());
  }

  /** What EventBridge was told. */
  List<JsonNode> events() {
    return S3Server.eventBridge().entries();
  }

  private Process start(String s3Address) throws IOException {
    Path task = WORK.resolve("task");
    unzip(task);
    List<String> command = new ArrayList<>();
    if (isNative()) {
      File bootstrap = task.resolve("bootstrap").toFile();
      bootstrap.setExecutable(true);
      command.add(bootstrap.getAbsolutePath());
    } else {
      Path runtime = WORK.resolve("runtime");
      String name = LocalRuntime.class.getName().replace('.', '/') + ".class";
      Files.createDirectories(runtime.resolve(name).getParent());
      try (InputStream in = LocalRuntime.class.getResourceAsStream("LocalRuntime.class")) {
        Files.write(runtime.resolve(name), in.readAllBytes());
      }
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-XX:TieredStopAtLevel=1");
      command.add("-Xmx512m");
      command.add("-cp");
      command.add(
          String.join(
              File.pathSeparator,
              task.toString(),
              task.resolve("lib") + File.separator + "*",
              runtime.toString()));
      command.add(LocalRuntime.class.getName());
      command.add("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler");
    }
    String here = "127.0.0.1:" + server.getAddress().getPort();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API",
                here,
                "AWS_LAMBDA_FUNCTION_NAME",
                "gongkai",
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_ENDPOINT_URL_S3",
                s3Address,
                "AWS_ENDPOINT_URL_EVENTBRIDGE",
                S3Server.eventBridge().address().toString(),
                "GONGKAI_RESULTS_BUCKET",
                RESULTS,
                "GONGKAI_RESULTS_PREFIX",
                PREFIX,
                "GONGKAI_EVENT_BUS",
                "default"));
    return builder.start();
  }

  private static boolean isNative() {
    return Files.exists(WORK.resolve("task").resolve("bootstrap"));
  }

  private static String kind() {
    return isNative() ? "native" : "JVM";
  }

  private static void unzip(Path into) throws IOException {
    if (Files.exists(into)) {
      try (Stream<Path> old = Files.walk(into)) {
        for (Path file : old.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(PACKAGE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException("a package that reaches outside: " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private void read() {
    try (BufferedReader reader = function.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // The function has ended.
    }
  }

  /** The runtime API. */
  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.equals(NEXT)) {
      ready.add(path);
      try {
        String event = waiting.take();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "request-" + calls);
        exchange
            .getResponseHeaders()
            .add(
                "Lambda-Runtime-Deadline-Ms",
                String.valueOf(System.currentTimeMillis() + SECONDS * 1000));
        exchange
            .getResponseHeaders()
            .add(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:us-east-1:123456789012:function:gongkai");
        answer(exchange, 200, event);
      } catch (InterruptedException e) {
        exchange.close();
      }
    } else {
      answers.add(new Answer(path.endsWith("/response"), new String(body, StandardCharsets.UTF_8)));
      answer(exchange, 202, "{}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    // It waits for an event that never comes: nothing is lost.
    function.destroyForcibly();
    server.stop(0);
    s3.close();
    s3Server.stop();
  }
}
