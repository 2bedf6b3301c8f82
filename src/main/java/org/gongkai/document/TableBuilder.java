package org.gongkai.document;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.jspecify.annotations.Nullable;

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

    boolean isBlank() {
      return blocks.isEmpty();
    }

    /** Whether it holds a grid or prose, as cells do that lay a page out. */
    boolean isLarge() {
      int length = 0;
      for (Block block : blocks) {
        if (block instanceof Paragraph paragraph) {
          length += paragraph.text().string().length();
        } else {
          return true;
        }
      }
      return length > PROSE;
    }

    /** The cell as a grid has it: its lines joined. */
    GridCell toGridCell() {
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

  /** Takes the last row away. */
  public void dropRow() {
    rows.remove(rows.size() - 1);
  }

  /** Whether a row has begun. */
  public boolean hasRow() {
    return !rows.isEmpty();
  }

  /**
   * Adds a cell to the last row; to a first one, where damaged markup began none.
   *
   * @param blocks what is in it, closed
   * @param blank its text if it is blank
   */
  public Cell cell(List<Block> blocks, Text blank, int rowSpan, int columnSpan) {
    if (!hasRow()) {
      row();
    }
    Cell cell = new Cell(blocks, blank, rowSpan, columnSpan);
    rows.get(rows.size() - 1).add(cell);
    return cell;
  }

  private static int clamp(int span, int max) {
    return Math.max(1, Math.min(span, max));
  }

  /**
   * Adds what the table is to the blocks: a grid, grids with prose between, or what its cells hold.
   */
  public void close(List<Block> into) {
    if (isLayout()) {
      for (List<Cell> row : rows) {
        for (Cell cell : row) {
          into.addAll(cell.blocks);
        }
      }
      return;
    }
    List<GridRow> grid = new ArrayList<>();
    List<Block> after = new ArrayList<>();
    for (List<Cell> row : rows) {
      Cell lone = lone(row);
      if (lone != null && lone.isLarge()) {
        emit(grid, after, into);
        into.addAll(lone.blocks);
        continue;
      }
      List<GridCell> cells = new ArrayList<>(row.size());
      for (Cell cell : row) {
        cells.add(cell.toGridCell());
        for (Block block : cell.blocks) {
          if (block instanceof Grid) {
            after.add(block);
          }
        }
      }
      if (!cells.isEmpty()) {
        grid.add(new GridRow(cells));
      }
    }
    emit(grid, after, into);
  }

  private static void emit(List<GridRow> rows, List<Block> after, List<Block> into) {
    Grid grid = new Grid(rows);
    List<Text> texts = grid.texts();
    if (rows.stream().allMatch(row -> row.cells().size() == 1)) {
      texts.stream()
          .filter(text -> !text.string().isEmpty())
          .map(Paragraph::new)
          .forEach(into::add);
    } else if (texts.stream().anyMatch(text -> !text.string().isEmpty())) {
      into.add(grid);
    }
    rows.clear();
    into.addAll(after);
    after.clear();
  }

  private static @Nullable Cell lone(List<Cell> row) {
    Cell lone = null;
    for (Cell cell : row) {
      if (!cell.isBlank()) {
        if (lone != null) {
          return null;
        }
        lone = cell;
      }
    }
    return lone;
  }

  /**
   * Lays out: one column, or cells with grids or prose side by side with little else in the table.
   */
  private boolean isLayout() {
    int words = 0;
    int held = 0;
    boolean beside = false;
    boolean column = true;
    for (List<Cell> row : rows) {
      column &= row.size() <= 1;
      boolean alone = lone(row) != null;
      for (Cell cell : row) {
        if (cell.isLarge()) {
          beside |= !alone;
          for (Block block : cell.blocks) {
            held += block instanceof Grid grid ? grid.texts().size() : 4;
          }
        } else if (!cell.isBlank()) {
          words++;
        }
      }
    }
    return column || beside && words <= Math.max(held, 12);
  }
}
