package org.gongkai.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.gongkai.event.Outcome.Fate;
import org.gongkai.publish.Output;
import org.gongkai.rule.Result;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
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
 *   <li>Therefore, whoever wrote all outputs, or took all away, in one go looks at the report once
 *       more; whoever did less or met another writer looks at all of them, too, and goes on until
 *       all agree. The last to change anything so sees all as it stays.
 *   <li>{@code result.json} is written last and taken away first, so it stands for all: one look at
 *       it settles an event that was worked in before, and what it notes of the others is enough to
 *       replace them.
 *   <li>Whoever could not finish has failed and is tried again with the same delivery id; finding
 *       its own id in {@code result.json} it does not trust it.
 * </ul>
 */
final class OutputReconciler {

  private final Store store;
  private final EventSettings settings;
  private final Supplier<ReportChecker> checkers;
  private final OutcomeListener listener;
  private final IntConsumer pause;
  private final AdjacentYearFinder years;
  private final IssuerOutputReconciler issuers;

  /**
   * @param checkers what checks at the moment of a call; may throw a {@link RulesUnusableException}
   *     or a {@link StoreException}
   * @param listener hears of other reports that have to be worked in beside one
   * @param pause waits before a try that follows so many others
   */
  OutputReconciler(
      Store store,
      EventSettings settings,
      Supplier<ReportChecker> checkers,
      OutcomeListener listener,
      IntConsumer pause) {
    this.store = store;
    this.settings = settings;
    this.checkers = checkers;
    this.listener = listener;
    this.pause = pause;
    this.years = new AdjacentYearFinder(store, settings, pause);
    this.issuers = new IssuerOutputReconciler(store, settings, pause);
  }

  /**
   * Works a change in.
   *
   * @param delivery the id of its delivery: the same when it is tried again, another when it is
   *     delivered again
   * @param alone whether it has the memory to itself: then a report that needs more than there is
   *     gets a result that says so
   * @throws StoreException when the store fails; the same change again leads to the right state
   * @throws RulesUnusableException when the rules cannot be used
   */
  Outcome work(ObjectChange change, String delivery, boolean alone) {
    if (change.kind() == ObjectChange.Kind.OTHER
        || settings.isOutput(change.bucket(), change.key())
        || IgnoredKeys.contains(change.key())) {
      return Outcome.without(change, Fate.IGNORED);
    }
    return new Task(change, ReportState.plain(delivery), checkers.get(), alone).run();
  }

  /** One change being worked in. */
  private final class Task {
    private final ObjectChange change;
    private final String delivery;
    private final ReportChecker checker;
    private final String fingerprint;
    private final ObjectLocation report;
    private final ReportProcessor processor;
    private final Map<String, ReportSeries> touched = new LinkedHashMap<>();
    private boolean wrote;
    private boolean raced;

    Task(ObjectChange change, String delivery, ReportChecker checker, boolean alone) {
      this.change = change;
      this.delivery = delivery;
      this.checker = checker;
      this.fingerprint = ReportState.plain(settings.fingerprint() + " " + checker.fingerprint());
      this.report = new ObjectLocation(change.bucket(), change.key());
      this.processor =
          new ReportProcessor(store, settings, years, change, checker, fingerprint, alone);
    }

    Outcome run() {
      Outcome outcome = reconcile();
      // Only now: until a report's outputs say whose it is, it counts for its old address.
      touched.values().forEach(series -> issuers.reconcile(change, series));
      return outcome;
    }

    /** Notes an issuer and a year whose outputs may have to follow. */
    private void touch(ReportSeries series) {
      if (settings.byIssuer() && series.isKnown()) {
        touched.put(series.issuer() + series.year(), series);
      }
    }

    private Outcome reconcile() {
      Optional<ObjectMetadata> marker = store.head(place(Output.RESULT_JSON));
      ReportState noted = marker.map(ReportState::of).orElse(null);
      if (noted != null && settles(noted)) {
        return unchanged(noted);
      }
      boolean fresh = true;
      Map<Output, String> replaceable = replaceable(marker, noted);
      if (replaceable != null) {
        // Most likely new: straight to it. If it is not, nothing gets written.
        Optional<ObjectMetadata> newest = processor.read(noted);
        if (newest.isPresent()) {
          if (ReportState.marks(newest.get())) {
            return Outcome.without(change, Fate.IGNORED);
          }
          if (noted == null || !noted.isFrom(newest.get(), fingerprint)) {
            fresh = false;
            if (replace(newest.get(), replaceable, noted)) {
              return written();
            }
          }
        }
      }
      boolean removed = false;
      for (int round = 0; round < Backoff.TRIES; round++) {
        if (raced) {
          raced = false;
          pause.accept(round + 1);
        }
        Map<Output, ObjectMetadata> there = outputs(round == 0 && fresh ? marker : null);
        // Only now the report: what will be replaced was looked at before.
        Optional<ObjectMetadata> seen = store.head(report);
        if (seen.isEmpty()) {
          if (there.isEmpty()) {
            return Outcome.without(
                change,
                removed || change.kind() == ObjectChange.Kind.REMOVED ? Fate.REMOVED : Fate.ABSENT);
          }
          remove(there);
          removed = true;
          if (there.size() == settings.outputs().size() && store.head(report).isEmpty()) {
            return Outcome.without(change, Fate.REMOVED);
          }
          continue;
        }
        if (ReportState.marks(seen.get())) {
          return Outcome.without(change, Fate.IGNORED);
        }
        if (change.kind() == ObjectChange.Kind.ASKED && !isAskedFor(seen.get())) {
          return superseded();
        }
        ReportState state = complete(there, seen.get());
        if (state != null && isCurrent(state.lineage())) {
          return wrote ? written() : unchanged(state);
        }
        Optional<ObjectMetadata> newest =
            processor.isSettledBy(seen.get()) ? seen : processor.read(null);
        if (newest.isPresent() && !ReportState.marks(newest.get()) && mend(newest.get(), there)) {
          return written();
        }
      }
      throw Backoff.exhausted(change);
    }

