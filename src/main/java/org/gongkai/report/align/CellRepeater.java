package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.jspecify.annotations.Nullable;

/**
 * Gives each row its own again of the cells that somebody merged downwards because all of them said
 * zero or nothing.
 *
 * <p>Done only where spans lay the rows out evenly: spans are wrong too often to be believed else.
 * A number other than zero in such a cell may be that of all rows together, and stays where it is.
 */
final class CellRepeater {
  /** A wider or longer table is no form's. */
  private static final int MOST = 64;

  /** Of ten rows, so many are of one width in a table whose spans can be believed. */
  private static final int MOST_OF_TEN = 9;

  /** A row with the cells that reach into it, and how many columns it has with them. */
  private record Laid(GridRow row, int width) {}

  private CellRepeater() {}

  /** The grid with such cells in each row they reach; the same where it has none. */
  static Grid of(Grid grid) {
    List<GridRow> rows = grid.rows();
    if (rows.size() > MOST || !isMerged(rows)) {
      return grid;
    }
    List<Laid> laid = lay(rows);
    return isEven(laid) ? new Grid(laid.stream().map(Laid::row).toList()) : grid;
  }

  private static boolean isMerged(List<GridRow> rows) {
    for (GridRow row : rows) {
      List<GridCell> cells = row.cells();
      for (int i = 1; i < cells.size(); i++) {
        if (isShared(cells.get(i)) && hasLabelBefore(cells, i)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isShared(GridCell cell) {
    return cell.rowSpan() > 1 && Figure.parse(cell.text().string()).isNothing();
  }

  private static boolean hasLabelBefore(List<GridCell> cells, int at) {
    return cells.subList(0, at).stream()
        .anyMatch(cell -> !Figure.parse(cell.text().string()).isValue());
  }

  /** The cells of each row in their columns, those that reach down in each row. */
  private static List<Laid> lay(List<GridRow> rows) {
    @Nullable GridCell[] above = new GridCell[MOST];
    int[] until = new int[MOST];
    boolean[] begins = new boolean[MOST];
    List<Laid> laid = new ArrayList<>();
    for (int y = 0; y < rows.size(); y++) {
      List<GridCell> row = new ArrayList<>();
      List<GridCell> cells = rows.get(y).cells();
      int next = 0;
      int x = 0;
      while (x < MOST && (next < cells.size() || reaches(until, x, y))) {
        if (until[x] > y) {
          GridCell shared = above[x];
          if (begins[x] && shared != null) {
            row.add(shared);
          }
          x++;
        } else if (next < cells.size()) {
          GridCell cell = cells.get(next);
          int end = Math.min(x + cell.columnSpan(), MOST);
          boolean shared = isShared(cell) && hasLabelBefore(cells, next);
          GridCell own = shared ? new GridCell(cell.text(), 1, cell.columnSpan()) : cell;
          row.add(own);
          for (int each = x; each < end; each++) {
            until[each] = y + cell.rowSpan();
            above[each] = shared ? own : null;
            begins[each] = each == x;
          }
          x = end;
          next++;
        } else {
          x++;
        }
      }
      laid.add(new Laid(new GridRow(row), x));
    }
    return laid;
  }

  private static boolean reaches(int[] until, int from, int y) {
    for (int x = from; x < MOST; x++) {
      if (until[x] > y) {
        return true;
      }
    }
    return false;
  }

  /** Whether nearly all rows have the same width. */
  private static boolean isEven(List<Laid> laid) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Laid row : laid) {
      counts.merge(row.width(), 1, Integer::sum);
    }
    return counts.values().stream().anyMatch(count -> count * 10 >= laid.size() * MOST_OF_TEN);
  }
}
