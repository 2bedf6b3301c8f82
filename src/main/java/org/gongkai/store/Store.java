package org.gongkai.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where reports come from and outputs go. Safe for use by several threads at once; reads see every
 * write that was answered before them.
 *
 * <p>An object that is not there is an answer, not a fault. All that goes wrong is a {@link
 * StoreException}.
 */
public interface Store {
  /** Looks at an object without reading it; empty where there is none. */
  Optional<ObjectMetadata> head(ObjectLocation place);

  /**
   * Reads an object; empty where there is none.
   *
   * @param limit the size in bytes above which only its {@link ObjectMetadata} is given and nothing
   *     is downloaded
   */
  Optional<StoredObject> read(ObjectLocation place, long limit);

  /**
   * Writes an object whole, or not at all.
   *
   * @param expected the ETag of the object that this replaces; null where none must be there yet
   * @return the new object's ETag
   * @throws StoreException {@link StoreException.Kind#PRECONDITION} where something else is there:
   *     look again; {@link StoreException.Kind#CONFLICT} where another writer was at it at the same
   *     time: try again
   */
  String write(ObjectLocation place, NewObject draft, @Nullable String expected);

  /** Takes an object away; nothing happens where there is none. */
  void delete(ObjectLocation place);
}
