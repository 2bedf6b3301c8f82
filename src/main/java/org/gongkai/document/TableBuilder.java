package org.gongkai.document;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;

/**
 * Takes in a table row by row, and when it ends tells whether it holds data or only lays the page
 * out.
 */
public final class TableBuilder {
  /**
   * Text longer than that in one cell is prose: the longest label of the form has some 40
   * characters.
   */
  private static final int PROSE = 120;

  private static final int CELLS_A_PARAGRAPH = 4;

  /** So few cells of words may be beside what a table lays out, however little that is. */
  private static final int FEW = 12;

  private static final int MAX_ROW_SPAN = 65534;
  private static final int MAX_COLUMN_SPAN = 1000;

  /** A cell as it was found: what is in it, not yet joined. */
  public static final class Cell {
    private final List<Block> blocks;
    private final Text blank;
    private final int columnSpan;
    private int rowSpan;

    private Cell(List<Block> blocks, Text blank, int rowSpan, int columnSpan) {
      this.blocks = blocks.size() == 1 ? unframed(blocks) : blocks;
      this.blank = blank;
      this.rowSpan = clamp(rowSpan, MAX_ROW_SPAN);
      this.columnSpan = clamp(columnSpan, MAX_COLUMN_SPAN);
    }

    /** What is in a cell: of a table with one cell that says anything, what that says. */
    private static List<Block> unframed(List<Block> blocks) {
      List<Text> said =
          blocks.get(0) instanceof Grid grid
              ? grid.texts().stream().filter(text -> !text.string().isEmpty()).toList()
              : List.of();
      return said.size() == 1 ? List.of(new Paragraph(said.get(0))) : blocks;
    }

    /** Lets it reach one row further down. */
    public void grow() {
      rowSpan = clamp(rowSpan + 1, MAX_ROW_SPAN);
    }

    void addGrids(List<Block> into) {
      for (Block block : blocks) {
        if (block instanceof Grid) {
          into.add(block);
        }
      }
    }

    /** How many cells it holds if it has a grid or prose, a paragraph as some; 0 if it has not. */
    int held() {
      int held = 0;
      int length = 0;
      boolean hasGrid = false;
      for (Block block : blocks) {
        if (block instanceof Paragraph paragraph) {
          held += CELLS_A_PARAGRAPH;
          length += paragraph.text().string().length();
        } else {
          held += block.texts().size();
          hasGrid = true;
        }
      }
      return hasGrid || length > PROSE ? held : 0;
    }

    /** The cell as a grid has it: its lines joined. */
    GridCell toGridCell() {
      if (blocks.size() == 1 && blocks.get(0) instanceof Paragraph only) {
        return new GridCell(only.text(), rowSpan, columnSpan);
      }
      List<Text> lines = new ArrayList<>(blocks.size());
      for (Block block : blocks) {
        if (block instanceof Paragraph paragraph) {
          lines.add(paragraph.text());
        }
      }
      return new GridCell(lines.isEmpty() ? blank : Text.join(lines), rowSpan, columnSpan);
    }
  }

  private final List<List<Cell>> rows = new ArrayList<>();

  /** Begins a row. */
  public void row() {
    rows.add(new ArrayList<>());
  }

  /**
   * Adds a cell to the last row; to a first one, where damaged markup began none.
   *
   * @param blocks what is in it, closed
   * @param blank its text if it is blank
   */
  public Cell cell(List<Block> blocks, Text blank, int rowSpan, int columnSpan) {
    if (rows.isEmpty()) {
      row();
    }
    Cell cell = new Cell(blocks, blank, rowSpan, columnSpan);
    rows.get(rows.size() - 1).add(cell);
    return cell;
  }

  private static int clamp(int span, int max) {
    return Math.max(1, Math.min(span, max));
  }

  /** Adds what the table is to the blocks: a grid, or what its cells hold. */
  public void close(List<Block> into) {
    if (isLayout()) {
      rows.forEach(row -> row.forEach(cell -> into.addAll(cell.blocks)));
      return;
    }
    List<GridRow> grid = new ArrayList<>();
    List<Block> within = new ArrayList<>();
    for (List<Cell> row : rows) {
      if (!row.isEmpty()) {
        grid.add(new GridRow(row.stream().map(Cell::toGridCell).toList()));
        row.forEach(cell -> cell.addGrids(within));
      }
    }
    if (rows.stream().anyMatch(row -> row.stream().anyMatch(cell -> !cell.blocks.isEmpty()))) {
      into.add(new Grid(grid));
    }
    into.addAll(within);
  }

  /** Lays out: one column, or cells with grids or prose and little else in the table. */
  private boolean isLayout() {
    int words = 0;
    int held = 0;
    boolean isColumn = true;
    for (List<Cell> row : rows) {
      isColumn &= row.size() <= 1;
      for (Cell cell : row) {
        int large = cell.held();
        held += large;
        words += large == 0 && !cell.blocks.isEmpty() ? 1 : 0;
      }
    }
    return isColumn || held > 0 && words <= Math.max(held, FEW);
  }
}
