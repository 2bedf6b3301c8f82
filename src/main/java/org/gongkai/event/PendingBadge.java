package org.gongkai.event;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gongkai.publish.Badge;
import org.gongkai.publish.Output;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;

/**
 * Keeps {@code pending.svg} in the results prefix: the image that a server shows where a badge is
 * asked for that does not exist yet. Each process looks at it once, with the first report that it
 * checks.
 */
public final class PendingBadge implements Consumer<Outcome> {
  private static final int LONGEST = 1 << 16;

  private final Store store;
  private final String key;
  private final byte[] image;
  private final Set<String> doneBuckets = ConcurrentHashMap.newKeySet();

  public PendingBadge(Store store, EventSettings settings) {
    this.store = store;
    this.key = settings.resultsPrefix() + Badge.PENDING;
    this.image = Badge.pending(settings.style());
  }

  /**
   * Writes the image beside the outputs, unless it is there.
   *
   * @throws StoreException when the store fails
   */
  @Override
  public void accept(Outcome outcome) {
    if (outcome.outputs().isEmpty()) {
      return;
    }
    String bucket = outcome.outputs().get(0).bucket();
    if (doneBuckets.contains(bucket)) {
      return;
    }
    ObjectLocation place = new ObjectLocation(bucket, key);
    Optional<StoredObject> existing = store.read(place, LONGEST);
    if (existing
        .flatMap(StoredObject::bytes)
        .filter(bytes -> Arrays.equals(bytes, image))
        .isEmpty()) {
      NewObject newObject =
          new NewObject(
              image,
              Output.BADGE_SVG.contentType(),
              Output.BADGE_SVG.cacheControl(),
              ReportState.OUTPUT_MARK);
      try {
        store.write(
            place,
            newObject,
            existing.map(StoredObject::metadata).map(ObjectMetadata::etag).orElse(null));
      } catch (StoreException e) {
        if (!e.kind().isRace()) {
          throw e;
        }
        // Another process wrote it.
      }
    }
    doneBuckets.add(bucket);
  }
}
