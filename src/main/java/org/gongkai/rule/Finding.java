package org.gongkai.rule;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.report.Where;
import org.jspecify.annotations.Nullable;

/**
 * Something found in a report.
 *
 * @param id 16 hexadecimal digits, the same from run to run as long as rule, cells and figures
 *     (without cells: the excerpt) are the same
 * @param rule the rule's id
 * @param severity its weight, as configured
 * @param message what is wrong, where, and how to mend it
 * @param cells paths of all cells it is about; for a relation its parts and then its total
 * @param expected the figure computed; null where there is none
 * @param actual the figure stated; null where there is none
 * @param where its place
 * @param waiver the reason for which it was waived; null where it was not. A waived finding does
 *     not count
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

  /** The same finding, waived for a reason. */
  public Finding waived(String reason) {
    return new Finding(id, rule, severity, message, cells, expected, actual, where, reason);
  }
}
