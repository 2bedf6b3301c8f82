package org.gongkai.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.Gongkai;
import org.gongkai.document.Document.Problem;
import org.gongkai.event.Outcome.Times;
import org.gongkai.publish.Output;
import org.gongkai.rule.IssuerMatcher;
import org.gongkai.rule.Result;
import org.gongkai.rule.years.PreviousYear;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks one report, again whenever it has changed, makes its outputs, and measures how
 * long that takes.
 */
final class ReportProcessor {
  private final Store store;
  private final EventSettings settings;
  private final AdjacentYearFinder years;
  private final ObjectChange change;
  private final ReportChecker checker;
  private final String fingerprint;
  private final boolean alone;
  private final long begin = System.nanoTime();
  private long reading;
  private long checking;
  private @Nullable Checked last;

  /**
   * @param fingerprint the hash of all settings that outputs depend on
   * @param alone whether nothing else is processed, so that a report that needs more memory than
   *     available gets a result that says so
   */
  ReportProcessor(
      Store store,
      EventSettings settings,
      AdjacentYearFinder years,
      ObjectChange change,
      ReportChecker checker,
      String fingerprint,
      boolean alone) {
    this.store = store;
    this.settings = settings;
    this.years = years;
    this.change = change;
    this.checker = checker;
    this.fingerprint = fingerprint;
    this.alone = alone;
  }

  /** A checked report and the state it was in. */
  record Checked(
      ObjectMetadata report, Result result, Map<Output, byte[]> files, ReportSeries series) {
    byte[] file(Output output) {
      return Objects.requireNonNull(files.get(output), output::fileName);
    }
  }

  /** What was checked last. */
  @Nullable Checked last() {
    return last;
  }

  /** The time since the beginning. */
  Times times() {
    return new Times(millis(reading), millis(checking), millis(System.nanoTime() - begin));
  }

  /** Whether a report need not be read: it is an output, too large, or was read before. */
  boolean needsNoReading(ObjectMetadata seen) {
    return ReportState.isOutput(seen)
        || seen.size() > settings.maxObjectBytes()
        || last != null && ReportState.isSameVersion(seen, last.report());
  }

  /**
   * Reads the newest state; {@link #last} has it afterwards, unless it is an output, too large, or
   * the one that is recorded already.
   */
  Optional<ObjectMetadata> read(@Nullable ReportState recorded) {
    long start = System.nanoTime();
    Optional<StoredObject> content = content(null);
    reading += System.nanoTime() - start;
    if (content.isEmpty()) {
      return Optional.empty();
    }
    ObjectMetadata meta = content.get().metadata();
    byte[] bytes = content.get().bytes().orElse(null);
    boolean known = recorded != null && recorded.isMadeFrom(meta, fingerprint);
    if (bytes != null && !known && !needsNoReading(meta)) {
      last = checked(complete(bytes, meta), meta);
    }
    return Optional.of(meta);
  }

  /** Checks the version that the change names, if it is there. */
  Optional<Result> version() {
    return content(change.versionId())
        .map(
            content ->
                content
                    .bytes()
                    .map(bytes -> check(complete(bytes, content.metadata()), content.metadata()))
                    .orElseGet(() -> refused(Problem.TOO_LARGE, null, content.metadata())));
  }

  private Optional<StoredObject> content(@Nullable String version) {
    return store.read(
        new ObjectLocation(change.bucket(), change.key(), version), settings.maxObjectBytes());
  }

  private byte[] complete(byte[] bytes, ObjectMetadata meta) {
    if (bytes.length != meta.size()) {
      throw new StoreException(
          StoreException.Kind.TRANSIENT,
          change + ": " + bytes.length + " of " + meta.size() + " bytes came");
    }
    return bytes;
  }

  /**
   * What was checked last if it has that state, else a result for a report that is too large;
   * compared with the year before as it is now.
   */
  Checked of(ObjectMetadata meta) {
    Checked now = last;
    if (now == null || !ReportState.isSameVersion(meta, now.report())) {
      now = checked(meta, refused(Problem.TOO_LARGE, null, meta));
    }
    if (now.series().isKnown()) {
      AdjacentYearFinder.YearBefore before =
          years.addAndFindBefore(change, now.series(), name(now.result()));
      if (!before.fingerprint().equals(now.series().before())) {
        long start = System.nanoTime();
        Result result = checker.beside(now.result(), before.year());
        checking += System.nanoTime() - start;
        now = rendered(meta, result, now.series().after(before.fingerprint()));
      }
    }
    last = now;
    return now;
  }

  private static String name(Result result) {
    return IssuerMatcher.normalise(result.report().identity().issuer());
  }

  private Checked checked(byte[] bytes, ObjectMetadata meta) {
    try {
      return checked(meta, check(bytes, meta));
    } catch (OutOfMemoryError | StackOverflowError e) {
      if (alone) {
        return checked(meta, refused(Problem.OUT_OF_MEMORY, bytes, meta));
      }
      throw e;
    }
  }

  private Checked checked(ObjectMetadata meta, Result result) {
    return rendered(
        meta,
        result,
        settings.listsIssuers()
            ? ReportSeries.of(PreviousYear.of(result.report()))
            : ReportSeries.NONE);
  }

  private Checked rendered(ObjectMetadata meta, Result result, ReportSeries series) {
    long start = System.nanoTime();
    Map<Output, byte[]> files = new EnumMap<>(Output.class);
    for (Output output : settings.outputs()) {
      files.put(output, checker.render(output, result));
    }
    checking += System.nanoTime() - start;
    return new Checked(meta, result, files, series);
  }

  private Result check(byte[] bytes, ObjectMetadata meta) {
    if (settings.isShortened(change)) {
      return refused(Problem.LONG_NAME, bytes, meta);
    }
    long start = System.nanoTime();
    Result result = checker.check(bytes, source(bytes, meta));
    checking += System.nanoTime() - start;
    return result;
  }

  private Result refused(Problem problem, byte @Nullable [] bytes, ObjectMetadata meta) {
    return checker.refuse(problem, bytes, source(bytes, meta));
  }

  private Result.Source source(byte @Nullable [] bytes, ObjectMetadata meta) {
    return new Result.Source(
        change.key(),
        change.bucket(),
        change.key(),
        meta.versionId(),
        bytes == null ? null : Gongkai.sha256(bytes),
        meta.size());
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
