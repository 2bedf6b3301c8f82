package org.gongkai.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.gongkai.event.IssuerIndex.Entry;
import org.gongkai.event.IssuerIndex.Listing;
import org.gongkai.publish.NextYear;
import org.gongkai.publish.Output;
import org.gongkai.rule.years.PreviousYear;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds an issuer's reports of the year before and of the year after, which has to be checked
 * again.
 *
 * <p>It is correct for any order of events: a report is listed before its year before is searched,
 * and that is searched again after its outputs are written; then the year after is searched too. So
 * of two reports that are processed at the same time at least one sees the other.
 */
final class AdjacentYearFinder {
  private static final int LARGEST = 64 << 20;

  private final Store store;
  private final EventSettings settings;
  private final IssuerIndex index;

  AdjacentYearFinder(Store store, EventSettings settings, IntConsumer pause) {
    this.store = store;
    this.settings = settings;
    this.index = new IssuerIndex(store, pause);
  }

  /**
   * The report of the year before.
   *
   * @param year what the next year's report is compared with; null if the result lacks it
   * @param fingerprint the hash of {@code year}; empty if there is no such report
   */
  record YearBefore(@Nullable PreviousYear year, String fingerprint) {
    static final YearBefore NONE = new YearBefore(null, "");
  }

  /**
   * Adds a change's report to its issuer's list and, if years are compared, finds the one before
   * it.
   *
   * @param name the issuer's normalised name
   */
  YearBefore addAndFindBefore(ObjectChange change, ReportSeries series, String name) {
    Listing listing =
        index.add(listingLocation(change, series), name, change.key(), entry(change, series));
    if (!settings.previousYear()) {
      return YearBefore.NONE;
    }
    for (Map.Entry<String, Entry> listed : listing.of(series.year() - 1)) {
      // next-year.json names its issuer and year itself: result.json may not be written yet.
      StoredObject content =
          store.read(place(change, listed, Output.NEXT_YEAR), LARGEST).orElse(null);
      ReportSeries found = content == null ? ReportSeries.NONE : series(content.metadata());
      if (content != null && isBefore(found, series)) {
        return new YearBefore(
            content.bytes().flatMap(NextYear::read).orElse(null), found.fingerprint());
      }
    }
    return YearBefore.NONE;
  }

  /** The current list of a report's issuer. */
  Listing listing(ObjectChange change, ReportSeries series) {
    return index.read(listingLocation(change, series));
  }

  /** Whether a report is listed, and was compared with the current report of the year before. */
  boolean isCurrent(ObjectChange change, ReportSeries series, Listing listing) {
    if (!entry(change, series).equals(listing.reports().get(change.key()))) {
      return false;
    }
    if (!settings.previousYear()) {
      return true;
    }
    String before = "";
    for (Map.Entry<String, Entry> listed : listing.of(series.year() - 1)) {
      ReportSeries found = series(change, listed);
      if (isBefore(found, series)) {
        before = found.fingerprint();
        break;
      }
    }
    return series.before().equals(before);
  }

  /**
   * A report of the year after.
   *
   * @param stale whether it was compared with another year before than the current one
   */
  record YearAfter(ObjectChange report, boolean stale) {}

  /** The reports of the year after; none if another report of this year comes first by key. */
  List<YearAfter> yearsAfter(ObjectChange change, ReportSeries series, Listing listing) {
    if (!settings.previousYear()) {
      return List.of();
    }
    for (Map.Entry<String, Entry> listed : listing.of(series.year())) {
      if (listed.getKey().equals(change.key())) {
        return yearsAfter(change, series, listing, false);
      }
      if (series(change, listed).isAt(series)) {
        return List.of();
      }
    }
    return List.of();
  }

  /** Removes a report from its issuer's list; returns the reports of the year after. */
  List<YearAfter> remove(ObjectChange change, ReportSeries series) {
    Listing listing = index.remove(listingLocation(change, series), change.key());
    return yearsAfter(change, series, listing, true);
  }

  private List<YearAfter> yearsAfter(
      ObjectChange change, ReportSeries series, Listing listing, boolean removed) {
    List<YearAfter> yearsAfter = new ArrayList<>();
    if (!settings.previousYear()) {
      return yearsAfter;
    }
    for (Map.Entry<String, Entry> listed : listing.of(series.year() + 1)) {
      ReportSeries found = series(change, listed);
      if (isBefore(series, found)) {
        yearsAfter.add(
            new YearAfter(
                ObjectChange.asked(listed.getValue().bucket(), listed.getKey(), null),
                found.before().equals(series.fingerprint()) == removed));
      }
    }
    return yearsAfter;
  }

  private static boolean isBefore(ReportSeries one, ReportSeries other) {
    return one.isKnown() && one.issuer().equals(other.issuer()) && one.year() + 1 == other.year();
  }

  private ReportSeries series(ObjectChange change, Map.Entry<String, Entry> listed) {
    Optional<ObjectMetadata> meta = store.head(place(change, listed, Output.RESULT_JSON));
    return meta.isEmpty() ? ReportSeries.NONE : series(meta.get());
  }

  private static ReportSeries series(ObjectMetadata meta) {
    ReportState state = ReportState.of(meta);
    return state == null ? ReportSeries.NONE : state.series();
  }

  private static Entry entry(ObjectChange change, ReportSeries series) {
    return new Entry(change.bucket(), series.year());
  }

  private ObjectLocation listingLocation(ObjectChange change, ReportSeries series) {
    return settings.index(change, series.issuer());
  }

  private ObjectLocation place(
      ObjectChange change, Map.Entry<String, Entry> listed, Output output) {
    return settings.place(ObjectChange.asked(change.bucket(), listed.getKey(), null), output);
  }
}
