package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The function as it is deployed, driven through a Lambda runtime API, against an S3 server. */
@QuarkusTest
@QuarkusTestResource(value = S3Server.class, restrictToAnnotatedClass = true)
class FunctionTest {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicInteger SEQUENCER = new AtomicInteger(0x1000);
  private static final String PASSES = "yunxi-county-2023.html";
  private static final String FAILS = "qingshi-town-2023.html";
  private static final String GBK = "yunxi-education-2023.html";
  private static final String NO_REPORT = "holiday-notice.html";

  @ParameterizedTest
  @ValueSource(
      strings = {"2023/某县 年报+100%.html", "a/b/c.html", "~!$&'()*,;=:@.html", "+", "%41", "😀.html"})
  void writesThreeOutputsForWhatIsDroppedIn(String key) throws IOException {
    JsonNode record = invoke(dropped(key, sample(FAILS))).at("/records/0");
    assertThat(record.path("outcome").asText()).as(record.toString()).isEqualTo("written");
    assertThat(record.path("verdict").asText()).isEqualTo("fail");

    HttpResponse<byte[]> result = S3Server.get("inbox/results/" + key + "/result.json");
    assertThat(type(result)).isEqualTo("application/json;charset=utf-8");
    JsonNode json = JSON.readTree(result.body());
    assertThat(json.path("verdict").asText()).isEqualTo("fail");
    assertThat(json.at("/source/bucket").asText()).isEqualTo("inbox");
    assertThat(json.at("/source/key").asText()).isEqualTo(key);
    assertThat(json.at("/counts/error").asInt())
        .isEqualTo(record.at("/counts/error").asInt())
        .isPositive();

    HttpResponse<byte[]> badge = S3Server.get("inbox/results/" + key + "/badge.svg");
    assertThat(type(badge)).isEqualTo("image/svg+xml");
    assertThat(badge.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(text(badge)).startsWith("<svg").contains("项不符");

    HttpResponse<byte[]> page = S3Server.get("inbox/results/" + key + "/index.html");
    assertThat(type(page)).isEqualTo("text/html;charset=utf-8");
    assertThat(text(page)).startsWith("<!").contains("青石");
  }

  @Test
  void tellsTheBusOfEachNewVerdict() throws IOException {
    ObjectNode event = dropped("told.html", sample(FAILS));
    invoke(event);
    invoke(event);
    invoke(dropped("told.html", sample(PASSES)));
    List<JsonNode> details = S3Server.eventBridge().details("told.html");
    assertThat(details)
        .extracting(
            detail ->
                detail.path("previousVerdict").asText() + " " + detail.path("verdict").asText())
        .containsExactly("null fail", "fail pass");
    assertThat(details.get(0).at("/findings/0/message/zh").asText()).isNotEmpty();
    assertThat(details.get(0).path("id")).isNotEqualTo(details.get(1).path("id"));
    assertThat(S3Server.get("inbox/results/told.html/event.json").body())
        .isEqualTo(details.get(1).toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keepsABadgeForThoseWhoKnowTheBodyAndTheYear() throws IOException {
    String report = new String(sample(PASSES), StandardCharsets.UTF_8).replace("云溪县", "鹤鸣县");
    invoke(dropped("by issuer.html", report.getBytes(StandardCharsets.UTF_8)));
    String folder = "inbox/results/by-issuer/鹤鸣县人民政府/2023/";
    assertThat(text(S3Server.get(folder + "badge.svg"))).contains("一致");
    assertThat(text(S3Server.get(folder + "index.html")))
        .contains("results/by%20issuer.html/result.json");
  }

  @Test
  void makesTheOverviewBesideTheResults() throws IOException {
    invoke(dropped("year/a.html", sample(PASSES)));
    invoke(dropped("year/b.html", sample(FAILS)));
    ObjectNode event = JSON.createObjectNode();
    event.putObject("overview").put("bucket", "inbox").put("prefix", "results/year/");
    JsonNode overview = invoke(event).path("overview");
    assertThat(overview.path("complete").asBoolean()).as(overview.toString()).isTrue();
    assertThat(overview.path("results").asInt()).isEqualTo(2);
    HttpResponse<byte[]> page = S3Server.get("inbox/results/year/overview.html");
    assertThat(type(page)).isEqualTo("text/html;charset=utf-8");
    assertThat(text(page)).contains("2 份年报", "\"b.html\"");
    assertThat(S3Server.get("inbox/results/year/overview.xlsx").statusCode()).isEqualTo(200);
  }

  @Test
  void isMadeOnce() {
    assumeTrue(inProcess(), "a packaged function has its beans elsewhere");
    var handlers = CDI.current().select(Handler.class, NamedLiteral.of("gongkai"));
    assertThat(handlers.get()).isSameAs(handlers.get());
  }

  @Test
  void printsOneLineOfMetricsForAReport() throws IOException {
    assumeTrue(inProcess(), "a packaged function prints elsewhere");
    ObjectNode event = dropped("metrics.html", sample(FAILS));
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      invoke(event);
    } finally {
      System.setOut(before);
    }
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(1);
    JsonNode line = JSON.readTree(lines.get(0));
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Gongkai");
    assertThat(line.path("Verdict").asText()).isEqualTo("fail");
    assertThat(line.path("Format").asText()).isEqualTo("html");
    assertThat(line.path("Reports").asInt()).isEqualTo(1);
    assertThat(line.path("key").asText()).isEqualTo("metrics.html");
  }

  @Test
  void writesNothingAgainForTheSameEvent() throws IOException {
    ObjectNode event = dropped("again.html", sample(PASSES));
    assertThat(invoke(event).at("/records/0/outcome").asText()).isEqualTo("written");
    String before =
        S3Server.get("inbox/results/again.html/result.json")
            .headers()
            .firstValue("Last-Modified")
            .orElseThrow();
    JsonNode again = invoke(event).at("/records/0");
    assertThat(again.path("outcome").asText()).isEqualTo("unchanged");
    assertThat(again.path("verdict").asText()).isEqualTo("pass");
    assertThat(
            S3Server.get("inbox/results/again.html/result.json")
                .headers()
                .firstValue("Last-Modified"))
        .hasValue(before);
  }

  @Test
  void followsAReportFromFailToPassToNothing() throws IOException {
    String key = "life.html";
    invoke(dropped(key, sample(FAILS)));
    ObjectNode second = dropped(key, sample(PASSES));
    invoke(second);
    assertThat(text(S3Server.get("inbox/results/life.html/badge.svg"))).contains("一致");
    S3Server.delete("inbox/" + key);
    ObjectNode removal = event("s3-removed");
    ((ObjectNode) removal.at("/Records/0/s3/object")).put("key", key).put("sequencer", sequencer());
    assertThat(invoke(removal).at("/records/0/outcome").asText()).isEqualTo("removed");
    assertThat(S3Server.get("inbox/results/life.html/badge.svg").statusCode()).isEqualTo(404);
    // The upload, delivered late: nothing comes back.
    assertThat(invoke(second).at("/records/0/outcome").asText()).isEqualTo("absent");
    assertThat(S3Server.get("inbox/results/life.html/result.json").statusCode()).isEqualTo(404);
  }

  @Test
  void readsGb18030() throws IOException {
    invoke(dropped("gbk.html", sample(GBK)));
    JsonNode result = JSON.readTree(S3Server.get("inbox/results/gbk.html/result.json").body());
    assertThat(result.at("/source/charset").asText()).isEqualTo("GB18030");
    assertThat(result.at("/report/issuer").asText()).contains("云溪");
    assertThat(result.path("verdict").asText()).isEqualTo("pass");
  }

  /**
   * As web servers' files are copied: by the header, by the content, or by a header that is wrong.
   */
  @ParameterizedTest
  @CsvSource({"header and content, gzip, true", "content, , true", "header, gzip, false"})
  void readsAReportThatIsStoredCompressed(String told, String encoding, boolean compressed)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = compressed ? new GZIPOutputStream(bytes) : bytes) {
      out.write(sample(PASSES));
    }
    String[] headers =
        encoding == null ? new String[0] : new String[] {"Content-Encoding", encoding};
    JsonNode answer = invoke(dropped("gzip/" + told + ".html", bytes.toByteArray(), headers));
    assertThat(answer.at("/records/0/verdict").asText()).isEqualTo("pass");
  }

