package org.gongkai.store;

import org.jspecify.annotations.Nullable;

/**
 * Where an object lies.
 *
 * @param bucket its bucket's name
 * @param key its key, decoded
 * @param versionId one version of it; null for the newest
 */
public record ObjectLocation(String bucket, String key, @Nullable String versionId) {
  /** What the address of an object begins with. */
  public static final String SCHEME = "s3://";

  /** The newest version of an object. */
  public ObjectLocation(String bucket, String key) {
    this(bucket, key, null);
  }

  /** The object at {@code s3://bucket/key}; null where an address names none. */
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
