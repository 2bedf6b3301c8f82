package org.gongkai.store;

import java.util.List;

/** A store that can list its objects, and write objects larger than memory. */
public interface BulkStore extends Store {
  /**
   * Lists one page of the keys with a prefix, in the order of their UTF-8 bytes (S3: 1,000 keys).
   * Call again with the last key for the next page, until the list is empty.
   *
   * @param after the key after which the page begins; empty for the first page
   */
  List<String> list(String bucket, String prefix, String after);

  /** Starts to write an object; once complete, it replaces an existing one. */
  Upload upload(ObjectLocation location, String contentType, String cacheControl);
}
