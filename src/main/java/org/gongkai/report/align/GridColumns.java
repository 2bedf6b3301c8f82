package org.gongkai.report.align;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where in a grid the rows of a table have their figures, told by what all rows have printed: for
 * grids with cells too many.
 */
final class GridColumns {
  /** Of ten rows of a grid, so many have the same number of cells if it is the table's. */
  private static final int MOST_OF_TEN = 8;

  private final int size;
  private final int usual;
  private final Set<Integer> filledPlaces = new TreeSet<>();
  private final Set<Integer> filledAt = new TreeSet<>();

  /** Looks at the rows of a chain that have these columns. */
  GridColumns(Chain chain, List<Column> columns) {
    this.size = columns.size();
    Map<Integer, Integer> counts = new HashMap<>();
    List<Row> rows = chain.labels().table().rows();
    int all = 0;
    for (int row = 0; row < rows.size(); row++) {
      Unit unit = of(chain, row, columns);
      if (unit != null) {
        counts.merge(unit.slots().size(), 1, Integer::sum);
        all++;
      }
    }
    int most = -1;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (entry.getValue() * 10 >= all * MOST_OF_TEN) {
        most = entry.getKey();
      }
    }
    this.usual = most;
    for (int row = 0; row < rows.size(); row++) {
      Unit unit = of(chain, row, columns);
      if (unit != null) {
        List<Token> slots = unit.slots();
        for (int i = 0; i < slots.size(); i++) {
          if (slots.get(i).figure().status() != Status.BLANK) {
            filledPlaces.add(slots.get(i).x());
            if (slots.size() == usual) {
              filledAt.add(i);
            }
          }
        }
      }
    }
  }

  private static @Nullable Unit of(Chain chain, int row, List<Column> columns) {
    Unit unit = chain.unit(row);
    boolean counts =
        unit != null
            && unit.grid()
            && chain.labels().table().rows().get(row).columns().equals(columns);
    return counts ? unit : null;
  }

  /**
   * The cells of a row that has as many as nearly all rows have: wrong spans move them, but not
   * among themselves. Null where that does not tell the form's columns from the others.
   */
  @Nullable List<Token> byCount(List<Token> slots) {
    if (slots.size() != usual || filledAt.size() != size) {
      return null;
    }
    return filledAt.stream().map(slots::get).toList();
  }

  /**
   * The cells of a row in the columns in which the table's rows have any figure, where there are as
   * many as the form has; null where there are not, or the row has no cell in one of them.
   */
  @Nullable List<Token> byPlace(List<Token> slots) {
    if (filledPlaces.size() != size) {
      return null;
    }
    List<Token> cells = slots.stream().filter(slot -> filledPlaces.contains(slot.x())).toList();
    boolean all =
        slots.stream()
            .allMatch(
                slot -> filledPlaces.contains(slot.x()) || slot.figure().status() == Status.BLANK);
    return all && cells.size() == size ? cells : null;
  }
}
