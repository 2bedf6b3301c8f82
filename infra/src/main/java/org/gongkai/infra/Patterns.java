package org.gongkai.infra;

import java.util.regex.Pattern;

/** Patterns of names in AWS. */
final class Patterns {

  /** S3's rules for general purpose buckets, without the reserved prefixes and suffixes. */
  static final Pattern BUCKET =
      Pattern.compile(
          "(?!xn--|\\d+\\.\\d+\\.\\d+\\.\\d+$)[a-z0-9](?!.*\\.\\.)[a-z0-9.-]{1,61}[a-z0-9]");

  static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d+");
  static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,100}");
  static final Pattern PREFIX = Pattern.compile("(?!/)[^*?\\\\\"'${}\\p{Cntrl}]{1,512}");
  static final Pattern FOLDER = Pattern.compile("(?!/)[^*?\\\\\"'${}\\p{Cntrl}]{1,511}/");
  static final Pattern SUFFIX = Pattern.compile("[^*?\\\\,\"'${}\\p{Cntrl}]{1,64}");
  static final Pattern NAMESPACE = Pattern.compile("(?!AWS/)[A-Za-z0-9._/#:-]{1,255}");
  static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  static final Pattern PRICE = Pattern.compile("\\d+(\\.\\d+)?([eE]-\\d+)?");

  private Patterns() {}

  static Pattern arn(String service) {
    return Pattern.compile(
        "arn:aws(-[a-z]+)*:" + service + ":[a-z0-9-]*:\\d{12}:[A-Za-z0-9/_:.-]+");
  }
}
