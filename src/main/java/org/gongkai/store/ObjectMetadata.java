package org.gongkai.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object without reading it.
 *
 * @param etag tells one content from another; without quotes
 * @param versionId its version; null where the bucket keeps none
 * @param size in bytes
 * @param metadata what its writer noted, names in lower case
 */
public record ObjectMetadata(
    String etag, @Nullable String versionId, long size, Map<String, String> metadata) {
  public ObjectMetadata {
    metadata = Map.copyOf(metadata);
  }
}
