package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Pages;
import org.gongkai.document.Document.WebPage;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Source;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.gongkai.document.charset.Decoded;
import org.gongkai.document.text.TextLine.Kind;
import org.gongkai.text.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text. A line is a paragraph, or a row where strokes or tabs stand between its cells.
 *
 * <p>Where blank cells are there to be seen, cells that stand on lines of their own are rows too:
 *
 * <ul>
 *   <li>browsers copy a table with a tab between cells, on a line of its own where a cell holds
 *       paragraphs;
 *   <li>Word and LibreOffice write a cell a line, a blank one as a blank line;
 *   <li>pages are saved with a stroke behind each cell, a blank one as a stroke alone.
 * </ul>
 *
 * There a row is a label and the figures and blanks behind it, up to the next label. Blanks within
 * a line are no borders: how many figures stand in such a line is for somebody to tell who knows
 * the form.
 */
public final class TextReader {
  /** A cell longer than that is prose with a stroke or tab in it. */
  private static final int PROSE = 400;

  /** Fewer figures side by side say nothing about the layout: table II has rows of three. */
  private static final int LEAST_CELLS = 4;

  private static final int MOST_CELLS = 40;

  /** A line with tabs only around it is a cell if it is no longer than that. */
  private static final int LABEL = 60;

  private final String text;
  private final List<TextLine> lines;
  private final Source origin;
  private final TextBuilder words;
  private final List<Block> blocks = new ArrayList<>();

  /** Whether lines begin with a stroke: it bounds no cell. */
  private boolean isLed;

  /** Whether they end with one too. */
  private boolean framed;

  /** Whether strokes end cells that stand on lines of their own. */
  private boolean strokesEndCells;

  /** Whether a blank line among figures is a blank cell. */
  private boolean emptyIsBlank;

  /** Whether cells on lines of their own are put together to rows. */
  private boolean cellsOnLines;

  /** How many rows there are of each length, while they are counted only. */
  private int @Nullable [] lengths;

  private boolean countsUpToLast;

  /** How many cells most such rows have. */
  private int usual = LEAST_CELLS;

  private final List<GridRow> rows = new ArrayList<>();

  /** Whether some row so far has more than one cell filled: else they are lines. */
  private boolean isGrid;

  private int borders;

  /** Whether there are several in a table. */
  private boolean bordered;

  /** The label that figures on lines of their own follow; null for none. */
  private @Nullable TextLine label;

  private final List<@Nullable TextLine> cells = new ArrayList<>();

  /** Whether a row of such cells has begun. */
  private boolean inRow;

  /** Whether the last cell waits for the stroke that ends it. */
  private boolean isOpen;

  private TextReader(String text) {
    this.text = text;
    this.lines = TextLine.of(text);
    this.origin = new Source(text);
    this.words = new TextBuilder(origin);
  }

  /** Reads a text. */
  public static Document read(Decoded decoded) {
    TextReader reader = new TextReader(decoded.text());
    reader.survey();
    reader.read();
    return new Document(
        Format.TEXT,
        decoded.charset(),
        decoded.from(),
        reader.blocks,
        List.of(),
        WebPage.NONE,
        false,
        null,
        Pages.NONE);
  }

