package org.gongkai.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an object.
 *
 * @param etag differs for different contents; without quotes
 * @param versionId its version; null in a bucket without versions
 * @param size in bytes
 * @param metadata user metadata, names in lower case
 */
public record ObjectMetadata(
    String etag, @Nullable String versionId, long size, Map<String, String> metadata) {
  public ObjectMetadata {
    metadata = Map.copyOf(metadata);
  }
}
