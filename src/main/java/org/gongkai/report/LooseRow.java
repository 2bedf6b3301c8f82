package org.gongkai.report;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row of which some cells could not be placed, since blank cells were dropped: what its columns
 * may hold is known all the same. A relation through it holds if it holds whichever of the ways is
 * right.
 *
 * @param table the table
 * @param row the row
 * @param ways the figures that its columns may have, in the form's order, blanks being zero; at
 *     least one list, no two the same, all but the last adding up to the same
 * @param where where its last figure is printed
 */
public record LooseRow(Table table, Row row, List<List<Long>> ways, Where where) {
  public LooseRow {
    ways = List.copyOf(ways);
  }

  /** The figures of the row that are not zero, but for the last column's, in order. */
  public List<BigDecimal> parts() {
    return ways.get(0).stream()
        .limit(row.columns().size() - 1L)
        .filter(figure -> figure != 0)
        .map(BigDecimal::valueOf)
        .toList();
  }

  /** The figure that a column has in every way; null where the ways differ. */
  public @Nullable Long certain(int column) {
    Long first = ways.get(0).get(column);
    return ways.stream().allMatch(way -> way.get(column).equals(first)) ? first : null;
  }
}
