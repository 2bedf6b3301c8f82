package org.gongkai.cli.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gongkai.publish.Output;
import org.gongkai.publish.Overview;
import org.gongkai.publish.Style;
import org.gongkai.publish.Summary;
import org.gongkai.publish.VerdictText;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page of {@code gongkai serve} on 127.0.0.1.
 *
 * <p>Below the token's path: the page itself ({@code ./}), {@code POST reports?name=NAME} with a
 * file as its body, {@code GET results/KEY/index.html} and the other outputs, {@code GET
 * results/overview.html}, {@code GET results.zip}, {@code DELETE results} and {@code POST stop}.
 */
public final class LocalServer implements AutoCloseable {
  /** How many reports one run of the program keeps. */
  static final int MOST_REPORTS = 10_000;

  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
          + " frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  /** An output has a policy of its own inside; here it also loses the server's origin. */
  private static final String OUTPUT_POLICY =
      "sandbox allow-scripts allow-popups allow-downloads; frame-ancestors 'self'";

  /** Checks a file; called by several threads at once. */
  @FunctionalInterface
  public interface ReportChecker {
    /**
     * Checks the file that {@code in} holds.
     *
     * @param name as the browser sent it: anything
     * @return the result; its source's name is made fit to be a path below a folder
     */
    Result check(InputStream in, String name) throws IOException;
  }

  private final ReportChecker checker;
  private final HttpServer server;
  private final RequestGuard guard;
  private final CheckedReports reports;
  private final ExecutorService threads;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Starts to serve.
   *
   * @param port the port, 0 for any that is free
   * @param style how outputs look
   * @throws java.net.BindException if the port is taken
   */
  public LocalServer(int port, ReportChecker checker, Style style) throws IOException {
    this.checker = checker;
    this.reports = new CheckedReports(MOST_REPORTS, style);
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
    this.guard = new RequestGuard(server.getAddress().getPort());
    this.threads =
        Executors.newFixedThreadPool(Math.max(4, Runtime.getRuntime().availableProcessors()));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The page's address, with its token. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + guard.root());
  }

  /** Waits until somebody presses the page's stop button. */
  public void await() throws InterruptedException {
    stopped.await();
  }

  /** Stops to serve and forgets all reports. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    reports.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = String.valueOf(exchange.getRequestURI().getPath());
      if (!guard.admits(method, path, exchange.getRequestHeaders())) {
        send(exchange, 403, "text/plain; charset=utf-8", PAGE_POLICY, "403\n");
        return;
      }
      String asked = path.substring(guard.root().length());
      switch (method + " " + asked) {
        case "POST reports" -> check(exchange);
        case "DELETE results" -> {
          reports.clear();
          exchange.sendResponseHeaders(204, -1);
        }
        case "POST stop" -> {
          exchange.sendResponseHeaders(204, -1);
          stopped.countDown();
        }
        case "GET results.zip" -> zip(exchange);
        default -> {
          if (method.equals("GET")) {
            file(exchange, asked);
          } else {
            send(exchange, 405, "text/plain; charset=utf-8", PAGE_POLICY, "405\n");
          }
        }
      }
    }
  }

  /** Checks the body and answers with where its outputs are and what the verdict is. */
  private void check(HttpExchange exchange) throws IOException {
    Result result;
    try (InputStream in = exchange.getRequestBody()) {
      result = checker.check(in, parameter(exchange.getRequestURI(), "name"));
    }
    String key = reports.add(result);
    if (key == null) {
      send(exchange, 507, "text/plain; charset=utf-8", PAGE_POLICY, "507\n");
      return;
    }
    Message sentence = VerdictText.sentence(result);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("key", key);
      json.writeStringField("zh", sentence.zh());
      json.writeStringField("en", sentence.en());
      Summary.of(result).writeFields(json);
      json.writeEndObject();
    }
    send(exchange, 200, "application/json; charset=utf-8", PAGE_POLICY, bytes.toByteArray());
  }

  private void file(HttpExchange exchange, String asked) throws IOException {
    String policy = asked.startsWith("results/") ? OUTPUT_POLICY : PAGE_POLICY;
    byte[] bytes;
    String type;
    switch (asked) {
      case "" -> {
        bytes = resource("serve.html");
        type = "text/html; charset=utf-8";
      }
      case "serve.css" -> {
        bytes = resource(asked);
        type = "text/css; charset=utf-8";
      }
      case "serve.js" -> {
        bytes = resource(asked);
        type = "text/javascript; charset=utf-8";
      }
      default -> {
        bytes = asked.startsWith("results/") ? result(asked.substring("results/".length())) : null;
        type = contentType(asked);
      }
    }
    if (bytes == null) {
      send(exchange, 404, "text/plain; charset=utf-8", PAGE_POLICY, "404\n");
    } else {
      send(exchange, 200, type, policy, bytes);
    }
  }

  private byte @Nullable [] result(String path) throws IOException {
    for (Overview.Part part : Overview.Part.values()) {
      if (path.equals(part.fileName())) {
        return reports.overview(part);
      }
    }
    int slash = path.lastIndexOf('/');
    for (Output output : Output.STANDARD) {
      if (slash > 0 && path.substring(slash + 1).equals(output.fileName())) {
        return reports.output(path.substring(0, slash), output);
      }
    }
    return null;
  }

  private static String contentType(String path) {
    for (Output output : Output.STANDARD) {
      if (path.endsWith("/" + output.fileName())) {
        return output.contentType();
      }
    }
    if (path.endsWith(".html")) {
      return "text/html; charset=utf-8";
    }
    return path.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/octet-stream";
  }

  private void zip(HttpExchange exchange) throws IOException {
    headers(exchange, "application/zip", PAGE_POLICY);
    exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=gongkai.zip");
    exchange.sendResponseHeaders(200, 0);
    reports.writeZip(exchange.getResponseBody());
  }

  private static String parameter(URI uri, String name) {
    String query = uri.getRawQuery();
    String prefix = name + "=";
    for (String part : query == null ? new String[0] : query.split("&")) {
      if (part.startsWith(prefix)) {
        return URLDecoder.decode(part.substring(prefix.length()), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static byte[] resource(String name) {
    try (InputStream in = LocalServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(
      HttpExchange exchange, int status, String type, String policy, String text)
      throws IOException {
    send(exchange, status, type, policy, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(
      HttpExchange exchange, int status, String type, String policy, byte[] bytes)
      throws IOException {
    headers(exchange, type, policy);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void headers(HttpExchange exchange, String type, String policy) {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }
}
