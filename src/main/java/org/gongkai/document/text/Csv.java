package org.gongkai.document.text;

import org.gongkai.text.Ascii;
import org.gongkai.text.Characters;

/**
 * Tells which lines of text are rows of values separated by commas or semicolons, as a spreadsheet
 * saves them.
 *
 * <p>Commas stand in prose and in numbers too. Hence a row is only one beside a line with as many
 * of them, or where figures follow a word; no blank stands beside its digits, and its cells are
 * short.
 */
final class Csv {
  private static final int LEAST = 2;

  /** Figures behind a word are a row of its own. */
  private static final int LEAST_FIGURES = 3;

  /** So many figures are one without a word: no number has so many groups of digits. */
  private static final int LEAST_ALONE = 10;

  private static final String UNITS = "件条个项元宗";
  private static final String NOTHING = "/-—无";

  /** As many separators tell a row that has no words in it. */
  private static final int LEAST_WITHOUT_WORDS = 6;

  private static final int LONGEST_CELL = 80;

  private Csv() {}

  /** What separates the values of the line; 0 where it is no row. Numbers may have commas too. */
  static char separator(String text, int from, int to) {
    for (char separator : new char[] {';', ','}) {
      int count = count(text, from, to, separator);
      if (count >= LEAST && isRow(text, from, to, separator, count)
          || count > 0 && isLabelled(text, from, to, separator)) {
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
      if (c == '。'
          || cell > LONGEST_CELL
          || Characters.isSpace(c) && isBesideDigit(text, i) && !isBeforeUnit(text, i)) {
        return false;
      }
    }
    int[] before = before(text, from);
    boolean below = count(text, before, separator) == count;
    return (words || count >= LEAST_WITHOUT_WORDS || below && isHeadings(text, before, separator))
        && (below || count(text, behind(text, to), separator) == count);
  }

  /** Whether all cells of a line are words. */
  private static boolean isHeadings(String text, int[] line, char separator) {
    int start = line[0];
    for (int i = line[0]; i <= line[1]; i++) {
      if (i == line[1] || text.charAt(i) == separator) {
        if (i == start || text.charAt(start) < 0x4e00 || hasDigit(text, start, i, separator)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  /**
   * Whether a word without digits and one figure are all of the line, or words and then several
   * figures, or a great many figures.
   */
  private static boolean isLabelled(String text, int from, int to, char separator) {
    int words = 0;
    int figures = 0;
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || text.charAt(i) == separator) {
        if (isFigure(text, start, i)) {
          figures++;
        } else if (figures == 0 && i - start <= LONGEST_CELL && hasNoBlank(text, start, i)) {
          words++;
        } else {
          return false;
        }
        start = i + 1;
      }
    }
    boolean single = words == 1 && figures == 1 && !hasDigit(text, from, to, separator);
    return words > 0 && figures >= LEAST_FIGURES || figures >= LEAST_ALONE || single;
  }

  /** Whether a cell holds a number, with its unit or without, or stands for none. */
  private static boolean isFigure(String text, int from, int to) {
    int end = to - from > 1 && UNITS.indexOf(text.charAt(to - 1)) >= 0 ? to - 1 : to;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Ascii.isDigitOfEitherWidth(c) && (c != '.' && c != ',' || i == from)) {
        return to - from == 1 && NOTHING.indexOf(text.charAt(i)) >= 0;
      }
    }
    return end > from;
  }

  private static boolean hasNoBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Characters.isSpace(text.charAt(i)) || text.charAt(i) == '。') {
        return false;
      }
    }
    return to > from;
  }

  /** Whether the first cell has a digit. */
  private static boolean hasDigit(String text, int from, int to, char separator) {
    for (int i = from; i < to && text.charAt(i) != separator; i++) {
      if (Ascii.isDigitOfEitherWidth(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBesideDigit(String text, int i) {
    return i > 0 && Ascii.isDigitOfEitherWidth(text.charAt(i - 1))
        || i + 1 < text.length() && Ascii.isDigitOfEitherWidth(text.charAt(i + 1));
  }

  private static boolean isBeforeUnit(String text, int i) {
    return i + 1 < text.length() && UNITS.indexOf(text.charAt(i + 1)) >= 0;
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
