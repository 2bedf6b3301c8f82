package org.gongkai.document;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.jspecify.annotations.Nullable;

/**
 * Puts together a table whose first column stays in place while the others are moved: its labels
 * are a table of one column beside that of the figures, row for row.
 */
final class Zipped {
  private static final int LEAST_ROWS = 3;

  private Zipped() {}

  /**
   * The table that pieces side by side are; null where they are anything else.
   *
   * @param pieces what stands side by side, blocks each: a grid, or paragraphs for a column
   */
  static @Nullable Grid of(List<List<Block>> pieces) {
    int grids = 0;
    int size = 0;
    List<List<GridRow>> sides = new ArrayList<>();
    for (List<Block> piece : pieces) {
      if (piece.isEmpty()) {
        continue;
      }
      List<GridRow> side = rows(piece);
      if (side.size() < LEAST_ROWS || size > 0 && side.size() != size) {
        return null;
      }
      grids += piece.get(0) instanceof Grid ? 1 : 0;
      size = side.size();
      sides.add(side);
    }
    if (grids != 1 || sides.size() < 2) {
      return null;
    }
    List<GridRow> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<GridCell> cells = new ArrayList<>();
      for (List<GridRow> side : sides) {
        cells.addAll(side.get(i).cells());
      }
      rows.add(new GridRow(cells));
    }
    return new Grid(rows);
  }

  private static List<GridRow> rows(List<Block> piece) {
    if (piece.size() == 1 && piece.get(0) instanceof Grid grid) {
      return grid.rows();
    }
    List<GridRow> rows = new ArrayList<>();
    for (Block block : piece) {
      if (!(block instanceof Paragraph paragraph)) {
        return List.of();
      }
      rows.add(new GridRow(List.of(new GridCell(paragraph.text(), 1, 1))));
    }
    return rows;
  }
}
