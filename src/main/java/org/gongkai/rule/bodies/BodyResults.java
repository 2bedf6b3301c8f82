package org.gongkai.rule.bodies;

import java.util.List;

/**
 * What a {@link BodyChecker} found.
 *
 * @param states how each body is doing, in the order of the list
 * @param findings what is wrong, body by body in the order of the list; then the reports of no body
 */
public record BodyResults(List<BodyState> states, List<BodyFinding> findings) {
  /** Takes copies of the lists. */
  public BodyResults {
    states = List.copyOf(states);
    findings = List.copyOf(findings);
  }
}
