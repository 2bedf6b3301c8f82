package org.gongkai.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.report.Identity;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.rule.narrative.Narrative;
import org.gongkai.rule.narrative.Prose;
import org.gongkai.rule.table.Assessment;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can look at: the report, last year's report where known, and values derived from them
 * that several rules need; each is computed once.
 */
public final class CheckedReport {
  private final Report report;
  private final @Nullable PreviousYear previous;
  private @Nullable Assessment assessment;
  private @Nullable Prose prose;
  private @Nullable Narrative narrative;

  public CheckedReport(Report report, @Nullable PreviousYear previous) {
    this.report = report;
    this.previous = previous;
  }

  public Report report() {
    return report;
  }

  /**
   * The edition of the report's tables.
   *
   * @throws IllegalStateException for a report without one; rules are not called for such
   */
  public Edition edition() {
    Edition edition = report.edition();
    if (edition == null) {
      throw new IllegalStateException("a report without an edition is not for rules");
    }
    return edition;
  }

  /** The same issuer's report of the year before; null where not known. */
  public @Nullable PreviousYear yearBefore() {
    if (previous == null || previous.year() == null || report.identity().year() == null) {
      return null;
    }
    boolean before = previous.year() + 1 == report.identity().year();
    return before && IssuerMatcher.same(previous.issuer(), report.identity().issuer())
        ? previous
        : null;
  }

  /**
   * Whether the year in the title is probably wrong: the statistical period is another calendar
   * year, and the report was published in the year after it.
   */
  public boolean isTitleYearDoubtful() {
    Identity identity = report.identity();
    Integer year = identity.year();
    LocalDate from = identity.from();
    LocalDate published = identity.published();
    return year != null
        && from != null
        && published != null
        && from.getYear() != year
        && from.equals(LocalDate.of(from.getYear(), 1, 1))
        && LocalDate.of(from.getYear(), 12, 31).equals(identity.to())
        && published.getYear() == from.getYear() + 1;
  }

  /**
   * The figure of a cell, zero for a blank; null where it is not certain and for a blank total of
   * parts that are not zero.
   */
  public @Nullable BigDecimal known(Cell cell) {
    Reading reading = report.at(cell);
    boolean unknown = !reading.sure() || reading.isBlank() && assessment().isBlankTotal(cell);
    return unknown ? null : reading.addend();
  }

  /** The assessment of each relation of the form. */
  public Assessment assessment() {
    if (assessment == null) {
      assessment = Assessment.of(report);
    }
    return assessment;
  }

  /** The prose, in normalised characters. */
  public Prose prose() {
    if (prose == null) {
      prose = Prose.of(report);
    }
    return prose;
  }

  /** The figures of the prose, compared with those of the tables. */
  public Narrative narrative() {
    if (narrative == null) {
      narrative = Narrative.of(this);
    }
    return narrative;
  }
}
