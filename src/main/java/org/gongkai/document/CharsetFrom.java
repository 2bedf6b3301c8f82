package org.gongkai.document;

/** How the charset of a source was told. */
public enum CharsetFrom {
  /** By its byte order mark. */
  BOM("bom"),
  /** It is valid UTF-8 and not plain ASCII. */
  UTF8("utf-8"),
  /** By its own word: {@code <meta charset>}, a MIME header. */
  DECLARED("declared"),
  /** By what it would say in each. */
  DETECTED("detected"),
  /** The format has one: a Word document's is UTF-8. */
  FORMAT("format");

  private final String key;

  CharsetFrom(String key) {
    this.key = key;
  }

  /** The name in results. */
  public String key() {
    return key;
  }
}
