package org.gongkai.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.Gongkai;
import org.gongkai.event.Outcome.Fate;
import org.gongkai.event.Outcome.Times;
import org.gongkai.publish.Output;
import org.gongkai.rule.Result;
import org.gongkai.store.Content;
import org.gongkai.store.Draft;
import org.gongkai.store.Meta;
import org.gongkai.store.Place;
import org.gongkai.store.Store;
import org.gongkai.store.StoreFault;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the outputs of one report those of its newest state, whatever the order or number of events
 * and whoever else is at it.
 *
 * <p>An event is only an occasion: the newest state is what the store says now. How it stays right:
 *
 * <ul>
 *   <li>Each output notes the state that it was made from. What is to be replaced is looked at
 *       before the report is, and replaced only if it is still the same ({@code If-Match}, {@code
 *       If-None-Match}): nothing older replaces anything newer, but for two cases that an ETag
 *       cannot tell: the same content written again, and nothing there again after a removal.
 *   <li>Therefore, whoever changed an output looks at all of them and at the report once more, and
 *       goes on until all agree. The last to change anything so sees all as it stays.
 *   <li>{@code result.json} is written last, so it stands for all: one look at it settles an event
 *       that was worked in before.
 *   <li>Whoever could not finish has failed and is tried again with the same delivery id; finding
 *       its own id in {@code result.json} it does not trust it.
 * </ul>
 */
final class Upkeep {
  private static final int ROUNDS = 12;

  private final Store store;
  private final Settings settings;
  private final String fingerprint;
  private final Inspection inspection;

  Upkeep(Store store, Settings settings, Inspection inspection) {
    this.store = store;
    this.settings = settings;
    this.fingerprint = State.plain(settings.fingerprint());
    this.inspection = inspection;
  }

  /**
   * Works a change in.
   *
   * @param delivery the id of its delivery: the same when it is tried again, another when it is
   *     delivered again
   * @throws StoreFault when the store fails; the same change again leads to the right state
   */
  Outcome work(Change change, String delivery) {
    if (change.kind() == Change.Kind.OTHER
        || settings.isOutput(change.bucket(), change.key())
        || change.key().endsWith("/")) {
      return Outcome.without(change, Fate.IGNORED);
    }
    return new Task(change, State.plain(delivery)).run();
  }

  /** A report of a certain state, checked. */
  private record Checked(Meta report, Result result, Map<Output, byte[]> files) {
    byte[] file(Output output) {
      return Objects.requireNonNull(files.get(output), output::fileName);
    }
  }

  /** One change being worked in. */
  private final class Task {
    private final Change change;
    private final String delivery;
    private final Place report;
    private final long begin = System.nanoTime();
    private long reading;
    private long checking;
    private @Nullable Checked checked;

    Task(Change change, String delivery) {
      this.change = change;
      this.delivery = delivery;
      this.report = new Place(change.bucket(), change.key());
    }

