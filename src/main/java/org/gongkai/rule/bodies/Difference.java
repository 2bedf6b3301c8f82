package org.gongkai.rule.bodies;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;

/**
 * A cell with a wrong figure of a body.
 *
 * @param cell the cell
 * @param stated the body's figure, in its first report
 * @param compared the sum of the bodies below it, or the figure of its other report
 * @param parts the bodies that contribute most to the sum, the largest first; or both reports
 */
public record Difference(Cell cell, BigDecimal stated, BigDecimal compared, List<Part> parts) {
  /** Takes a copy of the list. */
  public Difference {
    parts = List.copyOf(parts);
  }

  /** A figure and its origin: a body's name or a report's file. */
  public record Part(String name, BigDecimal figure) {}
}
