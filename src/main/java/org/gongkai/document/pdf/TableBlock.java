package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.jspecify.annotations.Nullable;

/** A table on one page or, joined, on several. */
final class TableBlock implements PageBlock {
  /** A cell: what it says, line by line. */
  static final class Cell {
    int row;
    int column;
    int rowSpan;
    int columnSpan;
    float width;
    final List<GlyphLine> lines;

    Cell(int row, int column, int rowSpan, int columnSpan, float width, List<GlyphLine> lines) {
      this.row = row;
      this.column = column;
      this.rowSpan = rowSpan;
      this.columnSpan = columnSpan;
      this.width = width;
      this.lines = lines;
    }

    boolean isBlank() {
      return lines.isEmpty();
    }

    String text() {
      return LineJoiner.text(lines, width);
    }

    int end() {
      return row + rowSpan;
    }

    /** Where it ends, as a piece of a passage. */
    private int[] lastGlyph() {
      GlyphLine line = lines.get(lines.size() - 1);
      return new int[] {0, line.page(), line.glyphs().get(line.glyphs().size() - 1).index() + 1};
    }

    /** Whether it lies over the same columns. */
    boolean isBeside(Cell other) {
      return column == other.column && columnSpan == other.columnSpan;
    }
  }

  private final int page;
  private final Box box;
  private int lastPage;
  private float bottom;
  private int rows;
  private float[] columns;
  private final List<Cell> cells = new ArrayList<>();

  TableBlock(int page, RuledTable table) {
    this.page = page;
    lastPage = page;
    box = table.box();
    bottom = box.y1();
    rows = table.rows();
    columns = table.columns();
    for (RuledTable.Cell cell : table.cells()) {
      float width = columns[cell.column() + cell.columnSpan()] - columns[cell.column()];
      cells.add(
          new Cell(
              cell.row(),
              cell.column(),
              cell.rowSpan(),
              cell.columnSpan(),
              width,
              GlyphLine.of(page, cell.glyphs())));
    }
    dropLinesWithinRows();
  }

  /**
   * Makes one row of two where the line between them parts only blank cells of the upper one,
   * beside cells that cross it: where a page ends in a row, wkhtmltopdf draws the lower edge of the
   * tall cell before it too low.
   */
  private void dropLinesWithinRows() {
    boolean[] ends = new boolean[rows + 1];
    boolean[] crossed = new boolean[rows + 1];
    for (Cell cell : cells) {
      boolean tall = cell.rowSpan > 1;
      ends[cell.end()] |= tall || !cell.isBlank();
      crossed[cell.row + 1] |= tall && !cell.isBlank();
    }
    ends[rows] = true;
    int[] moved = new int[rows];
    for (int row = 1; row < rows; row++) {
      ends[row] |= !crossed[row];
      moved[row] = moved[row - 1] + (ends[row] ? 1 : 0);
    }
    if (moved[rows - 1] == rows - 1) {
      return;
    }
    cells.removeIf(cell -> !ends[cell.end()]);
    for (Cell cell : cells) {
      int last = moved[cell.end() - 1];
      cell.row = moved[cell.row];
      cell.rowSpan = last - cell.row + 1;
    }
    rows = moved[rows - 1] + 1;
  }

  boolean isBlank() {
    return cells.stream().allMatch(Cell::isBlank);
  }

  @Override
  public Box box() {
    return box;
  }

  @Override
  public int page() {
    return page;
  }

  @Override
  public int lastPage() {
    return lastPage;
  }

  /** Notes that it ends with that one, below. */
  void endWith(TableBlock below, int count) {
    lastPage = below.lastPage;
    bottom = below.bottom;
    rows = count;
  }

  /**
   * Takes in words that hang below its end, each under a cell of its last row that is not blank.
   */
  boolean takes(TextBlock hanging) {
    Map<Cell, List<Glyph>> under = new HashMap<>();
    float end = bottom;
    for (GlyphLine line : hanging.lines()) {
      if (line.page() != lastPage || line.box().y0() - end > line.size() / 2) {
        return false;
      }
      end = line.box().y1();
      for (Glyph glyph : line.glyphs()) {
        Cell cell = above(glyph);
        if (cell == null) {
          return false;
        }
        under.computeIfAbsent(cell, k -> new ArrayList<>()).add(glyph);
      }
    }
    under.forEach((cell, glyphs) -> cell.lines.addAll(GlyphLine.of(lastPage, glyphs)));
    return true;
  }

  private @Nullable Cell above(Glyph glyph) {
    for (Cell cell : cells) {
      if (cell.end() == rows
          && !cell.isBlank()
          && columns[cell.column] <= glyph.box().x0()
          && glyph.box().x1() <= columns[cell.column + cell.columnSpan]) {
        return cell;
      }
    }
    return null;
  }

  int rows() {
    return rows;
  }

  void setRows(int count) {
    rows = count;
  }

  float[] columns() {
    return columns;
  }

  List<Cell> cells() {
    return cells;
  }

  /** Puts its cells on other columns, of which each of its own is one. */
  void move(float[] to) {
    for (Cell cell : cells) {
      int first = nearest(to, columns[cell.column]);
      int end = nearest(to, columns[cell.column + cell.columnSpan]);
      cell.column = first;
      cell.columnSpan = Math.max(1, end - first);
    }
    columns = to;
  }

  private static int nearest(float[] columns, float at) {
    int nearest = 0;
    for (int i = 1; i < columns.length; i++) {
      if (Math.abs(columns[i] - at) < Math.abs(columns[nearest] - at)) {
        nearest = i;
      }
    }
    return nearest;
  }

  @Override
  public Grid block(TextBuilder words, GlyphPlaces places) {
    List<List<Cell>> byRow = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      byRow.add(new ArrayList<>());
    }
    for (Cell cell : cells) {
      byRow.get(cell.row).add(cell);
    }
    List<GridRow> grid = new ArrayList<>(rows);
    // A blank cell is where the one before it ends.
    int[] end = {0, page, 0};
    for (List<Cell> row : byRow) {
      row.sort(Comparator.comparingInt(cell -> cell.column));
      List<GridCell> gridCells = new ArrayList<>(row.size());
      for (Cell cell : row) {
        Text text = LineJoiner.passage(cell.lines, cell.width, words);
        if (text == null) {
          text = Text.blank(end[1], end[2], places);
        } else {
          end = cell.lastGlyph();
        }
        gridCells.add(new GridCell(text, cell.rowSpan, cell.columnSpan));
      }
      grid.add(new GridRow(gridCells));
    }
    return new Grid(grid);
  }
}