    Outcome run() {
      Optional<Meta> marker = store.head(place(Output.RESULT_JSON));
      State noted = marker.map(State::of).orElse(null);
      if (noted != null && settles(noted)) {
        return unchanged(noted);
      }
      if (marker.isEmpty() && isKnownToFit()) {
        // Most likely new: straight to it. If it is not, nothing gets written.
        marker = null;
        Optional<Meta> newest = read();
        if (newest.isPresent()) {
          if (State.marks(newest.get())) {
            return Outcome.without(change, Fate.IGNORED);
          }
          write(checked(newest.get()), Map.of());
        }
      }
      boolean removed = false;
      for (int round = 0; round < ROUNDS; round++) {
        Map<Output, Meta> there = outputs(round == 0 ? marker : null);
        // Only now the report: what will be replaced was looked at before.
        Optional<Meta> seen = store.head(report);
        if (seen.isEmpty()) {
          if (there.isEmpty()) {
            return Outcome.without(
                change,
                removed || change.kind() == Change.Kind.REMOVED ? Fate.REMOVED : Fate.ABSENT);
          }
          remove(there);
          removed = true;
          continue;
        }
        if (State.marks(seen.get())) {
          return Outcome.without(change, Fate.IGNORED);
        }
        if (change.kind() == Change.Kind.ASKED && !isAskedFor(seen.get())) {
          return superseded();
        }
        Meta result = there.get(Output.RESULT_JSON);
        State written = result == null ? null : State.of(result);
        if (written != null && complete(there, seen.get())) {
          return checked != null && same(seen.get(), checked.report())
              ? outcome(Fate.WRITTEN, checked.result(), places())
              : unchanged(written);
        }
        Optional<Meta> newest = isSettledBy(seen.get()) ? seen : read();
        if (newest.isPresent() && !State.marks(newest.get())) {
          write(checked(newest.get()), there);
        }
      }
      throw new StoreFault(
          StoreFault.Kind.CONFLICT, change + ": others were at it " + ROUNDS + " times");
    }

    /**
     * Whether one look at {@code result.json} is enough: this very change was worked in by another
     * delivery.
     */
    private boolean settles(State noted) {
      return change.kind() == Change.Kind.CREATED
          && change.sequencer() != null
          && State.compare(noted.sequencer(), change.sequencer()) == 0
          && noted.settings().equals(fingerprint)
          && !noted.delivery().equals(delivery);
    }

    /** Whether the report need not be looked at before it is read. */
    private boolean isKnownToFit() {
      return change.kind() == Change.Kind.CREATED
          && change.size() >= 0
          && change.size() <= settings.maxObjectBytes();
    }

    /** Whether a report need not be read: it is an output, too large, or was read before. */
    private boolean isSettledBy(Meta seen) {
      return State.marks(seen)
          || seen.size() > settings.maxObjectBytes()
          || checked != null && same(seen, checked.report());
    }

    /**
     * The outputs that are there; {@code result.json} is looked at first, unless it has been just
     * now.
     */
    @SuppressWarnings("NullableOptional") // null: not looked at; empty: not there
    private Map<Output, Meta> outputs(@Nullable Optional<Meta> marker) {
      Map<Output, Meta> there = new EnumMap<>(Output.class);
      for (Output output : settings.outputs()) {
        Optional<Meta> meta =
            output == Output.RESULT_JSON && marker != null ? marker : store.head(place(output));
        meta.ifPresent(present -> there.put(output, present));
      }
      return there;
    }

    private boolean isAskedFor(Meta current) {
      return change.versionId() == null || change.versionId().equals(current.versionId());
    }

    private boolean complete(Map<Output, Meta> there, Meta current) {
      for (Output output : settings.outputs()) {
        Meta meta = there.get(output);
        if (meta == null || !isFrom(meta, current)) {
          return false;
        }
      }
      return true;
    }

    /**
     * Reads the newest state; {@link #checked} has it afterwards, unless it is an output or too
     * large.
     */
    private Optional<Meta> read() {
      long start = System.nanoTime();
      Optional<Content> content = store.read(report, settings.maxObjectBytes());
      reading += System.nanoTime() - start;
      if (content.isEmpty()) {
        return Optional.empty();
      }
      Meta meta = content.get().meta();
      byte[] bytes = content.get().bytes().orElse(null);
      if (bytes != null && !isSettledBy(meta)) {
        checked = checked(meta, check(whole(bytes, meta), meta));
      }
      return Optional.of(meta);
    }

    private byte[] whole(byte[] bytes, Meta meta) {
      if (bytes.length != meta.size()) {
        throw new StoreFault(
            StoreFault.Kind.TRANSIENT,
            change + ": " + bytes.length + " of " + meta.size() + " bytes came");
      }
      return bytes;
    }

