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
    return new Task(change, ReportState.headerValue(delivery), checkers.get(), alone).run();
  }

  /** The processing of one change. */
  private final class Task {
    private final ObjectChange change;
    private final String delivery;
    private final ReportChecker checker;
    private final String fingerprint;
    private final ObjectLocation report;
    private final ReportProcessor processor;
    private final Map<String, ReportSeries> changedSeries = new LinkedHashMap<>();
    private boolean wrote;
    private boolean raced;

    Task(ObjectChange change, String delivery, ReportChecker checker, boolean alone) {
      this.change = change;
      this.delivery = delivery;
      this.checker = checker;
      this.fingerprint =
          ReportState.headerValue(settings.fingerprint() + " " + checker.fingerprint());
      this.report = new ObjectLocation(change.bucket(), change.key());
      this.processor =
          new ReportProcessor(store, settings, years, change, checker, fingerprint, alone);
    }

    Outcome run() {
      Outcome outcome = reconcile();
      // Only now: until a report's outputs name its issuer and year, it belongs to the old ones.
      changedSeries.values().forEach(series -> issuers.reconcile(change, series));
      return outcome;
    }

    /** Notes an issuer and a year whose outputs may have to be updated. */
    private void noteIssuer(ReportSeries series) {
      if (settings.byIssuer() && series.isKnown()) {
        changedSeries.put(series.issuer() + series.year(), series);
      }
    }

    private Outcome reconcile() {
      Optional<ObjectMetadata> marker = store.head(place(Output.RESULT_JSON));
      ReportState recorded = marker.map(ReportState::of).orElse(null);
      if (recorded != null && isProcessedBy(recorded)) {
        return unchanged(recorded);
      }
      boolean fresh = true;
      Map<Output, String> replaceable = replaceable(marker, recorded);
      if (replaceable != null) {
        // Most likely a new report: read it at once. If it is not new, nothing is written.
        Optional<ObjectMetadata> newest = processor.read(recorded);
        if (newest.isPresent()) {
          if (ReportState.isOutput(newest.get())) {
            return Outcome.without(change, Status.IGNORED);
          }
          if (recorded == null || !recorded.isMadeFrom(newest.get(), fingerprint)) {
            fresh = false;
            if (replace(newest.get(), replaceable, recorded)) {
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
        Map<Output, ObjectMetadata> existing = outputs(round == 0 && fresh ? marker : null);
        // Read the report only now, after the outputs that will be replaced.
        Optional<ObjectMetadata> seen = store.head(report);
        if (seen.isEmpty()) {
          if (existing.isEmpty()) {
            return Outcome.without(
                change,
                removed || change.kind() == ObjectChange.Kind.REMOVED
                    ? Status.REMOVED
                    : Status.ABSENT);
          }
          remove(existing);
          removed = true;
          if (existing.size() == settings.outputs().size() && store.head(report).isEmpty()) {
            return Outcome.without(change, Status.REMOVED);
          }
          continue;
        }
        if (ReportState.isOutput(seen.get())) {
          return Outcome.without(change, Status.IGNORED);
        }
        if (change.kind() == ObjectChange.Kind.ASKED && !isAskedFor(seen.get())) {
          return superseded();
        }
        ReportState state = commonState(existing, seen.get());
        if (state != null && isCurrent(state.series())) {
          return wrote ? written() : unchanged(state);
        }
        Optional<ObjectMetadata> newest =
            processor.needsNoReading(seen.get()) ? seen : processor.read(null);
        if (newest.isPresent()
            && !ReportState.isOutput(newest.get())
            && writeMissing(newest.get(), existing)) {
          return written();
        }
      }
      throw Backoff.exhausted(change);
    }

    /** Whether {@code result.json} shows that another delivery has processed this very change. */
    private boolean isProcessedBy(ReportState recorded) {
      return change.kind() == ObjectChange.Kind.CREATED
          && change.sequencer() != null
          && ReportState.compare(recorded.sequencer(), change.sequencer()) == 0
          && recorded.settings().equals(fingerprint)
          && !recorded.delivery().equals(delivery);
    }

    /** The ETags of all outputs, if {@code result.json} has them; else null. */
    private @Nullable Map<Output, String> replaceable(
        Optional<ObjectMetadata> marker, @Nullable ReportState recorded) {
      boolean mayBeNew =
          change.kind() == ObjectChange.Kind.CREATED
              && change.size() >= 0
              && change.size() <= settings.maxObjectBytes();
      if (!mayBeNew || marker.isPresent() && recorded == null) {
        return null;
      }
      Map<Output, String> etags = new EnumMap<>(Output.class);
      if (recorded == null || marker.isEmpty()) {
        return etags;
      }
      if (recorded.settings().equals(fingerprint)
          && change.etag() != null
          && recorded.etag().equals(ReportState.headerValue(change.etag()))) {
        // The same content: most likely nothing to do.
        return null;
      }
      for (Output output : settings.outputs()) {
        String etag =
            output == Output.RESULT_JSON
                ? marker.get().etag()
                : recorded.others().get(output.fileName());
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
      Map<Output, ObjectMetadata> existing = new EnumMap<>(Output.class);
      for (Output output : settings.outputs()) {
        Optional<ObjectMetadata> meta =
            output == Output.RESULT_JSON && marker != null ? marker : store.head(place(output));
        meta.ifPresent(present -> existing.put(output, present));
      }
      return existing;
    }

    private boolean isAskedFor(ObjectMetadata current) {
      return change.versionId() == null || change.versionId().equals(current.versionId());
    }

    /** The state that all outputs have, if it is this state of the report; else null. */
    private @Nullable ReportState commonState(
        Map<Output, ObjectMetadata> existing, ObjectMetadata current) {
      ReportState first = null;
      for (Output output : settings.outputs()) {
        ObjectMetadata meta = existing.get(output);
        ReportState state = meta == null ? null : ReportState.of(meta);
        if (state == null
            || !state.isMadeFrom(current, fingerprint)
            || first != null && !state.series().equals(first.series())) {
          return null;
        }
        first = first == null ? state : first;
      }
      return first;
    }

    /** Writes all outputs; returns whether nothing remains to do. */
    private boolean replace(
        ObjectMetadata newest, Map<Output, String> etags, @Nullable ReportState recorded) {
      ReportProcessor.Checked now = processor.of(newest);
      noteIssuer(now.series());
      leaveList(recorded == null ? ReportSeries.NONE : recorded.series(), now.series());
      return write(now, etags, inOrder()) && isUnchanged(newest) && isCurrent(now.series());
    }

    /** Writes the outputs that do not have a state yet; returns whether nothing remains to do. */
    private boolean writeMissing(ObjectMetadata newest, Map<Output, ObjectMetadata> existing) {
      ReportProcessor.Checked now = processor.of(newest);
      noteIssuer(now.series());
      Map<Output, String> etags = new EnumMap<>(Output.class);
      existing.forEach((output, meta) -> etags.put(output, meta.etag()));
      List<Output> wanted = new ArrayList<>();
      for (Output output : inOrder()) {
        ReportState state =
            existing.containsKey(output) ? ReportState.of(existing.get(output)) : null;
        if (state == null
            || !state.isMadeFrom(newest, fingerprint)
            || !state.series().equals(now.series())) {
          wanted.add(output);
        }
      }
      leaveList(existing.values(), now.series());
      // Outputs that were not written may have changed meanwhile: read all again.
      return write(now, etags, wanted)
          && wanted.size() == settings.outputs().size()
          && isUnchanged(newest)
          && isCurrent(now.series());
    }

    /** Writes outputs; stops and returns false where another writer was faster. */
    private boolean write(
        ReportProcessor.Checked now, Map<Output, String> etags, List<Output> wanted) {
      // The report may be newer than the event: then its sequencer is unknown.
      String sequencer = now.report().etag().equals(change.etag()) ? change.sequencer() : null;
      ReportState state =
          new ReportState(
              ReportState.headerValue(now.report().etag()),
              ReportState.version(now.report()),
              fingerprint,
              sequencer == null ? "" : ReportState.headerValue(sequencer),
              delivery,
              Outcome.Score.of(now.result()),
              now.series(),
              Map.of());
      Map<String, String> others = new HashMap<>();
      etags.forEach((output, etag) -> others.put(output.fileName(), etag));
      others.remove(Output.RESULT_JSON.fileName());
      try {
        for (Output output : wanted) {
          ReportState noteState = output == Output.RESULT_JSON ? state.with(others) : state;
          NewObject newObject =
              new NewObject(
                  now.file(output),
                  output.contentType(),
                  output.cacheControl(),
                  noteState.metadata());
          others.put(output.fileName(), store.write(place(output), newObject, etags.get(output)));
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

    private boolean isUnchanged(ObjectMetadata newest) {
      Optional<ObjectMetadata> now = store.head(report);
      return now.isPresent() && ReportState.isSameVersion(now.get(), newest);
    }

    /**
     * Lists a written report under its issuer and checks the report of the year after again if
     * needed; returns whether the report was compared with the current year before.
     */
    private boolean isCurrent(ReportSeries series) {
      if (!series.isKnown()) {
        return true;
      }
      noteIssuer(series);
      IssuerIndex.Listing listing = years.listing(change, series);
      if (!years.isCurrent(change, series, listing)) {
        return false;
      }
      years.yearsAfter(change, series, listing).forEach(this::checkAgain);
      return true;
    }

    /** Removes a report from its issuer's list, before its outputs are deleted. */
    private void leaveList(ReportSeries from, ReportSeries to) {
      if (from.isKnown() && !from.isAt(to)) {
        years.remove(change, from).forEach(this::checkAgain);
        noteIssuer(from);
        if (settings.byIssuer()) {
          issuers.reconcile(change, from);
        }
      }
    }

    /** Removes a report from the lists of all issuers that its outputs name. */
    private void leaveList(Collection<ObjectMetadata> existing, ReportSeries to) {
      Map<String, ReportSeries> places = new LinkedHashMap<>();
      for (ObjectMetadata meta : existing) {
        ReportState state = ReportState.of(meta);
        if (state != null) {
          places.putIfAbsent(state.series().issuer() + state.series().year(), state.series());
        }
      }
      places.values().forEach(from -> leaveList(from, to));
    }

    /**
     * Checks the report of the year after again if needed. Its failure fails this change too, which
     * is then retried; the listener is notified of that report again.
     */
    private void checkAgain(AdjacentYearFinder.YearAfter yearAfter) {
      ObjectChange other = yearAfter.report();
      if (!yearAfter.stale()) {
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

    private void remove(Map<Output, ObjectMetadata> existing) {
      List<ObjectMetadata> all = new ArrayList<>(existing.values());
      if (settings.listsIssuers()) {
        // Read it once more: as the report is removed, no other writer can finish.
        store.head(place(Output.RESULT_JSON)).ifPresent(all::add);
      }
      leaveList(all, ReportSeries.NONE);
      // result.json first: while it exists, the others exist.
      for (Output output : settings.outputs()) {
        if (existing.containsKey(output)) {
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

    private Outcome unchanged(ReportState recorded) {
      return new Outcome(
          change, Status.UNCHANGED, recorded.score(), places(), null, null, List.of());
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
