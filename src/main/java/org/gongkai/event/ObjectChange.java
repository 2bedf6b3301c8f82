package org.gongkai.event;

import org.jspecify.annotations.Nullable;

/**
 * A change of one object in a bucket, as an event describes it.
 *
 * @param kind what happened to it
 * @param bucket its bucket
 * @param key its key, decoded
 * @param versionId the version it is about; null if not given
 * @param etag the ETag of the new content; null if not given
 * @param sequencer orders the changes to one key, see S3's documentation; null if not given
 * @param size the new content's size in bytes; -1 if not given
 */
public record ObjectChange(
    Kind kind,
    String bucket,
    String key,
    @Nullable String versionId,
    @Nullable String etag,
    @Nullable String sequencer,
    long size) {
  /** A request to check an object, whether or not it has changed. */
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
    /** It, or one of its versions, was deleted. */
    REMOVED,
    /** A caller asks for its result. */
    ASKED,
    /** Something that does not concern its content. */
    OTHER
  }
}
