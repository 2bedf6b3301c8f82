package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.report.Normal;

/** Turns table III back where somebody set its applicants in rows and its outcomes in columns. */
final class Turned {
  /** So many rows are applicants where a grid is turned. */
  private static final int LEAST_APPLICANTS = 5;

  /** An applicant's row has at least so many cells, an upright table's row fewer. */
  private static final int LEAST_CELLS = 20;

  /** A turned table has no more rows or columns than this. */
  private static final int MOST = 64;

  private Turned() {}

  /** The grid with rows for columns where it is turned; else the same. */
  static Grid upright(Grid grid) {
    return isTurned(grid) ? turn(grid) : grid;
  }

  private static boolean isTurned(Grid grid) {
    List<GridRow> rows = grid.rows();
    if (rows.size() <= LEAST_APPLICANTS || rows.size() > MOST) {
      return false;
    }
    Set<Integer> applicants = new HashSet<>();
    for (GridRow row : rows) {
      List<GridCell> cells = row.cells();
      if (cells.size() >= LEAST_CELLS && cells.size() <= MOST) {
        int first = applicant(cells.get(0));
        applicants.add(first >= 0 ? first : applicant(cells.get(1)));
      }
    }
    applicants.remove(-1);
    return applicants.size() >= LEAST_APPLICANTS;
  }

  private static int applicant(GridCell cell) {
    return HeaderOrder.Finder.APPLICANTS.heads(Normal.key(cell.text().string()));
  }

  private static Grid turn(Grid grid) {
    List<List<GridCell>> turned = new ArrayList<>();
    int[] until = new int[MOST];
    for (int y = 0; y < grid.rows().size(); y++) {
      int x = 0;
      for (GridCell cell : grid.rows().get(y).cells()) {
        while (x < MOST && until[x] > y) {
          x++;
        }
        if (x == MOST) {
          return grid;
        }
        while (turned.size() <= x) {
          turned.add(new ArrayList<>());
        }
        int width = Math.min(cell.columnSpan(), MOST - x);
        turned.get(x).add(new GridCell(cell.text(), width, cell.rowSpan()));
        Arrays.fill(until, x, x + width, y + cell.rowSpan());
        x += width;
      }
    }
    return new Grid(
        turned.stream().filter(cells -> !cells.isEmpty()).map(GridRow::new).toList(),
        grid.damaged());
  }
}
