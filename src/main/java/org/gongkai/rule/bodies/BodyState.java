package org.gongkai.rule.bodies;

import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How a body's report of the year is doing, and those of all below it.
 *
 * @param body the body
 * @param year the year whose report it owes; null where nothing tells
 * @param reports how many reports of that year there are
 * @param verdict the worst verdict among them; null where there are none
 * @param late whether it came after its due date
 * @param conflicting whether two reports differ in a figure
 * @param sum how its figures compare with those below it
 * @param below it and all bodies below it, counted
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

  /** How many bodies there are, and how many of them are in each state. */
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