    /** What was checked last, if it is that state; else it is one that is too large to be read. */
    private Checked checked(Meta meta) {
      if (checked == null || !same(meta, checked.report())) {
        checked = checked(meta, check(null, meta));
      }
      return checked;
    }

    private Checked checked(Meta meta, Result result) {
      long start = System.nanoTime();
      Map<Output, byte[]> files = new EnumMap<>(Output.class);
      for (Output output : settings.outputs()) {
        files.put(output, inspection.render(output, result));
      }
      checking += System.nanoTime() - start;
      return new Checked(meta, result, files);
    }

    private Result check(byte @Nullable [] bytes, Meta meta) {
      long start = System.nanoTime();
      Result result =
          inspection.check(
              bytes,
              new Result.Source(
                  change.key(),
                  change.bucket(),
                  change.key(),
                  meta.versionId(),
                  bytes == null ? null : Gongkai.sha256(bytes),
                  meta.size()));
      checking += System.nanoTime() - start;
      return result;
    }

    /** Writes what is not of that state yet; leaves off where others are at it too. */
    private void write(Checked now, Map<Output, Meta> there) {
      // What was found may be newer than what was told of: then its sequencer is not known.
      String told = now.report().etag().equals(change.etag()) ? change.sequencer() : null;
      State state =
          new State(
              State.plain(now.report().etag()),
              State.version(now.report()),
              fingerprint,
              told == null ? "" : State.plain(told),
              delivery,
              Outcome.Score.of(now.result()));
      try {
        for (Output output : inOrder()) {
          Meta old = there.get(output);
          if (old == null || !isFrom(old, now.report())) {
            Draft draft =
                new Draft(
                    now.file(output),
                    output.contentType(),
                    output.cacheControl(),
                    state.metadata());
            store.write(place(output), draft, old == null ? null : old.etag());
          }
        }
      } catch (StoreFault e) {
        // 412: look again; 409: try again. Both are the next round.
        if (e.kind() != StoreFault.Kind.PRECONDITION && e.kind() != StoreFault.Kind.CONFLICT) {
          throw e;
        }
      }
    }

    private boolean isFrom(Meta output, Meta report) {
      State state = State.of(output);
      return state != null && state.isFrom(report, fingerprint);
    }

    private void remove(Map<Output, Meta> there) {
      for (Output output : inOrder()) {
        if (there.containsKey(output)) {
          store.delete(place(output));
        }
      }
    }

    /** A version that is not the newest: its result is told, and nothing written. */
    private Outcome superseded() {
      Optional<Content> content =
          store.read(
              new Place(change.bucket(), change.key(), change.versionId()),
              settings.maxObjectBytes());
      if (content.isEmpty()) {
        return Outcome.without(change, Fate.ABSENT);
      }
      Result result =
          check(
              content.get().bytes().map(bytes -> whole(bytes, content.get().meta())).orElse(null),
              content.get().meta());
      return outcome(Fate.SUPERSEDED, result, List.of());
    }

    private Outcome unchanged(State noted) {
      return new Outcome(change, Fate.UNCHANGED, noted.score(), places(), null, null);
    }

    private Outcome outcome(Fate fate, Result result, List<Place> outputs) {
      Times times = new Times(millis(reading), millis(checking), millis(System.nanoTime() - begin));
      return new Outcome(change, fate, Outcome.Score.of(result), outputs, result, times);
    }

    private List<Place> places() {
      return settings.outputs().stream().map(this::place).toList();
    }

    private Place place(Output output) {
      return settings.place(change, output);
    }
  }

  /** The outputs with {@code result.json} at the end. */
  private List<Output> inOrder() {
    List<Output> order = new ArrayList<>(settings.outputs());
    order.remove(Output.RESULT_JSON);
    order.add(Output.RESULT_JSON);
    return order;
  }

  private static boolean same(Meta left, Meta right) {
    return left.etag().equals(right.etag()) && State.version(left).equals(State.version(right));
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
