package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way in which the cells of a row may lie in the form's columns.
 *
 * @param cells for each column the cell that lies there; null where nothing is printed
 * @param figures the figure of each column, blanks and placeholders being zero; null where one of
 *     the cells holds no count
 * @param score how well it agrees with the headings, the form and the row's own sums
 * @param layout how much of that the headings above the cells and the cells below each other give
 */
record Way(List<@Nullable Token> cells, @Nullable List<Long> figures, double score, double layout) {
  private static final int LONGEST = 15;

  /** The count that a cell adds to a sum; null for text, fractions and negative figures. */
  static @Nullable Long count(@Nullable Token cell) {
    if (cell == null) {
      return 0L;
    }
    BigDecimal value = cell.figure().value();
    if (value == null) {
      return cell.isValue() ? 0L : null;
    }
    boolean whole = value.signum() >= 0 && value.scale() <= 0 && value.precision() < LONGEST;
    return whole ? value.longValueExact() : null;
  }
}
