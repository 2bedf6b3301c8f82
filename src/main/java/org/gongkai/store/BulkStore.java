package org.gongkai.store;

import java.util.List;

/** A store that lists its objects, and takes objects that are larger than memory. */
public interface BulkStore extends Store {
  /**
   * Lists keys that begin with a prefix, in the order of their UTF-8 bytes: the first of them, as
   * many as one request gives (S3: 1,000). Ask again with the last one; none follow an empty list.
   *
   * @param after the key that those wanted come after; empty to begin
   */
  List<String> list(String bucket, String prefix, String after);

  /** Begins an object, which replaces whatever is there once it is complete. */
  Upload upload(ObjectLocation location, String contentType, String cacheControl);
}
