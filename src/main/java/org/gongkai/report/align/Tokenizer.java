package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
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

  /** Of ten rows, so many end where a grid does whose spans can be believed. */
  private static final int MOST_OF_TEN = 9;

  /** What may stand between a label and a figure that is printed without a space behind it. */
  private static final String BEFORE_GLUED = "）):：”?\uFFFD";

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
        made.grid(grid);
      }
      made.block++;
    }
    return made.tokens;
  }

  private void grid(Grid grid) {
    boolean even = isEven(grid);
    for (int row = 0; row < grid.rows().size(); row++) {
      line++;
      List<GridCell> own = grid.rows().get(row).cells();
      boolean labelled = false;
      int next = 0;
      for (int x = 0; x < grid.width(); x++) {
        if (next < own.size() && grid.column(row, next) == x) {
          GridCell cell = own.get(next);
          cell(cell, Figure.parse(cell.text().string()), x, grid.damaged());
          labelled |= !last().isValue();
          next++;
        } else if (even && labelled) {
          cellAbove(grid, row, x);
        }
      }
    }
  }

  /**
   * Takes the figure of a cell that reaches down into a place, and begins there. Zero or nothing is
   * that of each row: somebody merged cells that all said so. Another number may be that of all
   * rows together.
   */
  @SuppressWarnings("ReferenceEquality")
  private void cellAbove(Grid grid, int row, int x) {
    GridCell cell = grid.at(row, x);
    if (cell == null || cell.rowSpan() == 1 || cell == grid.at(row, x - 1)) {
      return;
    }
    Figure figure = Figure.parse(cell.text().string());
    if (figure.isValue()) {
      cell(cell, figure, x, grid.damaged() || !figure.isNothing());
    }
  }

  private void cell(GridCell cell, Figure figure, int x, boolean doubtful) {
    String string = cell.text().string();
    String key = key(figure, string, 0, string.length());
    Figure own = doubtful ? figure.doubted() : figure;
    int span = cell.columnSpan();
    tokens.add(new Token(cell.text(), 0, string.length(), key, own, line, block, true, x, span));
  }

  /** Whether nearly all rows of a grid have the same width: spans are often wrong. */
  private static boolean isEven(Grid grid) {
    int rows = grid.rows().size();
    long whole = IntStream.range(0, rows).filter(y -> grid.at(y, grid.width() - 1) != null).count();
    return whole * 10 >= (long) rows * MOST_OF_TEN;
  }

  private static String key(Figure figure, String string, int from, int to) {
    return figure.isValue() || to - from > LONGEST_LABEL
        ? ""
        : TextNormalizer.key(string, from, to);
  }

  private void line(Text text) {
    line++;
    String string = text.string();
    if (PageNumber.is(string)) {
      return;
    }
    int from = 0;
    for (int to = 0; to <= string.length(); to++) {
      if (to == string.length() || isBetweenWords(string.charAt(to))) {
        if (to > from) {
          word(text, string, from, to);
        }
        from = to + 1;
      }
    }
  }

  private void word(Text text, String string, int from, int to) {
    Figure figure = Figure.parse(string, from, to);
    if (figure.status() == Status.BLANK) {
      return;
    }
    if (figure.isValue()) {
      add(text, from, to, figure);
      return;
    }
    if (!tokens.isEmpty() && last().isValue() && last().line() == line) {
      if (Units.isUnit(string.substring(from, to))) {
        return;
      }
      // Programs that take text out of a PDF may part a fraction from its number.
      Figure whole = Figure.parse(string, last().from(), to);
      if (string.charAt(from) == '.' && whole.status() == Status.NUMBER) {
        add(text, tokens.remove(tokens.size() - 1).from(), to, whole);
        return;
      }
    }
    int digits = to - from <= LONGEST_LABEL ? trailingNumber(string, from, to) : to;
    if (digits < to) {
      add(text, from, digits, Figure.parse(string, from, digits));
      add(text, digits, to, Figure.parse(string, digits, to));
    } else {
      add(text, from, to, figure);
    }
  }

  private void add(Text text, int from, int to, Figure figure) {
    String key = key(figure, text.string(), from, to);
    tokens.add(new Token(text, from, to, key, figure, line, block, false, 0, 1));
  }

  private Token last() {
    return tokens.get(tokens.size() - 1);
  }

  /**
   * Where the number at the end of a word begins that is glued to its label, as programs that take
   * text out of a PDF leave it: {@code 规章12}; the word's end for none.
   */
  private static int trailingNumber(String string, int from, int to) {
    int at = to;
    int number = to;
    while (at > from
        && (Ascii.isDigitOfEitherWidth(string.charAt(at - 1))
            || number < to && ".,".indexOf(string.charAt(at - 1)) >= 0)) {
      at--;
      number = Ascii.isDigitOfEitherWidth(string.charAt(at)) ? at : number;
    }
    char before = number > from ? string.charAt(number - 1) : 0;
    return TextNormalizer.isHan(before) || BEFORE_GLUED.indexOf(before) >= 0 ? number : to;
  }

  /** Whether it stands between words, as blanks and the strokes of a table do. */
  private static boolean isBetweenWords(char c) {
    return c == ' '
        || Characters.isVerticalBar(c)
        || c <= '\u3000' && (c == '\u00A0' || c == '\u3000' || Character.isWhitespace(c));
  }
}
