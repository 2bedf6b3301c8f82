package org.gongkai.document;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as the page has it, blank cells kept. Its rows hold the cells as they are declared, spans
 * possibly wrong; {@link #at} and {@link #column} say where each lies once the spans are resolved.
 *
 * <pre>{@code
 * for (int row = 0; row < grid.rows().size(); row++) {
 *   GridCell total = grid.at(row, grid.width() - 1);
 * }
 * }</pre>
 *
 * <p>It comes from a {@code <table>}, from {@code div}s or a definition list laid out as a table,
 * or from lines of text with tabs or strokes between cells. A table that only lays the page out is
 * no grid: its cells' blocks take its place. A table within a cell of a data table follows as a
 * grid of its own.
 */
public final class Grid implements Block {
  /** Columns beyond that are none: the form has sixteen. */
  private static final int MOST_COLUMNS = 64;

  /** In grids with more rows, no cell reaches down: the form has some thirty. */
  private static final int MOST_ROWS = 4096;

  private final List<GridRow> rows;
  private final boolean damaged;
  private @Nullable Layout layout;

  /** A grid whose cells are told apart for certain. */
  public Grid(List<GridRow> rows) {
    this(rows, false);
  }

  /**
   * A grid.
   *
   * @param rows its rows in source order; a row may have any number of cells
   * @param damaged whether its cells are not told apart for certain: a line may be a part of a row,
   *     and what a cell says a part of it
   */
  public Grid(List<GridRow> rows, boolean damaged) {
    this.rows = List.copyOf(rows);
    this.damaged = damaged;
  }

  /** Its rows in source order. */
  public List<GridRow> rows() {
    return rows;
  }

  /** Whether its cells are not told apart for certain. */
  public boolean damaged() {
    return damaged;
  }

  /** How many columns it has, spans resolved: up to 64. */
  public int width() {
    return layout().width;
  }

  /**
   * The cell that covers a place, as browsers lay a table out: one that spans several rows or
   * columns covers each place of them. Null where none does, and outside the grid.
   *
   * @param row from 0
   * @param column from 0
   */
  public @Nullable GridCell at(int row, int column) {
    Layout known = layout();
    return row < 0 || row >= rows.size() || column < 0 || column >= known.places[row].length
        ? null
        : known.places[row][column];
  }

  /**
   * The first column that a cell covers; 64 for one beyond the last.
   *
   * @param row from 0
   * @param cell its index among the cells of the row
   */
  public int column(int row, int cell) {
    return layout().begins[row][cell];
  }

  private Layout layout() {
    Layout known = layout;
    if (known == null) {
      known = new Layout(rows);
      layout = known;
    }
    return known;
  }

  @Override
  public List<Text> texts() {
    return rows.stream().flatMap(row -> row.cells().stream()).map(GridCell::text).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid that && rows.equals(that.rows) && damaged == that.damaged;
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  @Override
  public String toString() {
    return rows.toString();
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

  /** Where the cells lie: the table model of HTML, section 4.9.12.1, without its errors. */
  private static final class Layout {
    final int[][] begins;
    final @Nullable GridCell[][] places;
    int width;

    Layout(List<GridRow> rows) {
      begins = new int[rows.size()][];
      places = new @Nullable GridCell[rows.size()][];
      GridCell[] above = new GridCell[MOST_COLUMNS];
      int[] until = new int[MOST_COLUMNS];
      for (int row = 0; row < begins.length; row++) {
        place(rows.get(row).cells(), row, above, until);
      }
    }

    private void place(List<GridCell> cells, int row, GridCell[] above, int[] until) {
      begins[row] = new int[cells.size()];
      int column = 0;
      for (int i = 0; i < begins[row].length; i++) {
        GridCell cell = cells.get(i);
        while (column < MOST_COLUMNS && until[column] > row) {
          column++;
        }
        begins[row][i] = column;
        int end = Math.min(column + cell.columnSpan(), MOST_COLUMNS);
        Arrays.fill(above, column, end, cell);
        Arrays.fill(until, column, end, row + (begins.length > MOST_ROWS ? 1 : cell.rowSpan()));
        column = end;
      }
      int end = MOST_COLUMNS;
      while (end > 0 && until[end - 1] <= row) {
        end--;
      }
      width = Math.max(width, end);
      places[row] = new @Nullable GridCell[end];
      for (int i = 0; i < end; i++) {
        places[row][i] = until[i] > row ? above[i] : null;
      }
    }
  }
}
