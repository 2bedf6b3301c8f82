package org.gongkai.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports and writes outputs. Safe for use by several threads at once. Consistent: a read
 * sees every write that returned before it.
 *
 * <p>A missing object is no error. Errors are {@link StoreException}s.
 */
public interface Store {
  /** The metadata of an object; empty where there is none. */
  Optional<ObjectMetadata> head(ObjectLocation location);

  /**
   * Reads an object; empty where there is none.
   *
   * @param limit the largest size in bytes to download; of a larger object only the metadata is
   *     returned
   */
  Optional<StoredObject> read(ObjectLocation location, long limit);

  /**
   * Writes an object, atomically.
   *
   * @param expected the ETag of the object to replace; null to create an object
   * @return the new object's ETag
   * @throws StoreException {@link StoreException.Kind#PRECONDITION} where the existing object is
   *     not the expected one: read it again; {@link StoreException.Kind#CONFLICT} where another
   *     write was in progress: try again
   */
  String write(ObjectLocation location, NewObject object, @Nullable String expected);

  /** Deletes an object; does nothing where there is none. */
  void delete(ObjectLocation location);
}
