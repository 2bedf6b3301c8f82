package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.publish.Output;
import org.gongkai.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies at by-issuer/NAME/YEAR/; {@link ModelTest} goes through all orders. */
class ByIssuerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FAILS = sample("qingshi-town-2023.html");
  private static final String PASSES = sample("yunxi-county-2023.html");
  private static final String BOTH = "inbox/results/by-issuer/";

  private final MemoryStore store = new MemoryStore();
  private boolean previousYear;

  @Test
  void aBadgeAndAPageLieByNameAndYear() {
    drop("in/x 1.html", PASSES);
    String folder = folder("云溪县人民政府");
    assertThat(store.text(folder + "badge.svg"))
        .isEqualTo(store.text("inbox/results/in/x 1.html/badge.svg"));
    assertThat(store.text(folder + "index.html"))
        .contains("href=\"../../../../results/in/x%201.html/result.json\"")
        .doesNotContain("href=\"result.json\"");
    assertThat(store.entries.get(folder + "badge.svg").metadata().metadata())
        .containsEntry("gongkai-verdict", "pass");
    assertThat(store.entries.get(folder + "badge.svg").contentType()).isEqualTo("image/svg+xml");
  }

  @Test
  void aCorrectedReportHasItsNewBadge() {
    drop("a.html", PASSES.replace("云溪县", "雾山县"));
    drop("a.html", FAILS.replaceAll("青石镇", "雾山县"));
    String key = issuerFolder();
    assertThat(store.text(key + "badge.svg"))
        .isEqualTo(store.text("inbox/results/a.html/badge.svg"));
  }

  @Test
  void aReportThatTurnsOutToBeAnothersLeavesNoBadgeBehind() {
    drop("a.html", PASSES);
    drop("a.html", PASSES.replace("云溪县", "雾山县"));
    assertThat(store.text(folder("云溪县人民政府") + "badge.svg")).contains("尚未核对");
    assertThat(store.text(folder("云溪县人民政府") + "index.html")).contains("尚未核对");
    assertThat(store.text(folder("雾山县人民政府") + "badge.svg")).contains("一致");
    drop("a.html", "什么也不是");
    assertThat(store.text(folder("雾山县人民政府") + "badge.svg")).contains("尚未核对");
  }

  @Test
  void ofTwoReportsOfOneBodyAndYearTheFirstByKeyCountsInAnyOrder() {
    String fails = PASSES.replace(">131<", ">132<");
    assertThat(fails).isNotEqualTo(PASSES);
    Map<String, String> first = null;
    for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
      store.entries.clear();
      for (String key : order) {
        drop(key + ".html", key.equals("a") ? fails : PASSES);
      }
      assertThat(store.text(folder("云溪县人民政府") + "badge.svg")).contains("不符");
      first = first == null ? copies() : first;
      assertThat(copies()).isEqualTo(first);
    }
    take("a.html");
    assertThat(store.text(folder("云溪县人民政府") + "badge.svg")).contains("一致");
    take("b.html");
    assertThat(store.text(folder("云溪县人民政府") + "badge.svg")).contains("尚未核对");
    drop("b.html", PASSES);
    assertThat(store.text(folder("云溪县人民政府") + "badge.svg")).contains("一致");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereverTheStoreFailsTheRetryMendsIt(boolean years) {
    previousYear = years;
    drop("b.html", PASSES);
    drop("b.html", PASSES.replace("云溪县", "雾山县"));
    Map<String, String> wanted = copies();
    for (int at = 1; ; at++) {
      store.entries.clear();
      store.before = (call, request) -> null;
      drop("b.html", PASSES);
      int fatal = at;
      boolean[] failed = {false};
      store.requests.clear();
      store.before =
          (call, request) -> {
            if (call != fatal) {
              return null;
            }
            failed[0] = true;
            return new StoreException(StoreException.Kind.TRANSIENT, "500");
          };
      store.upload("b.html", PASSES.replace("云溪县", "雾山县"));
      try {
        ask("b.html");
      } catch (ReportsFailedException e) {
        ask("b.html");
      }
      assertThat(copies()).as("a fault at call %d", at).isEqualTo(wanted);
      if (!failed[0]) {
        return;
      }
    }
  }

  @Test
  void makesTheseRequests() {
    ObjectNode event = uploaded(PASSES, "01");
    handle(event, "request-1");
    assertThat(store.count()).as("new").isEqualTo("{GET=8, HEAD=8, PUT=6}");
    handle(event, "request-2");
    assertThat(store.count()).as("the same event again").isEqualTo("{HEAD=1}");
    handle(uploaded(PASSES + "<!-- -->", "02"), "request-3");
    assertThat(store.count()).as("overwritten").isEqualTo("{GET=8, HEAD=8, PUT=5}");
  }

  @Test
  void aNameIsOneSegmentWhateverItHolds() {
    EventSettings settings = settings();
    ObjectChange change = ObjectChange.asked("inbox", "a.html", null);
    String key = settings.byIssuer(change, "县".repeat(500), 2023, Output.BADGE_SVG).key();
    assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1024);
    assertThat(key).matches("results/by-issuer/县+~[0-9a-f]{16}/2023/badge\\.svg");
    drop("b.html", PASSES.replace("云溪县", "云/溪（试点）..县"));
    assertThat(issuerFolder()).matches(BOTH + "[\\p{L}\\p{N}]+/2023/");
  }

  private static String folder(String name) {
    return BOTH + name + "/2023/";
  }

  private String issuerFolder() {
    return copies().keySet().stream()
        .filter(key -> key.endsWith("badge.svg"))
        .findFirst()
        .orElseThrow()
        .replace("badge.svg", "");
  }

  private Map<String, String> copies() {
    Map<String, String> copies = new TreeMap<>();
    store.entries.forEach(
        (place, thing) -> {
          if (place.startsWith(BOTH)) {
            copies.put(place, new String(thing.bytes(), StandardCharsets.UTF_8));
          }
        });
    return copies;
  }

  private void drop(String key, String text) {
    store.upload(key, text);
    ask(key);
  }

  private void take(String key) {
    store.entries.remove("inbox/" + key);
    ask(key);
  }

  private EventSettings settings() {
    return EventSettings.STANDARD
        .withMaxObjectBytes(1 << 20)
        .withConcurrency(1)
        .withMargin(Duration.ZERO)
        .withPreviousYear(previousYear)
        .withByIssuer(true);
  }

  private void ask(String key) {
    handle(JSON.createObjectNode().put("bucket", "inbox").put("key", key), "request");
  }

  private ObjectNode uploaded(String text, String sequencer) {
    store.upload("a.html", text);
    ObjectNode event = JSON.createObjectNode();
    event.put("source", "aws.s3").put("detail-type", "Object Created");
    ObjectNode detail = event.putObject("detail");
    detail.putObject("bucket").put("name", "inbox");
    MemoryStore.Entry thing = store.entries.get("inbox/a.html");
    detail
        .putObject("object")
        .put("key", "a.html")
        .put("size", thing.bytes().length)
        .put("etag", thing.metadata().etag())
        .put("sequencer", sequencer);
    return event;
  }

  private void handle(JsonNode event, String request) {
    new EventHandler(
            store,
            settings(),
            RuleSource.of(store, null, null, Duration.ofMinutes(1)),
            new EventListener() {
              @Override
              public void done(Outcome outcome) {}

              @Override
              public void failed(Failure failure) {}
            })
        .handle(event, Invocation.withoutTimeLimit(request));
  }

  private static String sample(String name) {
    try {
      return Files.readString(Path.of("samples", name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