    /**
     * Whether one look at {@code result.json} is enough: this very change was worked in by another
     * delivery.
     */
    private boolean settles(ReportState noted) {
      return change.kind() == ObjectChange.Kind.CREATED
          && change.sequencer() != null
          && ReportState.compare(noted.sequencer(), change.sequencer()) == 0
          && noted.settings().equals(fingerprint)
          && !noted.delivery().equals(delivery);
    }

    /**
     * The ETags of what is there, where the report can be read and its outputs replaced without
     * another look; null where they cannot.
     */
    private @Nullable Map<Output, String> replaceable(
        Optional<ObjectMetadata> marker, @Nullable ReportState noted) {
      boolean fits =
          change.kind() == ObjectChange.Kind.CREATED
              && change.size() >= 0
              && change.size() <= settings.maxObjectBytes();
      if (!fits || marker.isPresent() && noted == null) {
        return null;
      }
      Map<Output, String> etags = new EnumMap<>(Output.class);
      if (noted == null || marker.isEmpty()) {
        return etags;
      }
      if (noted.settings().equals(fingerprint)
          && change.etag() != null
          && noted.etag().equals(ReportState.plain(change.etag()))) {
        // The same content: most likely nothing is to be done.
        return null;
      }
      for (Output output : settings.outputs()) {
        String etag =
            output == Output.RESULT_JSON
                ? marker.get().etag()
                : noted.others().get(output.fileName());
        if (etag == null) {
          return null;
        }
        etags.put(output, etag);
      }
      return etags;
    }

    /**
     * The outputs that are there; {@code result.json} is looked at first, unless it has been just
     * now.
     */
    @SuppressWarnings("NullableOptional") // null: not looked at; empty: not there
    private Map<Output, ObjectMetadata> outputs(@Nullable Optional<ObjectMetadata> marker) {
      Map<Output, ObjectMetadata> there = new EnumMap<>(Output.class);
      for (Output output : settings.outputs()) {
        Optional<ObjectMetadata> meta =
            output == Output.RESULT_JSON && marker != null ? marker : store.head(place(output));
        meta.ifPresent(present -> there.put(output, present));
      }
      return there;
    }

    private boolean isAskedFor(ObjectMetadata current) {
      return change.versionId() == null || change.versionId().equals(current.versionId());
    }

    /** The state that all outputs are of, if it is this one of the report; else null. */
    private @Nullable ReportState complete(
        Map<Output, ObjectMetadata> there, ObjectMetadata current) {
      ReportState first = null;
      for (Output output : settings.outputs()) {
        ObjectMetadata meta = there.get(output);
        ReportState state = meta == null ? null : ReportState.of(meta);
        if (state == null
            || !state.isFrom(current, fingerprint)
            || first != null && !state.lineage().equals(first.lineage())) {
          return null;
        }
        first = first == null ? state : first;
      }
      return first;
    }

    /** Writes all outputs anew; whether that is all there is to do. */
    private boolean replace(
        ObjectMetadata newest, Map<Output, String> etags, @Nullable ReportState noted) {
      ReportProcessor.Checked now = processor.of(newest);
      touch(now.lineage());
      move(noted == null ? ReportSeries.NONE : noted.lineage(), now.lineage());
      return write(now, etags, inOrder()) && isStill(newest) && isCurrent(now.lineage());
    }

    /** Writes those outputs that are not of that state yet; whether that is all there is to do. */
    private boolean mend(ObjectMetadata newest, Map<Output, ObjectMetadata> there) {
      ReportProcessor.Checked now = processor.of(newest);
      touch(now.lineage());
      Map<Output, String> etags = new EnumMap<>(Output.class);
      there.forEach((output, meta) -> etags.put(output, meta.etag()));
      List<Output> wanted = new ArrayList<>();
      for (Output output : inOrder()) {
        ReportState state = there.containsKey(output) ? ReportState.of(there.get(output)) : null;
        if (state == null
            || !state.isFrom(newest, fingerprint)
            || !state.lineage().equals(now.lineage())) {
          wanted.add(output);
        }
      }
      move(there.values(), now.lineage());
      // Those that were left as they are may have changed meanwhile: then all are looked at again.
      return write(now, etags, wanted)
          && wanted.size() == settings.outputs().size()
          && isStill(newest)
          && isCurrent(now.lineage());
    }

