package org.gongkai.rule.bodies;

import java.util.List;
import org.gongkai.rule.Message;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a body of a list, or about its reports together.
 *
 * @param rule the rule's id: {@code bodies.sum}
 * @param severity its weight, as configured
 * @param body the body concerned; null for a report of an unlisted body
 * @param year the year reported on; null where it is not known
 * @param message the problem and its remedy
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
