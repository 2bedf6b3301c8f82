package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.Gongkai;
import org.gongkai.publish.Output;
import org.gongkai.rule.config.UnusedWaiver;
import org.gongkai.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The year before, found among the results: whatever the order, as if it had always been there. */
class AdjacentYearTest {
  private static final String OLD = "2022/yunxi.html";
  private static final String NEW = "2023/yunxi.html";
  private static final String RULE = "years.in-force";

  private final MemoryStore store = new MemoryStore();
  private final List<Outcome> done = Collections.synchronizedList(new ArrayList<>());
  private final List<Failure> failed = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aReportIsCheckedBesideTheYearBefore() {
    drop(OLD, report(2022));
    drop(NEW, report(2023));
    assertThat(rules(OLD)).doesNotContain(RULE);
    assertThat(rules(NEW)).contains(RULE);
  }

  @Test
  void theYearAfterIsCheckedAgainAndTheOutputsAreTheSameBytes() {
    drop(OLD, report(2022));
    drop(NEW, report(2023));
    Map<String, String> first = outputs();
    store.entries.clear();
    done.clear();
    drop(NEW, report(2023));
    assertThat(rules(NEW)).doesNotContain(RULE);
    drop(OLD, report(2022));
    assertThat(outputs()).isEqualTo(first);
    assertThat(done).extracting(outcome -> outcome.change().key()).containsExactly(NEW, NEW, OLD);
  }

  @Test
  void anotherIssuerOrAYearBetweenIsNoYearBefore() {
    drop(OLD, report(2022).replace("云溪县", "青石县"));
    drop("2021/yunxi.html", report(2021));
    drop(NEW, report(2023));
    assertThat(rules(NEW)).doesNotContain(RULE);
  }

  @Test
  void aYearBeforeThatIsCorrectedCorrectsTheYearAfter() {
    drop(OLD, report(2022));
    drop(NEW, report(2023));
    String before = text(NEW);
    String corrected = report(2022).replace(">41<", ">40<");
    assertThat(corrected).isNotEqualTo(report(2022));
    drop(OLD, corrected);
    assertThat(text(NEW)).isNotEqualTo(before);
    Map<String, String> now = outputs();
    store.entries.clear();
    drop(NEW, report(2023));
    drop(OLD, corrected);
    assertThat(outputs()).isEqualTo(now);
  }

  @Test
  void aYearBeforeThatIsTakenAwayIsForgotten() {
    drop(NEW, report(2023));
    Map<String, String> alone = outputs();
    drop(OLD, report(2022));
    assertThat(outputs()).isNotEqualTo(alone);
    take(OLD);
    assertThat(outputs()).isEqualTo(alone);
    take(NEW);
    assertThat(outputs()).isEmpty();
    assertThat(store.entries).as("an empty list").hasSize(1);
  }

  @Test
  void aYearBeforeThatTurnsOutToBeAnothersIsForgotten() {
    drop(NEW, report(2023));
    String alone = text(NEW);
    drop(OLD, report(2022));
    drop(OLD, report(2022).replace("云溪县", "青石县"));
    assertThat(text(NEW)).isEqualTo(alone);
    drop(OLD, report(2022));
    drop(OLD, "什么也不是");
    assertThat(text(NEW)).isEqualTo(alone);
  }

  @Test
  void ofTwoReportsOfOneYearTheFirstByKeyCounts() {
    drop(NEW, report(2023));
    drop("2022/b.html", report(2022));
    String besideB = text(NEW);
    String other = report(2022).replace(">41<", ">40<");
    drop("2022/a.html", other);
    String besideA = text(NEW);
    assertThat(besideA).isNotEqualTo(besideB);
    drop("2022/b.html", report(2022).replace(">41<", ">39<"));
    assertThat(text(NEW)).isEqualTo(besideA);
    drop("2022/b.html", report(2022));
    take("2022/a.html");
    assertThat(text(NEW)).isEqualTo(besideB);
  }