  @Test
  void readsUtf16() throws IOException {
    String text = new String(sample(PASSES), StandardCharsets.UTF_8);
    invoke(dropped("utf16.html", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)));
    JsonNode result = JSON.readTree(S3Server.get("inbox/results/utf16.html/result.json").body());
    assertThat(result.at("/source/charset").asText()).startsWith("UTF-16");
    assertThat(result.path("verdict").asText()).isEqualTo("pass");
  }

  @Test
  void readsBig5() throws IOException {
    byte[] page =
        "<html><head><meta charset=big5><title>政府信息公開工作年度報告</title><body><p>某縣人民政府二〇二三年的報告，全文見附件。"
            .getBytes(Charset.forName("Big5"));
    JsonNode answer = invoke(dropped("big5.html", page));
    assertThat(answer.at("/records/0/verdict").asText()).isEqualTo("unreadable");
    JsonNode result = JSON.readTree(S3Server.get("inbox/results/big5.html/result.json").body());
    assertThat(result.at("/source/charset").asText()).containsIgnoringCase("Big5");
  }

  /** Codes of GBK need maps, a password cryptography, Type 3 and Word classes loaded by name. */
  @ParameterizedTest
  @ValueSource(
      strings = {"pdf/gbk.pdf", "pdf/owner-password.pdf", "pdf/type3.pdf", "doc/report.doc"})
  void readsPdfAndWord97(String file) throws IOException {
    byte[] report;
    try (InputStream in = FunctionTest.class.getResourceAsStream("/" + file)) {
      report = in.readAllBytes();
    }

    assertThat(invoke(dropped(file, report)).at("/records/0/verdict").asText()).isEqualTo("pass");
  }

  @Test
  void saysOfWhatIsNoReportThatItIsNone() throws IOException {
    assertThat(invoke(dropped("notice.html", sample(NO_REPORT))).at("/records/0/verdict").asText())
        .isEqualTo("unreadable");
    assertThat(invoke(dropped("empty.html", new byte[0])).at("/records/0/verdict").asText())
        .isEqualTo("unreadable");
    assertThat(invoke(dropped("large.html", new byte[26 << 20])).at("/records/0/verdict").asText())
        .isEqualTo("unreadable");
    assertThat(text(S3Server.get("inbox/results/notice.html/badge.svg"))).contains("不适用");
  }

  @Test
  void answersAQueueAndBatchOperations() throws IOException {
    S3Server.put("inbox/a.html", sample(PASSES));
    S3Server.put("inbox/b.html", sample(FAILS));
    S3Server.put("inbox/c.html", sample(NO_REPORT));
    assertThat(invoke(event("sqs")).path("batchItemFailures").findValuesAsText("itemIdentifier"))
        .containsExactly("m-poison", "m-other");
    assertThat(S3Server.get("inbox/results/c.html/badge.svg").statusCode()).isEqualTo(200);
    JsonNode batch = invoke(event("batch-2.0"));
    assertThat(batch.at("/results/1/resultCode").asText()).isEqualTo("Succeeded");
    assertThat(batch.at("/results/1/resultString").asText()).isEqualTo("absent");
  }

  @Test
  void answersAnInlineReportWithItsWholeResult() throws IOException {
    ObjectNode event =
        JSON.createObjectNode()
            .put("name", "x.html")
            .put("body", Base64.getEncoder().encodeToString(sample(FAILS)));
    JsonNode result = invoke(event);
    assertThat(result.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(result.path("findings").size()).isPositive();
  }

  @Test
  void checksByTheRulesAndWaiversThatItIsGiven() throws IOException {
    JsonNode record = invoke(dropped("waived.html", sample(FAILS))).at("/records/0");
    // Waived, but not consistent.
    assertThat(record.path("verdict").asText()).as(record.toString()).isEqualTo("incomplete");
    JsonNode result = JSON.readTree(S3Server.get("inbox/results/waived.html/result.json").body());
    assertThat(result.path("findings").findValuesAsText("rule"))
        .contains("requests.column-total")
        .doesNotContain("requests.row-total-not-assessable");
    assertThat(result.path("findings").findValuesAsText("waived")).contains("已书面说明");
    assertThat(record.at("/unusedWaivers/0/zh").asText()).startsWith("第").contains("没有对应的问题");
  }

  @Test
  void findsTheYearBeforeAmongTheResults() throws IOException {
    String sample = new String(sample(PASSES), StandardCharsets.UTF_8).replace("云溪县", "雾山县");
    String before = sample.replace("2024", "@").replace("2023", "2022").replace("@", "2023");
    invoke(dropped("years/2023.html", sample.getBytes(StandardCharsets.UTF_8)));
    assertThat(text(S3Server.get("inbox/results/years/2023.html/result.json")))
        .doesNotContain("years.in-force");
    invoke(dropped("years/2022.html", before.getBytes(StandardCharsets.UTF_8)));
    assertThat(text(S3Server.get("inbox/results/years/2023.html/result.json")))
        .contains("years.in-force");
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    HttpResponse<String> response = post("{\"hello\":\"world\"}");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("S3 event notification").contains("hello");
    assertThat(post("no JSON at all").body()).contains("not a JSON object");
  }

  @Test
  void raisesWhatTheInfrastructureGotWrong() throws IOException {
    ObjectNode event = dropped("gone.html", sample(PASSES));
    ((ObjectNode) event.at("/Records/0/s3/bucket")).put("name", "no-such-bucket");
    HttpResponse<String> response = post(event.toString());
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("no-such-bucket/gone.html").contains("no-bucket");
  }

  @Test
  void acknowledgesAKeyThatNoLongerExists() throws IOException {
    ObjectNode event = event("s3-2.1");
    ((ObjectNode) event.at("/Records/0/s3/object")).put("key", "never.html");
    assertThat(invoke(event).at("/records/0/outcome").asText()).isEqualTo("absent");
  }

  /** Puts a report into the inbox and gives the event that S3 would send. */
  static ObjectNode dropped(String key, byte[] bytes, String... headers) throws IOException {
    String etag = S3Server.put("inbox/" + key, bytes, headers);
    ObjectNode event = event("s3-2.1");
    ((ObjectNode) event.at("/Records/0/s3/object"))
        .put("key", java.net.URLEncoder.encode(key, StandardCharsets.UTF_8))
        .put("size", bytes.length)
        .put("eTag", etag)
        .put("sequencer", sequencer());
    return event;
  }

  private static String sequencer() {
    return String.format("%016X", SEQUENCER.getAndIncrement());
  }

  static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("samples", name));
  }

  static ObjectNode event(String name) throws IOException {
    try (InputStream in = FunctionTest.class.getResourceAsStream("/events/" + name + ".json")) {
      return (ObjectNode) JSON.readTree(in);
    }
  }

  static JsonNode invoke(JsonNode event) throws IOException {
    HttpResponse<String> response = post(event.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Whether the function runs in the process of the test. */
  boolean inProcess() {
    return true;
  }

  static HttpResponse<String> post(String event) throws IOException {
    String api =
        ConfigProvider.getConfig()
            .getOptionalValue(S3Server.RUNTIME_API, String.class)
            .orElseGet(S3Server::runtimeApi);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + api))
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The content type; the test's server leaves out the space after the semicolon. */
  private static String type(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Content-Type").orElse("").replace("; ", ";");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
