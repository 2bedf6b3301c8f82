package org.gongkai.document;

import java.util.List;

/**
 * A table as the page has it, blank cells kept, spans as they are declared (and possibly wrong).
 *
 * <p>It comes from a {@code <table>}, from {@code div}s or a definition list laid out as a table,
 * or from lines of text with tabs or pipes between cells, or with borders drawn around them. A
 * table that only lays the page out is no grid: its cells' blocks stand in its place. A table
 * within a cell of a data table follows as a grid of its own.
 *
 * @param rows its rows in source order; a row may have any number of cells
 * @param damaged whether its borders, drawn with characters, contradict each other: then a line is
 *     a row, and what stands in a cell may be a part of it
 */
public record Grid(List<GridRow> rows, boolean damaged) implements Block {
  public Grid {
    rows = List.copyOf(rows);
  }

  /** A grid whose cells are told apart for certain. */
  public Grid(List<GridRow> rows) {
    this(rows, false);
  }

  @Override
  public List<Text> texts() {
    return rows.stream().flatMap(row -> row.cells().stream()).map(GridCell::text).toList();
  }

  /** A row. */
  public record GridRow(List<GridCell> cells) {
    public GridRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param text what it says; lines within it are joined without a space between Han characters,
   *     with one elsewhere
   * @param rowSpan as declared, 1 to 65534 (0 or nonsense: 1)
   * @param columnSpan as declared, 1 to 1000
   */
  public record GridCell(Text text, int rowSpan, int columnSpan) {}
}
