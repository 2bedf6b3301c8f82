package org.gongkai.rule;

import org.gongkai.form.Edition;
import org.gongkai.report.Report;
import org.jspecify.annotations.Nullable;

/** What rules look at: a report, the year before it where that is known, and what several rules need of it. */
final class Subject {
  private final Report report;
  private final @Nullable PreviousYear previous;
  private @Nullable Assessment assessment;

  Subject(Report report, @Nullable PreviousYear previous) {
    this.report = report;
    this.previous = previous;
  }

  Report report() {
    return report;
  }

  /** The edition of the report's tables; rules are only called where there is one. */
  Edition edition() {
    Edition edition = report.edition();
    if (edition == null) {
      throw new IllegalStateException("a report without an edition is not for rules");
    }
    return edition;
  }

  /** The report of the year before; null where it is not known. It may still be another issuer's. */
  @Nullable PreviousYear previous() {
    return previous;
  }

  /** How each relation of the form stands; worked out once. */
  Assessment assessment() {
    if (assessment == null) {
      assessment = Assessment.of(report, edition());
    }
    return assessment;
  }
}
