package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.gongkai.Gongkai;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules and waivers that the function is given, as text or as objects, and what becomes of them.
 */
class ConfiguredRuleSourceTest {
  private static final String KEY = "2023/qingshi.html";
  private static final String RULES = "s3://office/rules.yaml";
  private static final String WAIVERS = "s3://office/settings/waivers.yaml";
  private static final String MILD = "rules:\n  requests.row-total: warning\n";

  private final MemoryStore store = new MemoryStore();
  private final List<Failure> failed = new ArrayList<>();
  private final Later clock = new Later(Instant.parse("2024-02-01T03:00:00Z"));
  private String rules;
  private String waivers;
  private RuleSource book;

  @Test
  void theTextItselfConfiguresTheRules() throws IOException {
    rules = MILD;
    drop();
    assertThat(result().path("findings").findValuesAsText("rule")).contains("requests.row-total");
    assertThat(severities("requests.row-total")).containsOnly("warning");
  }

  @Test
  void objectsConfigureRulesAndWaivers() throws IOException {
    rules = RULES;
    waivers = WAIVERS;
    put("office/rules.yaml", "rules:\n  requests.row-total: off\n");
    put("office/settings/waivers.yaml", waiver("requests.column-total", "已书面说明"));
    drop();
    assertThat(severities("requests.row-total")).isEmpty();
    assertThat(result().path("findings").findValuesAsText("waived")).contains("已书面说明");
  }

  @Test
  void objectsAreReadOnceAndLookedAtAgainAfterAWhile() throws IOException {
    rules = RULES;
    waivers = WAIVERS;
    put("office/rules.yaml", MILD);
    put("office/settings/waivers.yaml", "");
    drop();
    assertThat(asked("office/")).isEqualTo("{GET=2}");
    clock.passes(Duration.ofSeconds(59));
    drop();
    assertThat(asked("office/")).isEqualTo("{}");
    clock.passes(Duration.ofSeconds(2));
    drop();
    assertThat(asked("office/")).isEqualTo("{HEAD=2}");
    put("office/rules.yaml", "rules:\n  requests.row-total: notice\n");
    clock.passes(Duration.ofSeconds(61));
    assertThat(drop()).isEqualTo("written");
    assertThat(asked("office/")).isEqualTo("{GET=1, HEAD=2}");
    assertThat(severities("requests.row-total")).containsOnly("notice");
  }

  @Test
  void changedRulesMakeOutputsBeWrittenAgainAndUnchangedOnesNothing() throws IOException {
    assertThat(drop()).isEqualTo("written");
    assertThat(drop()).isEqualTo("unchanged");
    rules = MILD;
    assertThat(drop()).isEqualTo("written");
    assertThat(drop()).isEqualTo("unchanged");
    rules = "# 说明\n" + MILD.replace("  ", "    ");
    assertThat(drop()).as("the same in other words").isEqualTo("unchanged");
    waivers = waiver("requests.row-total", "已书面说明");
    assertThat(drop()).isEqualTo("written");
    assertThat(drop()).isEqualTo("unchanged");
    waivers = waivers.replace("已书面说明", "另有说明");
    assertThat(drop()).as("another reason").isEqualTo("written");
  }

