package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.gongkai.rule.narrative.Claim;
import org.gongkai.rule.narrative.Narrative;
import org.gongkai.rule.narrative.TableFigures;
import org.jspecify.annotations.Nullable;

/** Compares corrections of the tables with the figures of the text. */
final class NarrativeEvidence {
  private final CheckedReport checked;

  NarrativeEvidence(CheckedReport checked) {
    this.checked = checked;
  }

  /**
   * The figures of the text for and against a correction.
   *
   * @param supporting a figure of the text that agrees with the corrected tables, but not, or not
   *     only, with the printed ones; null for none
   * @param contradicting a figure of the text that disagrees with the corrected tables; null for
   *     none
   */
  record Opinion(@Nullable Claim supporting, @Nullable Claim contradicting) {
    static final Opinion NONE = new Opinion(null, null);
  }

  /**
   * Judges a correction by the figures of the text about cells that it changes or that are in
   * broken relations, and by those that differ from the tables by the same amount as a broken
   * relation.
   */
  Opinion of(Equations equations, Correction correction) {
    String table = correction.changes().get(0).cell().table().key();
    Narrative printed = checked.narrative();
    if (printed.claims().all().stream().noneMatch(claim -> claim.target().table().equals(table))) {
      return Opinion.NONE;
    }
    Narrative changed =
        Narrative.of(printed.claims(), new TableFigures(changed(correction), checked.edition()));
    Set<Cell> cells = correction.cells();
    Set<BigDecimal> amounts = new HashSet<>();
    for (int equation : equations.broken()) {
      cells.addAll(Equations.cells(equations.relations().get(equation)));
      amounts.add(equations.figure(Math.abs(equations.residuals()[equation])).stripTrailingZeros());
    }
    Claim contradicting =
        changed.differing().stream()
            .filter(claim -> claim.target().table().equals(table))
            .filter(
                claim ->
                    isAbout(claim, cells, changed.figures())
                        || isOffBy(amounts, claim, changed.figures()))
            .findFirst()
            .orElse(null);
    Claim supporting =
        changed.agreeing().stream()
            .filter(claim -> claim.target().table().equals(table))
            .filter(claim -> isAbout(claim, cells, changed.figures()))
            .filter(claim -> isOpen(claim, printed.figures()))
            .findFirst()
            .orElse(null);
    return new Opinion(supporting, contradicting);
  }

  private static boolean isAbout(Claim claim, Set<Cell> cells, TableFigures figures) {
    return claim.target().readings().stream()
        .flatMap(rows -> figures.cells(claim.target(), rows).stream())
        .anyMatch(cells::contains);
  }

  /** Whether the printed tables give another figure, or two possible ones. */
  private static boolean isOpen(Claim claim, TableFigures figures) {
    return figures.expected(claim.target()).size() > 1
        || !Boolean.TRUE.equals(figures.agrees(claim));
  }

  private static boolean isOffBy(Set<BigDecimal> amounts, Claim claim, TableFigures figures) {
    return figures.expected(claim.target()).stream()
        .map(figure -> figure.subtract(claim.amount().value()).abs().stripTrailingZeros())
        .anyMatch(amounts::contains);
  }

  private Report changed(Correction correction) {
    Report report = checked.report();
    List<Reading> readings = new ArrayList<>(report.readings());
    for (Change change : correction.changes()) {
      Reading old = report.at(change.cell());
      readings.set(
          change.cell().index(),
          new Reading(
              old.cell(), Status.NUMBER, change.figure(), old.printed(), old.sure(), old.where()));
    }
    return new Report(
        report.document(),
        report.nature(),
        report.identity(),
        report.edition(),
        report.tables(),
        readings,
        report.looseRows(),
        report.repeated(),
        report.sections(),
        report.preamble());
  }
}
