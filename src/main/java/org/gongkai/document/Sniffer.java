package org.gongkai.document;

import org.jspecify.annotations.Nullable;

/** Tells what a file is by its content. */
final class Sniffer {
  private static final int HEAD = 65_536;

  private Sniffer() {}

  /** The format of what is no text; null where it may be one. */
  static @Nullable Format binary(byte[] bytes) {
    if (bytes.length == 0) {
      return Format.EMPTY;
    }
    return null;
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Characters.isPrinting(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text is a page: it begins or is built as one, or has tags in several places. */
  static boolean isHtml(String text) {
    int limit = Math.min(text.length(), HEAD);
    int tags = 0;
    for (int i = text.indexOf('<'); i >= 0 && i < limit; i = text.indexOf('<', i + 1)) {
      if (tag(text, i, "!doctype html") || tag(text, i, "html") || tag(text, i, "head") || tag(text, i, "body")
          || tag(text, i, "table")) {
        return true;
      }
      if (tag(text, i, "p") || tag(text, i, "div") || tag(text, i, "span") || tag(text, i, "td") || tag(text, i, "tr")
          || tag(text, i, "meta") || tag(text, i, "h1") || tag(text, i, "li") || tag(text, i, "dl")) {
        tags++;
        if (tags > 2) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean tag(String text, int at, String name) {
    int end = at + 1 + name.length();
    return text.regionMatches(true, at + 1, name, 0, name.length())
        && end < text.length()
        && (text.charAt(end) <= ' ' || text.charAt(end) == '>' || text.charAt(end) == '/');
  }
}
