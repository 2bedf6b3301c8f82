package org.gongkai.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * EventBridge's {@code PutEvents} on a loopback port: keeps what it takes, and fails on purpose.
 */
final class EventBridgeServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer in place of its own. */
  record Answer(int status, String body) {}

  private final HttpServer server;
  private final List<JsonNode> entries = Collections.synchronizedList(new ArrayList<>());
  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  EventBridgeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What the next requests are answered with. */
  void next(Answer... next) {
    answers.addAll(List.of(next));
  }

  /** What was put, the oldest first. */
  List<JsonNode> entries() {
    return List.copyOf(entries);
  }

  /** The details of what was put for a key. */
  List<JsonNode> details(String key) throws IOException {
    List<JsonNode> details = new ArrayList<>();
    for (JsonNode entry : entries()) {
      JsonNode detail = JSON.readTree(entry.path("Detail").asText());
      if (detail.path("key").asText().equals(key)) {
        details.add(detail);
      }
    }
    return details;
  }

  /** The headers by which requests were signed. */
  List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      Answer answer = answers.poll();
      boolean known =
          "AWSEvents.PutEvents".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
              && "application/x-amz-json-1.1"
                  .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
      if (answer == null && !known) {
        answer = new Answer(400, "{\"__type\":\"UnknownOperationException\"}");
      }
      if (answer == null) {
        request.path("Entries").forEach(entries::add);
        answer = new Answer(200, "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}");
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
