package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.text.Ascii;
import org.gongkai.text.Characters;
import org.gongkai.text.Units;

/**
 * A line of a text: what is seen of it, and what separates cells in it.
 *
 * @param text the text that it is a line of
 * @param start where it begins
 * @param from where what is seen of it begins, without strokes at its ends
 * @param to where that ends
 * @param end where the line ends
 * @param kind what is seen
 * @param strokes how many vertical bars it has
 * @param tabs how many tabs it has
 * @param texts how many pieces between bars say something
 */
record TextLine(
    String text,
    int start,
    int from,
    int to,
    int end,
    Kind kind,
    int strokes,
    int tabs,
    int texts) {
  /** Longer words are no figure. */
  private static final int LONGEST_VALUE = 20;

  private static final String NUMERALS = "一二三四五六";
  private static final String SIGNS = ".,，．+＋-－−—–―/／%无 \u00a0\u3000";

  /** What is seen of a line. */
  enum Kind {
    /** Nothing, not even a blank that somebody put there. */
    EMPTY,
    /** A blank that is there to be seen: a no-break or a wide space. */
    BLANK,
    /** Nothing but what separates cells. */
    SEPARATORS,
    /** A border: dashes with strokes between. */
    BORDER,
    /** A figure, or a sign for none. */
    VALUE,
    /** Other words. */
    WORDS
  }

  boolean isSeen() {
    return kind == Kind.VALUE || kind == Kind.WORDS;
  }

  /**
   * Whether it begins with a Chinese number, as headings and the first cells of rows do: {@code
   * 四、}, also typed as {@code 四.} or {@code 四 、}.
   */
  boolean isNumbered() {
    if (from >= to || NUMERALS.indexOf(text.charAt(from)) < 0) {
      return false;
    }
    int mark = from + 1;
    while (mark < to && !Characters.isPrinting(text.charAt(mark))) {
      mark++;
    }
    return mark + 1 < to && "、.．，".indexOf(text.charAt(mark)) >= 0;
  }

  /** Whether it begins with a vertical bar. */
  boolean opens() {
    int i = start;
    while (i < end && !Characters.isPrinting(text.charAt(i))) {
      i++;
    }
    return i < end && Characters.isVerticalBar(text.charAt(i));
  }

  /** Whether it ends with a vertical bar. */
  boolean closes() {
    int i = end;
    while (i > start && !Characters.isPrinting(text.charAt(i - 1))) {
      i--;
    }
    return i > start && Characters.isVerticalBar(text.charAt(i - 1));
  }

  boolean beginsWithTab() {
    return start < end && text.charAt(start) == '\t';
  }

  boolean endsWithTab() {
    return start < end && text.charAt(end - 1) == '\t';
  }

  /** Whether there is a tab between words. */
  boolean hasInnerTab() {
    return text.substring(from, to).indexOf('\t') >= 0;
  }

  /** The lines of a text: they end with LF, CR, both, a form feed or a separator of Unicode. */
  static List<TextLine> of(String text) {
    List<TextLine> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineEnd(text.charAt(i))) {
        lines.add(of(text, start, i));
        i += text.startsWith("\r\n", i) ? 1 : 0;
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static TextLine of(String text, int start, int end) {
    int from = -1;
    int to = start;
    int strokes = 0;
    int tabs = 0;
    int texts = 0;
    boolean said = false;
    boolean blank = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Characters.isVerticalBar(c)) {
        strokes++;
        said = false;
      } else if (Characters.isPrinting(c)) {
        texts += said ? 0 : 1;
        said = true;
        from = from < 0 ? i : from;
        to = i + 1;
      } else {
        tabs += c == '\t' ? 1 : 0;
        blank |= c == '\u00a0' || c == '\u3000';
      }
    }
    Kind kind;
    if (from < 0) {
      kind = strokes + tabs > 0 ? Kind.SEPARATORS : blank ? Kind.BLANK : Kind.EMPTY;
    } else if (isBorder(text, start, end)) {
      kind = Kind.BORDER;
    } else {
      kind = isValue(text, from, to) ? Kind.VALUE : Kind.WORDS;
    }
    return new TextLine(text, start, from < 0 ? start : from, to, end, kind, strokes, tabs, texts);
  }

  private static boolean isBorder(String text, int from, int to) {
    int dashes = 0;
    int crossings = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '=') {
        dashes++;
      } else if (c == '+' || Characters.isVerticalBar(c)) {
        crossings++;
      } else if (c >= 0x2500 && c <= 0x257f) {
        dashes++;
        crossings++;
      } else if (c != ':' && Characters.isPrinting(c)) {
        return false;
      }
    }
    return dashes > 2 && crossings > 0;
  }

  /** Whether words are a figure, with its unit or without, or a sign for none. */
  private static boolean isValue(String text, int from, int to) {
    if (to - from > LONGEST_VALUE) {
      return false;
    }
    boolean digits = false;
    for (int i = from; i < to && !digits; i++) {
      digits = Ascii.isDigitOfEitherWidth(text.charAt(i));
    }
    if (!digits && to - from > 2) {
      return false;
    }
    StringBuilder other = new StringBuilder();
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Ascii.isDigitOfEitherWidth(c) && SIGNS.indexOf(c) < 0) {
        other.append(c);
      }
    }
    return other.length() == 0 || digits && Units.isUnit(other.toString());
  }
}
