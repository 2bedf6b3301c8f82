package org.gongkai.lambda;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.gongkai.Gongkai;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A small S3 on a loopback socket that keeps objects, honours {@code If-Match} and {@code
 * If-None-Match}, and goes wrong on purpose: at the level of bytes, as a network does.
 */
final class FaultyS3 implements AutoCloseable {
  /** What can go wrong with a request. */
  enum Trouble {
    NONE(0, ""),
    SLOW_DOWN(503, "SlowDown"),
    INTERNAL_ERROR(500, "InternalError"),
    BAD_GATEWAY(502, ""),
    FORBIDDEN(403, "AccessDenied"),
    ARCHIVED(403, "InvalidObjectState"),
    NO_BUCKET(404, "NoSuchBucket"),
    NO_KEY(404, "NoSuchKey"),
    DELETED_VERSION(405, "MethodNotAllowed"),
    CONFLICT(409, "ConditionalRequestConflict"),
    PRECONDITION(412, "PreconditionFailed"),
    TOO_MANY(429, "TooManyRequests"),
    REQUEST_TIMEOUT(400, "RequestTimeout"),
    /** What came is not what was sent. */
    BAD_DIGEST(400, "BadDigest"),
    BAD_REQUEST(400, "InvalidArgument"),
    /** The connection is cut before an answer comes. */
    RESET(0, ""),
    /** It is cut within the answer. */
    RESET_HALF_WAY(0, ""),
    /** It ends before all of the body has come. */
    SHORT_BODY(0, ""),
    /** No answer comes in time. */
    SILENCE(0, ""),
    /** The body stops and nothing more comes. */
    SLOW_BODY(0, ""),
    /** The body comes a byte at a time. */
    DRIPPING_BODY(0, ""),
    /** The body's length is not told; it ends with the connection. */
    NO_LENGTH(0, ""),
    EXPIRED_TOKEN(400, "ExpiredToken"),
    WRONG_REGION(301, "PermanentRedirect"),
    BAD_BUCKET_NAME(400, "InvalidBucketName"),
    /** All was done, and the answer is lost. */
    LOST_ANSWER(0, "");

    final int status;
    final String code;

    Trouble(int status, String code) {
      this.status = status;
      this.code = code;
    }
  }

