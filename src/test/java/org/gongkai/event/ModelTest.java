package org.gongkai.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gongkai.Gongkai;
import org.gongkai.publish.Output;
import org.gongkai.rule.Result;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goes through all orders in which the changes of one key, their deliveries and the store calls of
 * two handlers can follow each other. The event handler's own code runs: a handler that waits for
 * its next turn is a list of the answers it got so far, and is brought back by giving it these
 * again. Worlds that were seen before are not entered again.
 *
 * <p>A letter is an upload of that content; {@code -} a removal. Equal letters are equal bytes, so
 * equal ETags; small and capital letters are different reports with the same badge; {@code x} is
 * another issuer's.
 */
class ModelTest {
  private static final OutcomeListener NOBODY =
      new OutcomeListener() {
        @Override
        public void done(Outcome outcome) {
          throw new AssertionError("a report alone has none beside it");
        }

        @Override
        public void failed(ObjectChange change, Throwable cause) {
          throw new AssertionError(cause);
        }
      };
  private static final String KEY = "年报/a b+c%.html";
  private static final String EVENT = "in/results/" + KEY + "/event.json";
  private static final String BUS = "the bus";
  private static final List<String> ISSUERS = List.of("甲县", "乙县");

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a", "-", "ab", "a-", "aa", "aA"})
  void endsWithTheNewestStateWhateverTheOrder(String changes) {
    explore(changes, 2, 0, Output.RESULT_JSON, Output.BADGE_SVG, Output.PAGE);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ab-", "aa-"})
  void endsWithTheNewestStateOfMany(String changes) {
    explore(changes, 2, 0, Output.RESULT_JSON, Output.BADGE_SVG);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a", "-", "ab", "a-", "a-a"})
  void endsWithTheNewestStateThoughAHandlerIsCutOffAnywhere(String changes) {
    explore(changes, 1, 1, Output.RESULT_JSON, Output.BADGE_SVG);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a", "-", "ab", "a-", "aa", "aA", "aa-"})
  void theLastEventIsOfTheNewestStateWhateverTheOrder(String changes) {
    exploreEvents(changes, 2, 0);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a", "-", "ab", "a-", "a-a"})
  void theNewestStateHasItsEventThoughAHandlerIsCutOffAnywhere(String changes) {
    exploreEvents(changes, 1, 1);
  }

  @ParameterizedTest(name = "{0}, {1} times, {2} faults")
  @CsvSource({"a, 2, 0", "aA, 1, 0", "ax, 1, 0", "a-, 1, 0", "a, 1, 1", "a-, 1, 1"})
  void whatLiesByIssuerIsOfTheNewestState(String changes, int copies, int faults) {
    explore(
        new Model(
            changes, copies, faults, List.of(Output.RESULT_JSON, Output.BADGE_SVG), false, true));
  }

  /**
   * Larger ones, on demand: {@code -Dgongkai.model="abc-,2,0 ax,1,1,issuers"} (changes, deliveries
   * of each, faults, whether by issuer).
   */
  @Test
  @EnabledIfSystemProperty(named = "gongkai.model", matches = ".+")
  void endsWithTheNewestStateAsAskedFor() {
    for (String one : System.getProperty("gongkai.model").split(" ")) {
      String[] parts = one.split(",");
      explore(
          new Model(
              parts[0],
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              List.of(Output.RESULT_JSON, Output.BADGE_SVG),
              false,
              parts.length > 3));
    }
  }

  private static void explore(String changes, int copies, int faults, Output... outputs) {
    explore(new Model(changes, copies, faults, List.of(outputs), false, false));
  }

  private static void exploreEvents(String changes, int copies, int faults) {
    explore(new Model(changes, copies, faults, List.of(Output.RESULT_JSON), true, false));
  }

  private static void explore(Model model) {
    long start = System.nanoTime();
    model.explore();
    System.out.printf(
        "%s delivered %d times, %d faults, %d objects: %d worlds, %d ends, %d handler states, %.1f s%n",
        model.changes,
        model.copies,
        model.faults,
        model.places.size(),
        model.seen.size(),
        model.ends,
        model.handlers.size(),
        (System.nanoTime() - start) / 1e9);
  }

  private static EventSettings settings(List<Output> outputs, boolean byIssuer) {
    return EventSettings.STANDARD
        .withMaxObjectBytes(1000)
        .withOutputs(outputs)
        .withConcurrency(1)
        .withMargin(Duration.ZERO)
        .withByIssuer(byIssuer);
  }

  /** An object of the world. */
  private record StoredEntry(String etag, byte[] bytes, Map<String, String> metadata) {
    ObjectMetadata meta() {
      return new ObjectMetadata(etag, null, bytes.length, metadata);
    }
  }

  private sealed interface Ask {}

  private record Head(ObjectLocation place) implements Ask {}

  private record Read(ObjectLocation place) implements Ask {}

  private record Write(ObjectLocation place, NewObject draft, @Nullable String expected)
      implements Ask {}

  private record Delete(ObjectLocation place) implements Ask {}

  private record Put(String detail) implements Ask {}

  /** Thrown by the store to stop a handler that asks for what has not been answered yet. */
  private static final class Suspended extends Error {
    private static final long serialVersionUID = 1;
    final transient Ask ask;

    Suspended(Ask ask) {
      super(null, null, false, false);
      this.ask = ask;
    }
  }

  /** A handler on its way: the delivery it works in and the answers it got. */
  private static final class Handler {
    final int delivery;
    final List<Object> answers;
    final Map<Integer, Integer> next = new HashMap<>();
    @Nullable Ask ask;
    boolean failed;
    int slot;
    int draft;

    Handler(int delivery, List<Object> answers) {
      this.delivery = delivery;
      this.answers = answers;
    }
  }

  /** Gives a handler its answers again. */
  private static final class Replay implements Store, EventBus {
    private final Deque<Object> answers;

    Replay(List<Object> answers) {
      this.answers = new ArrayDeque<>(answers);
    }

    private Object answer(Ask ask) {
      if (answers.isEmpty()) {
        throw new Suspended(ask);
      }
      Object answer = answers.removeFirst();
      if (answer instanceof StoreException fault) {
        throw fault;
      }
      return answer;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<ObjectMetadata> head(ObjectLocation place) {
      return (Optional<ObjectMetadata>) answer(new Head(place));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<StoredObject> read(ObjectLocation place, long limit) {
      return (Optional<StoredObject>) answer(new Read(place));
    }

    @Override
    public String write(ObjectLocation place, NewObject draft, @Nullable String expected) {
      return (String) answer(new Write(place, draft, expected));
    }

    @Override
    public void delete(ObjectLocation place) {
      answer(new Delete(place));
    }

    @Override
    public void put(String detail) {
      answer(new Put(detail));
    }
  }

  /** Everything at one moment, packed: three numbers a world keep millions of them in memory. */
  private static final class World {
    static final int THING = 11;
    static final int HANDLER = 20;
    static final int HALF = 5;

    /** The report and the outputs: a thing's number, 0 for nothing. */
    final int[] entries;

    /** The two handlers: a handler's number + 1, 0 for none; the larger first. */
    final int[] handlers;

    int done;
    int faults;

    /**
     * A bit for each delivery: that waits; that failed and waits or is being tried again; that was
     * made.
     */
    int waiting;

    int owed;
    int made;

    World(int entries) {
      this.entries = new int[entries];
      this.handlers = new int[2];
    }

    World(World world) {
      entries = world.entries.clone();
      handlers = world.handlers.clone();
      done = world.done;
      faults = world.faults;
      waiting = world.waiting;
      owed = world.owed;
      made = world.made;
    }

    World(long high, long mid, long low, int size) {
      this(size);
      for (int i = 0; i < size; i++) {
        long packed = i < HALF ? high : mid;
        entries[i] = (int) (packed >>> i % HALF * THING) & (1 << THING) - 1;
      }
      done = (int) (high >>> 60) & 7;
      faults = (int) (high >>> 56) & 3;
      handlers[0] = (int) low & (1 << HANDLER) - 1;
      handlers[1] = (int) (low >>> HANDLER) & (1 << HANDLER) - 1;
      waiting = (int) (low >>> 40) & 0xff;
      owed = (int) (low >>> 48) & 0xff;
      made = (int) (low >>> 56) & 0xff;
    }

    long high() {
      long high = (long) done << 60 | (long) faults << 56;
      for (int i = 0; i < Math.min(HALF, entries.length); i++) {
        high |= (long) entries[i] << i * THING;
      }
      return high;
    }

    long mid() {
      long mid = 0;
      for (int i = HALF; i < entries.length; i++) {
        mid |= (long) entries[i] << (i - HALF) * THING;
      }
      return mid;
    }

    long low() {
      int first = Math.max(handlers[0], handlers[1]);
      int second = Math.min(handlers[0], handlers[1]);
      return first
          | (long) second << HANDLER
          | (long) waiting << 40
          | (long) owed << 48
          | (long) made << 56;
    }
  }

  /** A set of worlds. */
  private static final class Worlds {
    private static final int PARTS = 3;
    private long[] slots = new long[PARTS << 16];
    private int size;

    int size() {
      return size;
    }

    boolean add(long high, long mid, long low) {
      // Three quarters full.
      if (size > slots.length / PARTS / 4 * 3) {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (int i = 0; i < old.length; i += PARTS) {
          if (old[i] != 0) {
            add(old[i] & ~(1L << 63), old[i + 1], old[i + 2]);
          }
        }
      }
      long mark = high | 1L << 63;
      long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ mid ^ mixed >>> 29) * 0x94D049BB133111EBL;
      int mask = slots.length / PARTS - 1;
      int at = (int) (mixed >>> 33) & mask;
      while (slots[PARTS * at] != 0) {
        if (slots[PARTS * at] == mark
            && slots[PARTS * at + 1] == mid
            && slots[PARTS * at + 2] == low) {
          return false;
        }
        at = at + 1 & mask;
      }
      slots[PARTS * at] = mark;
      slots[PARTS * at + 1] = mid;
      slots[PARTS * at + 2] = low;
      size++;
      return true;
    }
  }

  private static final class Model {
    final String changes;
    final int copies;
    final int faults;
    final List<Output> outputs;
    final boolean events;
    final boolean byIssuer;
    final EventSettings settings;
    final Worlds seen = new Worlds();
    final List<StoredEntry> entries = new ArrayList<>();
    final Map<String, Integer> thingIds = new HashMap<>();
    final List<Handler> handlers = new ArrayList<>();
    final List<String> places = new ArrayList<>();
    long[] open = new long[3 << 12];
    int opened;
    int ends;

    Model(
        String changes,
        int copies,
        int faults,
        List<Output> outputs,
        boolean events,
        boolean byIssuer) {
      this.changes = changes;
      this.copies = copies;
      this.faults = faults;
      this.outputs = outputs;
      this.events = events;
      this.byIssuer = byIssuer;
      this.settings = settings(outputs, byIssuer);
      places.add("in/" + KEY);
      outputs.forEach(output -> places.add("in/results/" + KEY + "/" + output.fileName()));
      if (events) {
        places.add(EVENT);
        places.add(BUS);
      }
      for (String issuer : byIssuer ? ISSUERS : List.<String>of()) {
        byte[] name = issuer.getBytes(StandardCharsets.UTF_8);
        places.add("in/results/.issuers/" + Gongkai.sha256(name).substring(0, 32) + ".json");
        places.add("in/results/by-issuer/" + issuer + "/2023/badge.svg");
      }
      for (int delivery = 0; delivery < changes.length() * copies; delivery++) {
        handler(delivery, List.of());
      }
    }

    ObjectChange change(int i) {
      char c = changes.charAt(i);
      String sequencer = String.format("%08X", 0x1000 + i);
      return c == '-'
          ? new ObjectChange(ObjectChange.Kind.REMOVED, "in", KEY, null, null, sequencer, -1)
          : new ObjectChange(
              ObjectChange.Kind.CREATED,
              "in",
              KEY,
              null,
              etag(report(c)),
              sequencer,
              report(c).length);
    }

    static byte[] report(char c) {
      String verdict = Character.toLowerCase(c) == 'a' ? "pass " : "fail ";
      return (verdict + c + " of " + issuer(c)).getBytes(StandardCharsets.UTF_8);
    }

    static String issuer(char c) {
      return ISSUERS.get(c == 'x' ? 1 : 0);
    }

    static String etag(byte[] bytes) {
      return Gongkai.sha256(bytes).substring(0, 8);
    }

    void explore() {
      World first = new World(places.size());
      first.faults = faults;
      enter(first);
      while (opened > 0) {
        opened -= 3;
        World world = new World(open[opened], open[opened + 1], open[opened + 2], places.size());
        check(world);
        next(world);
      }
      assertThat(ends).isPositive();
    }

    private void enter(World world) {
      long high = world.high();
      long mid = world.mid();
      long low = world.low();
      if (seen.add(high, mid, low)) {
        if (opened + 3 > open.length) {
          open = Arrays.copyOf(open, open.length * 2);
        }
        open[opened++] = high;
        open[opened++] = mid;
        open[opened++] = low;
      }
    }

    private void next(World world) {
      boolean end = true;
      if (world.done == changes.length() && world.faults == 0) {
        // The report stays as it is: a look at it commutes with whatever the other handler does, so
        // it need not be tried later too.
        for (int i = 0; i < 2; i++) {
          if (world.handlers[i] != 0 && handlers.get(world.handlers[i] - 1).slot == 0) {
            step(world, i, world.handlers[i] - 1);
            return;
          }
        }
      }
      if (world.done < changes.length()) {
        World after = new World(world);
        char c = changes.charAt(world.done);
        after.entries[0] = c == '-' ? 0 : thing(report(c), Map.of());
        for (int copy = 0; copy < copies; copy++) {
          after.waiting |= 1 << world.done * copies + copy;
        }
        after.done++;
        enter(after);
        end = false;
      }
      for (int i = 0; i < 2; i++) {
        if (world.handlers[i] != 0) {
          step(world, i, world.handlers[i] - 1);
          end = false;
        } else if (i == 0 || world.handlers[0] != 0) {
          int tried = 0;
          for (int delivery = 0; delivery < changes.length() * copies; delivery++) {
            // Two fresh deliveries of one change are alike but for their names.
            int alike = (world.owed >> delivery & 1) == 0 ? 1 << delivery / copies : 0;
            if ((world.waiting >> delivery & 1) == 1 && (tried & alike) == 0) {
              tried |= alike;
              World started = new World(world);
              started.waiting &= ~(1 << delivery);
              step(started, i, delivery);
              end = false;
            }
          }
        }
      }
      if (end) {
        ends++;
      }
    }

    /** The handler at that place makes its next call. */
    private void step(World world, int place, int id) {
      Handler handler = handlers.get(id);
      World after = new World(world);
      int answer = answer(after, handler);
      Integer next = handler.next.get(answer);
      if (next == null) {
        List<Object> answers = new ArrayList<>(handler.answers);
        answers.add(object(handler, answer));
        next = handler(handler.delivery, answers);
        handler.next.put(answer, next);
      }
      if (world.faults > 0) {
        // The process is gone before the call; or after it.
        enter(failed(world, place, handler.delivery, world.faults - 1));
        enter(failed(after, place, handler.delivery, world.faults - 1));
      }
      Handler now = handlers.get(next);
      if (now.failed) {
        after = failed(after, place, handler.delivery, after.faults);
      } else if (now.ask == null) {
        after.handlers[place] = 0;
        after.owed &= ~(1 << handler.delivery);
        after.made |= 1 << handler.delivery;
      } else {
        after.handlers[place] = next + 1;
      }
      enter(after);
    }

    /** The handler there has failed: its delivery waits again. */
    private World failed(World world, int place, int delivery, int faultsLeft) {
      World after = new World(world);
      after.handlers[place] = 0;
      after.waiting |= 1 << delivery;
      after.owed |= 1 << delivery;
      after.faults = faultsLeft;
      return after;
    }

    /**
     * Does what a handler asks for; a thing's number, 0 for nothing, -1 for a write that was
     * refused.
     */
    private int answer(World world, Handler handler) {
      int there = world.entries[handler.slot];
      if (handler.ask instanceof Put put) {
        String before = there == 0 ? "" : text(there);
        world.entries[handler.slot] = thing(received(before, put.detail), Map.of());
        return 0;
      } else if (handler.ask instanceof Write write) {
        String etag = there == 0 ? null : entries.get(there - 1).etag;
        if (write.expected == null ? etag != null : !write.expected.equals(etag)) {
          return -1;
        }
        world.entries[handler.slot] = handler.draft;
        return handler.draft;
      } else if (handler.ask instanceof Delete) {
        world.entries[handler.slot] = 0;
        return 0;
      }
      return there;
    }

    private Object object(Handler handler, int answer) {
      if (handler.ask instanceof Write) {
        return answer < 0
            ? new StoreException(StoreException.Kind.PRECONDITION, "412")
            : entries.get(answer - 1).etag;
      } else if (handler.ask instanceof Delete || handler.ask instanceof Put) {
        return "";
      }
      Optional<StoredEntry> entry =
          answer == 0 ? Optional.empty() : Optional.of(entries.get(answer - 1));
      return handler.ask instanceof Head
          ? entry.map(StoredEntry::meta)
          : entry.map(there -> new StoredObject(there.meta(), Optional.of(there.bytes)));
    }

    private int thing(byte[] bytes, Map<String, String> metadata) {
      return thingIds.computeIfAbsent(
          etag(bytes) + metadata,
          name -> {
            entries.add(new StoredEntry(etag(bytes), bytes, metadata));
            assertThat(entries.size()).isLessThan(1 << World.THING);
            return entries.size();
          });
    }

    /** A handler that got these answers, run until it asks for the next. */
    private int handler(int delivery, List<Object> answers) {
      Handler handler = new Handler(delivery, answers);
      handlers.add(handler);
      assertThat(handlers.size()).isLessThan(1 << World.HANDLER);
      try {
        Replay replay = new Replay(answers);
        Outcome outcome =
            new OutputReconciler(replay, settings, StubChecker::new, NOBODY, tries -> {})
                .reconcile(change(delivery / copies), "delivery " + delivery, false);
        if (events) {
          new ReportCheckedPublisher(replay, settings, replay, tries -> {}).accept(outcome);
        }
      } catch (Suspended e) {
        handler.ask = e.ask;
        handler.slot = places.indexOf(place(e.ask));
        if (e.ask instanceof Write write) {
          handler.draft = thing(write.draft.bytes(), write.draft.metadata());
        }
      } catch (StoreException e) {
        handler.failed = true;
      }
      return handlers.size() - 1;
    }

    private static String place(Ask ask) {
      return ask instanceof Put
          ? BUS
          : (ask instanceof Head head
                  ? head.place
                  : ask instanceof Read read
                      ? read.place
                      : ask instanceof Write write ? write.place : ((Delete) ask).place)
              .toString();
    }

    /**
     * What a receiver knows that drops repeats: the state of the last event, then each event's id
     * and state.
     */
    private static byte[] received(String before, String detail) {
      try {
        JsonNode event = new ObjectMapper().readTree(detail);
        String state = event.path("checked").asText();
        TreeSet<String> lines = new TreeSet<>(before.lines().skip(1).toList());
        boolean isNew = lines.add(event.path("id").asText() + " " + state);
        String last = isNew ? state : before.lines().findFirst().orElseThrow();
        return (last + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    private String text(int entry) {
      return new String(entries.get(entry - 1).bytes, StandardCharsets.UTF_8);
    }

    /** What must hold whenever nobody is writing. */
    private void check(World world) {
      if (world.handlers[0] != 0 || world.handlers[1] != 0 || world.owed != 0) {
        return;
      }
      // After a fault, outputs may differ until the next event of the key comes; and where the same
      // content was taken away and brought back meanwhile, until the event of that comes.
      boolean agree =
          world.faults == faults
              && (changes.substring(0, world.done).indexOf('-') < 0
                  || isMade(world, world.done - 1));
      for (int i = 2; i <= outputs.size() && agree; i++) {
        if (!state(world, i).equals(state(world, 1))) {
          throw new AssertionError(
              places.get(i)
                  + " is of "
                  + state(world, i)
                  + ", result.json of "
                  + state(world, 1)
                  + " in "
                  + world.done
                  + " changes of "
                  + changes
                  + ", made "
                  + Integer.toBinaryString(world.made));
        }
      }
      if (world.done == changes.length() && allMade(world)) {
        char last = changes.charAt(changes.length() - 1);
        if (events) {
          checkEvents(world, last);
        }
        if (byIssuer) {
          checkByIssuer(world, last);
        }
        assertThat(state(world, 1))
            .as("the newest state")
            .isEqualTo(last == '-' ? "nothing" : etag(report(last)));
        for (int i = 0; i < outputs.size(); i++) {
          if (last == '-') {
            assertThat(world.entries[i + 1]).isZero();
            continue;
          }
          byte[] wanted =
              new StubChecker()
                  .render(
                      outputs.get(i),
                      new StubChecker()
                          .check(
                              report(last),
                              new Result.Source(
                                  KEY,
                                  "in",
                                  KEY,
                                  null,
                                  Gongkai.sha256(report(last)),
                                  report(last).length)));
          assertThat(entries.get(world.entries[i + 1] - 1).bytes).isEqualTo(wanted);
        }
      }
    }

    private void checkByIssuer(World world, char last) {
      for (String issuer : ISSUERS) {
        boolean there = last != '-' && issuer(last).equals(issuer);
        String place = "in/results/by-issuer/" + issuer + "/2023/badge.svg";
        assertThat(state(world, places.indexOf(place)))
            .as(place)
            .isIn(there ? List.of(etag(report(last))) : List.of("nothing", "-"));
      }
    }

    private void checkEvents(World world, char last) {
      int bus = world.entries[places.indexOf(BUS)];
      if (last == '-') {
        assertThat(world.entries[places.indexOf(EVENT)]).as(EVENT).isZero();
        return;
      }
      String newest = etag(report(last));
      assertThat(bus).as("an event").isPositive();
      assertThat(text(bus)).as("the events").containsPattern("(?m) " + newest + "$");
      // A process that ends after it has put an event late, and before it has put the newest again,
      // leaves an older one the last.
      if (world.faults == faults) {
        assertThat(text(bus)).as("the last event").startsWith(newest);
      }
    }

    /** Whether each change was delivered at least once. */
    private boolean allMade(World world) {
      for (int i = 0; i < changes.length(); i++) {
        if (!isMade(world, i)) {
          return false;
        }
      }
      return true;
    }

    private boolean isMade(World world, int change) {
      return (world.made >> change * copies & (1 << copies) - 1) != 0;
    }

    private String state(World world, int place) {
      int entry = world.entries[place];
      return entry == 0
          ? "nothing"
          : entries.get(entry - 1).metadata.getOrDefault("gongkai-etag", "?");
    }
  }
}
