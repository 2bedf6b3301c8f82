package org.gongkai.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongkai.Gongkai;
import org.gongkai.publish.Style;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server of the local page, asked over HTTP. */
class LocalServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Path SAMPLE = Path.of("samples", "yunxi-county-2023.html");

  private LocalServer server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    server =
        new LocalServer(
            0, (in, name) -> Gongkai.standard().check(in.readAllBytes(), name), Style.STANDARD);
    address = server.address();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  private String origin() {
    return "http://" + address.getAuthority();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonNode check(String name, byte[] bytes) throws Exception {
    HttpResponse<byte[]> response =
        send(
            request("reports?name=" + java.net.URLEncoder.encode(name, UTF_8))
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    assertThat(response.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  @Test
  void listensOnTheLoopbackAddressOnly() {
    assertThat(address.getHost()).isEqualTo("127.0.0.1");
    assertThatThrownBy(
            () ->
                new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), address.getPort()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aReportsOutputsAreThoseOfTheLibrary() throws Exception {
    byte[] bytes = Files.readAllBytes(SAMPLE);
    JsonNode answer = check("年报/x.html", bytes);
    assertThat(answer.get("key").textValue()).isEqualTo("年报/x.html");
    byte[] page = send(request("results/%E5%B9%B4%E6%8A%A5/x.html/index.html").build()).body();
    assertThat(page)
        .isEqualTo(
            org.gongkai.publish.Output.PAGE.render(
                Gongkai.standard().check(bytes, "年报/x.html"), Style.STANDARD));
  }

  @Test
  void theSameFileHasOneEntryAndAnotherOfItsNameAnEntryOfItsOwn() throws Exception {
    byte[] bytes = Files.readAllBytes(SAMPLE);
    assertThat(check("x.html", bytes).get("key").textValue()).isEqualTo("x.html");
    assertThat(check("x.html", bytes).get("key").textValue()).isEqualTo("x.html");
    assertThat(check("x.html", new byte[0]).get("key").textValue()).isEqualTo("x.html (2)");
  }

  @Test
  void theZipHoldsEveryOutputAndTheOverview() throws Exception {
    check("x.html", Files.readAllBytes(SAMPLE));
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(send(request("results.zip").build()).body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names)
        .contains(
            "x.html/result.json",
            "x.html/badge.svg",
            "x.html/index.html",
            "overview.html",
            "overview.csv");
  }

  @Test
  void whatIsClearedIsGone() throws Exception {
    check("x.html", Files.readAllBytes(SAMPLE));
    HttpResponse<byte[]> cleared =
        send(request("results").header("Origin", origin()).DELETE().build());
    assertThat(cleared.statusCode()).isEqualTo(204);
    assertThat(send(request("results/x.html/index.html").build()).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/reports", "/0123456789abcdef0123456789abcdef/", "/results.zip"})
  void nothingIsAnsweredWithoutTheToken(String path) throws Exception {
    URI uri = URI.create(origin() + path);
    assertThat(send(HttpRequest.newBuilder(uri).build()).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherPagesRequestIsTurnedAwayThoughItKnowsTheToken() throws Exception {
    for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1:1")) {
      assertThat(send(request("").header("Origin", origin).build()).statusCode()).isEqualTo(403);
    }
    HttpRequest withoutOrigin =
        request("reports?name=x").POST(HttpRequest.BodyPublishers.ofString("x")).build();
    assertThat(send(withoutOrigin).statusCode()).isEqualTo(403);
  }

  @Test
  void aForeignHostNameIsTurnedAway() throws IOException {
    assertThat(statusLine(address.getAuthority())).contains("200");
    assertThat(statusLine("localhost:" + address.getPort())).contains("200");
    assertThat(statusLine("evil.example:" + address.getPort())).contains("403");
  }

  private String statusLine(String host) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request =
          "GET "
              + address.getPath()
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    }
  }

  @Test
  void everyAnswerForbidsWhatItDoesNotNeed() throws Exception {
    check("x.html", Files.readAllBytes(SAMPLE));
    for (String path : List.of("", "serve.js", "results/x.html/index.html", "nowhere")) {
      HttpResponse<byte[]> response = send(request(path).build());
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains(path.startsWith("results") ? "sandbox" : "default-src 'none'");
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    assertThatThrownBy(
            () -> new LocalServer(address.getPort(), (in, name) -> null, Style.STANDARD).close())
        .isInstanceOf(BindException.class);
  }

  @Test
  void theStopButtonEndsTheWait() throws Exception {
    send(
        request("stop")
            .header("Origin", origin())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
    server.await();
  }
}
