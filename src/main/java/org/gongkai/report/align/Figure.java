package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.Status;
import org.gongkai.text.Ascii;
import org.gongkai.text.Characters;
import org.gongkai.text.Numerals;
import org.gongkai.text.TextNormalizer;
import org.gongkai.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says.
 *
 * @param status {@link Status#NUMBER}, {@link Status#BLANK}, {@link Status#PLACEHOLDER} or {@link
 *     Status#TEXT}
 * @param value the number; null for anything else
 * @param doubtful whether it may say something else: a part of a number, or words with one in them
 */
record Figure(Status status, @Nullable BigDecimal value, boolean doubtful) {
  static final Figure BLANK = new Figure(Status.BLANK, null, false);
  static final Figure PLACEHOLDER = new Figure(Status.PLACEHOLDER, null, false);
  static final Figure TEXT = new Figure(Status.TEXT, null, false);
  private static final Figure[] SMALL = new Figure[100];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new Figure(Status.NUMBER, BigDecimal.valueOf(i), false);
    }
  }

  private static final Set<String> NOTHING =
      Set.of("无", "不适用", "N/A", "n/a", "NA", "/", "\\", "N", "*");

  /** What placeholders, signs and zero in words begin with. */
  private static final String BEGINNINGS = "无不Nn/\\*-+〇○零";

  private static final Set<String> ZEROS = Set.of("〇", "○", "零");

  private static final Pattern DASHES = Pattern.compile("[-/]{1,6}");

  /** Commas stand between thousands or ten thousands; beyond three they part several numbers. */
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?(?:\\d+|\\d{1,4}(?:[,']\\d{3,4}){1,3})(?:\\.\\d+)?)(\\D{0,3})");

  /** The sign of a change in words. */
  private static final Pattern SIGN = Pattern.compile("(?:增加?|(减少?))(?=\\d)");

  private static final int LONGEST = 40;

  /** So many digits surely fit a long. */
  private static final int LONGEST_PLAIN = 18;

  /** Whether it is a number, nothing or a placeholder: what a cell of figures is to hold. */
  boolean isValue() {
    return status != Status.TEXT;
  }

  /** Whether it says zero or nothing. */
  boolean isNothing() {
    return isValue() && (value == null || value.signum() == 0);
  }

  /** The same where it may say something else. */
  Figure doubted() {
    return new Figure(status, value, true);
  }

  /**
   * Whether text may say a number: digits with words, brackets or a footnote's mark, as in {@code
   * 3（其中网上2件）}, or Chinese numerals. Digits with letters or other signs are no number.
   */
  static boolean mayBeNumber(String text) {
    return text.chars().anyMatch(Character::isDigit) && text.chars().anyMatch(Figure::isRemark)
        || Numerals.isNumber(TextNormalizer.simplify(text));
  }

  private static boolean isRemark(int c) {
    return Character.isIdeographic(c) || "()（）[]。".indexOf(c) >= 0 || c >= '①' && c <= '⑳';
  }

  /** Reads what a cell says. Everything that is no number, blank or placeholder is text. */
  static Figure parse(String printed) {
    return parse(printed, 0, printed.length());
  }

  /** Reads what a cell of changes says, whose sign may be in words: {@code 减4}, {@code 增加2项}. */
  static Figure parseChange(String printed) {
    Matcher sign = SIGN.matcher(fold(printed));
    return sign.lookingAt()
        ? value(sign.replaceFirst(sign.group(1) == null ? "+" : "-"))
        : parse(printed);
  }

  /** Reads what stands from {@code from} to {@code to}. */
  static Figure parse(String printed, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return BLANK;
    }
    if (length <= LONGEST_PLAIN && isDigits(printed, from, to)) {
      long value = Long.parseLong(printed, from, to, 10);
      return value < SMALL.length
          ? SMALL[(int) value]
          : new Figure(Status.NUMBER, BigDecimal.valueOf(value), false);
    }
    char first = first(printed, from, to);
    if (first == 0) {
      return BLANK;
    }
    boolean mayBeValue = Ascii.isDigit(first) || BEGINNINGS.indexOf(first) >= 0;
    return mayBeValue && length <= LONGEST ? value(fold(printed.substring(from, to))) : TEXT;
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first character that is seen, folded; 0 for none. Most words need no further look. */
  private static char first(String printed, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Characters.isPrinting(printed.charAt(i))) {
        return TextNormalizer.simple(fold(printed.charAt(i)));
      }
    }
    return 0;
  }

  private static Figure value(String text) {
    if (NOTHING.contains(text) || DASHES.matcher(text).matches()) {
      return PLACEHOLDER;
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches() && (number.group(2).isEmpty() || Units.isUnit(number.group(2)))) {
      String digits = number.group(1).replace(",", "").replace("'", "");
      return new Figure(Status.NUMBER, new BigDecimal(digits), false);
    }
    return ZEROS.contains(text) ? SMALL[0] : TEXT;
  }

  /** Without blanks and what cannot be seen, but for a line's end within: two numbers may meet. */
  private static String fold(String printed) {
    String cell = printed.strip();
    StringBuilder folded = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\n' || Characters.isPrinting(c)) {
        folded.append(fold(c));
      }
    }
    return TextNormalizer.simplify(folded.toString());
  }

  /** Full width to half, all dashes to one. */
  private static char fold(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '—', '–', '―', '‐', '‑', '‒', '─', '−', '﹣', '━', 'ー' -> '-';
      case '\u066C', '\u2019' -> ',';
      case '∕', '⁄' -> '/';
      default -> c;
    };
  }
}
