package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is put on the bus; {@link ModelTest} goes through all orders. */
class ReportCheckedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "2023/qingshi.html";
  private static final String PASSES = sample("yunxi-county-2023.html");
  private static final String FAILS = sample("qingshi-town-2023.html");

  private final MemoryStore store = new MemoryStore();
  private final List<JsonNode> events = new ArrayList<>();
  private @Nullable StoreException trouble;
  private boolean previousYear;
  private int sequencer = 0x1000;

  @Test
  void aVerdictIsToldOnceItsOutputsAreWritten() throws IOException {
    drop(KEY, FAILS);
    JsonNode event = events.get(0);
    assertThat(events).hasSize(1);
    assertThat(event.path("bucket").asText()).isEqualTo("inbox");
    assertThat(event.path("key").asText()).isEqualTo(KEY);
    assertThat(event.path("verdict").asText()).isEqualTo("fail");
    assertThat(event.get("previousVerdict").isNull()).isTrue();
    assertThat(event.at("/report/issuer").asText()).contains("青石");
    assertThat(event.at("/findings/0/message/zh").asText()).isNotEmpty();
    assertThat(event.at("/outputs/index.html/key").asText())
        .isEqualTo("results/" + KEY + "/index.html");
    assertThat(event.path("results"))
        .isEqualTo(json("{'bucket':'inbox','prefix':'results/" + KEY + "/'}"));
    assertThat(event.path("sequencer").asText()).isEqualTo("00001000");
    assertThat(event.has("outcome")).isFalse();
    assertThat(problems(event)).isEmpty();
    assertThat(store.text("inbox/results/" + KEY + "/event.json")).isEqualTo(event.toString());
  }

  @Test
  void nothingIsToldTwice() {
    JsonNode event = drop(KEY, PASSES);
    handle(event, "again");
    handle(json("{'bucket':'inbox','key':'" + KEY + "'}"), "asked");
    assertThat(events).hasSize(1);
  }

  @Test
  void aNewContentIsToldOfThoughItsVerdictIsTheSame() {
    drop(KEY, FAILS);
    drop(KEY, FAILS + "<!-- corrected -->");
    assertThat(events)
        .extracting(event -> event.path("previousVerdict").asText())
        .containsExactly("null", "fail");
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void whatTheBusDidNotTakeIsToldByTheRetryWithTheSameId() {
    trouble = new StoreException(StoreException.Kind.THROTTLED, "PutEvents: 503");
    store.upload(KEY, FAILS);
    ObjectNode event = created(KEY);
    assertThatThrownBy(() -> handle(event, "request-1")).hasMessageContaining("throttled");
    assertThat(store.text("inbox/results/" + KEY + "/badge.svg")).contains("项不符");
    handle(event, "request-1");
    assertThat(events).hasSize(1);
    // Put, but not noted: the same id, so that a receiver drops it.
    store.entries.remove("inbox/results/" + KEY + "/event.json");
    handle(event, "request-2");
    assertThat(events).hasSize(2);
    assertThat(events.get(1)).isEqualTo(events.get(0));
  }

  @Test
  void aRemovedReportHasNoEventAndIsNewWhenItComesBack() {
    drop(KEY, FAILS);
    store.entries.remove("inbox/" + KEY);
    handle(json("{'bucket':'inbox','key':'" + KEY + "'}"), "removed");
    assertThat(store.entries).isEmpty();
    assertThat(events).hasSize(1);
    drop(KEY, FAILS);
    assertThat(events).hasSize(2);
    assertThat(events.get(1).get("previousVerdict").isNull()).isTrue();
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void aVersionThatIsNotTheNewestHasNoEvent() {
    store.versioned = true;
    drop(KEY, FAILS);
    drop(KEY, PASSES);
    handle(json("{'bucket':'inbox','key':'" + KEY + "','versionId':'v1'}"), "asked");
    assertThat(events).hasSize(2);
    assertThat(events.get(1).path("versionId").asText())
        .isEqualTo(events.get(1).path("checked").asText());
  }

  /** Two HEADs, a GET and a PUT more than without events, and a HEAD and a GET for a repetition. */
  @Test
  void makesFewRequests() {
    JsonNode event = drop(KEY, FAILS);
    assertThat(store.count()).as("new").isEqualTo("{GET=2, HEAD=4, PUT=4}");
    handle(event, "again");
    assertThat(store.count()).as("again").isEqualTo("{GET=1, HEAD=2}");
  }

  /** The retry finds the year after already checked again; its event is owed all the same. */
  @Test
  void theYearAfterHasItsEventThoughTheBusFailedAtFirst() throws IOException {
    previousYear = true;
    String report = PASSES;
    String before = report.replace("2024", "@").replace("2023", "2022").replace("@", "2023");
    drop("2023.html", report);
    store.upload("2022.html", before);
    ObjectNode event = created("2022.html");
    trouble = new StoreException(StoreException.Kind.TRANSIENT, "PutEvents: 500");
    assertThatThrownBy(() -> handle(event, "request-9")).hasMessageContaining("transient");
    handle(event, "request-9");
    assertThat(events)
        .extracting(each -> each.path("key").asText() + " " + each.path("verdict").asText())
        .containsExactly("2023.html pass", "2023.html fail", "2022.html pass");
  }

  private List<String> ids() {
    return events.stream().map(event -> event.path("id").asText()).toList();
  }

  private JsonNode drop(String key, String text) {
    store.upload(key, text);
    ObjectNode event = created(key);
    handle(event, "request-" + sequencer);
    return event;
  }

  private ObjectNode created(String key) {
    ObjectNode event =
        (ObjectNode)
            json(
                "{'detail-type':'Object Created','source':'aws.s3','detail':{'bucket':{'name':'inbox'}}}");
    MemoryStore.Entry thing = store.entries.get("inbox/" + key);
    ((ObjectNode) event.path("detail"))
        .putObject("object")
        .put("key", key)
        .put("size", thing.bytes().length)
        .put("etag", thing.metadata().etag())
        .put("sequencer", String.format("%08X", sequencer++));
    return event;
  }

  private void handle(JsonNode event, String request) {
    EventSettings settings =
        EventSettings.STANDARD
            .withMaxObjectBytes(1 << 20)
            .withConcurrency(1)
            .withMargin(Duration.ZERO)
            .withPreviousYear(previousYear);
    EventBus bus =
        detail -> {
          StoreException now = trouble;
          trouble = null;
          if (now != null) {
            throw now;
          }
          events.add(parsed(detail));
        };
    new EventHandler(
            store,
            settings,
            RuleSource.of(store, "{rules: {years.in-force: error}}", null, Duration.ofMinutes(1)),
            new EventListener() {
              @Override
              public void done(Outcome outcome) {}

              @Override
              public void failed(Failure failure) {}
            })
        .withFollowUp(new ReportCheckedPublisher(store, settings, bus))
        .handle(event, Invocation.withoutTimeLimit(request));
  }

  private static JsonNode json(String text) {
    return parsed(text.replace('\'', '"'));
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sample(String name) {
    try {
      return Files.readString(Path.of("samples", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the published schema says against an event. */
  private static List<String> problems(JsonNode event) throws IOException {
    try (InputStream in =
        EventBus.class.getResourceAsStream("/org/gongkai/event/report-checked.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(schema, InputFormat.JSON)
          .validate(event.toString(), InputFormat.JSON)
          .stream()
          .map(String::valueOf)
          .toList();
    }
  }
}
