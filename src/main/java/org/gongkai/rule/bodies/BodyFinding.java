package org.gongkai.rule.bodies;

import java.util.List;
import org.gongkai.rule.Message;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something found between the reports of a list's bodies.
 *
 * @param rule the rule's id: {@code bodies.sum}
 * @param severity its weight, as configured
 * @param body whom it concerns; null for a report of no body of the list
 * @param year the year reported on; null where it is not known
 * @param message what is wrong and how to mend it
 * @param sources the files of the reports concerned; none for a report that is missing
 * @param differences the cells that differ, all of them, in the form's order
 */
public record BodyFinding(
    String rule,
    Severity severity,
    @Nullable Body body,
    @Nullable Integer year,
    Message message,
    List<String> sources,
    List<Difference> differences) {
  /** Takes copies of the lists. */
  public BodyFinding {
    sources = List.copyOf(sources);
    differences = List.copyOf(differences);
  }
}