  /** Tells how the text is laid out. */
  private void survey() {
    int stroked = 0;
    int onLines = 0;
    int opened = 0;
    int closed = 0;
    int rowsOnLines = 0;
    int pairs = 0;
    int solid = 0;
    int shown = 0;
    int between = 0;
    TextLine before = null;
    int gap = 0;
    boolean blank = false;
    for (TextLine line : lines) {
      if (line.kind() == Kind.EMPTY) {
        gap++;
        continue;
      }
      onLines +=
          line.strokes() > 0 && line.kind() != Kind.BORDER && line.texts() < 2 && line.strokes() < 3
              ? 1
              : 0;
      if (line.strokes() > 0 && line.isSeen()) {
        stroked++;
        opened += line.opens(text) ? 1 : 0;
        closed += line.closes(text) ? 1 : 0;
        rowsOnLines += line.texts() > 1 ? 1 : 0;
      }
      if (line.kind() == Kind.BLANK) {
        shown += before != null && before.kind() == Kind.VALUE ? 1 : 0;
        blank = true;
        continue;
      }
      if (before != null) {
        if (before.kind() == Kind.VALUE || line.kind() == Kind.VALUE) {
          pairs++;
          solid += gap == 0 ? 1 : 0;
        }
        boolean figures = before.kind() == Kind.VALUE && line.kind() == Kind.VALUE;
        between += figures && gap > 0 && !blank ? 1 : 0;
        shown += blank && line.kind() == Kind.VALUE ? 1 : 0;
      }
      before = line;
      gap = 0;
      blank = false;
    }
    isLed = opened * 5 > stroked * 4;
    framed = isLed && closed * 5 > stroked * 4;
    strokesEndCells = rowsOnLines * 2 < onLines;
    // What comes out of a PDF has blank lines wherever its boxes are apart, and pages are saved
    // with
    // one behind each paragraph: the prose around a table says nothing of its cells.
    emptyIsBlank = between > 0 && solid * 2 > pairs && text.indexOf('\f') < 0;
    if (strokesEndCells || shown > 0 || emptyIsBlank) {
      // Where blank cells were dropped, rows are of any length.
      cellsOnLines = isRegular(lengths(true)) || isRegular(lengths(false));
    }
  }

  private boolean isRegular(int[] counted) {
    int all = 0;
    int most = LEAST_CELLS;
    for (int i = LEAST_CELLS; i < counted.length; i++) {
      all += counted[i];
      most = counted[i] > counted[most] ? i : most;
    }
    usual = most;
    return all > 0 && counted[most] * 4 >= all * 3;
  }

  /**
   * How many rows of cells on lines of their own have so many cells, blank ones at the end aside if
   * so said.
   */
  private int[] lengths(boolean upToLast) {
    int[] counted = new int[MOST_CELLS + 1];
    lengths = counted;
    countsUpToLast = upToLast;
    for (TextLine line : lines) {
      if (line.tabs() > 0) {
        endRow();
      } else {
        cell(line);
      }
    }
    endRow();
    lengths = null;
    return counted;
  }

  /** How many cells there are up to the last that shows something, if only a blank. */
  private int filled() {
    int filled = cells.size();
    while (filled > 0) {
      TextLine last = cells.get(filled - 1);
      if (last != null && last.kind() != Kind.EMPTY) {
        break;
      }
      filled--;
    }
    return filled;
  }

