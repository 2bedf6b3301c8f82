package org.gongkai.document;

/**
 * Tells which lines of text are rows of values separated by commas or semicolons, as a spreadsheet
 * saves them.
 *
 * <p>Commas stand in prose and in numbers too. Hence a row is only one beside a line with as many
 * of them, no blank stands beside its digits, and its cells are short.
 */
final class Csv {
  private static final int LEAST = 2;

  /** As many separators tell a row that has no words in it. */
  private static final int LEAST_WITHOUT_WORDS = 6;

  private static final int LONGEST_CELL = 80;

  private Csv() {}

  /** What separates the values of the line; 0 where it is no row. */
  static char separator(String text, int from, int to) {
    for (char separator : new char[] {',', ';'}) {
      int count = count(text, from, to, separator);
      if (count >= LEAST && isRow(text, from, to, separator, count)) {
        return separator;
      }
    }
    return 0;
  }

  private static boolean isRow(String text, int from, int to, char separator, int count) {
    boolean words = false;
    int cell = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      words |= c >= 0x4e00 && c <= 0x9fff;
      cell = c == separator ? 0 : cell + 1;
      if (c == '。' || cell > LONGEST_CELL || Characters.isSpace(c) && isBesideDigit(text, i)) {
        return false;
      }
    }
    return (words || count >= LEAST_WITHOUT_WORDS)
        && (count(text, before(text, from), separator) == count
            || count(text, behind(text, to), separator) == count);
  }

  private static boolean isBesideDigit(String text, int i) {
    return i > 0 && isDigit(text.charAt(i - 1))
        || i + 1 < text.length() && isDigit(text.charAt(i + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int count(String text, int[] line, char separator) {
    return count(text, line[0], line[1], separator);
  }

  /** How many separators stand outside of quotation marks. */
  private static int count(String text, int from, int to, char separator) {
    int count = 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      count += c == separator && !quoted ? 1 : 0;
    }
    return count;
  }

  /** The line before, blank ones left out. */
  private static int[] before(String text, int from) {
    int to = from;
    while (to > 0 && !Characters.isPrinting(text.charAt(to - 1))) {
      to--;
    }
    int start = to;
    while (start > 0 && !isLineEnd(text.charAt(start - 1))) {
      start--;
    }
    return new int[] {start, to};
  }

  private static int[] behind(String text, int to) {
    int from = to;
    while (from < text.length() && !Characters.isPrinting(text.charAt(from))) {
      from++;
    }
    int end = from;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return new int[] {from, end};
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
