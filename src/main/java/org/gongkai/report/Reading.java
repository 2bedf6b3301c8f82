package org.gongkai.report;

import java.math.BigDecimal;
import org.gongkai.form.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What was read at a cell of the form.
 *
 * @param cell the cell
 * @param status what it holds
 * @param value the figure where the status is {@link Status#NUMBER}; it may be negative or a
 *     fraction, which a rule then reports. Zero at an {@link Status#UNPLACED} cell that can only be
 *     blank or zero. Null otherwise
 * @param printed what is printed, as printed; empty for nothing
 * @param sure whether the place is certain: an error may rest on it. A weak reading never makes a
 *     report fail
 * @param where where it is printed
 */
public record Reading(
    Cell cell,
    Status status,
    @Nullable BigDecimal value,
    String printed,
    boolean sure,
    Where where) {

  /**
   * The figure for a sum: what is or can only be blank counts as zero; null where nothing can be
   * said.
   */
  public @Nullable BigDecimal addend() {
    return switch (status) {
      case NUMBER -> value;
      case BLANK, PLACEHOLDER -> BigDecimal.ZERO;
      case UNPLACED -> value;
      case TEXT, ABSENT -> null;
    };
  }

  /** The same with another figure; text where there is none. */
  Reading withValue(@Nullable BigDecimal other) {
    Status as = other == null ? Status.TEXT : Status.NUMBER;
    return new Reading(cell, as, other, printed, sure, where);
  }

  /** The same with a place that is not certain. */
  public Reading doubted() {
    return new Reading(cell, status, value, printed, false, where);
  }

  /** Whether it holds nothing or a placeholder. */
  public boolean isBlank() {
    return status == Status.BLANK || status == Status.PLACEHOLDER;
  }
}
