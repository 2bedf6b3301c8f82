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
  /** The newest version of an object. */
  public ObjectLocation(String bucket, String key) {
    this(bucket, key, null);
  }

  @Override
  public String toString() {
    return bucket + "/" + key + (versionId == null ? "" : "?versionId=" + versionId);
  }
}
