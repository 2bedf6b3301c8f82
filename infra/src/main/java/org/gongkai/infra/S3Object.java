package org.gongkai.infra;

import java.util.regex.Pattern;

/** The location of an object: {@code s3://bucket/key}. */
record S3Object(String bucket, String key) {

  static final Pattern SHAPE =
      Pattern.compile("s3://" + Patterns.BUCKET.pattern() + "/[^*?\\\\\"'${}\\p{Cntrl}]{1,512}");

  static S3Object of(String place) {
    int slash = place.indexOf('/', "s3://".length());
    return new S3Object(place.substring("s3://".length(), slash), place.substring(slash + 1));
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
