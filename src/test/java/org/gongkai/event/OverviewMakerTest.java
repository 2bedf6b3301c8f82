package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.Gongkai;
import org.gongkai.publish.Output;
import org.gongkai.publish.Overview.Part;
import org.gongkai.publish.Style;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverviewMakerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLES = Path.of("samples");
  private static final List<String> REPORTS =
      List.of("yunxi-county-2023.html", "qingshi-town-2023.html", "yunxi-education-2023.html");

  private final MemoryStore store = new MemoryStore();
  private final List<Failure> failures = new ArrayList<>();

  @BeforeEach
  void writeResults() throws IOException {
    for (String report : REPORTS) {
      byte[] json =
          Output.RESULT_JSON.render(
              Gongkai.standard().check(Files.readAllBytes(SAMPLES.resolve(report)), report),
              Style.STANDARD);
      write("results/2023/" + report + "/badge.svg", "<svg/>");
      write("results/2023/" + report + "/result.json", new String(json, StandardCharsets.UTF_8));
    }
  }

  @Test
  void liesBesideTheResultsAndTheAnswerSaysWhereAndHowMany() throws IOException {
    JsonNode overview = handle("{'overview': {'bucket': 'inbox'}}").path("overview");
    assertThat(overview.path("complete").asBoolean()).isTrue();
    assertThat(overview.path("results").asInt()).isEqualTo(3);
    assertThat(overview.path("unread").asInt()).isZero();
    assertThat(overview.at("/outputs/overview.html/key").asText())
        .isEqualTo("results/overview.html");
    assertThat(overview.path("outputs").size()).isEqualTo(7);
    assertThat(store.text("inbox/results/overview.html"))
        .contains("3 份年报")
        .contains("\"2023/qingshi-town-2023.html\"");
    assertThat(store.entries.get("inbox/results/overview.html").contentType())
        .isEqualTo("text/html; charset=utf-8");
    assertThat(store.text("inbox/results/overview.jsonl").lines()).hasSize(3);
    assertThat(store.entries.keySet()).noneMatch(key -> key.contains(".overview"));
  }

  @Test
  void thoseUnderALongerPrefixHaveOneOfTheirOwn() throws IOException {
    write(
        "results/2022/x.html/result.json",
        store.text("inbox/results/2023/" + REPORTS.get(0) + "/result.json"));
    JsonNode answer = handle("{'overview': {'bucket': 'inbox', 'prefix': 'results/2023'}}");
    assertThat(answer.at("/overview/results").asInt()).isEqualTo(3);
    assertThat(store.text("inbox/results/2023/overview.html"))
        .contains("\"qingshi-town-2023.html\"");
  }

  /** Where each call has time for one request of the list, which gives two keys. */
  @Test
  void goesOnWhereItStoppedUntilItIsTheSameAsMadeInOneGo() throws IOException {
    handle("{'overview': {'bucket': 'inbox'}}");
    List<String> before = contents();
    store.listed = 2;
    String event = "{'overview': {'bucket': 'inbox'}}";
    JsonNode answer = NullNode.getInstance();
    int calls = 0;
    while (!answer.at("/next/overview/progress/collected").asBoolean()) {
      answer = handle(event, new Invocation("call " + ++calls, () -> 5_000));
      assertThat(answer.at("/overview/complete").asBoolean()).isFalse();
      AnswerTest.isDescribed("overview", answer);
      event = answer.path("next").toString();
      assertThat(calls).isLessThan(20);
    }
    assertThat(calls).isGreaterThan(3);
    answer = handle(event, Invocation.withoutTimeLimit("last"));
    AnswerTest.isDescribed("overview", answer);
    assertThat(answer.at("/overview/complete").asBoolean()).isTrue();
    assertThat(answer.at("/overview/results").asInt()).isEqualTo(3);
    assertThat(contents()).isEqualTo(before);
    assertThat(store.entries.keySet()).noneMatch(key -> key.contains(".overview"));
  }

  @Test
  void theSameCallTwiceDoesNoHarm() throws IOException {
    JsonNode answer = handle("{'overview': {'bucket': 'inbox'}}", new Invocation("a", () -> 5_000));
    String next = answer.path("next").toString();
    handle(next, new Invocation("b", () -> 5_000));
    JsonNode again = handle(next);
    assertThat(again.at("/overview/results").asInt()).isEqualTo(3);
  }

  @Test
  void aRunThatFailsLeavesTheOverviewThatIsThere() throws IOException {
    handle("{'overview': {'bucket': 'inbox'}}");
    List<String> before = contents();
    write(
        "results/x.html/result.json",
        store.text("inbox/results/2023/" + REPORTS.get(0) + "/result.json"));
    store.before =
        (call, request) ->
            request.startsWith("GET") && request.contains("/.overview/")
                ? new StoreException(StoreException.Kind.THROTTLED, "503 Slow Down")
                : null;
    assertThatThrownBy(() -> handle("{'overview': {'bucket': 'inbox'}}"))
        .isInstanceOf(ReportsFailedException.class)
        .hasMessageContaining("Slow Down");
    assertThat(failures).extracting(Failure::kind).containsExactly("throttled");
    assertThat(failures.get(0).permanent()).isFalse();
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void runsOutOfTimeWithAFailureWhereTheOverviewCannotBeWrittenInIt() {
    String collected =
        "{'overview': {'bucket': 'inbox', 'progress': {'run': 'r', 'after': 'x', 'batches': 1,"
            + " 'results': 9, 'collected': true}}}";
    assertThatThrownBy(() -> handle(collected, new Invocation("a", () -> 5_000)))
        .isInstanceOf(ReportsFailedException.class)
        .hasMessageContaining("more time or memory");
  }

  @Test
  void whatIsNoResultIsToldAndLeftOut() throws IOException {
    write("results/odd/result.json", "{\"schemaVersion\": 99}");
    write("results/odder/result.json", "[");
    JsonNode overview = handle("{'overview': {'bucket': 'inbox'}}").path("overview");
    assertThat(overview.path("results").asInt()).isEqualTo(3);
    assertThat(overview.path("unread").asInt()).isEqualTo(2);
    assertThat(overview.path("unreadResults").toString()).isEqualTo("[\"odd\",\"odder\"]");
  }

  @Test
  void aResultThatIsGoneMeanwhileIsNotMissed() throws IOException {
    store.after =
        (call, request) -> {
          if (request.startsWith("LIST")) {
            store.entries.remove("inbox/results/2023/" + REPORTS.get(1) + "/result.json");
          }
          return null;
        };
    JsonNode overview = handle("{'overview': {'bucket': 'inbox'}}").path("overview");
    assertThat(overview.path("results").asInt()).isEqualTo(2);
    assertThat(overview.path("unread").asInt()).isZero();
  }

  @Test
  void withAListOfBodiesItSaysWhoHasNotPublished() throws IOException {
    put("office/bodies.csv", "名称,上级\n云溪县教育局,云溪县人民政府\n云溪县人民政府,\n云溪县林业局,云溪县人民政府\n");
    JsonNode answer = handle("{'overview': {'bucket': 'inbox'}}", "s3://office/bodies.csv");
    assertThat(answer.at("/overview/outputs").size()).isEqualTo(9);
    assertThat(store.text("inbox/results/bodies.csv")).contains("云溪县林业局,云溪县人民政府,,2023,0,missing");
    handle("{'overview': {'bucket': 'inbox'}}");
    assertThat(store.entries).doesNotContainKey("inbox/results/bodies.csv");
  }

  @Test
  void aListThatIsNotThereOrWrongIsAFaultOfTheSettings() {
    assertThatThrownBy(() -> handle("{'overview': {'bucket': 'inbox'}}", "s3://office/no.csv"))
        .isInstanceOf(ReportsFailedException.class)
        .hasMessageContaining("s3://office/no.csv");
    put("office/wrong.csv", "name,parent\n甲县教育局,乙县人民政府\n");
    assertThatThrownBy(() -> handle("{'overview': {'bucket': 'inbox'}}", "s3://office/wrong.csv"))
        .hasMessageContaining("line 2, column 7");
    assertThat(failures).extracting(Failure::kind).containsOnly("settings");
    assertThatThrownBy(() -> handle("{'overview': {}}", "bodies.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bodies: s3://bucket/key, is bodies.csv");
  }

  @Test
  void theListIsNoReport() {
    put("inbox/bodies.csv", "名称\n云溪县教育局\n");
    JsonNode answer = handle("{'bucket': 'inbox', 'key': 'bodies.csv'}", "s3://inbox/bodies.csv");
    assertThat(answer.path("outcome").asText()).isEqualTo("ignored");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'overview': []}",
        "{'overview': {}}",
        "{'overview': {'bucket': 'inbox', 'prefix': '2023/'}}",
        "{'overview': {'bucket': 'inbox', 'prefix': 7}}",
        "{'overview': {'bucket': 'inbox', 'progress': {}}}",
        "{'overview': {'bucket': 'inbox', 'progress': {'run': '../..', 'after': '', 'batches': 1,"
            + " 'results': 1, 'collected': true}}}"
      })
  void refusesWhatIsNoSuchRequest(String event) {
    assertThatThrownBy(() -> handle(event)).isInstanceOf(EventRefusedException.class);
    assertThat(failures).hasSize(1);
  }

  private List<String> contents() {
    return Stream.of(Part.values())
        .filter(part -> part != Part.WORKBOOK && !part.needsBodies())
        .map(part -> store.text("inbox/results/" + part.fileName()))
        .toList();
  }

  private void write(String key, String text) {
    put("inbox/" + key, text);
  }

  private void put(String place, String text) {
    int slash = place.indexOf('/');
    ObjectLocation location =
        new ObjectLocation(place.substring(0, slash), place.substring(slash + 1));
    store.write(
        location,
        new NewObject(
            text.getBytes(
                place.endsWith(".csv") ? Charset.forName("GB18030") : StandardCharsets.UTF_8),
            "text/plain",
            "",
            Map.of()),
        null);
  }

  private JsonNode handle(String event) {
    return handle(event, Invocation.withoutTimeLimit("run"));
  }

  private JsonNode handle(String event, Invocation invocation) {
    return handle(event, invocation, null);
  }

  private JsonNode handle(String event, String bodies) {
    return handle(event, Invocation.withoutTimeLimit("run"), bodies);
  }

  private JsonNode handle(String event, Invocation invocation, @Nullable String bodies) {
    RuleSource rules = RuleSource.of(Gongkai.standard());
    EventSettings settings = EventSettings.STANDARD;
    EventListener listener =
        new EventListener() {
          @Override
          public void done(Outcome outcome) {}

          @Override
          public void failed(Failure failure) {
            failures.add(failure);
          }
        };
    EventHandler handler =
        new EventHandler(store, settings, rules, listener)
            .withOverviews(new OverviewMaker(store, settings, rules, bodies));
    try {
      return handler.handle(JSON.readTree(event.replace('\'', '"')), invocation);
    } catch (IOException e) {
      throw new IllegalArgumentException(event, e);
    }
  }
}
