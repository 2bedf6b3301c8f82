package org.gongkai.text;

import org.jsoup.parser.Parser;

/** Character references in a raw text. */
public final class Entities {
  /** No name is longer. */
  private static final int MAX = 40;

  private Entities() {}

  /**
   * Where the {@code count}-th character after {@code start} is; a reference counts as the
   * characters that it means.
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
          // Within what a reference without semicolon runs into (&nbspabc), or the second half of a
          // pair.
          return Math.max(at, end - (meant.length() - left));
        }
        left -= meant.length();
        at = end;
      }
    }
    return at;
  }

  /** The end of the run that begins with an ampersand and may be a reference. */
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

  /** What the run from {@code at} to {@code end} means; the parser is slow to start. */
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
