package org.gongkai.text;

/** Tells whether a reader sees a character, sees a space, or sees nothing. */
public final class Characters {
  /** What Java decodes the bytes A3 A0 to: the wide space that some typesetting programs write. */
  private static final char GB18030_BLANK = 0xe5e5;

  private Characters() {}

  /** Whether a reader sees it: neither a space nor invisible. */
  public static boolean isPrinting(char c) {
    if (c > ' ' && c < 0x7f) {
      return true;
    }
    if (c >= 0x3001 && c < 0xfe00) {
      return c != GB18030_BLANK;
    }
    return !isSpace(c) && !isInvisible(c);
  }

  /** Whether a text has no printing character. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isPrinting(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text has one of some characters. */
  public static boolean hasOneOf(String characters, String text) {
    for (int i = 0; i < characters.length(); i++) {
      if (text.indexOf(characters.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is white space of any kind and width, or ends a line. */
  public static boolean isSpace(char c) {
    if (c <= ' ') {
      return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1c && c <= 0x1f;
    }
    if (c < 0x1680) {
      return c == 0xa0 || c == 0x85;
    }
    return c == 0x1680
        || c >= 0x2000 && c <= 0x200a
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000
        || c == GB18030_BLANK;
  }

  /**
   * Whether it is a control or format character: a zero-width space, a joiner, a direction mark, a
   * soft hyphen.
   */
  static boolean isInvisible(char c) {
    if (c < 0xa0) {
      return c < ' ' || c >= 0x7f;
    }
    return c == 0xad
        || c >= 0x200b && c <= 0x200f
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2060 && c <= 0x206f
        || c == 0x180e
        || c == 0xfeff
        || c >= 0xfe00 && c <= 0xfe0f;
  }

  /** Whether it is a vertical bar of any width, which separates the cells of a table in text. */
  public static boolean isVerticalBar(char c) {
    return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551 || c == 0xff5c;
  }
}
