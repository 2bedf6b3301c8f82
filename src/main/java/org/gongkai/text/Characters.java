package org.gongkai.text;

/** What a character is to a reader: seen, a space, or neither. */
public final class Characters {
  /** What Java makes of the wide blank of GBK (A3 A0), as typesetting programs write it. */
  private static final char GB18030_BLANK = 0xe5e5;

  private Characters() {}

  /** Whether it is seen. */
  public static boolean isPrinting(char c) {
    if (c > ' ' && c < 0x7f) {
      return true;
    }
    if (c >= 0x3001 && c < 0xfe00) {
      return c != GB18030_BLANK;
    }
    return !isSpace(c) && !isInvisible(c);
  }

  /** Whether nothing of a text is seen. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isPrinting(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** White space of any kind and width, line ends among it. */
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
   * A control or format character that leaves no mark: zero width spaces, joiners, direction marks,
   * soft hyphens.
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

  /** A vertical bar of any width, as text has between the cells of a table. */
  public static boolean isVerticalBar(char c) {
    return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551 || c == 0xff5c;
  }
}
