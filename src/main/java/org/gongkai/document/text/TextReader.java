package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Passage;
import org.gongkai.document.Source;
import org.gongkai.document.Words;
import org.gongkai.document.charset.Decoded;
import org.gongkai.text.Characters;
import org.gongkai.text.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text: a line is a paragraph; lines with tabs or pipes between cells are a grid.
 *
 * <p>Blanks are no cell borders: how many figures stand in such a line is for somebody to tell who
 * knows the form.
 */
public final class TextReader {
  private static final List<String> LINE_BREAKS =
      List.of("<br />", "<br/>", "<br>", "br />", "br/>");

  /** So many lines tell whether a table's rows stand between pipes. */
  private static final int LOOK_AHEAD = 60;

  /** A cell longer than that is prose with a pipe or tab in it. */
  private static final int PROSE = 400;

  /**
   * A line with tabs only around it is a cell of the grid that it follows if it is no longer than
   * that.
   */
  private static final int LABEL = 60;

  private final String text;
  private final Source origin;
  private final Words words;
  private final List<Block> blocks = new ArrayList<>();
  private final List<GridRow> rows = new ArrayList<>();

  /** Whether some row so far has more than one cell filled: else they are lines. */
  private boolean grid;

  private boolean framed;

  private TextReader(String text) {
    this.text = text;
    this.origin = new Source(text);
    this.words = new Words(origin);
  }

  public static Document read(Decoded decoded) {
    TextReader reader = new TextReader(decoded.text());
    reader.lines();
    return new Document(
        Format.TEXT,
        decoded.charset(),
        decoded.from(),
        "",
        Map.of(),
        reader.blocks,
        List.of(),
        List.of(),
        false,
        false,
        null);
  }

