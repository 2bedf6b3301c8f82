package org.gongkai.text;

import org.jsoup.parser.Parser;

/** Finds and decodes HTML character references ({@code &nbsp;}) in source text. */
public final class Entities {
  /** The longest reference that is searched for, in characters. */
  private static final int MAX = 40;

  private Entities() {}

  /**
   * The index in the source after {@code count} characters of text from {@code start} on; a
   * reference counts as the characters that it stands for, a NUL as none.
   */
  public static int skip(String raw, int start, int count) {
    int at = start;
    int left = count;
    while (at < raw.length() && (left > 0 || raw.charAt(at) == 0)) {
      char c = raw.charAt(at);
      if (c == 0) {
        at++;
      } else if (c != '&') {
        at++;
        left--;
      } else {
        int end = end(raw, at);
        String meant = meant(raw, at, end);
        if (left < meant.length()) {
          // The place is within the run: behind a reference without semicolon (&nbspabc), or
          // between the halves of a surrogate pair.
          return Math.max(at, end - (meant.length() - left));
        }
        left -= meant.length();
        at = end;
      }
    }
    return at;
  }

  /** The end of the possible reference that begins with the ampersand at {@code at}. */
  public static int end(String raw, int at) {
    int i = at + 1;
    int limit = Math.min(raw.length(), at + MAX);
    if (i < limit && raw.charAt(i) == '#') {
      i++;
    }
    while (i < limit && isAlphanumeric(raw.charAt(i))) {
      i++;
    }
    return i < limit && raw.charAt(i) == ';' ? i + 1 : i;
  }

  /**
   * Decodes the possible reference from {@code at} to {@code end}. Frequent ones are decoded here,
   * as jsoup loads a table of all names first.
   */
  public static String meant(String raw, int at, int end) {
    String run = raw.substring(at, end);
    return switch (run) {
      case "&nbsp;" -> "\u00A0";
      case "&amp;", "&" -> "&";
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&quot;" -> "\"";
      default -> Parser.unescapeEntities(run, false);
    };
  }

  private static boolean isAlphanumeric(char c) {
    return Ascii.isDigit(c) || Ascii.isLetter(c);
  }
}
