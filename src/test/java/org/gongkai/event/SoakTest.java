package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gongkai.Gongkai;
import org.gongkai.fuzz.FuzzSupport;
import org.gongkai.store.FolderStore;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many reports through the event handler of one process over a folder that fails now and then,
 * before or after it did what it was asked, as the platform would deliver them: what failed comes
 * again.
 *
 * <p>{@code -Dgongkai.soak.reports=200000} makes it the long one; {@code docs/testing.md} has its
 * figures.
 */
class SoakTest {
  private static final int REPORTS = Integer.getInteger("gongkai.soak.reports", 300);
  private static final int BATCH = 10;

  /** One store call of so many fails. */
  private static final int FAULTS = 40;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @TempDir Path folder;

  private final Map<String, Integer> verdicts = new TreeMap<>();

  /** A bit a report: a set of names would grow as a leak does. */
  private final BitSet worked = new BitSet();

  private int keys;
  private int failures;
  private int deliveries;

  @Test
  void countsAddUpAndNothingIsKept() throws Exception {
    List<byte[]> contents = contents();
    List<String> expected =
        contents.stream()
            .map(bytes -> Gongkai.standard().check(bytes, "x").verdict().key())
            .toList();
    assertThat(expected).contains("pass", "fail", "unreadable");
    // So that the next report at a key has another content.
    keys = contents.size() + 1;
    FaultyStore store = new FaultyStore(new FolderStore(Map.of("inbox", folder)));
    EventSettings settings = EventSettings.STANDARD.withConcurrency(2);
    EventHandler handler =
        new EventHandler(store, settings, RuleSource.of(Gongkai.standard()), journal());

    Map<String, Integer> told = new TreeMap<>();
    List<Footprint> prints = new ArrayList<>();
    int stride = Math.max(BATCH, REPORTS / 10 / BATCH * BATCH);
    for (int first = 0; first < REPORTS; first += BATCH) {
      Map<String, ObjectNode> messages = new TreeMap<>();
      for (int i = first; i < Math.min(REPORTS, first + BATCH); i++) {
        int content = i % contents.size();
        told.merge(expected.get(content), 1, Integer::sum);
        messages.put("m" + i, message(i, contents.get(content)));
      }
      // As SQS does: what is named as failed, and only that, comes again.
      for (int round = 0; !messages.isEmpty(); round++) {
        assertThat(round).as("rounds of one batch").isLessThan(20);
        deliveries += messages.size();
        JsonNode answer = handler.handle(queue(messages), Invocation.withoutTimeLimit("r" + first));
        Set<String> failed = new HashSet<>();
        answer.get("batchItemFailures").forEach(f -> failed.add(f.get("itemIdentifier").asText()));
        messages.keySet().retainAll(failed);
      }
      if ((first + BATCH) % stride == 0) {
        prints.add(Footprint.now(first + BATCH));
      }
    }
    prints.forEach(System.out::println);
    System.out.printf(
        "soak: %d reports %s, %d deliveries, %d failed, %d faults in %d store calls%n",
        REPORTS, verdicts, deliveries, failures, store.faults, store.calls);

    assertThat(worked.cardinality()).isEqualTo(REPORTS);
    assertThat(verdicts).isEqualTo(told);
    assertThat(deliveries).isEqualTo(REPORTS + failures);
    assertThat(failures).isPositive();
    for (int key = 0; key < Math.min(keys, REPORTS); key++) {
      int last = key + (REPORTS - 1 - key) / keys * keys;
      JsonNode result =
          new ObjectMapper()
              .readTree(folder.resolve("results/" + key(last) + "/result.json").toFile());
      byte[] content = contents.get(last % contents.size());
      assertThat(result.at("/source/sha256").asText()).isEqualTo(Gongkai.sha256(content));
      assertThat(result.at("/verdict").asText()).isEqualTo(expected.get(last % contents.size()));
    }
    if (prints.size() > 2) {
      Footprint warm = prints.get(prints.size() / 5);
      Footprint last = prints.get(prints.size() - 1);
      // A few that other tests in the same process left behind may come and go.
      assertThat(last.threads()).as("threads").isLessThanOrEqualTo(warm.threads() + 3);
      assertThat(last.files()).as("open files").isLessThanOrEqualTo(warm.files() + 8);
      assertThat(last.heap()).as("heap after collection").isLessThan(warm.heap() + (8 << 20));
    }
  }

