package org.gongkai.event;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.gongkai.Gongkai;
import org.gongkai.publish.Badge;
import org.gongkai.publish.IssuerPage;
import org.gongkai.publish.Output;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Keeps badge and page at {@code by-issuer/NAME/YEAR/}, for links made of body and year: copies of
 * those of the issuer's report for the year (of several, the first by key). Without a report any
 * more, they say that it has not been checked.
 *
 * <p>They stay correct because every writer that changed a report's {@code result.json} or the list
 * of the issuer's reports calls this afterwards. It writes what differs with conditional requests,
 * and compares again until nothing differs. Copies are never deleted: a writer about to copy a
 * removed report would not notice.
 */
final class IssuerOutputReconciler {
  private static final String KEY = "gongkai-key";
  private static final String NONE = "-";
  private static final int LARGEST = 64 << 20;

  private final Store store;
  private final EventSettings settings;
  private final IssuerIndex index;
  private final List<Output> outputs;
  private final IntConsumer pause;

  /**
   * @param pause waits before a retry, given the number of tries
   */
  IssuerOutputReconciler(Store store, EventSettings settings, IntConsumer pause) {
    this.store = store;
    this.settings = settings;
    this.index = new IssuerIndex(store, pause);
    this.outputs =
        settings.outputs().stream()
            .filter(output -> output == Output.BADGE_SVG || output == Output.PAGE)
            .toList();
    this.pause = pause;
  }

  /** A report to copy from, and the state of its outputs. */
  private record Original(String key, ReportState state) {
    /** Whether a copy, or its original, has this state. */
    boolean isOf(@Nullable ObjectMetadata meta) {
      ReportState other = meta == null ? null : ReportState.of(meta);
      return other != null
          && other.etag().equals(state.etag())
          && other.versionId().equals(state.versionId())
          && other.settings().equals(state.settings())
          && other.series().equals(state.series());
    }
  }

  /**
   * Updates the copies of an issuer and a year.
   *
   * @param change of a report that has or had this issuer and year
   * @throws StoreException when the store fails, or other writers always come first
   */
  void reconcile(ObjectChange change, ReportSeries series) {
    String name = index.read(settings.index(change, series.issuer())).name();
    if (name.isEmpty()) {
      return; // No report was ever listed.
    }
    for (int round = 0; round < Backoff.TRIES; round++) {
      if (round > 1) {
        pause.accept(round);
      }
      if (update(change, series, name)) {
        return;
      }
    }
    throw Backoff.exhausted("by-issuer outputs of " + change);
  }

  /** Writes what differs; returns whether nothing differed. */
  private boolean update(ObjectChange change, ReportSeries series, String name) {
    // Read the copies before their originals, so that these are newer.
    Map<Output, Optional<ObjectMetadata>> existing = new LinkedHashMap<>();
    for (Output output : outputs) {
      existing.put(output, store.head(settings.byIssuer(change, name, series.year(), output)));
    }
    IssuerIndex.Listing listing = index.read(settings.index(change, series.issuer()));
    Original original = original(change, listing, series);
    boolean current = true;
    for (Map.Entry<Output, Optional<ObjectMetadata>> each : existing.entrySet()) {
      ObjectMetadata meta = each.getValue().orElse(null);
      if (meta == null || !isCurrent(meta, original)) {
        current = false;
        ObjectLocation place = settings.byIssuer(change, name, series.year(), each.getKey());
        NewObject newObject =
            original == null
                ? pending(each.getKey())
                : copy(change, original, each.getKey(), place.key());
        if (newObject == null || !tryWrite(place, newObject, meta)) {
          return false;
        }
      }
    }
    return current;
  }

  private static boolean isCurrent(ObjectMetadata meta, @Nullable Original original) {
    String key = meta.metadata().getOrDefault(KEY, "");
    return original == null
        ? key.equals(NONE)
        : original.isOf(meta) && key.equals(digest(original.key()));
  }

  /** The first report whose result names this issuer and year; null for none. */
  private @Nullable Original original(
      ObjectChange change, IssuerIndex.Listing listing, ReportSeries series) {
    for (Map.Entry<String, IssuerIndex.Entry> listed : listing.of(series.year())) {
      ReportState state =
          store
              .head(of(change, listed.getKey(), Output.RESULT_JSON))
              .map(ReportState::of)
              .orElse(null);
      if (state != null && state.series().isAt(series)) {
        return new Original(listed.getKey(), state);
      }
    }
    return null;
  }

  /** A copy of one output; null if the original has changed. */
  private @Nullable NewObject copy(
      ObjectChange change, Original original, Output output, String key) {
    ObjectLocation from = of(change, original.key(), output);
    StoredObject content = store.read(from, LARGEST).orElse(null);
    if (content == null || !original.isOf(content.metadata())) {
      return null;
    }
    byte[] bytes = content.bytes().orElse(new byte[0]);
    Map<String, String> metadata = new LinkedHashMap<>(content.metadata().metadata());
    metadata.put(KEY, digest(original.key()));
    return new NewObject(
        output == Output.PAGE ? IssuerPage.copy(bytes, key, from.key()) : bytes,
        output.contentType(),
        output.cacheControl(),
        metadata);
  }

  private NewObject pending(Output output) {
    Map<String, String> metadata = new LinkedHashMap<>(ReportState.OUTPUT_MARK);
    metadata.put(KEY, NONE);
    return new NewObject(
        output == Output.PAGE ? IssuerPage.pending() : Badge.pending(settings.style()),
        output.contentType(),
        output.cacheControl(),
        metadata);
  }

  /** Returns whether it was written; false if another writer was faster. */
  private boolean tryWrite(
      ObjectLocation place, NewObject newObject, @Nullable ObjectMetadata replaced) {
    try {
      store.write(place, newObject, replaced == null ? null : replaced.etag());
      return true;
    } catch (StoreException e) {
      if (e.kind().isRace()) {
        return false;
      }
      throw e;
    }
  }

  /** Encodes a key, as metadata must be ASCII. */
  private static String digest(String key) {
    return Gongkai.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  private ObjectLocation of(ObjectChange change, String key, Output output) {
    return settings.place(ObjectChange.asked(change.bucket(), key, null), output);
  }
}