  @Test
  void makesFewRequests() {
    drop(OLD, report(2022));
    assertThat(store.count())
        .as("the first report of an issuer")
        .isEqualTo("{GET=3, HEAD=2, PUT=5}");
    drop(NEW, report(2023));
    assertThat(store.count()).as("the next year's").isEqualTo("{GET=4, HEAD=3, PUT=5}");
    drop(NEW, report(2023));
    assertThat(store.count()).as("the same again").isEqualTo("{GET=1, HEAD=6}");
    drop(NEW, report(2023) + " ");
    assertThat(store.count()).as("overwritten").isEqualTo("{GET=4, HEAD=3, PUT=4}");
    drop(OLD, report(2022) + " ");
    assertThat(store.count())
        .as("the year before overwritten, saying the same")
        .isEqualTo("{GET=3, HEAD=3, PUT=4}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leadsToTheRightStateThoughAnyCallFails(boolean answered) {
    drop(NEW, report(2023));
    drop(OLD, report(2022));
    Map<String, String> wanted = outputs();
    take(OLD);
    Map<String, String> alone = outputs();
    for (int at = 1; at < 30; at++) {
      store.requests.clear();
      int fatal = at;
      MemoryStore.Fault trouble =
          (call, request) ->
              call == fatal
                  ? new StoreException(StoreException.Kind.TRANSIENT, "500 at " + request)
                  : null;
      store.before = answered ? (call, request) -> null : trouble;
      store.after = answered ? trouble : (call, request) -> null;
      ObjectChange upload = upload(OLD, report(2022));
      tried(upload, "upload " + at);
      assertThat(outputs()).as("fault at call %d", at).isEqualTo(wanted);
      store.requests.clear();
      store.entries.remove("inbox/" + OLD);
      tried(removal(OLD), "removal " + at);
      assertThat(outputs()).as("removal, fault at call %d", at).isEqualTo(alone);
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // Yields to mix the orders, not to rely on one.
  @Test
  void twoYearsAtTheSameTimeFindEachOther() throws Exception {
    drop(OLD, report(2022));
    drop(NEW, report(2023));
    Map<String, String> wanted = outputs();
    ExecutorService handlers = Executors.newFixedThreadPool(2);
    try {
      for (int seed = 0; seed < 60; seed++) {
        store.entries.clear();
        Random random = new Random(seed);
        store.before =
            (call, request) -> {
              for (int i = random.nextInt(4); i > 0; i--) {
                Thread.yield();
              }
              return null;
            };
        List<Callable<Object>> both =
            List.of(
                () -> tried(upload(OLD, report(2022)), "old"),
                () -> tried(upload(NEW, report(2023)), "new"));
        for (Future<Object> each : handlers.invokeAll(both)) {
          each.get();
        }
        assertThat(outputs()).as("seed %d", seed).isEqualTo(wanted);
      }
    } finally {
      handlers.shutdownNow();
    }
  }

  @Test
  void aYearAfterThatBreaksHarmsNoOther() {
    drop(NEW, report(2023));
    OutputReconciler reconciler =
        new OutputReconciler(
            store,
            settings(),
            () -> new Breaking(ReportChecker.by(Gongkai.standard(), settings()), NEW),
            listener(),
            tries -> {});
    ObjectChange change = upload(OLD, report(2022));
    assertThat(reconciler.reconcile(change, "d", false).status()).isEqualTo(Outcome.Status.WRITTEN);
    assertThat(failed).extracting(failure -> failure.subject()).containsExactly("inbox/" + NEW);
  }

  @Test
  void withoutTheSwitchNothingOfItIsWritten() {
    OutputReconciler reconciler =
        new OutputReconciler(
            store,
            EventSettings.STANDARD,
            () -> ReportChecker.by(Gongkai.standard(), EventSettings.STANDARD),
            listener(),
            tries -> {});
    reconciler.reconcile(upload(NEW, report(2023)), "d", false);
    assertThat(store.entries).hasSize(4);
    assertThat(store.entries).doesNotContainKey("inbox/results/" + NEW + "/next-year.json");
    assertThat(store.entries.get("inbox/results/" + NEW + "/result.json").metadata().metadata())
        .doesNotContainKeys("gongkai-issuer", "gongkai-year");
  }

  @Test
  void aListThatSomebodyDamagedIsMadeAnew() {
    drop(OLD, report(2022));
    String list =
        store.entries.keySet().stream().filter(key -> key.contains("/.issuers/")).findAny().get();
    MemoryStore.Entry there = store.entries.get(list);
    store.entries.put(
        list,
        new MemoryStore.Entry(
            there.metadata(), "{\"reports\":".getBytes(StandardCharsets.UTF_8), "", ""));
    drop(OLD, report(2022));
    drop(NEW, report(2023));
    assertThat(rules(NEW)).contains(RULE);
  }

  private Object tried(ObjectChange change, String delivery) {
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        return work(change, delivery);
      } catch (StoreException e) {
        assertThat(e.kind().permanent()).isFalse();
      }
    }
    throw new AssertionError(delivery + " failed three times");
  }

  private void drop(String key, String text) {
    work(upload(key, text), "delivery " + key);
  }

  private void take(String key) {
    store.entries.remove("inbox/" + key);
    work(removal(key), "removal of " + key);
  }

  private Outcome work(ObjectChange change, String delivery) {
    OutputReconciler reconciler =
        new OutputReconciler(
            store,
            settings(),
            () -> ReportChecker.by(Gongkai.standard(), settings()),
            listener(),
            tries -> {});
    Outcome outcome = reconciler.reconcile(change, delivery, false);
    if (outcome.status() == Outcome.Status.WRITTEN) {
      done.add(outcome);
    }
    return outcome;
  }

  private ObjectChange upload(String key, String text) {
    String etag = store.upload(key, text);
    int size = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return new ObjectChange(ObjectChange.Kind.CREATED, "inbox", key, null, etag, null, size);
  }

  private static ObjectChange removal(String key) {
    return new ObjectChange(ObjectChange.Kind.REMOVED, "inbox", key, null, null, null, -1);
  }

  private static EventSettings settings() {
    return EventSettings.STANDARD
        .withMaxObjectBytes(1 << 20)
        .withConcurrency(1)
        .withMargin(Duration.ZERO)
        .withPreviousYear(true);
  }

  private OutcomeListener listener() {
    return new OutcomeListener() {
      @Override
      public void done(Outcome outcome) {
        if (outcome.status() == Outcome.Status.WRITTEN) {
          done.add(outcome);
        }
      }

      @Override
      public void failed(ObjectChange change, Throwable cause) {
        failed.add(
            new Failure(change, change.toString(), "internal", cause.toString(), true, cause));
      }
    };
  }

  /** What readers see; the lists of issuers are ours alone. */
  private Map<String, String> outputs() {
    Map<String, String> outputs = new TreeMap<>();
    for (String place : store.entries.keySet()) {
      if (place.startsWith("inbox/results/") && !place.contains("/.issuers/")) {
        outputs.put(place, store.text(place));
      }
    }
    return outputs;
  }

  private String text(String key) {
    return store.text("inbox/results/" + key + "/result.json");
  }

  private List<String> rules(String key) {
    try {
      JsonNode result = new ObjectMapper().readTree(text(key));
      return result.path("findings").findValuesAsText("rule");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample of a county, as of another year. */
  private static String report(int year) {
    try {
      return Files.readString(Path.of("samples", "yunxi-county-2023.html"))
          .replace("2024", "@after")
          .replace("2023", String.valueOf(year))
          .replace("@after", String.valueOf(year + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Breaks at one report. */
  private record Breaking(ReportChecker checker, String key) implements ReportChecker {
    @Override
    public String fingerprint() {
      return checker.fingerprint();
    }

    @Override
    public org.gongkai.rule.Result check(byte[] bytes, org.gongkai.rule.Result.Source source) {
      if (source.name().equals(key)) {
        throw new IllegalStateException("a bug");
      }
      return checker.check(bytes, source);
    }

    @Override
    public org.gongkai.rule.Result refuse(
        org.gongkai.document.Document.Problem problem,
        byte[] bytes,
        org.gongkai.rule.Result.Source source) {
      return checker.refuse(problem, bytes, source);
    }

    @Override
    public org.gongkai.rule.Result beside(
        org.gongkai.rule.Result result, org.gongkai.rule.years.PreviousYear previous) {
      return checker.beside(result, previous);
    }

    @Override
    public List<UnusedWaiver> unused(org.gongkai.rule.Result result) {
      return checker.unused(result);
    }

    @Override
    public byte[] render(Output output, org.gongkai.rule.Result result) {
      return checker.render(output, result);
    }
  }
}
