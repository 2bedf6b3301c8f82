package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.gongkai.report.Status;
import org.gongkai.text.Ascii;
import org.gongkai.text.Characters;
import org.gongkai.text.TextNormalizer;
import org.gongkai.text.Units;

/** Makes one sequence of labels and values of a document, whether it has grids or lines. */
public final class Tokenizer {
  /** A label of the form with the pinyin of each character is no longer than this. */
  private static final int LONGEST_LABEL = 400;

  /** What nearly all figures of the form count. */
  private static final char UNIT = '件';

  private final List<Token> tokens = new ArrayList<>();
  private int line;
  private int block;

  private Tokenizer() {}

  public static List<Token> of(List<Block> blocks) {
    Tokenizer made = new Tokenizer();
    for (Block each : blocks) {
      if (each instanceof Paragraph paragraph) {
        made.line(paragraph.text());
      } else if (each instanceof Grid grid) {
        made.grid(CellRepeater.of(grid));
      }
      made.block++;
    }
    return made.tokens;
  }

  private void grid(Grid grid) {
    Columns columns = new Columns();
    for (Grid.GridRow row : grid.rows()) {
      columns.nextRow();
      List<Grid.GridCell> cells = row.cells();
      if (cells.size() == 1) {
        columns.place(cells.get(0));
        line(cells.get(0).text());
        continue;
      }
      line++;
      for (Grid.GridCell cell : cells) {
        int x = columns.place(cell);
        Text text = cell.text();
        String string = text.string();
        Figure figure = Figure.parse(string);
        figure = grid.damaged() ? figure.doubted() : figure;
        String key =
            figure.isValue() || string.length() > LONGEST_LABEL
                ? ""
                : inHan(withoutUnit(TextNormalizer.key(string), string, string.length()));
        tokens.add(
            new Token(
                text, 0, string.length(), key, figure, line, block, true, x, cell.columnSpan()));
      }
    }
  }

  /** The key of a label without the unit of its figures in brackets behind it. */
  private static String withoutUnit(String key, String string, int to) {
    int length = key.length();
    return length > 2
            && key.charAt(length - 1) == UNIT
            && (string.charAt(to - 1) == '）' || string.charAt(to - 1) == ')')
        ? key.substring(0, length - 1)
        : key;
  }

  /** The key of a label in two languages without the other one; any other as it is. */
  private static String inHan(String key) {
    int length = key.length();
    if (length < 4 || !Ascii.isLetter(key.charAt(length - 1)) && !Ascii.isLetter(key.charAt(0))) {
      return key;
    }
    int from = 0;
    int to = length;
    if (Ascii.isLetter(key.charAt(0))) {
      for (int i = 0; i < length; i++) {
        from = Ascii.isLetter(key.charAt(i)) ? i + 1 : from;
      }
    } else {
      to = 0;
      while (to < length && !Ascii.isLetter(key.charAt(to))) {
        to++;
      }
    }
    boolean han = to - from >= 2 && TextNormalizer.isHan(key.charAt(from + 1));
    return han ? key.substring(from, to) : key;
  }

  private void line(Text text) {
    line++;
    String string = text.string();
    int length = string.length();
    if (PageNumber.is(string) || PageNumber.isRunningTitle(string)) {
      return;
    }
    int from = 0;
    while (from < length) {
      if (isBlank(string.charAt(from))) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < length && !isBlank(string.charAt(to))) {
        to++;
      }
      word(text, string, from, to);
      from = to;
    }
  }

  private void word(Text text, String string, int from, int to) {
    Figure figure = Figure.parse(string, from, to);
    if (figure.isValue()) {
      if (figure.status() == Status.BLANK) {
        return;
      }
    } else if (!tokens.isEmpty()
        && last().isValue()
        && last().line() == line
        && Units.isUnit(string.substring(from, to))) {
      return;
    } else if (string.charAt(from) == '.' && !tokens.isEmpty() && last().line() == line) {
      // Programs that take text out of a PDF may part a fraction from its number.
      Figure whole = Figure.parse(string, last().from(), to);
      if (last().isValue() && whole.status() == Status.NUMBER) {
        Token number = tokens.remove(tokens.size() - 1);
        add(text, number.from(), to, whole);
        return;
      }
    } else if (to - from <= LONGEST_LABEL) {
      int digits = trailingNumber(string, from, to);
      if (digits < to) {
        add(text, from, digits, Figure.parse(string, from, digits));
        add(text, digits, to, Figure.parse(string, digits, to));
        return;
      }
    }
    add(text, from, to, figure);
  }

  private void add(Text text, int from, int to, Figure figure) {
    String key =
        figure.isValue() || to - from > LONGEST_LABEL
            ? ""
            : withoutUnit(TextNormalizer.key(text.string(), from, to), text.string(), to);
    tokens.add(new Token(text, from, to, key, figure, line, block, false, 0, 1));
  }

  private Token last() {
    return tokens.get(tokens.size() - 1);
  }

  /**
   * Where the number at the end of a word begins that is glued to its label: {@code 规章12}; the
   * word's end for none.
   */
  private static int trailingNumber(String string, int from, int to) {
    int at = to;
    while (at > from
        && (Ascii.isDigitOfEitherWidth(string.charAt(at - 1))
            || (string.charAt(at - 1) == '.' || string.charAt(at - 1) == ',') && at < to)) {
      at--;
    }
    if (at == to || at == from) {
      return to;
    }
    while (at < to && !Ascii.isDigitOfEitherWidth(string.charAt(at))) {
      at++;
    }
    char before = string.charAt(at - 1);
    boolean glued =
        TextNormalizer.isHan(before)
            || before == '）'
            || before == ')'
            || before == '：'
            || before == ':'
            || before == '”'
            || before == '?'
            || before == '\uFFFD';
    return glued ? at : to;
  }

  /** Whether it stands between words, as blanks and the pipes of a table do. */
  private static boolean isBlank(char c) {
    return c == ' '
        || Characters.isVerticalBar(c)
        || c <= '\u3000' && (c == '\u00A0' || c == '\u3000' || Character.isWhitespace(c));
  }

  /** Finds the column each cell begins in, as HTML lays a table out. */
  private static final class Columns {
    /** Columns beyond that are one: the form has sixteen, and looking for a free one takes time. */
    private static final int MOST = 1000;

    private int[] until = new int[32];
    private int row = -1;
    private int x;

    void nextRow() {
      row++;
      x = 0;
    }

    int place(Grid.GridCell cell) {
      while (x < until.length && x < MOST && until[x] > row) {
        x++;
      }
      int at = x;
      x = Math.min(x + cell.columnSpan(), MOST);
      if (x > until.length) {
        until = Arrays.copyOf(until, x * 2);
      }
      if (cell.rowSpan() > 1) {
        Arrays.fill(until, at, x, row + cell.rowSpan());
      }
      return at;
    }
  }
}
