package org.gongkai.rule.bodies;

import java.util.List;

/**
 * The findings of a {@link BodyChecker}.
 *
 * @param states the state of each body, in the order of the list
 * @param findings findings by body, in the order of the list; then those about unlisted reports
 */
public record BodyResults(List<BodyState> states, List<BodyFinding> findings) {
  /** Takes copies of the lists. */
  public BodyResults {
    states = List.copyOf(states);
    findings = List.copyOf(findings);
  }
}
