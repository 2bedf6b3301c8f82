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
import org.gongkai.event.Outcome.Status;
import org.gongkai.publish.Output;
import org.gongkai.rule.Result;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Brings the outputs of a report up to date with its newest state, for any order and number of
 * events and any number of concurrent writers.
 *
 * <p>An event only triggers this: the newest state is what the store has now. It is correct
 * because:
 *
 * <ul>
 *   <li>Each output has the state that it was made from in its metadata. An output is read before
 *       the report, and replaced only if it is unchanged ({@code If-Match}, {@code If-None-Match}).
 *       So no older output replaces a newer one, except in two cases that ETags cannot detect: the
 *       same content written again, and no object again after a removal.
 *   <li>Therefore a writer that wrote or deleted all outputs reads the report's metadata once more;
 *       a writer that changed only some, or met another writer, reads all outputs again too, until
 *       they agree. So the last writer sees the final state.
 *   <li>{@code result.json} is written last and deleted first: if it is up to date, all outputs
 *       are. One HEAD of it detects a repeated event, and it has the ETags of the other outputs.
 *   <li>A writer that fails is retried with the same delivery id. It does not trust a {@code
 *       result.json} with its own id.
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
   * @param checkers gives the current checker; may throw a {@link RulesUnusableException} or a
   *     {@link StoreException}
   * @param listener is notified of other reports that have to be checked again
   * @param pause waits before a retry, given the number of tries
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
   * Brings the outputs up to date after a change.
   *
   * @param delivery the id of its delivery: the same for a retry, another for a repeated delivery
   * @param alone whether no other report is processed at the same time: then a report that needs
   *     more memory than available gets a result that says so
   * @throws StoreException when the store fails; a retry leads to the correct state
   * @throws RulesUnusableException when the rules cannot be used
   */
  Outcome reconcile(ObjectChange change, String delivery, boolean alone) {
    if (change.kind() == ObjectChange.Kind.OTHER
        || settings.isOutput(change.bucket(), change.key())
        || IgnoredKeys.contains(change.key())) {
      return Outcome.without(change, Status.IGNORED);
    }
    return new Task(change, ReportState.plain(delivery), checkers.get(), alone).run();
  }

  /** The processing of one change. */
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
      // Only now: until a report's outputs name its issuer and year, it belongs to the old ones.
      touched.values().forEach(series -> issuers.reconcile(change, series));
      return outcome;
    }

    /** Notes an issuer and a year whose outputs may have to be updated. */
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
        // Most likely a new report: read it at once. If it is not new, nothing is written.
        Optional<ObjectMetadata> newest = processor.read(noted);
        if (newest.isPresent()) {
          if (ReportState.marks(newest.get())) {
            return Outcome.without(change, Status.IGNORED);
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
        // Read the report only now, after the outputs that will be replaced.
        Optional<ObjectMetadata> seen = store.head(report);
        if (seen.isEmpty()) {
          if (there.isEmpty()) {
            return Outcome.without(
                change,
                removed || change.kind() == ObjectChange.Kind.REMOVED
                    ? Status.REMOVED
                    : Status.ABSENT);
          }
          remove(there);
          removed = true;
          if (there.size() == settings.outputs().size() && store.head(report).isEmpty()) {
            return Outcome.without(change, Status.REMOVED);
          }
          continue;
        }
        if (ReportState.marks(seen.get())) {
          return Outcome.without(change, Status.IGNORED);
        }
        if (change.kind() == ObjectChange.Kind.ASKED && !isAskedFor(seen.get())) {
          return superseded();
        }
        ReportState state = complete(there, seen.get());
        if (state != null && isCurrent(state.series())) {
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

    /** Whether {@code result.json} shows that another delivery has processed this very change. */
    private boolean settles(ReportState noted) {
      return change.kind() == ObjectChange.Kind.CREATED
          && change.sequencer() != null
          && ReportState.compare(noted.sequencer(), change.sequencer()) == 0
          && noted.settings().equals(fingerprint)
          && !noted.delivery().equals(delivery);
    }

    /** The ETags of all outputs, if {@code result.json} has them; else null. */
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
        // The same content: most likely nothing to do.
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

    /** The existing outputs; {@code result.json} is read first, unless it was read just now. */
    @SuppressWarnings("NullableOptional") // null: not read; empty: does not exist
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

    /** The state that all outputs have, if it is this state of the report; else null. */
    private @Nullable ReportState complete(
        Map<Output, ObjectMetadata> there, ObjectMetadata current) {
      ReportState first = null;
      for (Output output : settings.outputs()) {
        ObjectMetadata meta = there.get(output);
        ReportState state = meta == null ? null : ReportState.of(meta);
        if (state == null
            || !state.isFrom(current, fingerprint)
            || first != null && !state.series().equals(first.series())) {
          return null;
        }
        first = first == null ? state : first;
      }
      return first;
    }

    /** Writes all outputs; returns whether nothing remains to do. */
    private boolean replace(
        ObjectMetadata newest, Map<Output, String> etags, @Nullable ReportState noted) {
      ReportProcessor.Checked now = processor.of(newest);
      touch(now.series());
      move(noted == null ? ReportSeries.NONE : noted.series(), now.series());
      return write(now, etags, inOrder()) && isStill(newest) && isCurrent(now.series());
    }

    /** Writes the outputs that do not have a state yet; returns whether nothing remains to do. */
    private boolean mend(ObjectMetadata newest, Map<Output, ObjectMetadata> there) {
      ReportProcessor.Checked now = processor.of(newest);
      touch(now.series());
      Map<Output, String> etags = new EnumMap<>(Output.class);
      there.forEach((output, meta) -> etags.put(output, meta.etag()));
      List<Output> wanted = new ArrayList<>();
      for (Output output : inOrder()) {
        ReportState state = there.containsKey(output) ? ReportState.of(there.get(output)) : null;
        if (state == null
            || !state.isFrom(newest, fingerprint)
            || !state.series().equals(now.series())) {
          wanted.add(output);
        }
      }
      move(there.values(), now.series());
      // Outputs that were not written may have changed meanwhile: read all again.
      return write(now, etags, wanted)
          && wanted.size() == settings.outputs().size()
          && isStill(newest)
          && isCurrent(now.series());
    }

    /** Writes outputs; stops and returns false where another writer was faster. */
    private boolean write(
        ReportProcessor.Checked now, Map<Output, String> etags, List<Output> wanted) {
      // The report may be newer than the event: then its sequencer is unknown.
      String told = now.report().etag().equals(change.etag()) ? change.sequencer() : null;
      ReportState state =
          new ReportState(
              ReportState.plain(now.report().etag()),
              ReportState.version(now.report()),
              fingerprint,
              told == null ? "" : ReportState.plain(told),
              delivery,
              Outcome.Score.of(now.result()),
              now.series(),
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
          return false; // The next round reads what is there now.
        }
        throw e;
      }
    }

    private boolean isStill(ObjectMetadata newest) {
      Optional<ObjectMetadata> now = store.head(report);
      return now.isPresent() && ReportState.same(now.get(), newest);
    }

    /**
     * Lists a written report under its issuer and checks the report of the year after again if
     * needed; returns whether the report was compared with the current year before.
     */
    private boolean isCurrent(ReportSeries series) {
      if (!series.isKnown()) {
        return true;
      }
      touch(series);
      IssuerIndex.Listing listing = years.look(change, series);
      if (!years.isCurrent(change, series, listing)) {
        return false;
      }
      years.following(change, series, listing).forEach(this::follow);
      return true;
    }

    /** Removes a report from its issuer's list, before its outputs are deleted. */
    private void move(ReportSeries from, ReportSeries to) {
      if (from.isKnown() && !from.isAt(to)) {
        years.remove(change, from).forEach(this::follow);
        touch(from);
        if (settings.byIssuer()) {
          issuers.reconcile(change, from);
        }
      }
    }

    /** Removes a report from the lists of all issuers that its outputs name. */
    private void move(Collection<ObjectMetadata> there, ReportSeries to) {
      Map<String, ReportSeries> places = new LinkedHashMap<>();
      for (ObjectMetadata meta : there) {
        ReportState state = ReportState.of(meta);
        if (state != null) {
          places.putIfAbsent(state.series().issuer() + state.series().year(), state.series());
        }
      }
      places.values().forEach(from -> move(from, to));
    }

    /**
     * Checks the report of the year after again if needed. Its failure fails this change too, which
     * is then retried; the listener is notified of that report again.
     */
    private void follow(AdjacentYearFinder.Following following) {
      ObjectChange other = following.report();
      if (!following.stale()) {
        listener.done(Outcome.without(other, Status.UNCHANGED));
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
        // Once more: now that the report is gone, no other writer can finish.
        store.head(place(Output.RESULT_JSON)).ifPresent(all::add);
      }
      move(all, ReportSeries.NONE);
      // result.json first: while it exists, the others exist.
      for (Output output : settings.outputs()) {
        if (there.containsKey(output)) {
          store.delete(place(output));
        }
      }
    }

    /** Checks a version that is not the newest: returns its result, writes nothing. */
    private Outcome superseded() {
      return processor
          .version()
          .map(result -> outcome(Status.SUPERSEDED, result, List.of()))
          .orElseGet(() -> Outcome.without(change, Status.ABSENT));
    }

    private Outcome written() {
      ReportProcessor.Checked checked = processor.last();
      if (checked == null) {
        throw new IllegalStateException("written without having been checked: " + change);
      }
      return outcome(Status.WRITTEN, checked.result(), places());
    }

    private Outcome unchanged(ReportState noted) {
      return new Outcome(change, Status.UNCHANGED, noted.score(), places(), null, null, List.of());
    }

    private Outcome outcome(Status status, Result result, List<ObjectLocation> outputs) {
      return new Outcome(
          change,
          status,
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

  /** The outputs, {@code result.json} last. */
  private List<Output> inOrder() {
    List<Output> order = new ArrayList<>(settings.outputs());
    order.remove(Output.RESULT_JSON);
    order.add(Output.RESULT_JSON);
    return order;
  }
}
