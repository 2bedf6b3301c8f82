package org.gongkai.document.text;

import java.util.Arrays;
import org.gongkai.document.Passage;
import org.gongkai.text.Ascii;
import org.gongkai.text.Strokes;
import org.gongkai.text.Width;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table that is drawn with characters: where borders stand in it, and which of the
 * pieces between them are border too.
 */
final class DrawnLine {
  /** A line with a piece as long may be a border without crossings. */
  private static final int LEAST_WITHOUT_CROSSING = 3;

  /** What may stand behind a figure in its cell. */
  private static final String UNITS = "件条个项元起份";

  private final Passage passage;
  private final String string;
  private final int begin;

  /** Where a border crosses the line, in characters. */
  private final int[] marks;

  /** For each piece, the one before the first mark among them, whether it is border. */
  private final boolean[] border;

  private DrawnLine(Passage passage, int begin, int[] marks, boolean[] border) {
    this.passage = passage;
    this.string = passage.string();
    this.begin = begin;
    this.marks = marks;
    this.border = border;
  }

  /** The line as part of a drawing; null where no border is in it. */
  static @Nullable DrawnLine of(Passage passage) {
    String string = passage.string();
    int begin = 0;
    // A mail's answer quotes it so.
    while (begin < string.length()
        && (string.charAt(begin) == '>' || string.charAt(begin) == ' ')) {
      begin++;
    }
    int[] marks = new int[16];
    int count = 0;
    for (int i = begin; i < string.length(); i++) {
      if (isMark(string, i)) {
        marks = count == marks.length ? Arrays.copyOf(marks, count * 2) : marks;
        marks[count++] = i;
      }
    }
    marks = Arrays.copyOf(marks, count);
    boolean[] border = border(string, begin, marks);
    if (count == 0 && !(border[0] && string.length() - begin >= LEAST_WITHOUT_CROSSING)) {
      return null;
    }
    return new DrawnLine(passage, begin, marks, border);
  }