  /** Says what goes wrong at a call, counted from 1. */
  interface Plan {
    Trouble at(int call, String request);
  }

  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final ServerSocket socket;
  private final Map<String, Thing> things = Collections.synchronizedMap(new TreeMap<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private volatile Plan plan = (call, request) -> Trouble.NONE;

  private record Thing(byte[] bytes, String etag, Map<String, String> metadata) {}

  FaultyS3() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::accept, "faulty S3");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** A client of it that is as impatient as a test; it tries each call that often. */
  S3Client client(int attempts) {
    return client(
        attempts, StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  S3Client client(int attempts, AwsCredentialsProvider credentials) {
    return S3Client.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + socket.getLocalPort()))
        .region(Region.US_EAST_1)
        .serviceConfiguration(
            service -> service.pathStyleAccessEnabled(true).chunkedEncodingEnabled(false))
        .credentialsProvider(credentials)
        .httpClient(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(PATIENCE)
                .socketTimeout(PATIENCE)
                .build())
        .overrideConfiguration(
            override ->
                override
                    .addExecutionInterceptor(new HeaderTrimmer())
                    .retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder()
                            .maxAttempts(attempts)
                            .build()))
        .build();
  }

  void put(String place, byte[] bytes) {
    things.put(place, thing(bytes, Map.of()));
  }

  void clear() {
    things.clear();
    requests.clear();
    plan = (call, request) -> Trouble.NONE;
  }

  /** From the next call on, counted from 1. */
  void plan(Plan next) {
    requests.clear();
    plan = next;
  }

  Map<String, byte[]> things() {
    Map<String, byte[]> all = new TreeMap<>();
    things.forEach((place, thing) -> all.put(place, thing.bytes()));
    return all;
  }

  /** The headers that an object was written with: its metadata and tags. */
  Map<String, String> metadata(String place) {
    return things.get(place).metadata();
  }

  String etag(String place) {
    return things.get(place).etag();
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  private static Thing thing(byte[] bytes, Map<String, String> metadata) {
    return new Thing(bytes, Gongkai.sha256(bytes).substring(0, 32), metadata);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread server = new Thread(() -> serve(connection), "faulty S3 connection");
        server.setDaemon(true);
        server.start();
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        if (!answer(line, in, out, connection)) {
          return;
        }
      }
    } catch (IOException e) {
      // The client is gone: nobody to tell.
      return;
    }
  }

  /** Answers a request; false where the connection ends with it. */
  private boolean answer(String line, InputStream in, OutputStream out, Socket connection)
      throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    String[] words = line.split(" ");
    String path = words[1].substring(1).replaceAll("[?].*", "");
    String place = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    String request = words[0] + " " + place;
    Trouble trouble;
    synchronized (requests) {
      requests.add(request);
      trouble = plan.at(requests.size(), request);
    }
    switch (trouble) {
      case RESET -> {
        connection.setSoLinger(true, 0);
        return false;
      }
      case SILENCE -> {
        pause();
        return false;
      }
      case LOST_ANSWER -> {
        carryOut(words[0], place, headers, body);
        connection.setSoLinger(true, 0);
        return false;
      }
      case NONE, RESET_HALF_WAY, SHORT_BODY, SLOW_BODY, DRIPPING_BODY, NO_LENGTH -> {
        Answer answer = carryOut(words[0], place, headers, body);
        return send(answer, trouble, words[0].equals("HEAD"), out, connection);
      }
      default -> {
        return send(error(trouble), Trouble.NONE, words[0].equals("HEAD"), out, connection);
      }
    }
  }

  private record Answer(int status, Map<String, String> headers, byte[] body) {}

  private static Answer error(Trouble trouble) {
    String xml =
        trouble.code.isEmpty()
            ? ""
            : "<Error><Code>" + trouble.code + "</Code><Message>on purpose</Message></Error>";
    return new Answer(
        trouble.status,
        Map.of("Content-Type", "application/xml"),
        xml.getBytes(StandardCharsets.UTF_8));
  }

  private Answer carryOut(String method, String place, Map<String, String> headers, byte[] body) {
    synchronized (things) {
      Thing there = things.get(place);
      switch (method) {
        case "PUT" -> {
          // As the function sends it (application.properties): whole, with its checksum.
          if (!isWhole(body, headers.getOrDefault("x-amz-checksum-crc32", "AAAAAA=="))) {
            return error(Trouble.BAD_DIGEST);
          }
          String match = headers.get("if-match");
          if (headers.containsKey("if-none-match") && there != null
              || match != null && (there == null || !match.equals('"' + there.etag() + '"'))) {
            return error(there == null ? Trouble.NO_KEY : Trouble.PRECONDITION);
          }
          Map<String, String> metadata = new LinkedHashMap<>();
          headers.forEach(
              (name, value) -> {
                if (name.startsWith("x-amz-meta-") || name.equals("x-amz-tagging")) {
                  metadata.put(name, value);
                }
              });
          Thing thing = thing(body, metadata);
          things.put(place, thing);
          return new Answer(200, Map.of("ETag", '"' + thing.etag() + '"'), new byte[0]);
        }
        case "DELETE" -> {
          things.remove(place);
          return new Answer(204, Map.of(), new byte[0]);
        }
        default -> {
          if (there == null) {
            return error(Trouble.NO_KEY);
          }
          Map<String, String> all = new LinkedHashMap<>(there.metadata());
          all.put("ETag", '"' + there.etag() + '"');
          return new Answer(200, all, there.bytes());
        }
      }
    }
  }

  private static boolean send(
      Answer answer, Trouble trouble, boolean head, OutputStream out, Socket connection)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder start = new StringBuilder("HTTP/1.1 " + answer.status() + " X\r\n");
    answer.headers().forEach((name, value) -> start.append(name + ": " + value + "\r\n"));
    if (answer.status() != 204 && trouble != Trouble.NO_LENGTH) {
      start.append("Content-Length: " + answer.body().length + "\r\n");
    }
    bytes.writeBytes(start.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    int top = bytes.size();
    if (!head) {
      bytes.writeBytes(answer.body());
    }
    byte[] all = bytes.toByteArray();
    if (trouble == Trouble.NONE) {
      out.write(all);
      return true;
    }
    if (trouble == Trouble.NO_LENGTH) {
      out.write(all);
      out.flush();
      return false;
    }
    if (trouble == Trouble.DRIPPING_BODY) {
      out.write(all, 0, top);
      for (int i = top; i < all.length; i++) {
        out.write(all[i]);
        out.flush();
        pause(PATIENCE.toMillis() / 5);
      }
      return false;
    }
    out.write(all, 0, all.length > top ? top + (all.length - top) / 2 : top / 2);
    out.flush();
    if (trouble == Trouble.RESET_HALF_WAY) {
      connection.setSoLinger(true, 0);
    } else if (trouble == Trouble.SLOW_BODY) {
      pause();
    }
    return false;
  }

  private static boolean isWhole(byte[] body, String checksum) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return ByteBuffer.wrap(Base64.getDecoder().decode(checksum)).getInt() == (int) crc.getValue();
  }

  private static void pause() {
    pause(PATIENCE.toMillis() + 500);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