  /** What the process holds once garbage is collected. */
  private record Footprint(int reports, long heap, int threads, long files) {
    static Footprint now(int reports) throws InterruptedException {
      System.gc();
      Thread.sleep(50); // Workers of the last event end.
      return new Footprint(
          reports,
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
              ? system.getOpenFileDescriptorCount()
              : 0);
    }

    @Override
    public String toString() {
      return "soak: after %d reports %.1f MB of heap, %d threads, %d open files"
          .formatted(reports, heap / 1048576.0, threads, files);
    }
  }

  /** Each key gets another content each time: reports that hold, that break, and no reports. */
  private static List<byte[]> contents() {
    List<byte[]> contents = new ArrayList<>();
    FuzzSupport.files(".html", ".txt")
        .filter(bytes -> bytes.length < 30_000)
        .forEach(contents::add);
    contents.add("<html><p>本局放假通知</p>".getBytes(StandardCharsets.UTF_8));
    contents.add(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    contents.add(new byte[0]);
    return contents;
  }

  private String key(int i) {
    return "2023/" + i % keys + ".html";
  }

  private ObjectNode message(int i, byte[] content) throws IOException {
    Path file = folder.resolve(key(i));
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, content);
    ObjectNode object = NODES.objectNode();
    object.put("key", key(i));
    object.put("size", content.length);
    object.put("sequencer", "%016X".formatted(i));
    ObjectNode record = NODES.objectNode();
    record.put("eventVersion", "2.1").put("eventSource", "aws:s3");
    record.put("eventName", "ObjectCreated:Put");
    record
        .putObject("s3")
        .<ObjectNode>set("object", object)
        .putObject("bucket")
        .put("name", "inbox");
    ObjectNode body = NODES.objectNode();
    body.putArray("Records").add(record);
    return NODES
        .objectNode()
        .put("messageId", "m" + i)
        .put("eventSource", "aws:sqs")
        .put("body", body.toString());
  }

  private static ObjectNode queue(Map<String, ObjectNode> messages) {
    ObjectNode event = NODES.objectNode();
    ArrayNode records = event.putArray("Records");
    messages.values().forEach(records::add);
    return event;
  }

  private EventListener journal() {
    return new EventListener() {
      @Override
      public synchronized void done(Outcome outcome) {
        // A delivery that failed after its last write finds everything done.
        assertThat(outcome.status()).isIn(Outcome.Status.WRITTEN, Outcome.Status.UNCHANGED);
        int report = Integer.parseInt(outcome.change().sequencer(), 16);
        if (!worked.get(report)) {
          worked.set(report);
          verdicts.merge(outcome.score().verdict(), 1, Integer::sum);
        }
      }

      @Override
      public synchronized void failed(Failure failure) {
        assertThat(failure.kind()).isIn("transient", "throttled", "conflict");
        failures++;
      }
    };
  }

  /** Fails now and then: before it does what it is asked, or after, so that nobody knows. */
  private static final class FaultyStore implements Store {
    private final Store store;
    private final Random random = new Random(1);
    private int calls;
    private int faults;

    FaultyStore(Store store) {
      this.store = store;
    }

    @Override
    public Optional<ObjectMetadata> head(ObjectLocation place) {
      return maybe(() -> store.head(place));
    }

    @Override
    public Optional<StoredObject> read(ObjectLocation place, long limit) {
      return maybe(() -> store.read(place, limit));
    }

    @Override
    public String write(ObjectLocation place, NewObject draft, @Nullable String expected) {
      return maybe(() -> store.write(place, draft, expected));
    }

    @Override
    public void delete(ObjectLocation place) {
      maybe(
          () -> {
            store.delete(place);
            return "";
          });
    }

    private <T> T maybe(Supplier<T> call) {
      int drawn = drawn();
      if (drawn == 0) {
        throw new StoreException(StoreException.Kind.THROTTLED, "503 Slow Down");
      }
      T answer = call.get();
      if (drawn == 1) {
        throw new StoreException(StoreException.Kind.TRANSIENT, "the answer was lost");
      }
      if (drawn == 2) {
        throw new StoreException(StoreException.Kind.CONFLICT, "409");
      }
      return answer;
    }

    private synchronized int drawn() {
      calls++;
      int drawn = random.nextInt(3 * FAULTS);
      faults += drawn < 3 ? 1 : 0;
      return drawn;
    }
  }
}
