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
 * Finds the year before among the results, and the year after that has to be checked again.
 *
 * <p>Why no order of events goes wrong: a report is listed before it looks for the year before, and
 * looks once more when its outputs are written; whoever wrote outputs looks for the year after when
 * they are. So of two that are written at the same time one sees the other.
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
   * @param year what it hands on; null where its result does not say so
   * @param handedOn tells that from others; empty where there is no such report
   */
  record Before(@Nullable PreviousYear year, String handedOn) {
    static final Before NONE = new Before(null, "");
  }

  /**
   * Lists a change's report, and finds the one before it where years are compared.
   *
   * @param name the issuer's normalised name
   */
  Before join(ObjectChange change, ReportSeries series, String name) {
    Listing listing =
        index.enter(listing(change, series), name, change.key(), entry(change, series));
    if (!settings.previousYear()) {
      return Before.NONE;
    }
    for (Map.Entry<String, Entry> listed : listing.of(series.year() - 1)) {
      // What it hands on tells by itself which it is: result.json may not have followed yet.
      StoredObject content =
          store.read(place(change, listed, Output.NEXT_YEAR), LARGEST).orElse(null);
      ReportSeries found = content == null ? ReportSeries.NONE : series(content.metadata());
      if (content != null && isBefore(found, series)) {
        return new Before(content.bytes().flatMap(NextYear::read).orElse(null), found.handedOn());
      }
    }
    return Before.NONE;
  }

  /** The list that a report belongs to, as it is now. */
  Listing look(ObjectChange change, ReportSeries series) {
    return index.read(listing(change, series));
  }

  /** Whether a report is listed, and was checked beside the year before as it is now. */
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
        before = found.handedOn();
        break;
      }
    }
    return series.before().equals(before);
  }

  /**
   * A report of the year after.
   *
   * @param stale whether it was checked beside another year before than there is now
   */
  record Following(ObjectChange report, boolean stale) {}

  /** The reports of the year after; none where another report of the year comes first. */
  List<Following> following(ObjectChange change, ReportSeries series, Listing listing) {
    if (!settings.previousYear()) {
      return List.of();
    }
    for (Map.Entry<String, Entry> listed : listing.of(series.year())) {
      if (listed.getKey().equals(change.key())) {
        return following(change, series, listing, false);
      }
      if (series(change, listed).isAt(series)) {
        return List.of();
      }
    }
    return List.of();
  }

  /** Takes a report off the list; gives those of the year after. */
  List<Following> remove(ObjectChange change, ReportSeries series) {
    Listing listing = index.strike(listing(change, series), change.key());
    return following(change, series, listing, true);
  }

  private List<Following> following(
      ObjectChange change, ReportSeries series, Listing listing, boolean removed) {
    List<Following> following = new ArrayList<>();
    if (!settings.previousYear()) {
      return following;
    }
    for (Map.Entry<String, Entry> listed : listing.of(series.year() + 1)) {
      ReportSeries found = series(change, listed);
      if (isBefore(series, found)) {
        following.add(
            new Following(
                ObjectChange.asked(listed.getValue().bucket(), listed.getKey(), null),
                found.before().equals(series.handedOn()) == removed));
      }
    }
    return following;
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

  private ObjectLocation listing(ObjectChange change, ReportSeries series) {
    return settings.index(change, series.issuer());
  }

  private ObjectLocation place(
      ObjectChange change, Map.Entry<String, Entry> listed, Output output) {
    return settings.place(ObjectChange.asked(change.bucket(), listed.getKey(), null), output);
  }
}
