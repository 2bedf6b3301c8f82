package org.gongkai.report.align;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.Status;
import org.gongkai.text.Ascii;
import org.gongkai.text.TextNormalizer;
import org.gongkai.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says.
 *
 * @param status {@link Status#NUMBER}, {@link Status#BLANK}, {@link Status#PLACEHOLDER} or {@link
 *     Status#TEXT}
 * @param value the number; null for anything else
 * @param cut whether it may be another number or two: the digits stand on several lines of the
 *     cell, or it may be a part of one
 */
record Figure(Status status, @Nullable BigDecimal value, boolean cut) {
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
      Set.of("无", "不适用", "N/A", "n/a", "NA", "/", "\\", "N", "*", "／");

  /**
   * What {@link #NOTHING}, dashes, signs, zero in words and what is put around figures begin with.
   */
  private static final String BEGINNINGS = "无不Nn/\\*-+〇○零共增减\"'“‘_`:";

  /** Signs in words, as people write changes: {@code 增3}, {@code 减少2项}. */
  private static final Pattern CHANGE = Pattern.compile("(?:(增加?)|减少?)(?=\\d)");

  private static final Set<String> ZEROS = Set.of("〇", "○", "零");

  /** What is put around a figure: quotation marks, and what Markdown sets bold with. */
  private static final String AROUND = "\"'“”‘’*_`:";

  /** Digits set in a style of their own begin with it, as mathematical alphabets do. */
  private static final char STYLED = '\uD835';

  private static final int LONGEST = 40;

  /** Digits between commas beyond a thousand millions are several numbers. */
  private static final int MOST_GROUPS = 3;

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

  /** The same where it may be another number, or a part of one. */
  Figure doubted() {
    return new Figure(status, value, true);
  }

  /** Whether it has its sign in words, as no count has. */
  static boolean isChange(String printed) {
    char first = first(printed, 0, printed.length());
    return (first == '增' || first == '减')
        && CHANGE.matcher(TextNormalizer.fold(printed).string().strip()).lookingAt();
  }

  /** Reads what a cell says. Everything that is no number, blank or placeholder is text. */
  static Figure parse(String printed) {
    return parse(printed, 0, printed.length());
  }

  /** Reads what stands from {@code from} to {@code to}. */
  static Figure parse(String printed, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return BLANK;
    }
    if (length <= LONGEST_PLAIN && digits(printed, from, to)) {
      long value = Long.parseLong(printed, from, to, 10);
      return value < SMALL.length
          ? SMALL[(int) value]
          : new Figure(Status.NUMBER, BigDecimal.valueOf(value), false);
    }
    if (length > LONGEST) {
      return isBlank(printed, from, to) ? BLANK : TEXT;
    }
    if (printed.charAt(from) == STYLED) {
      String plain = Normalizer.normalize(printed.substring(from, to), Normalizer.Form.NFKC);
      return plain.charAt(0) == STYLED ? TEXT : parse(plain);
    }
    if (!mayBeValue(printed, from, to)) {
      return TEXT;
    }
    StringBuilder folded = new StringBuilder(length);
    boolean lines = false;
    for (int i = from; i < to; i++) {
      char c = fold(printed.charAt(i));
      if (c == '\n') {
        lines |= !folded.isEmpty() && i + 1 < to;
      } else if (c != 0 && c != ' ') {
        folded.append(c);
      }
    }
    if (folded.isEmpty()) {
      return BLANK;
    }
    String text = TextNormalizer.simplify(folded.toString());
    if (NOTHING.contains(text) || dashes(text)) {
      return PLACEHOLDER;
    }
    Matcher change = CHANGE.matcher(text);
    BigDecimal number =
        number(
            change.lookingAt() ? change.replaceFirst(change.group(1) == null ? "-" : "+") : text);
    if (number == null) {
      String bare = bare(text);
      if (NOTHING.contains(bare) || !bare.isEmpty() && dashes(bare)) {
        return PLACEHOLDER;
      }
      number = bare.isEmpty() || bare.length() == text.length() ? null : number(bare);
    }
    if (number == null) {
      return ZEROS.contains(text) ? SMALL[0] : TEXT;
    }
    return new Figure(Status.NUMBER, number, lines);
  }

  /**
   * Whether the first character that is seen is one that numbers and placeholders begin with: of
   * most words it is not, and they need not be looked at further.
   */
  private static boolean mayBeValue(String printed, int from, int to) {
    char first = first(printed, from, to);
    return first == 0 || Ascii.isDigit(first) || BEGINNINGS.indexOf(first) >= 0;
  }

  /** The first character that is seen, folded; 0 for none. */
  private static char first(String printed, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = fold(printed.charAt(i));
      if (c != 0 && c != ' ' && c != '\n') {
        return TextNormalizer.simple(c);
      }
    }
    return 0;
  }

  private static boolean isBlank(String printed, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(printed.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean dashes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '-' && text.charAt(i) != '/') {
        return false;
      }
    }
    return text.length() <= 6;
  }

  /**
   * Full width to half, all dashes to one, all blanks to a space, what cannot be seen to nothing
   * (0).
   */
  private static char fold(char c) {
    if (c >= '！' && c <= '～') {
      return c == '－' ? '-' : (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '\t', '\r', '\u00A0', '\u3000', '\u2002', '\u2003', '\u2009', '\u202F', '\u2800' -> ' ';
      case '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\uFEFF', '\u2060', '\u00AD' ->
          (char) 0;
      case '—', '–', '―', '‐', '‑', '‒', '─', '−', '﹣', '━', 'ー' -> '-';
      case '，', '\u066C', '\u2019' -> ',';
      case '．' -> '.';
      case '∕', '⁄' -> '/';
      case '〇', '○' -> c;
      default -> c;
    };
  }

  private static @Nullable BigDecimal number(String text) {
    int i = 0;
    int end = text.length();
    StringBuilder digits = new StringBuilder(end);
    if (text.charAt(0) == '-' || text.charAt(0) == '+') {
      if (text.charAt(0) == '-') {
        digits.append('-');
      }
      i = 1;
    }
    int first = i;
    int group = -1;
    int groups = 0;
    while (i < end) {
      char c = text.charAt(i);
      if (Ascii.isDigit(c)) {
        digits.append(c);
        if (group >= 0) {
          group++;
        }
      } else if ((c == ',' || c == '\'')
          && i > first
          && (group == -1 && i - first <= 4 || group == 3 || group == 4)) {
        group = 0;
        groups++;
      } else {
        break;
      }
      i++;
    }
    if (i == first || group != -1 && group != 3 && group != 4 || groups > MOST_GROUPS) {
      return null;
    }
    if (i + 1 < end && text.charAt(i) == '.' && Ascii.isDigit(text.charAt(i + 1))) {
      digits.append('.');
      i++;
      while (i < end && Ascii.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i++));
      }
    }
    if (i < end && !Units.isUnit(text.substring(i))) {
      return null;
    }
    return new BigDecimal(digits.toString());
  }

  /**
   * What is left without what people put around a figure: quotation marks, a full stop, a unit in
   * brackets, the mark of a footnote, 共.
   */
  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && AROUND.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (from < to && text.charAt(from) == '共') {
      from++;
    }
    boolean more = true;
    while (more && to - from > 1) {
      char last = text.charAt(to - 1);
      int open =
          last == ')'
              ? text.lastIndexOf('(', to - 1)
              : last == ']' ? text.lastIndexOf('[', to - 1) : -1;
      if (AROUND.indexOf(last) >= 0 || last == '。' || last == ';' || last >= '①' && last <= '⑳') {
        to--;
      } else if (open > from && isMark(text, open, to)) {
        to = open;
      } else {
        more = false;
      }
    }
    return from < to ? text.substring(from, to) : "";
  }

  /** Whether what stands in brackets is a unit or the number of a note. */
  private static boolean isMark(String text, int open, int to) {
    String inside = text.substring(open + 1, to - 1);
    boolean note = text.charAt(open) == '[' || inside.startsWith("注");
    return Units.isUnit(inside) || note && inside.length() <= 2;
  }
}