    /** Writes outputs; false, and the rest is left off, where others are at it too. */
    private boolean write(
        ReportProcessor.Checked now, Map<Output, String> etags, List<Output> wanted) {
      // What was found may be newer than what was told of: then its sequencer is not known.
      String told = now.report().etag().equals(change.etag()) ? change.sequencer() : null;
      ReportState state =
          new ReportState(
              ReportState.plain(now.report().etag()),
              ReportState.version(now.report()),
              fingerprint,
              told == null ? "" : ReportState.plain(told),
              delivery,
              Outcome.Score.of(now.result()),
              now.lineage(),
              Map.of());
      Map<String, String> others = new HashMap<>();
      etags.forEach((output, etag) -> others.put(output.fileName(), etag));
      others.remove(Output.RESULT_JSON.fileName());
      try {
        for (Output output : wanted) {
          ReportState note = output == Output.RESULT_JSON ? state.with(others) : state;
          NewObject draft =
              new NewObject(
                  now.file(output), output.contentType(), output.cacheControl(), note.metadata());
          others.put(output.fileName(), store.write(place(output), draft, etags.get(output)));
          wrote = true;
        }
        return true;
      } catch (StoreException e) {
        if (e.kind().isRace()) {
          raced = true;
          return false; // What is there now is for the next round.
        }
        throw e;
      }
    }

    private boolean isStill(ObjectMetadata newest) {
      Optional<ObjectMetadata> now = store.head(report);
      return now.isPresent() && ReportState.same(now.get(), newest);
    }

    /**
     * Whether a report that is written is listed among its issuer's, and was checked beside the
     * year before as it is now; the year after is checked again where it has to be.
     */
    private boolean isCurrent(ReportSeries lineage) {
      if (!lineage.isKnown()) {
        return true;
      }
      touch(lineage);
      IssuerIndex.Listing listing = years.look(change, lineage);
      if (!years.isCurrent(change, lineage, listing)) {
        return false;
      }
      years.following(change, lineage, listing).forEach(this::follow);
      return true;
    }

    /** A report that is no longer where it was: it leaves before anything of it goes. */
    private void move(ReportSeries from, ReportSeries to) {
      if (from.isKnown() && !from.isAt(to)) {
        years.remove(change, from).forEach(this::follow);
        touch(from);
        if (settings.byIssuer()) {
          issuers.reconcile(change, from);
        }
      }
    }

    /** The same from every place where its outputs say that it belongs. */
    private void move(Collection<ObjectMetadata> there, ReportSeries to) {
      Map<String, ReportSeries> places = new LinkedHashMap<>();
      for (ObjectMetadata meta : there) {
        ReportState state = ReportState.of(meta);
        if (state != null) {
          places.putIfAbsent(state.lineage().issuer() + state.lineage().year(), state.lineage());
        }
      }
      places.values().forEach(from -> move(from, to));
    }

    /**
     * Checks a report of the year after again, where it has to be. Faults are faults of this change
     * too: it is tried again, and the listener hears of that report again.
     */
    private void follow(AdjacentYearFinder.Following following) {
      ObjectChange other = following.report();
      if (!following.stale()) {
        listener.done(Outcome.without(other, Fate.UNCHANGED));
        return;
      }
      try {
        listener.done(new Task(other, delivery, checker, true).run());
      } catch (StoreException | RulesUnusableException e) {
        throw e;
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        listener.failed(other, e);
      }
    }

    private void remove(Map<Output, ObjectMetadata> there) {
      List<ObjectMetadata> all = new ArrayList<>(there.values());
      if (settings.listsIssuers()) {
        // Looked at once more: now that the report is gone, no other writer finishes.
        store.head(place(Output.RESULT_JSON)).ifPresent(all::add);
      }
      move(all, ReportSeries.NONE);
      // result.json first: where it is, the others are.
      for (Output output : settings.outputs()) {
        if (there.containsKey(output)) {
          store.delete(place(output));
        }
      }
    }

    /** A version that is not the newest: its result is told, and nothing written. */
    private Outcome superseded() {
      return processor
          .version()
          .map(result -> outcome(Fate.SUPERSEDED, result, List.of()))
          .orElseGet(() -> Outcome.without(change, Fate.ABSENT));
    }

    private Outcome written() {
      ReportProcessor.Checked checked = processor.last();
      if (checked == null) {
        throw new IllegalStateException("written without having been checked: " + change);
      }
      return outcome(Fate.WRITTEN, checked.result(), places());
    }

    private Outcome unchanged(ReportState noted) {
      return new Outcome(change, Fate.UNCHANGED, noted.score(), places(), null, null, List.of());
    }

    private Outcome outcome(Fate fate, Result result, List<ObjectLocation> outputs) {
      return new Outcome(
          change,
          fate,
          Outcome.Score.of(result),
          outputs,
          result,
          processor.times(),
          checker.unused(result));
    }

    private List<ObjectLocation> places() {
      return settings.outputs().stream().map(this::place).toList();
    }

    private ObjectLocation place(Output output) {
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
}
