package org.gongkai.rule;

import java.util.List;

/**
 * Counts of the relations of the form in a report. All are zero for a report that is {@link
 * Verdict#UNREADABLE}.
 *
 * @param total all relations of the form: 42 in edition 2021, 40 in edition 2019
 * @param hold those that hold
 * @param broken those that do not
 * @param notAssessable those that could not be assessed
 */
public record RelationCounts(int total, int hold, int broken, int notAssessable) {
  /** Counts checked relations. */
  public static RelationCounts of(List<RelationCheck> checks) {
    int hold = 0;
    int broken = 0;
    for (RelationCheck check : checks) {
      switch (check.state()) {
        case HOLDS -> hold++;
        case BROKEN -> broken++;
        default -> {}
      }
    }
    return new RelationCounts(checks.size(), hold, broken, checks.size() - hold - broken);
  }

  /** Whether there are relations and every one holds. */
  public boolean allHold() {
    return total > 0 && hold == total;
  }
}
