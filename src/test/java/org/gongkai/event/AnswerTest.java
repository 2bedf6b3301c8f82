package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.publish.ResultJson;
import org.gongkai.store.ObjectMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What direct calls are answered, by real rules over the samples. */
class AnswerTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What Step Functions takes. */
  private static final int MOST = 256 << 10;

  /** Real answers, for the tests of the state machine: {@code -Danswers=write} writes them anew. */
  private static final Path ANSWERS = Path.of("infra", "test", "answers");

  private final MemoryStore store = new MemoryStore();

  private JsonNode ask(String request) throws IOException {
    EventHandler handler =
        new EventHandler(
            store,
            EventSettings.STANDARD,
            RuleSource.of(store, null, null, Duration.ofMinutes(1)),
            new EventListener() {
              @Override
              public void done(Outcome outcome) {}

              @Override
              public void failed(Failure failure) {
                throw new AssertionError(failure.message(), failure.cause());
              }
            });
    return handler.handle(
        JSON.readTree(request.replace('\'', '"')), Invocation.withoutTimeLimit("request-1"));
  }

  /** The report that comes to a verdict. */
  private static String report(String verdict) throws IOException {
    return switch (verdict) {
      case "pass" -> sample("yunxi-county-2023.html");
      case "fail" -> sample("qingshi-town-2023.html");
      case "unreadable" -> sample("holiday-notice.html");
      case "incomplete" -> {
        String row = "<td>118</td><td>9</td><td>0</td><td>1</td><td>3</td><td>0</td><td>";
        String pass = report("pass");
        assertThat(pass).contains(row + "131</td>");
        yield pass.replace(row + "131</td>", row + "</td>");
      }
      default -> throw new IllegalArgumentException(verdict);
    };
  }

  private static String sample(String name) throws IOException {
    return Files.readString(Path.of("samples", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pass", "incomplete", "fail", "unreadable"})
  void tellsOfOneReportWhatAStateMachineNeeds(String verdict) throws IOException {
    store.upload("2023/年报.html", report(verdict));
    JsonNode answer = ask("{'bucket':'inbox','key':'2023/年报.html'}");
    assertThat(answer.path("verdict").asText()).isEqualTo(verdict);
    assertThat(answer.at("/outputs/index.html/key").asText())
        .isEqualTo("results/2023/年报.html/index.html");
    assertThat(answer.path("findings")).hasSizeBetween(verdict.equals("pass") ? 0 : 1, 10);
    int counting = answer.at("/counts/error").asInt();
    counting += answer.at("/counts/warning").asInt() + answer.at("/counts/notice").asInt();
    assertThat(answer.path("findings").size() + answer.path("omitted").asInt()).isEqualTo(counting);
    if (verdict.equals("fail")) {
      assertThat(answer.at("/findings/0/severity").asText()).isEqualTo("error");
      assertThat(answer.at("/findings/0/message/zh").asText()).isNotEmpty();
    }
    isDescribed("report", answer);
    isKept(verdict, answer);

    ObjectNode again = (ObjectNode) ask("{'bucket':'inbox','key':'2023/年报.html'}");
    assertThat(again.path("outcome").asText()).isEqualTo("unchanged");
    assertThat(again.put("outcome", "written")).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023/never.html", "2023/"})
  void whatIsNoReportHasNoVerdict(String key) throws IOException {
    JsonNode answer = ask("{'bucket':'inbox','key':'" + key + "'}");
    assertThat(answer.has("verdict")).isFalse();
    isDescribed("report", answer);
    isKept(answer.path("outcome").asText(), answer);
  }

  @Test
  void anOldVersionIsTold() throws IOException {
    store.versioned = true;
    store.upload("a.html", report("fail"));
    store.upload("a.html", report("pass"));
    JsonNode newest = ask("{'bucket':'inbox','key':'a.html'}");
    assertThat(newest.path("versionId").asText()).isEqualTo("v2");
    JsonNode answer = ask("{'bucket':'inbox','key':'a.html','versionId':'v1'}");
    assertThat(answer.path("verdict").asText()).isEqualTo("fail");
    assertThat(answer.path("findings")).isNotEmpty();
    isDescribed("report", answer);
    isKept(answer.path("outcome").asText(), answer);
  }

  /** Another check may come between the look at the outputs and the reading of the result. */
  @Test
  void findingsOfAnotherStateAreNotTold() throws IOException {
    store.upload("a.html", report("fail"));
    ask("{'bucket':'inbox','key':'a.html'}");
    String place = "inbox/results/a.html/result.json";
    store.before =
        (call, request) -> {
          if (request.equals("GET " + place)) {
            MemoryStore.Entry result = store.entries.get(place);
            Map<String, String> metadata = new HashMap<>(result.metadata().metadata());
            metadata.put("gongkai-counts", "0/0/0");
            ObjectMetadata meta =
                new ObjectMetadata(
                    result.metadata().etag(), null, result.metadata().size(), Map.copyOf(metadata));
            store.entries.put(
                place,
                new MemoryStore.Entry(
                    meta, result.bytes(), result.contentType(), result.cacheControl()));
          }
          return null;
        };
    JsonNode answer = ask("{'bucket':'inbox','key':'a.html'}");
    assertThat(answer.path("outcome").asText()).isEqualTo("unchanged");
    assertThat(answer.has("findings")).isFalse();
    isDescribed("report", answer);
  }

  @Test
  void aReportWithThousandsOfFindingsFits() throws IOException {
    store.upload("many.html", manyFindings());
    JsonNode answer = ask("{'bucket':'inbox','key':'many.html'}");
    assertThat(answer.path("findings")).hasSize(10);
    assertThat(answer.path("omitted").asInt()).isGreaterThan(2000);
    isDescribed("report", answer);
  }

  @Test
  void anInlineReportWithThousandsOfFindingsFits() throws IOException {
    String body =
        Base64.getEncoder().encodeToString(manyFindings().getBytes(StandardCharsets.UTF_8));
    JsonNode answer = ask("{'name':'" + "长".repeat(300_000) + "','body':'" + body + "'}");
    assertThat(answer.path("findings").size()).isGreaterThan(100);
    assertThat(answer.path("omitted").asInt()).isGreaterThan(1000);
    assertThat(answer.at("/source/name").asText()).hasSize(1001);
    isDescribed("inline", answer);
  }

  @Test
  void anInlineReportThatFitsIsWhole() throws IOException {
    byte[] report = report("fail").getBytes(StandardCharsets.UTF_8);
    JsonNode answer =
        ask("{'name':'x','body':'" + Base64.getEncoder().encodeToString(report) + "'}");
    assertThat(answer.has("omitted")).isFalse();
    isDescribed("inline", answer);
  }

  @Test
  void manyKeysFit() throws IOException {
    ArrayNode reports = JSON.createArrayNode();
    for (int i = 0; i < 600; i++) {
      String key = "年报".repeat(140) + i + ".html";
      if (i % 3 == 0) {
        store.upload(key, "<p>放假通知</p>");
      }
      reports.addObject().put("bucket", "inbox").put("key", key);
    }
    JsonNode answer = ask(JSON.createObjectNode().set("reports", reports).toString());
    assertThat(answer.path("reports").size()).isBetween(100, 599);
    assertThat(answer.path("reports").size() + answer.path("omitted").asInt()).isEqualTo(600);
    assertThat(answer.at("/verdicts/unreadable").asInt()).isEqualTo(200);
    isDescribed("reports", answer);
  }

  @Test
  void severalReportsAreToldWithoutTheirFindings() throws IOException {
    store.upload("a.html", report("fail"));
    store.upload("b.html", report("pass"));
    JsonNode answer =
        ask("{'reports':[{'bucket':'inbox','key':'a.html'},{'bucket':'inbox','key':'b.html'}]}");
    assertThat(answer.path("verdicts"))
        .isEqualTo(JSON.readTree("{\"pass\":1,\"incomplete\":0,\"fail\":1,\"unreadable\":0}"));
    assertThat(answer.path("omitted").asInt()).isZero();
    assertThat(answer.at("/reports/0").has("findings")).isFalse();
    isDescribed("reports", answer);
  }

  private static String manyFindings() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append("<p>联系人身份证号：").append(identityNumber(i)).append("。</p>\n");
    }
    return report("fail").replace("</body>", text + "</body>");
  }

  private static String identityNumber(int i) {
    String number = "110101199001%02d%03d".formatted(1 + i / 1000, i % 1000);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * (number.charAt(at) - '0');
    }
    return number + "10X98765432".charAt(sum % 11);
  }

  /** By the published schema, made strict: no field may go undescribed. */
  static void isDescribed(String kind, JsonNode answer) throws IOException {
    assertThat(JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(answer))
        .hasSizeLessThan(MOST);
    JsonNode schema = schema(EventHandler.class, "answer.schema.json");
    if (!kind.equals("inline")) {
      ((ObjectNode) schema.path("$defs").path(kind)).put("additionalProperties", false);
    }
    String id = schema.path("$id").asText();
    JsonNode result = schema(ResultJson.class, "result.schema.json");
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    Map.of(id, schema.toString(), result.path("$id").asText(), result.toString())));
    assertThat(
            registry
                .getSchema(SchemaLocation.of(id + "#/$defs/" + kind))
                .validate(answer.toString(), InputFormat.JSON))
        .isEmpty();
    assertThat(
            registry.getSchema(SchemaLocation.of(id)).validate(answer.toString(), InputFormat.JSON))
        .isEmpty();
  }

  private static JsonNode schema(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return JSON.readTree(in);
    }
  }

  /** But for the words of its findings. */
  private static void isKept(String name, JsonNode answer) throws IOException {
    Path kept = ANSWERS.resolve(name + ".json");
    if ("write".equals(System.getProperty("answers"))) {
      Files.createDirectories(ANSWERS);
      Files.writeString(kept, JSON.writeValueAsString(answer) + "\n");
    }
    assertThat(JSON.readTree(words(answer.toString())))
        .isEqualTo(JSON.readTree(words(Files.readString(kept))));
  }

  private static String words(String json) {
    return json.replaceAll("\"(zh|en)\" ?: ?\"[^\"]*\"", "\"$1\": \"\"");
  }
}
