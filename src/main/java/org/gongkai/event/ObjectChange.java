package org.gongkai.event;

import org.jspecify.annotations.Nullable;

/**
 * A change of one object in a bucket, as an event tells it.
 *
 * @param kind what happened to it
 * @param bucket its bucket
 * @param key its key, decoded
 * @param versionId the version it is about; null where it was not said
 * @param etag the ETag of the new content; null where it was not said
 * @param sequencer S3's word on the order of changes to one key; null where it was not said
 * @param size the new content's size in bytes; -1 where it was not said
 */
public record ObjectChange(
    Kind kind,
    String bucket,
    String key,
    @Nullable String versionId,
    @Nullable String etag,
    @Nullable String sequencer,
    long size) {
  /** An object that somebody asks to be checked, whatever happened to it. */
  public static ObjectChange asked(String bucket, String key, @Nullable String versionId) {
    return new ObjectChange(Kind.ASKED, bucket, key, versionId, null, null, -1);
  }

  @Override
  public String toString() {
    return bucket + "/" + key + (versionId == null ? "" : "?versionId=" + versionId);
  }

  /** What happened to an object. */
  public enum Kind {
    /** It was written or overwritten. */
    CREATED,
    /** It, or one of its versions, was taken away. */
    REMOVED,
    /** Somebody asks for its result. */
    ASKED,
    /** Something that does not concern its content. */
    OTHER
  }
}
