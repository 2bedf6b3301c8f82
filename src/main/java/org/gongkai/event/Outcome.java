package org.gongkai.event;

import java.util.List;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.config.UnusedWaiver;
import org.gongkai.store.ObjectLocation;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param change what was said
 * @param fate what was done about it
 * @param score what the report comes to; null where there is no report
 * @param outputs where its outputs lie; none where there are none
 * @param result the whole result; null where nothing had to be checked
 * @param times how long it took; null where nothing had to be checked
 * @param unusedWaivers waivers that name just this report and are of no use
 */
public record Outcome(
    ObjectChange change,
    Fate fate,
    @Nullable Score score,
    List<ObjectLocation> outputs,
    @Nullable Result result,
    @Nullable Times times,
    List<UnusedWaiver> unusedWaivers) {
  public Outcome {
    outputs = List.copyOf(outputs);
    unusedWaivers = List.copyOf(unusedWaivers);
  }

  static Outcome without(ObjectChange change, Fate fate) {
    return new Outcome(change, fate, null, List.of(), null, null, List.of());
  }

  /** The same without the result, which holds the whole document. */
  Outcome withoutResult() {
    return new Outcome(change, fate, score, outputs, null, times, unusedWaivers);
  }

  /** What was done about a change. */
  public enum Fate {
    /** Checked, and outputs written. */
    WRITTEN("written"),
    /** The outputs are those of the newest state already. */
    UNCHANGED("unchanged"),
    /** Checked as asked for, but it is not the newest version: nothing written. */
    SUPERSEDED("superseded"),
    /** The object is gone, and so are its outputs. */
    REMOVED("removed"),
    /** There is no such object (any more). */
    ABSENT("absent"),
    /**
     * No report: an output of our own, a folder's marker, a change that leaves the content alone.
     */
    IGNORED("ignored");

    private final String key;

    Fate(String key) {
      this.key = key;
    }

    /** The name in answers. */
    public String key() {
      return key;
    }
  }

  /**
   * What a report comes to, in a few figures.
   *
   * @param verdict the verdict's key
   * @param errors how many findings of severity error count
   * @param warnings how many warnings count
   * @param notices how many notices count
   * @param relations how many relations hold
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
   * How long a report took, in milliseconds.
   *
   * @param read to get it from the store
   * @param check to check it and to draw its outputs
   * @param total from the look at its outputs to the last write
   */
  public record Times(double read, double check, double total) {}
}