  @Test
  void aWaiverHoldsToTheEndOfItsLastDayInChina() throws IOException {
    waivers = waiver("requests.row-total", "到期再查") + "    expires: 2024-02-01\n";
    drop();
    assertThat(result().path("findings").findValuesAsText("waived")).contains("到期再查");
    clock.passes(Duration.ofHours(12));
    assertThat(drop()).as("23 o'clock in China").isEqualTo("unchanged");
    clock.passes(Duration.ofHours(2));
    assertThat(drop()).as("the next day in China").isEqualTo("written");
    assertThat(result().path("findings").findValuesAsText("waived")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules: [ | 第1行第9列",
        "rules:\\n  requests.row-totals: off | 第2行第3列",
        "rules:\\n  requests.row-total: severe | 第2行第23列",
        "waivers: | 第1行第1列",
      })
  void whatCannotBeUsedIsNamedWithItsPlaceAndNothingIsWritten(String text, String place) {
    rules = RULES;
    put("office/rules.yaml", text.replace("\\n", "\n"));
    assertThatThrownBy(this::drop)
        .isInstanceOf(ReportsFailedException.class)
        .hasMessageContaining("settings")
        .hasMessageContaining(RULES + place)
        .hasMessageContaining(RULES + ", line ");
    assertThat(failed).extracting(Failure::kind).containsExactly("settings");
    assertThat(failed.get(0).permanent()).isTrue();
    assertThat(store.entries).containsOnlyKeys("office/rules.yaml", "inbox/" + KEY);
  }

  @Test
  void onceItIsMendedTheSameEventSucceeds() throws IOException {
    rules = RULES;
    put("office/rules.yaml", "rules: none");
    assertThatThrownBy(this::drop).isInstanceOf(ReportsFailedException.class);
    put("office/rules.yaml", MILD);
    assertThat(drop()).isEqualTo("written");
  }

  @Test
  void rulesThatWereGoodAndAreBrokenNowStopTheFunctionToo() throws IOException {
    rules = RULES;
    put("office/rules.yaml", MILD);
    drop();
    put("office/rules.yaml", "rules: none");
    clock.passes(Duration.ofSeconds(61));
    assertThatThrownBy(this::drop).isInstanceOf(ReportsFailedException.class);
    assertThatThrownBy(this::drop).as("at once, too").isInstanceOf(ReportsFailedException.class);
  }

  @Test
  void anObjectThatIsMissingTooLargeOrNoTextIsNamed() {
    rules = RULES;
    assertThatThrownBy(this::drop).hasMessageContaining("设置文件不存在：" + RULES);
    put("office/rules.yaml", "#".repeat((1 << 20) + 1));
    assertThatThrownBy(this::drop).hasMessageContaining("1 MB");
    store.entries.put(
        "office/rules.yaml",
        new MemoryStore.Entry(
            new ObjectMetadata("gbk", null, 2, Map.of()),
            new byte[] {(byte) 0xb9, (byte) 0xa4},
            "",
            ""));
    assertThatThrownBy(this::drop).hasMessageContaining("UTF-8");
  }

  @Test
  void aStoreThatFailsIsAFaultToTryAgain() throws IOException {
    rules = RULES;
    put("office/rules.yaml", MILD);
    store.before =
        (call, request) ->
            request.contains("office/")
                ? new StoreException(StoreException.Kind.THROTTLED, "503 SlowDown")
                : null;
    assertThatThrownBy(this::drop).isInstanceOf(ReportsFailedException.class);
    assertThat(failed.get(0).permanent()).isFalse();
    store.before = (call, request) -> null;
    assertThat(drop()).isEqualTo("written");
  }

  @Test
  void theFilesThemselvesAreNoReports() {
    rules = "s3://inbox/rules.yaml";
    put("inbox/rules.yaml", MILD);
    assertThat(handle("rules.yaml").path("outcome").asText()).isEqualTo("ignored");
    assertThat(store.entries).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://", "s3://office", "s3://office/", "s3:///rules.yaml"})
  void aPlaceThatNamesNoObjectIsRefused(String place) {
    rules = place;
    assertThatThrownBy(this::book)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rules: s3://bucket/key");
  }

  @Test
  void onlyWaiversThatNameTheReportAreToldOfWhereTheyAreOfNoUse() throws IOException {
    waivers =
        """
        waivers:
          - {rule: years.carried-over, reason: a}
          - {rule: years.carried-over, file: 2023/*, reason: b}
          - {rule: years.carried-over, file: 2023/other.html, reason: c}
          - {finding: 0123456789abcdef, reason: d}
          - {rule: years.carried-over, file: 2023/qingshi.html, reason: e}
          - {rule: requests.row-total, file: 2023/qingshi.html, reason: f}
        """;
    upload();
    JsonNode unused = handle(KEY).path("unusedWaivers");
    assertThat(unused).hasSize(1);
    assertThat(unused.at("/0/zh").asText()).isEqualTo("第6行的豁免没有对应的问题，可以删去。");
  }

  @Test
  void inlineReportsAreCheckedByThemToo() throws IOException {
    rules = "rules:\n  requests.row-total: off\n";
    Result plain = Gongkai.standard().check(bytes(), "x.html");
    assertThat(plain.findings()).extracting(Finding::rule).contains("requests.row-total");
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("name", "x.html");
    event.put("body", Base64.getEncoder().encodeToString(bytes()));
    assertThat(handler().handle(event, Invocation.withoutTimeLimit("r")).findValuesAsText("rule"))
        .isNotEmpty()
        .doesNotContain("requests.row-total");
  }

  private static String waiver(String rule, String reason) {
    return "waivers:\n  - rule: " + rule + "\n    reason: " + reason + "\n";
  }

  /** Has a report checked, and says what became of it. */
  private String drop() throws IOException {
    upload();
    return handle(KEY).path("outcome").asText();
  }

  private void upload() throws IOException {
    store.upload(KEY, new String(bytes(), StandardCharsets.UTF_8));
  }

  private static byte[] bytes() throws IOException {
    return Files.readAllBytes(Path.of("samples", "qingshi-town-2023.html"));
  }

  private JsonNode handle(String key) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("bucket", "inbox");
    return handler().handle(event.put("key", key), Invocation.withoutTimeLimit("r"));
  }

  private JsonNode result() throws IOException {
    return new ObjectMapper().readTree(store.text("inbox/results/" + KEY + "/result.json"));
  }

  private List<String> severities(String rule) throws IOException {
    List<String> severities = new ArrayList<>();
    for (JsonNode finding : result().path("findings")) {
      if (finding.path("rule").asText().equals(rule)) {
        severities.add(finding.path("severity").asText());
      }
    }
    return severities;
  }

  private void put(String place, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    store.entries.put(
        place,
        new MemoryStore.Entry(
            new ObjectMetadata(Gongkai.sha256(bytes), null, bytes.length, Map.of()),
            bytes,
            "",
            ""));
  }

  private String asked(String start) {
    store.requests.removeIf(request -> !request.contains(" " + start));
    return store.count();
  }

  /** The same rulebook from call to call, as in a function that is warm. */
  private RuleSource book() {
    if (book == null || !(rules + waivers).equals(made)) {
      made = rules + waivers;
      book = new ConfiguredRuleSource(store, rules, waivers, Duration.ofSeconds(60), clock);
    }
    return book;
  }

  private String made = "";

  private EventHandler handler() {
    EventSettings settings =
        EventSettings.STANDARD
            .withMaxObjectBytes(1 << 20)
            .withConcurrency(1)
            .withMargin(Duration.ZERO);
    return new EventHandler(
        store,
        settings,
        book(),
        new EventListener() {
          @Override
          public void done(Outcome outcome) {}

          @Override
          public void failed(Failure failure) {
            failed.add(failure);
          }
        });
  }

  /** A clock that only moves when told to. */
  private static final class Later extends Clock {
    private Instant now;

    Later(Instant now) {
      this.now = now;
    }

    void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.ofHours(8);
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
