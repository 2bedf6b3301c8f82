package org.gongkai.store;

import org.jspecify.annotations.Nullable;

/**
 * The location of an object.
 *
 * @param bucket its bucket's name
 * @param key its key, decoded
 * @param versionId its version; null for the newest
 */
public record ObjectLocation(String bucket, String key, @Nullable String versionId) {
  /** The beginning of an object's address. */
  public static final String SCHEME = "s3://";

  /** The newest version of an object. */
  public ObjectLocation(String bucket, String key) {
    this(bucket, key, null);
  }

  /** Parses {@code s3://bucket/key}; null for any other text. */
  public static @Nullable ObjectLocation at(String address) {
    int slash = address.indexOf('/', SCHEME.length());
    return !address.startsWith(SCHEME) || slash <= SCHEME.length() || slash == address.length() - 1
        ? null
        : new ObjectLocation(
            address.substring(SCHEME.length(), slash), address.substring(slash + 1));
  }

  @Override
  public String toString() {
    return bucket + "/" + key + (versionId == null ? "" : "?versionId=" + versionId);
  }
}
