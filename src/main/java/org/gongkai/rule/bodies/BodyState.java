package org.gongkai.rule.bodies;

import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The state of the report that a body owes, and of those of all bodies below it.
 *
 * @param body the body
 * @param year the year of the report that it owes; null where not known
 * @param reports the number of its reports for the year
 * @param verdict their worst verdict; null without reports
 * @param late whether it was published after the due date
 * @param conflicting whether two of its reports differ in a figure
 * @param sum how its figures compare with the sum of those below it
 * @param below counts of this body and all below it
 */
public record BodyState(
    Body body,
    @Nullable Integer year,
    int reports,
    @Nullable Verdict verdict,
    boolean late,
    boolean conflicting,
    Sum sum,
    Counts below) {

  /** How a body's figures compare with the sum of those below it. */
  public enum Sum {
    /** No body is below it. */
    NONE("none"),
    /** All cells were compared, and agree. */
    AGREES("agrees"),
    /** Some cell differs. */
    DIFFERS("differs"),
    /** A report is missing, or a figure was not read. */
    NOT_ASSESSED("notAssessable");

    private final String key;

    Sum(String key) {
      this.key = key;
    }

    /** The name in tables. */
    public String key() {
      return key;
    }
  }

  /** The number of bodies, and of those in each state. */
  public record Counts(
      int bodies, int pass, int incomplete, int fail, int unreadable, int missing, int late) {
    Counts plus(Counts other) {
      return new Counts(
          bodies + other.bodies,
          pass + other.pass,
          incomplete + other.incomplete,
          fail + other.fail,
          unreadable + other.unreadable,
          missing + other.missing,
          late + other.late);
    }

    static Counts of(@Nullable Verdict verdict, boolean late) {
      return new Counts(
          1,
          verdict == Verdict.PASS ? 1 : 0,
          verdict == Verdict.INCOMPLETE ? 1 : 0,
          verdict == Verdict.FAIL ? 1 : 0,
          verdict == Verdict.UNREADABLE ? 1 : 0,
          verdict == null ? 1 : 0,
          late ? 1 : 0);
    }
  }
}
