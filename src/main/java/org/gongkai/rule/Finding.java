package org.gongkai.rule;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.report.Where;
import org.jspecify.annotations.Nullable;

/**
 * A problem found in a report.
 *
 * @param id 16 hexadecimal digits, stable from run to run as long as rule, cells and figures
 *     (without figures: the excerpt) stay the same
 * @param rule the rule's id
 * @param severity its severity, as configured
 * @param message what is wrong, where, and what to do
 * @param cells paths of all cells concerned; for a relation its parts, then its totals
 * @param expected the computed figure; null for none
 * @param actual the stated figure; null for none
 * @param where its place in the report
 * @param waiver why it was waived; null where it was not. A waived finding does not count
 */
public record Finding(
    String id,
    String rule,
    Severity severity,
    Message message,
    List<String> cells,
    @Nullable BigDecimal expected,
    @Nullable BigDecimal actual,
    Where where,
    @Nullable String waiver) {
  /** Takes a copy of the list. */
  public Finding {
    cells = List.copyOf(cells);
  }

  /** Whether it counts for the verdict. */
  public boolean counts() {
    return waiver == null;
  }

  /** The same finding, waived. */
  public Finding waived(String reason) {
    return new Finding(id, rule, severity, message, cells, expected, actual, where, reason);
  }
}
