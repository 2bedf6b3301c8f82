package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.rule.Message;
import org.jspecify.annotations.Nullable;

/**
 * What would mend broken relations: advice, never a change of what was read.
 *
 * @param certain whether it is the only smallest change that makes all relations hold; otherwise it
 *     is one candidate of several
 * @param cell the path of the cell to look at
 * @param printed the figure printed there; null for a blank
 * @param suggested the figure that would make the relations hold
 * @param explains the ids of the findings that it explains
 * @param message the advice in words
 */
public record Diagnosis(
    boolean certain,
    String cell,
    @Nullable BigDecimal printed,
    BigDecimal suggested,
    List<String> explains,
    Message message) {
  /** Takes a copy of the list. */
  public Diagnosis {
    explains = List.copyOf(explains);
  }
}