  private void read() {
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      int end = line.strokes() == 0 ? tabRow(i) : i;
      if (end > i) {
        i = end - 1;
      } else if (line.kind() == Kind.BORDER) {
        borders++;
        bordered |= borders > 1;
      } else if (line.strokes() > 0 && !strokesEndCells) {
        strokeRow(line);
      } else if (cellsOnLines) {
        cell(line);
      } else if (line.isSeen()) {
        paragraph(line.from(), line.to());
      } else if (line.kind() == Kind.EMPTY) {
        borders = 0;
      }
    }
    endRow();
    endGrid();
  }

  /** A row on one line, strokes between its cells. */
  private void strokeRow(TextLine line) {
    endRow();
    if (!line.isSeen()) {
      return;
    }
    if (line.texts() == 1 && line.strokes() == 1 && rows.isEmpty()) {
      paragraph(line.from(), line.to());
      return;
    }
    List<GridCell> row = new ArrayList<>();
    int start = line.start();
    boolean outer = isLed && line.opens(text);
    for (int i = start; i <= line.end(); i++) {
      if (i == line.end() || TextLine.isStroke(text, i)) {
        if (!outer) {
          row.add(gridCell(start, i));
        }
        outer = false;
        start = i + 1;
      }
    }
    if (framed && line.closes(text)) {
      row.remove(row.size() - 1);
    }
    row(row, line);
  }

  /**
   * A row that begins with a line, tabs between its cells.
   *
   * @return the index behind its last line; that of the line where it begins none
   */
  private int tabRow(int first) {
    TextLine begin = lines.get(first);
    boolean mayBegin =
        begin.tabs() > 0
            || begin.strokes() == 0 && (isBeforeTab(first) && begin.kind() != Kind.EMPTY);
    if (!mayBegin) {
      return first;
    }
    List<TabCell> row = new ArrayList<>();
    row.add(new TabCell(begin.start(), new ArrayList<>(1)));
    int limit = 1;
    int separators = 0;
    boolean joins = true;
    boolean figure = false;
    boolean hasInner = false;
    int gap = 0;
    int end = first;
    for (int at = first; at < lines.size() && gap <= limit; at++) {
      TextLine line = lines.get(at);
      if (line.kind() == Kind.EMPTY) {
        gap++;
        continue;
      }
      boolean separator = line.kind() == Kind.SEPARATORS;
      boolean inner = innerTab(line);
      boolean goesOn =
          line.strokes() == 0
              && !inner
              && !line.isNumbered(text)
              && !(hasInner && gap == 0)
              && (separator || joins || separators > 0 && !figure && isShort(line));
      if (at > first && !goesOn) {
        break;
      }
      split(line, row);
      // The gap around a tab on a line of its own is that within a row; a wider one ends it.
      limit = separator && separators++ == 0 && at > first ? gap : limit;
      hasInner |= inner;
      joins = separator || text.charAt(line.end() - 1) == '\t' && isBeforeTab(at + 1);
      figure = line.kind() != Kind.WORDS;
      gap = 0;
      end = at + 1;
    }
    long blank = row.stream().filter(cell -> cell.said().isEmpty()).count();
    if (blank == row.size()) {
      return end;
    }
    if (row.size() < 2) {
      return first;
    }
    boolean among = !rows.isEmpty() || separators > 0 || begin.tabs() > 1;
    if (row.size() == blank + 1 && !hasInner && (!among || begin.to() - begin.from() > LABEL)) {
      return first;
    }
    endRow();
    List<GridCell> filled = new ArrayList<>();
    for (TabCell cell : row) {
      Text said = cell.said().isEmpty() ? blank(cell.from()) : Text.join(cell.said());
      filled.add(new GridCell(said, 1, 1));
    }
    row(filled, begin);
    return end;
  }

  private static boolean isShort(TextLine line) {
    return line.kind() == Kind.WORDS && line.to() - line.from() <= LABEL / 3;
  }

  /** Whether the line behind the one at the index is a tab alone, but for empty ones. */
  private boolean isBeforeTab(int index) {
    for (int i = index + 1; i < lines.size() && i < index + 3; i++) {
      TextLine line = lines.get(i);
      if (line.kind() != Kind.EMPTY) {
        return line.kind() == Kind.SEPARATORS && line.tabs() > 0;
      }
    }
    return false;
  }

  private boolean innerTab(TextLine line) {
    if (line.tabs() == 0) {
      return false;
    }
    int tab = text.indexOf('\t', line.from());
    return tab >= 0 && tab < line.to();
  }

  /** A cell between tabs: where it begins, and its lines. */
  private record TabCell(int from, List<Text> said) {}

  /** Adds what a line says to the cells of a row, each tab between two. */
  private void split(TextLine line, List<TabCell> row) {
    int start = line.start();
    for (int i = start; i <= line.end(); i++) {
      if (i == line.end() || text.charAt(i) == '\t') {
        Text said = value(start, i);
        if (said != null) {
          row.get(row.size() - 1).said().add(said);
        }
        if (i < line.end()) {
          row.add(new TabCell(i + 1, new ArrayList<>(1)));
        }
        start = i + 1;
      }
    }
  }

  /** A line that is a cell, or a blank one. */
  private void cell(TextLine line) {
    boolean leads = isLed && line.isSeen() && line.opens(text);
    if (leads && !framed) {
      strokes(1);
    }
    switch (line.kind()) {
      case WORDS -> {
        endRow();
        label = line;
        inRow = true;
        isOpen = strokesEndCells;
      }
      case VALUE -> {
        cells.add(line);
        inRow = true;
        isOpen = strokesEndCells;
      }
      case BLANK -> blank(line);
      case EMPTY -> {
        if (emptyIsBlank && !strokesEndCells) {
          blank(line);
        }
      }
      default -> {}
    }
    int strokes = line.strokes() - (leads || framed && line.strokes() > 1 ? 1 : 0);
    if (strokes > 0) {
      boolean endsRow = strokes > 1;
      strokes(strokes);
      if (endsRow) {
        if (line.kind() == Kind.WORDS) {
          cells.clear();
        }
        endRow();
        inRow = true;
      }
    }
  }

  /** Strokes: the first ends the cell that is open, each other one a blank cell. */
  private void strokes(int count) {
    for (int i = isOpen ? 1 : 0; i < count; i++) {
      blank(null);
    }
    isOpen = false;
  }

  private void blank(@Nullable TextLine line) {
    if (inRow) {
      cells.add(line);
    }
  }

  /** Ends the row of cells on lines of their own: a row if there are several, else lines. */
  private void endRow() {
    TextLine first = label;
    label = null;
    inRow = false;
    isOpen = false;
    int filled = filled();
    int[] counted = lengths;
    if (counted != null) {
      counted[Math.min(countsUpToLast ? filled : cells.size(), MOST_CELLS)]++;
      cells.clear();
      return;
    }
    if (isRow(filled, first != null)) {
      List<GridCell> row = new ArrayList<>();
      int start = 0;
      if (first != null) {
        row.add(gridCell(first.from(), first.to()));
        start = first.to();
      }
      for (TextLine cell : cells) {
        boolean figure = cell != null && cell.kind() == Kind.VALUE;
        row.add(figure ? gridCell(cell.from(), cell.to()) : new GridCell(blank(start), 1, 1));
        start = cell == null ? start : cell.to();
      }
      rows.add(new GridRow(row));
      isGrid = true;
    } else {
      if (first != null) {
        line(first.from(), first.to());
      }
      for (TextLine cell : cells) {
        if (cell != null && cell.kind() == Kind.VALUE) {
          line(cell.from(), cell.to());
        }
      }
    }
    cells.clear();
  }

  /** Whether the cells so far are a row: several, some of them blank, or as many as most have. */
  private boolean isRow(int filled, boolean isLabelled) {
    int size = cells.size();
    if (!isLabelled) {
      return filled >= LEAST_CELLS && hasBlank(filled);
    }
    if (filled == 0) {
      return size >= (strokesEndCells ? 2 : usual);
    }
    return strokesEndCells
        ? size > 1 && hasBlank(size) || filled == usual
        : filled > 1 && hasBlank(filled) || size > 2 && filled == 1 || filled == usual;
  }

  private boolean hasBlank(int size) {
    for (TextLine cell : cells.subList(0, size)) {
      if (cell == null || cell.kind() != Kind.VALUE) {
        return true;
      }
    }
    return false;
  }

  private void row(List<GridCell> row, TextLine line) {
    int filled = 0;
    boolean prose = false;
    for (GridCell cell : row) {
      filled += cell.text().string().isEmpty() ? 0 : 1;
      prose |= cell.text().string().length() > PROSE;
    }
    if (prose || row.size() == 1) {
      paragraph(line.from(), line.to());
    } else if (filled > 0) {
      rows.add(new GridRow(row));
      isGrid |= filled > 1;
    }
  }

  private GridCell gridCell(int from, int to) {
    Text passage = value(from, to);
    return new GridCell(passage == null ? blank(from) : passage, 1, 1);
  }

  private Text blank(int at) {
    return Text.blank(0, at, origin);
  }

  private void paragraph(int from, int to) {
    endRow();
    line(from, to);
  }

  private void line(int from, int to) {
    endGrid();
    Text passage = value(from, to);
    if (passage != null) {
      blocks.add(new Paragraph(passage));
    }
  }

  private void endGrid() {
    if (isGrid) {
      // Lines between borders may be parts of a row.
      blocks.add(new Grid(rows, bordered));
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
    isGrid = false;
    borders = 0;
    bordered = false;
  }

  /** The words between, without the quotation marks that a spreadsheet puts around them. */
  private @Nullable Text value(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && text.charAt(first) <= ' ') {
      first++;
    }
    while (last > first && text.charAt(last - 1) <= ' ') {
      last--;
    }
    boolean quoted =
        last - first >= 2 && text.charAt(first) == '"' && text.indexOf('"', first + 1) == last - 1;
    return quoted ? passage(first + 1, last - 1) : passage(from, to);
  }

  /** The words between, references resolved; null where there are none. */
  private @Nullable Text passage(int from, int to) {
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
