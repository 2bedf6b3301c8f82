import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.tools.ToolProvider;

/**
 * How long a cold start takes. Starts each packaged function over and over against a small Lambda
 * Runtime API and a small S3, both on loopback and in this process, and gives each one event.
 *
 * <pre>
 * mvn package -DskipTests [-Dnative]               the function
 * mvn -f scripts/bare/pom.xml package [-Dnative]   a Quarkus function that does nothing, to compare with
 * java scripts/ColdStart.java [starts]             20 unless said otherwise
 * </pre>
 *
 * <p>Printed, least and median: the processor time of the process until its answer, process start
 * to the first {@code next} (the platform's init), first event to its response (here: a report of
 * the samples read from S3, checked, three outputs written), both together; and the largest
 * resident memory, median and most. Processor time is what tells two functions apart on a machine
 * with other work. The native function is started with S3 over TLS too. The S3 sends the headers
 * that S3 sends. For a JVM package, AWS's own runtime client is stood in for by a loop of this
 * file, and class data sharing is measured beside it. Linux only (memory comes from /proc).
 */
public class ColdStart {
  private static final String API = "/2018-06-01/runtime/invocation/";
  private static final Path SAMPLE = Path.of("samples", "qingshi-town-2023.html");
  private static final String KEY = "2023/report.html";

  private static final String PASSWORD = "changeit";

  private final HttpServer server;
  private final HttpsServer secure;
  private final Path keys;
  private final Map<String, Thing> things = new ConcurrentHashMap<>();

  /** What passes between one process and us: whoever still waits for an ended one gets nothing. */
  private record Session(
      BlockingQueue<Long> asked, BlockingQueue<String> events, BlockingQueue<Answer> answers) {
    Session() {
      this(
          new ArrayBlockingQueue<>(10), new ArrayBlockingQueue<>(10), new ArrayBlockingQueue<>(10));
    }
  }

  private int sessions;

  private record Thing(byte[] bytes, String etag, Map<String, String> metadata) {}

  private record Answer(long at, boolean good, String text) {}

  private record Function(String name, List<String> command, String event, boolean overTls) {
    Function(String name, List<String> command, String event) {
      this(name, command, event, false);
    }
  }

