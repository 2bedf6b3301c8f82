package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "2023/某市 年报+%.html";
  private static final String OUT = "inbox/results/" + KEY;

  private final MemoryStore store = new MemoryStore();
  private final List<Outcome> done = Collections.synchronizedList(new ArrayList<>());
  private final List<Failure> failed = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> pauses = new ArrayList<>();
  private EventSettings settings =
      EventSettings.STANDARD.withMaxObjectBytes(1000).withConcurrency(3);

  @Test
  void everyChoiceOfStyleIsPartOfTheFingerprint() {
    List<Style> styles =
        List.of(
            Style.STANDARD,
            Style.STANDARD.withBadge(Style.Shape.FLAT, Style.Language.EN),
            Style.STANDARD.withLabel("年报核对"),
            Style.STANDARD.withoutCounts(),
            Style.STANDARD.withoutSuggestions(),
            Style.STANDARD.checked("信息科", null),
            Style.STANDARD.checked(null, LocalDate.of(2024, 2, 1)));
    assertThat(styles.stream().map(style -> EventSettings.STANDARD.withStyle(style).fingerprint()))
        .doesNotHaveDuplicates()
        .allMatch(fingerprint -> fingerprint.matches("[ -~]{1,150}"));
  }

  private EventHandler handler() {
    return handler(new StubChecker());
  }

  private EventHandler handler(ReportChecker checker) {
    return new EventHandler(
        store,
        settings,
        () -> checker,
        (bucket, key) -> false,
        new EventListener() {
          @Override
          public void done(Outcome outcome) {
            done.add(outcome);
          }

          @Override
          public void failed(Failure failure) {
            failed.add(failure);
          }
        },
        outcome -> {},
        tries -> pauses.add(tries),
        null);
  }

  private EventSettings settings(int concurrency) {
    return EventSettings.STANDARD.withMaxObjectBytes(1000).withConcurrency(concurrency);
  }

  private JsonNode handle(JsonNode event) {
    return handler().handle(event, Invocation.withoutTimeLimit("request-1"));
  }

  static JsonNode event(String name) throws IOException {
    try (InputStream in = EventHandlerTest.class.getResourceAsStream("/events/" + name + ".json")) {
      return JSON.readTree(in);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3-2.0",
        "s3-2.1",
        "s3-2.2",
        "s3-2.3",
        "s3-2.4",
        "s3-2.5",
        "s3-2.6",
        "eventbridge-created",
        "sns"
      })
  void writesTheOutputsOfWhatABucketTellsOf(String name) throws IOException {
    store.upload(KEY, "fail here");
    JsonNode record = handle(event(name)).path("records").path(0);
    assertThat(record.path("outcome").asText()).isEqualTo("written");
    assertThat(record.path("bucket").asText()).isEqualTo("inbox");
    assertThat(record.path("key").asText()).isEqualTo(KEY);
    assertThat(record.path("verdict").asText()).isEqualTo("fail");
    assertThat(record.path("counts")).isEqualTo(json("{'error':0,'warning':0,'notice':0}"));
    assertThat(record.at("/outputs/badge.svg"))
        .isEqualTo(json("{'bucket':'inbox','key':'results/" + KEY + "/badge.svg'}"));
    assertThat(store.entries.keySet())
        .containsExactlyInAnyOrder(
            "inbox/" + KEY, OUT + "/result.json", OUT + "/badge.svg", OUT + "/index.html");
    assertThat(store.entries.get(OUT + "/badge.svg").contentType()).isEqualTo("image/svg+xml");
    assertThat(store.entries.get(OUT + "/badge.svg").cacheControl()).isEqualTo("no-cache");
    assertThat(store.entries.get(OUT + "/index.html").contentType())
        .isEqualTo("text/html; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3-removed", "eventbridge-deleted"})
  void takesTheOutputsOfARemovedReportAway(String name) throws IOException {
    store.upload(KEY, "pass");
    handle(json("{'bucket':'inbox','key':'" + KEY + "'}"));
    store.entries.remove("inbox/" + KEY);
    assertThat(handle(event(name)).at("/records/0/outcome").asText()).isEqualTo("removed");
    assertThat(store.entries).isEmpty();
  }

  @Test
  void leavesTheOutputsWhereALifecycleRuleTookTheReportAway() throws IOException {
    store.upload(KEY, "pass");
    handle(json("{'bucket':'inbox','key':'" + KEY + "'}"));
    store.entries.remove("inbox/" + KEY);
    ObjectNode bridged = (ObjectNode) event("eventbridge-deleted");
    ((ObjectNode) bridged.path("detail")).put("reason", "Lifecycle Expiration");
    for (JsonNode expired : List.of(event("s3-expired"), bridged)) {
      assertThat(handle(expired).at("/records/0/outcome").asText()).isEqualTo("ignored");
    }
    assertThat(store.entries).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023/",
        ".DS_Store",
        "2023/.~lock.x.docx#",
        ".git/x.html",
        "a/~$x.docx",
        "Thumbs.db",
        "a/thumbs.db",
        "desktop.ini",
        "x.html.crdownload",
        "x.html.PART"
      })
  void ignoresWhatNoPersonUploaded(String key) {
    assertThat(handle(json("{'bucket':'inbox','key':'" + key + "'}")).path("outcome").asText())
        .isEqualTo("ignored");
    assertThat(store.requests).isEmpty();
  }

  @Test
  void saysOfAKeyThatIsTooLongThatItIs() {
    String key = "年".repeat(337) + ".html";
    String other = "年".repeat(337) + ".docx";
    store.upload(key, "pass");
    store.upload(other, "pass");
    JsonNode record = handle(json("{'bucket':'inbox','key':'" + key + "'}"));
    assertThat(record.path("outcome").asText()).isEqualTo("written");
    assertThat(record.path("verdict").asText()).isEqualTo("unreadable");
    String place = record.at("/outputs/result.json/key").asText();
    assertThat(place).startsWith("results/年年").endsWith("/result.json");
    assertThat(place.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1024);
    assertThat(
            handle(json("{'bucket':'inbox','key':'" + other + "'}"))
                .at("/outputs/result.json/key")
                .asText())
        .isNotEqualTo(place);
    store.entries.remove("inbox/" + key);
    assertThat(handle(json("{'bucket':'inbox','key':'" + key + "'}")).path("outcome").asText())
        .isEqualTo("removed");
    assertThat(store.entries).doesNotContainKey("inbox/" + place);
  }

  @Test
  void replacesTheResultOfAReportThatThenNeedsMoreMemoryThanThereIs() {
    store.upload("a.html", "pass");
    handle(json("{'bucket':'inbox','key':'a.html'}"));
    store.upload("a.html", "overflow");
    assertThat(handle(json("{'bucket':'inbox','key':'a.html'}")).path("verdict").asText())
        .isEqualTo("unreadable");
    assertThat(store.text("inbox/results/a.html/badge.svg")).isEqualTo("badge: unreadable");
  }

  @Test
  void keepsNoDocumentOfAReportThatIsDone() {
    AtomicReference<WeakReference<Result>> first = new AtomicReference<>();
    EventHandler handler =
        new EventHandler(
            store,
            settings(1),
            StubChecker::new,
            (bucket, key) -> false,
            new EventListener() {
              @Override
              public void done(Outcome outcome) {
                if (first.get() == null) {
                  first.set(new WeakReference<>(outcome.result()));
                } else {
                  System.gc();
                  assertThat(first.get().get()).isNull();
                  done.add(outcome);
                }
              }

              @Override
              public void failed(Failure failure) {
                failed.add(failure);
              }
            },
            outcome -> {},
            tries -> {},
            null);
    store.upload("a.html", "pass");
    store.upload("b.html", "pass");
    handler.handle(
        json("{'reports':[{'bucket':'inbox','key':'a.html'},{'bucket':'inbox','key':'b.html'}]}"),
        Invocation.withoutTimeLimit("request-1"));
    assertThat(failed).isEmpty();
    assertThat(done).hasSize(1);
  }

  @Test
  void worksOnReportsOfUnknownSizeOneAtATime() {
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    settings = EventSettings.STANDARD.withMaxObjectBytes(Integer.MAX_VALUE - 8);
    ReportChecker slow =
        new StubChecker() {
          @Override
          public Result check(byte[] bytes, Result.Source source) {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000_000);
            working.decrementAndGet();
            return super.check(bytes, source);
          }
        };
    StringBuilder reports = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      store.upload(i + ".html", "pass");
      reports.append(i == 0 ? "" : ",").append("{'bucket':'inbox','key':'" + i + ".html'}");
    }
    handler(slow)
        .handle(json("{'reports':[" + reports + "]}"), Invocation.withoutTimeLimit("request-1"));
    assertThat(failed).isEmpty();
    assertThat(most.get()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = StoreException.Kind.class,
      names = {"PRECONDITION", "CONFLICT"})
  void givesUpWhereOthersAreAlwaysFirstAndWaitsLongerEachTime(StoreException.Kind kind) {
    store.upload("a.html", "pass");
    store.before =
        (call, request) -> request.startsWith("PUT") ? new StoreException(kind, "412") : null;
    assertThatThrownBy(() -> handle(json("{'bucket':'inbox','key':'a.html'}")))
        .hasMessageContaining("others were at it");
    assertThat(failed).extracting(Failure::kind).containsExactly("conflict");
    assertThat(pauses).hasSizeBetween(5, 15).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void leavesTheOutputsWhereOnlyAnOldVersionWasRemoved() throws IOException {
    store.upload(KEY, "pass");
    handle(json("{'bucket':'inbox','key':'" + KEY + "'}"));
    assertThat(handle(event("s3-removed")).at("/records/0/outcome").asText())
        .isEqualTo("unchanged");
    assertThat(store.entries).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3-tagged", "eventbridge-tags"})
  void ignoresWhatLeavesTheContentAlone(String name) throws IOException {
    assertThat(handle(event(name)).at("/records/0/outcome").asText()).isEqualTo("ignored");
    assertThat(store.requests).isEmpty();
  }

  @Test
  void acknowledgesTheTestEvent() throws IOException {
    assertThat(handle(event("s3-test-event"))).isEqualTo(json("{'records':[]}"));
    assertThat(store.requests).isEmpty();
  }

  @Test
  void acknowledgesAKeyThatNoLongerExists() throws IOException {
    assertThat(handle(event("s3-2.1")).at("/records/0/outcome").asText()).isEqualTo("absent");
    assertThat(done).hasSize(1);
    assertThat(store.entries).isEmpty();
  }

  @Test
  void worksSeveralRecordsOfOneKeyInOrder() throws IOException {
    store.upload("a.html", "pass a");
    store.upload("b.html", "fail b");
    JsonNode answer = handle(event("s3-several"));
    assertThat(answer.path("records").findValuesAsText("key"))
        .contains("a.html", "b.html", "a.html");
    assertThat(answer.at("/records/2/outcome").asText()).isEqualTo("unchanged");
    assertThat(store.entries).hasSize(8);
  }

  @Test
  void namesOnlyTheMessagesOfAQueueThatFailed() throws IOException {
    store.upload("a.html", "pass a");
    store.upload("b.html", "fail b");
    store.upload("c.html", "pass c");
    store.before =
        (call, request) ->
            request.contains("b.html/badge.svg")
                ? new StoreException(StoreException.Kind.THROTTLED, "503 SlowDown")
                : null;
    assertThat(handle(event("sqs")))
        .isEqualTo(
            json(
                "{'batchItemFailures':[{'itemIdentifier':'m-bridge'},{'itemIdentifier':'m-poison'},"
                    + "{'itemIdentifier':'m-other'}]}"));
    assertThat(failed)
        .extracting(Failure::kind)
        .containsExactlyInAnyOrder("throttled", "event", "event");
    assertThat(store.entries)
        .containsKeys("inbox/results/a.html/result.json", "inbox/results/c.html/result.json")
        .doesNotContainKey("inbox/results/b.html/result.json");
  }

  @Test
  void answersBatchOperationsInTheirSchema() throws IOException {
    store.upload(KEY, "fail here");
    assertThat(handle(event("batch-1.0")))
        .isEqualTo(
            json(
                "{'invocationSchemaVersion':'1.0',"
                    + "'treatMissingKeysAs':'PermanentFailure',"
                    + "'invocationId':'YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo','results':["
                    + "{'taskId':'dGFza2lkZ29lc2hlcmUK','resultCode':'Succeeded',"
                    + "'resultString':'written fail errors=0 warnings=0 notices=0 relations=0/0'}]}"));
    JsonNode two = handle(event("batch-2.0"));
    assertThat(two.path("invocationSchemaVersion").asText()).isEqualTo("2.0");
    assertThat(two.at("/results/0/resultString").asText()).startsWith("unchanged fail");
    assertThat(two.at("/results/1"))
        .isEqualTo(json("{'taskId':'two','resultCode':'Succeeded','resultString':'absent'}"));
  }

  @Test
  void tellsBatchOperationsWhatToTryAgain() throws IOException {
    store.before = (call, request) -> new StoreException(StoreException.Kind.TRANSIENT, "500");
    assertThat(handle(event("batch-1.0")).at("/results/0/resultCode").asText())
        .isEqualTo("TemporaryFailure");
    store.before = (call, request) -> new StoreException(StoreException.Kind.FORBIDDEN, "403");
    assertThat(handle(event("batch-1.0")).at("/results/0/resultCode").asText())
        .isEqualTo("PermanentFailure");
  }

  @Test
  void answersADirectRequestWithSummaryAndPlaces() throws IOException {
    store.upload(KEY, "pass");
    JsonNode answer = handle(event("direct"));
    assertThat(answer.path("verdict").asText()).isEqualTo("pass");
    assertThat(answer.path("outputs").size()).isEqualTo(3);
    JsonNode several = handle(event("direct-several"));
    assertThat(several.at("/reports/0/outcome").asText()).isEqualTo("unchanged");
    assertThat(several.at("/reports/0/verdict").asText()).isEqualTo("pass");
    assertThat(several.at("/reports/1/outcome").asText()).isEqualTo("absent");
  }

  @Test
  void checksAnOldVersionOnRequestWithoutWritingAnything() {
    store.versioned = true;
    store.upload("a.html", "fail old");
    store.upload("a.html", "pass new");
    JsonNode old = handle(json("{'bucket':'inbox','key':'a.html','versionId':'v1'}"));
    assertThat(old.path("outcome").asText()).isEqualTo("superseded");
    assertThat(old.path("verdict").asText()).isEqualTo("fail");
    assertThat(store.entries).hasSize(1);
    JsonNode current = handle(json("{'bucket':'inbox','key':'a.html','versionId':'v2'}"));
    assertThat(current.path("outcome").asText()).isEqualTo("written");
  }

  @Test
  void answersAnInlineReportWithItsWholeResult() throws IOException {
    assertThat(handle(event("inline")).path("verdict").asText()).isEqualTo("fail");
    assertThat(store.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "'text'",
        "null",
        "{'hello':'world'}",
        "{'Records':[{'eventSource':'aws:kinesis'}]}",
        "{'Records':[{'eventSource':'aws:s3','eventVersion':'3.0','s3':{}}]}",
        "{'Records':[{'eventSource':'aws:s3','eventVersion':'2.1','s3':{'bucket':{'name':'b'},'object':{}}}]}",
        "{'invocationSchemaVersion':'3.0'}",
        "{'bucket':'b'}",
        "{'bucket':7,'key':'k'}",
        "{'reports':{}}",
        "{'name':'x','body':'*'}",
        "{'body':'YQ=='}",
        "{'detail-type':'Object Created','source':'my.app'}",
        "{'version':'2.0','routeKey':'$default','rawPath':'/'}"
      })
  void refusesWhatItDoesNotKnowAndSaysWhatItTakes(String event) {
    assertThatThrownBy(() -> handle(json(event)))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("S3 event notification (2.x)")
        .hasMessageContaining("Base64")
        .message()
        .doesNotContain("\n");
    assertThat(failed).hasSize(1);
    assertThat(store.requests).isEmpty();
  }

  @Test
  void neverTakesItsOwnOutputsForReports() {
    store.upload("a.html", "pass");
    JsonNode first = handle(json("{'bucket':'inbox','key':'a.html'}"));
    assertThat(first.path("outcome").asText()).isEqualTo("written");
    store.requests.clear();
    for (String name : store.entries.keySet()) {
      String key = name.substring("inbox/".length());
      if (key.startsWith("results/")) {
        assertThat(handle(json("{'bucket':'inbox','key':'" + key + "'}")).path("outcome").asText())
            .isEqualTo("ignored");
      }
    }
    assertThat(store.requests).isEmpty();
    // Copied elsewhere, an output is still told by its metadata.
    store.entries.put("inbox/copy.html", store.entries.get("inbox/results/a.html/index.html"));
    assertThat(handle(json("{'bucket':'inbox','key':'copy.html'}")).path("outcome").asText())
        .isEqualTo("ignored");
    assertThat(store.entries).hasSize(5);
  }

  @Test
  void ignoresTheMarkersOfFolders() {
    store.upload("2023/", "");
    assertThat(handle(json("{'bucket':'inbox','key':'2023/'}")).path("outcome").asText())
        .isEqualTo("ignored");
  }

  @Test
  void refusesALargeReportWithoutReadingIt() {
    store.upload("a.html", "pass " + "x".repeat(2000));
    JsonNode answer = handle(json("{'bucket':'inbox','key':'a.html'}"));
    assertThat(answer.path("verdict").asText()).isEqualTo("unreadable");
    assertThat(answer.path("outcome").asText()).isEqualTo("written");
    assertThat(store.count()).isEqualTo("{HEAD=5, PUT=3}");
  }

  @Test
  void makesFewRequests() throws IOException {
    ObjectNode event = (ObjectNode) event("s3-2.1");
    ObjectNode object = (ObjectNode) event.at("/Records/0/s3/object");
    object.put("eTag", store.upload(KEY, "fail here"));
    handle(event);
    assertThat(store.count()).as("a new report").isEqualTo("{GET=1, HEAD=2, PUT=3}");
    handler().handle(event, Invocation.withoutTimeLimit("request-2"));
    assertThat(store.count()).as("the same event again").isEqualTo("{HEAD=1}");
    object.put("eTag", store.upload(KEY, "pass now"));
    object.put("sequencer", "0065A1B2C3D4E5F608");
    handle(event);
    assertThat(store.count()).as("an overwritten report").isEqualTo("{GET=1, HEAD=2, PUT=3}");
    handle(event("direct"));
    assertThat(store.count()).as("asked for again, alone").isEqualTo("{GET=1, HEAD=4}");
    handle(JSON.createObjectNode().set("reports", JSON.createArrayNode().add(event("direct"))));
    assertThat(store.count()).as("asked for again, among others").isEqualTo("{HEAD=4}");
    store.entries.remove("inbox/" + KEY);
    handle(event("s3-removed"));
    assertThat(store.count()).as("a removed report").isEqualTo("{DELETE=3, HEAD=5}");
    handle(event);
    assertThat(store.count()).as("a key that no longer exists").isEqualTo("{GET=1, HEAD=4}");
    store.upload(KEY, "pass");
    handle(JSON.createObjectNode().set("reports", JSON.createArrayNode().add(event("direct"))));
    assertThat(store.count()).as("a backfill's new report").isEqualTo("{GET=1, HEAD=5, PUT=3}");
  }

  @Test
  void checksAgainWhenTheSettingsAreOthers() {
    store.upload("a.html", "pass");
    handle(json("{'bucket':'inbox','key':'a.html'}"));
    settings =
        EventSettings.STANDARD
            .withMaxObjectBytes(1000)
            .withOutputs(List.of(Output.values()))
            .withConcurrency(1)
            .withMargin(Duration.ZERO);
    assertThat(handle(json("{'bucket':'inbox','key':'a.html'}")).path("outcome").asText())
        .isEqualTo("written");
    assertThat(store.entries).containsKey("inbox/results/a.html/badge.json");
  }

  @Test
  void leadsToTheRightStateThoughAnyCallFails() throws IOException {
    for (StoreException.Kind kind : StoreException.Kind.values()) {
      for (boolean answered : new boolean[] {false, true}) {
        for (int at = 1; at <= 13; at++) {
          store.entries.clear();
          store.requests.clear();
          done.clear();
          failed.clear();
          store.upload("a.html", "pass");
          int fatal = at;
          MemoryStore.Fault trouble =
              (call, request) ->
                  call == fatal ? new StoreException(kind, kind + " at " + request) : null;
          store.before = answered ? (call, request) -> null : trouble;
          store.after = answered ? trouble : (call, request) -> null;
          JsonNode upload = s3("a.html", 4);
          for (int tries = 0; tries < 3 && done.isEmpty(); tries++) {
            try {
              handle(upload);
            } catch (ReportsFailedException e) {
              assertThat(e).hasMessageContaining("inbox/a.html").hasMessageContaining(kind.key());
            }
          }
          assertThat(done).as("%s at call %d", kind, at).hasSize(1);
          assertThat(failed.size()).isLessThanOrEqualTo(1);
          assertThat(store.entries).as("%s at call %d", kind, at).hasSize(4);
          assertThat(store.text("inbox/results/a.html/result.json")).contains("pass");
        }
      }
    }
  }

  @Test
  void oneReportsFailureHarmsNoOther() {
    store.upload("a.html", "overflow");
    store.upload("b.html", "bug");
    store.upload("c.html", "pass");
    assertThatThrownBy(
            () ->
                handle(
                    json(
                        "{'reports':[{'bucket':'inbox','key':'a.html'},"
                            + "{'bucket':'inbox','key':'b.html'},{'bucket':'inbox','key':'c.html'}]}")))
        .isInstanceOf(ReportsFailedException.class)
        .hasMessageStartingWith("1 of 3 failed")
        .hasMessageContaining("inbox/b.html");
    assertThat(failed).extracting(Failure::kind).containsExactly("internal");
    assertThat(store.entries).containsKey("inbox/results/a.html/result.json");
    assertThat(store.entries).containsKey("inbox/results/c.html/result.json");
  }

  @Test
  void takesAShortBodyForAFaultAndNotForAReport() {
    store.upload("a.html", "pass whole");
    MemoryStore.Entry whole = store.entries.get("inbox/a.html");
    store.entries.put("inbox/a.html", new MemoryStore.Entry(whole.metadata(), new byte[3], "", ""));
    assertThatThrownBy(() -> handle(json("{'bucket':'inbox','key':'a.html'}")))
        .hasMessageContaining("3 of 10 bytes came");
    assertThat(store.entries).hasSize(1);
  }

  @Test
  void beginsNothingNewWhenTheTimeRunsOut() throws IOException {
    settings = settings(1);
    for (String key : List.of("a.html", "b.html", "c.html")) {
      store.upload(key, "pass");
    }
    AtomicLong left = new AtomicLong(5000);
    Invocation invocation = new Invocation("request-1", () -> left.getAndAdd(-1500));
    assertThat(handler().handle(event("sqs"), invocation))
        .isEqualTo(
            json(
                "{'batchItemFailures':[{'itemIdentifier':'m-sns'},{'itemIdentifier':'m-poison'},"
                    + "{'itemIdentifier':'m-other'}]}"));
    assertThat(failed).extracting(Failure::kind).contains("deadline");
    assertThat(store.entries).doesNotContainKey("inbox/results/c.html/badge.svg");
  }

  @Test
  void letsNoHeaderBeForged() {
    assertThat(
            new ReportState(
                    "e\r\nx-evil: 1",
                    "版本",
                    "s",
                    "",
                    "d",
                    new Outcome.Score("pass", 0, 0, 0, new RelationCounts(42, 42, 0, 0)),
                    ReportSeries.NONE,
                    java.util.Map.of("badge.svg", "x\r\ny"))
                .metadata())
        .containsEntry("gongkai-etag", "ex-evil: 1")
        .containsEntry("gongkai-others", "badge.svg=xy")
        .doesNotContainKey("gongkai-version");
  }

  @Test
  void comparesSequencersAsS3Says() {
    assertThat(ReportState.compare("0065A1", "0065A100")).isZero();
    assertThat(ReportState.compare("0065A1", "0065A101")).isNegative();
    assertThat(ReportState.compare("0065B", "0065A1FF")).isPositive();
    assertThat(ReportState.compare("0065b", "0065B0")).isZero();
  }

  private static JsonNode s3(String key, int size) throws IOException {
    ObjectNode event = (ObjectNode) event("s3-2.1");
    ((ObjectNode) event.at("/Records/0/s3/object")).put("key", key).put("size", size);
    return event;
  }
}
