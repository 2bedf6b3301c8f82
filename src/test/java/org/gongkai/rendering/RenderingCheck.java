package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.Gongkai;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking a rendered report.
 *
 * @param renderedReport the report
 * @param cells the number of the edition's cells
 * @param exact the number of cells read exactly as expected
 * @param wrong cells read wrong, or not read though they are readable
 * @param falseAlarms errors reported without an error in the report
 * @param missed whether an obvious error passed
 * @param unsure whether either verdict is right
 */
record RenderingCheck(
    RenderedReport renderedReport,
    int cells,
    int exact,
    List<String> wrong,
    List<String> falseAlarms,
    boolean missed,
    boolean unsure) {

  /** Whether even a careful person could not check every relation. */
  static boolean mayBeIncomplete(Edition edition, Map<String, ExpectedReading> expected) {
    return totalLeftBlank(edition, expected)
        || expected.values().stream().anyMatch(ExpectedReading::maybe);
  }

  /** Whether a total is blank though a part of it surely is not zero. */
  private static boolean totalLeftBlank(Edition edition, Map<String, ExpectedReading> expected) {
    for (Relation relation : edition.relations()) {
      ExpectedReading total = expected.get(relation.totals().get(0).path());
      if (relation.totals().size() == 1
          && total != null
          && total.status() == Status.BLANK
          && !total.maybe()
          && relation.parts().stream().anyMatch(part -> isFigure(expected.get(part.path())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFigure(@Nullable ExpectedReading expected) {
    return expected != null
        && !expected.maybe()
        && expected.value() != null
        && expected.value().signum() != 0;
  }

  boolean good() {
    return wrong.isEmpty() && falseAlarms.isEmpty() && !missed;
  }

  /** Checks a rendered report. */
  static RenderingCheck of(RenderedReport renderedReport) {
    GeneratedReport generated = renderedReport.generated();
    Result result = Gongkai.standard().check(renderedReport.bytes(), renderedReport.name());
    List<String> wrong = new ArrayList<>();
    int exact = 0;
    boolean otherEdition = result.report().edition() != generated.edition();
    if (otherEdition) {
      wrong.add(
          "edition "
              + result.report().edition()
              + ", "
              + result.report().nature()
              + ", tables "
              + result.report().tables()
              + ", charset "
              + result.report().document().charset());
    }
    for (Cell cell : generated.edition().cells()) {
      ExpectedReading expected = renderedReport.expected().get(cell.path());
      if (expected == null || otherEdition) {
        continue;
      }
      Reading reading = result.report().at(cell);
      if (expected.exact(reading)) {
        exact++;
      }
      if (!expected.allows(reading)) {
        wrong.add(
            cell.path()
                + ": "
                + expected
                + " read as "
                + reading.status().key()
                + " \""
                + reading.printed()
                + "\""
                + (reading.sure() ? "" : " (weak)"));
      }
    }
    List<String> alarms = new ArrayList<>();
    if (renderedReport.verdict() == RenderedReport.ExpectedVerdict.PASS) {
      for (Finding finding : result.findings()) {
        if (finding.severity() == Severity.ERROR) {
          alarms.add(finding.rule() + " " + finding.cells() + " " + finding.message().zh());
        }
      }
      boolean right =
          result.verdict() == Verdict.PASS
                  && !totalLeftBlank(generated.edition(), renderedReport.expected())
              || result.verdict() == Verdict.INCOMPLETE
                  && mayBeIncomplete(generated.edition(), renderedReport.expected());
      if (!right) {
        alarms.add("verdict " + result.verdict().key());
      }
    }
    boolean missed =
        result.verdict() == Verdict.PASS
            && totalLeftBlank(generated.edition(), renderedReport.expected());
    missed |=
        renderedReport.verdict() == RenderedReport.ExpectedVerdict.FAIL
            && result.verdict() != Verdict.FAIL;
    return new RenderingCheck(
        renderedReport,
        generated.edition().cells().size(),
        exact,
        wrong,
        alarms,
        missed,
        renderedReport.verdict() == RenderedReport.ExpectedVerdict.EITHER);
  }
}