  private record Start(double processor, double init, double first, double memory) {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("--runtime")) {
      runtime(args[1]);
      return;
    }
    int starts = args.length == 0 ? 20 : Integer.parseInt(args[0]);
    // Else an answer's body waits for the acknowledgement of its head, 40 ms, as no S3 does.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    new ColdStart().measure(starts);
  }

  private ColdStart() throws Exception {
    keys = Files.createTempDirectory("coldstart").resolve("keys.p12");
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    secure = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context()));
    for (HttpServer each : List.of(server, secure)) {
      each.setExecutor(
          Executors.newCachedThreadPool(
              work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
              }));
      each.createContext("/", this::s3);
      each.start();
    }
  }

  /** With a key of its own for 127.0.0.1. */
  private SSLContext context() throws Exception {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "s3",
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD)
        .inheritIO()
        .start()
        .waitFor();
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void measure(int starts) throws Exception {
    Path work = Files.createTempDirectory("coldstart");
    List<Function> functions = new ArrayList<>();
    functions.addAll(functions("Gongkai", Path.of("target"), work.resolve("gongkai"), s3Event()));
    functions.addAll(
        functions(
            "bare",
            Path.of("scripts", "bare", "target"),
            work.resolve("bare"),
            "{\"hello\":\"world\"}"));
    if (functions.isEmpty()) {
      System.err.println(
          "Nothing is packaged: mvn package -DskipTests first (see the head of this file).");
      System.exit(2);
    }
    System.out.printf(
        "%d starts each, in turn; %s, %d processors%n%n",
        starts, System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors());
    System.out.printf(
        "%-28s %19s %19s %19s %19s %17s%n",
        "",
        "processor, ms",
        "start to next, ms",
        "event to answer, ms",
        "together, ms",
        "peak memory, MiB");
    System.out.printf(
        "%-28s %9s %9s %9s %9s %9s %9s %9s %9s %8s %8s%n",
        "function",
        "least",
        "median",
        "least",
        "median",
        "least",
        "median",
        "least",
        "median",
        "median",
        "most");
    List<List<Start>> all = new ArrayList<>();
    functions.forEach(function -> all.add(new ArrayList<>()));
    for (int i = 0; i < starts; i++) {
      for (int f = 0; f < functions.size(); f++) {
        all.get(f).add(start(functions.get(f), work));
      }
    }
    for (int f = 0; f < functions.size(); f++) {
      List<Start> of = all.get(f);
      double[] processor = sorted(of.stream().mapToDouble(Start::processor).toArray());
      double[] init = sorted(of.stream().mapToDouble(Start::init).toArray());
      double[] first = sorted(of.stream().mapToDouble(Start::first).toArray());
      double[] both =
          sorted(of.stream().mapToDouble(start -> start.init() + start.first()).toArray());
      double[] memory = sorted(of.stream().mapToDouble(Start::memory).toArray());
      System.out.printf(
          "%-28s %9.1f %9.1f %9.0f %9.0f %9.0f %9.0f %9.0f %9.0f %8.0f %8.0f%n",
          functions.get(f).name(),
          processor[0],
          median(processor),
          init[0],
          median(init),
          first[0],
          median(first),
          both[0],
          median(both),
          median(memory),
          memory[memory.length - 1]);
    }
    server.stop(0);
    System.exit(0);
  }

  /** The ways in which a package can be started. */
  private List<Function> functions(String name, Path target, Path work, String event)
      throws Exception {
    List<Function> functions = new ArrayList<>();
    Path binary = null;
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        binary =
            files
                .filter(
                    file ->
                        file.getFileName().toString().endsWith("-runner")
                            && Files.isExecutable(file))
                .findFirst()
                .orElse(null);
      }
    }
    if (binary != null) {
      String program = binary.toAbsolutePath().toString();
      functions.add(new Function(name + ", native", List.of(program), event));
      if (event.contains("Records")) {
        functions.add(
            new Function(
                name + ", native, S3 over TLS",
                List.of(
                    program,
                    "-Djavax.net.ssl.trustStore=" + keys,
                    "-Djavax.net.ssl.trustStorePassword=" + PASSWORD),
                event,
                true));
      }
    }
    Path zip = target.resolve("function.zip");
    if (Files.exists(zip)) {
      unzip(zip, work);
      if (Files.isDirectory(work.resolve("lib"))) {
        Path runtime = Files.createDirectories(work.resolve("runtime"));
        if (ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", runtime.toString(), "scripts/ColdStart.java")
            != 0) {
          throw new IllegalStateException("run this in the root of the project");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(work.resolve("lib"))) {
          files.sorted().forEach(file -> jars.add(file.toString()));
        }
        // Class data sharing takes jars only.
        Path self = jar(work, runtime);
        String classPath = self + File.pathSeparator + String.join(File.pathSeparator, jars);
        List<String> plain =
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "ColdStart",
                "--runtime",
                "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler");
        functions.add(new Function(name + ", JVM", plain, event));
        Path archive = work.resolve("classes.jsa");
        List<String> training = new ArrayList<>(plain);
        training.add(1, "-XX:ArchiveClassesAtExit=" + archive);
        start(new Function(name, training, event), work);
        if (Files.exists(archive)) {
          List<String> shared = new ArrayList<>(plain);
          shared.add(1, "-XX:SharedArchiveFile=" + archive);
          functions.add(new Function(name + ", JVM, shared classes", shared, event));
        }
      }
    }
    return functions;
  }

  /** What lies loose in the package, and this file's classes, as one jar. */
  private static Path jar(Path work, Path runtime) throws IOException {
    Path jar = work.resolve("function.jar");
    try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path root : List.of(work, runtime)) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            String name = root.relativize(file).toString();
            if (name.startsWith("lib/") || name.startsWith("runtime/") || name.endsWith(".jar")) {
              continue;
            }
            out.putNextEntry(new ZipEntry(name));
            Files.copy(file, out);
            out.closeEntry();
          }
        }
      }
    }
    return jar;
  }

  private Start start(Function function, Path work) throws Exception {
    things.clear();
    Session now = new Session();
    String ours = "/session" + ++sessions;
    server.createContext(ours + API, exchange -> runtimeApi(exchange, now));
    byte[] report = Files.readAllBytes(SAMPLE);
    things.put("/inbox/" + KEY, new Thing(report, etag(report), Map.of()));
    String base = "127.0.0.1:" + server.getAddress().getPort();
    Path log = work.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(function.command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API", base + ours,
                "AWS_LAMBDA_FUNCTION_NAME", "gongkai",
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_ENDPOINT_URL_S3",
                    function.overTls()
                        ? "https://127.0.0.1:" + secure.getAddress().getPort()
                        : "http://" + base));
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      Long ready = now.asked().poll(60, TimeUnit.SECONDS);
      long sent = System.nanoTime();
      now.events().add(function.event());
      Answer answer = ready == null ? null : now.answers().poll(60, TimeUnit.SECONDS);
      if (answer == null || !answer.good()) {
        throw new IllegalStateException(
            function.name() + " gave no answer: " + answer + "\n" + Files.readString(log));
      }
      return new Start(
          processor(process.pid()),
          (ready - begin) / 1e6,
          (answer.at() - sent) / 1e6,
          peak(process.pid()));
    } finally {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** The processor time of a process's threads so far, in milliseconds. */
  private static double processor(long pid) throws IOException {
    long nanos = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
      for (Path thread : threads.toList()) {
        nanos += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
      }
    }
    return nanos / 1e6;
  }

  /** The largest resident memory of a process so far, in MiB. */
  private static double peak(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
      if (line.startsWith("VmHWM:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return Double.NaN;
  }

  private static void runtimeApi(HttpExchange exchange, Session now) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/next")) {
      now.asked().offer(System.nanoTime());
      try {
        byte[] event = now.events().take().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange
            .getResponseHeaders()
            .add("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        exchange
            .getResponseHeaders()
            .add("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + 60_000));
        exchange
            .getResponseHeaders()
            .add(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:us-east-1:123456789012:function:gongkai");
        answer(exchange, 200, event);
      } catch (InterruptedException e) {
        exchange.close();
      }
      return;
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    now.answers()
        .offer(
            new Answer(
                System.nanoTime(),
                path.endsWith("/response"),
                new String(body, StandardCharsets.UTF_8)));
    answer(exchange, 202, new byte[0]);
  }

  private void s3(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("x-amz-request-id", "656C76696E6727732072657175657374");
    exchange
        .getResponseHeaders()
        .add("x-amz-id-2", "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran");
    exchange.getResponseHeaders().add("Server", "AmazonS3");
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        String etag = etag(body);
        Map<String, String> metadata = new ConcurrentHashMap<>();
        exchange
            .getRequestHeaders()
            .forEach(
                (name, values) -> {
                  if (name.toLowerCase().startsWith("x-amz-meta-")) {
                    metadata.put(name, values.get(0));
                  }
                });
        things.put(path, new Thing(body, etag, metadata));
        exchange.getResponseHeaders().add("ETag", etag);
        answer(exchange, 200, new byte[0]);
      }
      case "DELETE" -> {
        things.remove(path);
        answer(exchange, 204, new byte[0]);
      }
      default -> {
        Thing thing = things.get(path);
        if (thing == null) {
          answer(exchange, 404, new byte[0]);
          return;
        }
        exchange.getResponseHeaders().add("ETag", thing.etag());
        exchange.getResponseHeaders().add("Last-Modified", "Sat, 28 Nov 2026 08:00:00 GMT");
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.getResponseHeaders().add("Accept-Ranges", "bytes");
        if (exchange.getRequestMethod().equals("GET")) {
          exchange.getResponseHeaders().add("x-amz-checksum-type", "FULL_OBJECT");
          exchange.getResponseHeaders().add("x-amz-checksum-crc32", crc32(thing.bytes()));
        }
        thing.metadata().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        answer(exchange, 200, thing.bytes());
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().add("Content-Length", String.valueOf(body.length));
    }
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
    exchange.close();
  }

  private static String s3Event() throws IOException {
    byte[] report = Files.readAllBytes(SAMPLE);
    return "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"awsRegion\":\"us-east-1\","
        + "\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"s3SchemaVersion\":\"1.0\",\"bucket\":{\"name\":\"inbox\"},"
        + "\"object\":{\"key\":\""
        + KEY
        + "\",\"size\":"
        + report.length
        + ",\"eTag\":"
        + etag(report)
        + ",\"sequencer\":\"0065A1B2C3D4E5F607\"}}}]}";
  }

  private static String etag(byte[] bytes) {
    try {
      return '"' + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes)) + '"';
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    byte[] four = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(four);
  }

  private static double[] sorted(double[] values) {
    Arrays.sort(values);
    return values;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static void unzip(Path zip, Path into) throws IOException {
    Files.createDirectories(into);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException("a package that reaches outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
  }

  /**
   * In place of AWS's runtime client: makes the handler, and hands it events from the runtime API.
   */
  private static void runtime(String handlerClass) throws Exception {
    Class<?> type = Class.forName(handlerClass);
    Object handler = type.getConstructor().newInstance();
    Class<?> contextType = Class.forName("com.amazonaws.services.lambda.runtime.Context");
    Method handle =
        type.getMethod("handleRequest", InputStream.class, OutputStream.class, contextType);
    String base = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + API;
    while (true) {
      HttpURLConnection next = (HttpURLConnection) new URL(base + "next").openConnection();
      String id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
      long deadline = Long.parseLong(next.getHeaderField("Lambda-Runtime-Deadline-Ms"));
      Object context =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {contextType},
              (proxy, method, args) ->
                  switch (method.getName()) {
                    case "getAwsRequestId" -> id;
                    case "getRemainingTimeInMillis" ->
                        (int) (deadline - System.currentTimeMillis());
                    case "getMemoryLimitInMB" -> 512;
                    default -> null;
                  });
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      String kind = "/response";
      try (InputStream in = next.getInputStream()) {
        handle.invoke(handler, in, out, context);
      } catch (java.lang.reflect.InvocationTargetException e) {
        e.getCause().printStackTrace();
        kind = "/error";
      }
      HttpURLConnection response = (HttpURLConnection) new URL(base + id + kind).openConnection();
      response.setDoOutput(true);
      response.getOutputStream().write(out.toByteArray());
      response.getResponseCode();
    }
  }
}