  /** Whether text may be such a line: a cheap look before {@link #of}. */
  static boolean mayBe(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 0x2500 ? Strokes.isBar(c) || Strokes.isCrossing(c) : c == '|' || c == '+') {
        return true;
      }
    }
    return from < to && Strokes.isLine(text.charAt(from)) && Strokes.isLine(text.charAt(to - 1));
  }

  private static boolean isMark(String string, int i) {
    char c = string.charAt(i);
    if (Strokes.isBar(c)) {
      return i == 0 || string.charAt(i - 1) != '\\';
    }
    return Strokes.isCrossing(c)
        || Strokes.isPlus(c)
            && (i > 0 && isStroke(string.charAt(i - 1))
                || i + 1 < string.length() && isStroke(string.charAt(i + 1)));
  }

  private static boolean isStroke(char c) {
    return Strokes.isLine(c) || c == ':';
  }

  private static boolean[] border(String string, int begin, int[] marks) {
    boolean[] strokes = new boolean[marks.length + 1];
    boolean whole = true;
    int length = 0;
    for (int i = 0; i <= marks.length; i++) {
      int from = from(begin, marks, i);
      int to = to(string, marks, i);
      strokes[i] = isBorder(string, from, to);
      boolean outside = i == 0 || i == marks.length;
      whole &= strokes[i] || outside && isBlank(string, from, to);
      length += strokes[i] ? to - from : 0;
    }
    whole &= length >= LEAST_WITHOUT_CROSSING;
    boolean drawn = whole;
    for (int i = 1; i < marks.length && !drawn; i++) {
      drawn = strokes[i] && marks[i] - marks[i - 1] > LEAST_WITHOUT_CROSSING;
    }
    for (int i = 0; i <= marks.length && !whole; i++) {
      boolean meets =
          i > 0 && !Strokes.isBar(string.charAt(marks[i - 1]))
              || i < marks.length && !Strokes.isBar(string.charAt(marks[i]));
      strokes[i] &= meets || drawn && to(string, marks, i) - from(begin, marks, i) > 1;
    }
    return strokes;
  }

  /** Where a piece begins, counted from the one before the first mark. */
  private static int from(int begin, int[] marks, int piece) {
    return piece == 0 ? begin : marks[piece - 1] + 1;
  }

  private static int to(String string, int[] marks, int piece) {
    return piece == marks.length ? string.length() : marks[piece];
  }

  private static boolean isBorder(String string, int from, int to) {
    int first = from < to && string.charAt(from) == ':' ? from + 1 : from;
    int last = to > first && string.charAt(to - 1) == ':' ? to - 1 : to;
    for (int i = first; i < last; i++) {
      if (!Strokes.isLine(string.charAt(i))) {
        return false;
      }
    }
    return last > first;
  }

  private static boolean isBlank(String string, int from, int to) {
    for (int i = from; i < to; i++) {
      if (string.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  /** What stands for a cell of it that is not there. */
  Passage blank() {
    return passage.part(begin, begin);
  }

  int marks() {
    return marks.length;
  }

  /** Whether it is a border from end to end. */
  boolean isRule() {
    for (int i = 0; i <= marks.length; i++) {
      boolean outside = marks.length > 0 && (i == 0 || i == marks.length);
      if (!border[i]
          && !(outside && isBlank(string, from(begin, marks, i), to(string, marks, i)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is the line of dashes between pipes that Markdown has below a table's heading. */
  boolean isDelimiter() {
    for (int mark : marks) {
      if (string.charAt(mark) != '|') {
        return false;
      }
    }
    return marks.length > 1 && isRule() && string.indexOf('-', begin) > 0;
  }

  /** Whether no piece of it is border. */
  boolean isText() {
    for (boolean each : border) {
      if (each) {
        return false;
      }
    }
    return true;
  }

  /** Whether something stands left of all marks. */
  boolean isOpenLeft() {
    return marks.length > 0 && marks[0] > begin;
  }

  /** Whether something stands right of all marks. */
  boolean isOpenRight() {
    return marks.length > 0 && !isBlank(string, marks[marks.length - 1] + 1, string.length());
  }

  /** The character that is a mark. */
  char mark(int i) {
    return string.charAt(marks[i]);
  }

  /**
   * Whether the piece behind a mark is border; behind -1 the one before all marks.
   *
   * @param mark from -1
   */
  boolean isBorder(int mark) {
    return border[mark + 1];
  }

  /** What stands behind a mark up to the next; before all marks for -1. */
  Passage piece(int mark) {
    return passage.part(from(begin, marks, mark + 1), to(string, marks, mark + 1));
  }

  /** Whether the words behind a mark are figures set apart: a border between them was lost. */
  boolean isTwoFigures(int mark) {
    int from = from(begin, marks, mark + 1);
    int to = to(string, marks, mark + 1);
    int figures = 0;
    int words = 0;
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && string.charAt(end) != ' ') {
        end++;
      }
      if (end > i) {
        words++;
        figures += isFigure(string, i, end) ? 1 : 0;
      }
      i = end + 1;
    }
    return words > 1 && figures > 0;
  }

  /** Whether it is digits, what stands between and behind them, or a sign for nothing. */
  static boolean isFigure(String string, int from, int end) {
    boolean unit = end - from > 1 && UNITS.indexOf(string.charAt(end - 1)) >= 0;
    int to = unit ? end - 1 : end;
    for (int i = from; i < to; i++) {
      char c = string.charAt(i);
      if (!Ascii.isDigitOfEitherWidth(c)
          && ",.，．%".indexOf(c) < 0
          && (to - from > 2 || "-/—－无".indexOf(c) < 0)) {
        return false;
      }
    }
    return to > from;
  }

  /** Where the marks stand on a screen, right of the first, if characters are as wide as that. */
  int[] columns(int wide, int ambiguous) {
    int[] columns = new int[marks.length];
    if (marks.length == 0) {
      return columns;
    }
    int[] blanks = passage.blanks();
    int column = 0;
    int next = 1;
    for (int i = marks[0]; next < marks.length; i++) {
      char c = string.charAt(i);
      column +=
          c == ' '
              ? blanks[i]
              : Width.isWide(c) ? wide : Width.isAmbiguous(c) ? ambiguous : Width.isNone(c) ? 0 : 1;
      if (i + 1 == marks[next]) {
        columns[next++] = column;
      }
    }
    return columns;
  }
}
