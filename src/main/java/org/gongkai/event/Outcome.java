package org.gongkai.event;

import java.util.List;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.config.UnusedWaiver;
import org.gongkai.store.ObjectLocation;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a change.
 *
 * @param change the change
 * @param status what was done
 * @param score verdict and counts of the report; null without a report
 * @param outputs the locations of its outputs; empty without outputs
 * @param result the whole result; null where nothing had to be checked
 * @param times the time taken; null where nothing had to be checked
 * @param unusedWaivers waivers for this report alone that had no effect
 */
public record Outcome(
    ObjectChange change,
    Status status,
    @Nullable Score score,
    List<ObjectLocation> outputs,
    @Nullable Result result,
    @Nullable Times times,
    List<UnusedWaiver> unusedWaivers) {
  public Outcome {
    outputs = List.copyOf(outputs);
    unusedWaivers = List.copyOf(unusedWaivers);
  }

  static Outcome without(ObjectChange change, Status status) {
    return new Outcome(change, status, null, List.of(), null, null, List.of());
  }

  /** The same without the result, which refers to the whole document. */
  Outcome withoutResult() {
    return new Outcome(change, status, score, outputs, null, times, unusedWaivers);
  }

  /** What was done with a change. */
  public enum Status {
    /** Checked, and outputs written. */
    WRITTEN("written"),
    /** The outputs were already those of the newest state. */
    UNCHANGED("unchanged"),
    /** Checked on request, but not the newest version: nothing written. */
    SUPERSEDED("superseded"),
    /** The object was removed, and its outputs were deleted. */
    REMOVED("removed"),
    /** There is no such object. */
    ABSENT("absent"),
    /**
     * No report: one of our outputs, a folder marker, or a change that does not affect the content.
     */
    IGNORED("ignored");

    private final String key;

    Status(String key) {
      this.key = key;
    }

    /** The name in answers. */
    public String key() {
      return key;
    }
  }

  /**
   * Verdict and counts of a report.
   *
   * @param verdict the verdict's key
   * @param errors the number of errors that count
   * @param warnings the number of warnings that count
   * @param notices the number of notices that count
   * @param relations counts of its relations
   */
  public record Score(
      String verdict, int errors, int warnings, int notices, RelationCounts relations) {
    static Score of(Result result) {
      return new Score(
          result.verdict().key(),
          result.count(Severity.ERROR),
          result.count(Severity.WARNING),
          result.count(Severity.NOTICE),
          result.relationCounts());
    }
  }

  /**
   * The time taken for a report, in milliseconds.
   *
   * @param read for reading it from the store
   * @param check for checking it and rendering its outputs
   * @param total from the first request for its outputs to the last write
   */
  public record Times(double read, double check, double total) {}
}