  private void lines() {
    int[] bounds = new int[64];
    int count = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      int length = i == text.length() || isLineEnd(text.charAt(i)) ? 1 : tagRemains(i);
      if (length > 0) {
        bounds = count == bounds.length ? Arrays.copyOf(bounds, count * 2) : bounds;
        bounds[count++] = start;
        bounds[count++] = i;
        i += length - 1;
        start = i + 1;
      }
    }
    for (int i = 0; i < count; i += 2) {
      line(bounds[i], bounds[i + 1]);
    }
    endGrid();
  }

  /**
   * How long what is left of a line break's tag is that begins at {@code i}, such as {@code br />};
   * 0 for none.
   */
  private int tagRemains(int i) {
    if (text.charAt(i) != 'b' && text.charAt(i) != '<') {
      return 0;
    }
    for (String remains : LINE_BREAKS) {
      if (text.startsWith(remains, i)) {
        return remains.length();
      }
    }
    return 0;
  }

  private static boolean isLineEnd(char c) {
    return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private void line(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      return;
    }
    if (isRule(from, to)) {
      return;
    }
    boolean opens = Characters.isVerticalBar(text.charAt(from));
    boolean closes = Characters.isVerticalBar(text.charAt(to - 1));
    int inner = to;
    while (inner > from
        && (isBlank(text.charAt(inner - 1)) || Characters.isVerticalBar(text.charAt(inner - 1)))) {
      inner--;
    }
    if (inner == from) {
      return;
    }
    if (opens || hasPipe(from, inner) || closes && !rows.isEmpty()) {
      if (rows.isEmpty()) {
        framed = isFramed(from);
      }
      // Pipes around every row are no cells; without them a pipe at a row's end has a blank cell
      // beside it.
      row(framed && opens ? from + 1 : from, framed && closes ? to - 1 : to, '|');
    } else if (hasTab(from, inner)
        || isAmongTabs(start, from, inner, end) && inner - from <= LABEL) {
      row(start, end, '\t');
    } else {
      paragraph(from, inner);
    }
  }

  /**
   * Whether the lines from here on that have pipes all begin and end with one, as Markdown's do.
   */
  private boolean isFramed(int start) {
    int from = start;
    for (int lines = 0; from < text.length() && lines < LOOK_AHEAD; lines++) {
      int end = from;
      while (end < text.length() && !isLineEnd(text.charAt(end))) {
        end++;
      }
      int first = from;
      int last = end;
      while (first < last && isBlank(text.charAt(first))) {
        first++;
      }
      while (last > first && isBlank(text.charAt(last - 1))) {
        last--;
      }
      if (first == last || !hasPipe(first, last)) {
        return lines > 0;
      }
      if (!Characters.isVerticalBar(text.charAt(first))
          || !Characters.isVerticalBar(text.charAt(last - 1))) {
        return false;
      }
      from = end + 1;
    }
    return true;
  }

  /**
   * A label with nothing but blank cells beside it: within a grid one tab tells, elsewhere tabs on
   * both sides.
   */
  private boolean isAmongTabs(int start, int from, int inner, int end) {
    boolean before = hasTab(start, from);
    boolean behind = hasTab(inner, end);
    return rows.isEmpty() ? before && behind : before || behind;
  }

  private boolean hasTab(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\t') {
        return true;
      }
    }
    return false;
  }

  private boolean hasPipe(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Characters.isVerticalBar(text.charAt(i)) && (i == from || text.charAt(i - 1) != '\\')) {
        return true;
      }
    }
    return false;
  }

  private boolean isPipe(int i) {
    return Characters.isVerticalBar(text.charAt(i)) && (i == 0 || text.charAt(i - 1) != '\\');
  }

  private static boolean isBlank(char c) {
    return !Characters.isPrinting(c);
  }

  /** A line between rows: box drawing, or Markdown's dashes between pipes. */
  private boolean isRule(int from, int to) {
    int dashes = 0;
    int pipes = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '=') {
        dashes++;
      } else if (Characters.isVerticalBar(c) || c == '+') {
        pipes++;
      } else if (c >= 0x2500 && c <= 0x257f) {
        pipes++;
        dashes++;
      } else if (c != ':' && !isBlank(c)) {
        return false;
      }
    }
    return pipes > 0 && dashes > 2;
  }

  private void paragraph(int from, int to) {
    endGrid();
    Passage passage = value(from, to);
    if (passage != null) {
      blocks.add(new Paragraph(passage));
    }
  }

  private void row(int from, int to, char separator) {
    List<GridCell> cells = new ArrayList<>();
    boolean prose = false;
    int filled = 0;
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || (separator == '|' ? isPipe(i) : text.charAt(i) == separator)) {
        Passage passage = value(start, i);
        if (passage == null) {
          passage = new Passage("", new int[] {0, 0, start}, origin);
        } else {
          filled++;
          prose |= passage.string().length() > PROSE;
        }
        cells.add(new GridCell(passage, 1, 1));
        start = i + 1;
      }
    }
    if (filled == 0) {
      return;
    }
    if (prose || cells.size() == 1) {
      paragraph(from, to);
    } else {
      rows.add(new GridRow(cells));
      grid |= filled > 1;
    }
  }

  /** The words between, without the quotation marks that a spreadsheet puts around them. */
  private @Nullable Passage value(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && isBlank(text.charAt(first))) {
      first++;
    }
    while (last > first && isBlank(text.charAt(last - 1))) {
      last--;
    }
    boolean quoted =
        last - first >= 2 && text.charAt(first) == '"' && text.indexOf('"', first + 1) == last - 1;
    return quoted ? passage(first + 1, last - 1) : passage(from, to);
  }

  private void endGrid() {
    if (grid) {
      blocks.add(new Grid(rows));
    } else {
      for (GridRow row : rows) {
        for (GridCell cell : row.cells()) {
          if (!cell.text().string().isEmpty()) {
            blocks.add(new Paragraph(cell.text()));
          }
        }
      }
    }
    rows.clear();
    grid = false;
  }

  /** The words between, references resolved; null where there are none. */
  private @Nullable Passage passage(int from, int to) {
    int at = from;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '&') {
        continue;
      }
      int end = Math.min(Entities.end(text, i), to);
      if (text.charAt(end - 1) == ';') {
        String meant = Entities.meant(text, i, end);
        if (meant.length() < end - i) {
          words.add(text, 0, at, i);
          words.addAs(meant, 0, i);
          at = end;
        }
      }
    }
    words.add(text, 0, at, to);
    return words.take();
  }
}
