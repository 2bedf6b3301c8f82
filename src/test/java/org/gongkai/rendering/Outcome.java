package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.Gongkai;
import org.gongkai.form.Cell;
import org.gongkai.report.Reading;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;

/**
 * What came of a rendered report.
 *
 * @param rendered what was checked
 * @param cells how many cells the edition has
 * @param exact how many came back exactly
 * @param wrong cells that came back as something that was not there, or did not come back though
 *     they are readable
 * @param falseAlarms errors about what is not wrong
 * @param missed whether something that is plainly wrong passed
 * @param unsure whether the verdict could be either
 */
record Outcome(
    Rendered rendered,
    int cells,
    int exact,
    List<String> wrong,
    List<String> falseAlarms,
    boolean missed,
    boolean unsure) {

  boolean good() {
    return wrong.isEmpty() && falseAlarms.isEmpty() && !missed;
  }

  /** Checks a rendered report. */
  static Outcome of(Rendered rendered) {
    Drawn drawn = rendered.drawn();
    Result result = Gongkai.standard().check(rendered.bytes(), rendered.name());
    List<String> wrong = new ArrayList<>();
    int exact = 0;
    boolean otherEdition = result.report().edition() != drawn.edition();
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
    for (Cell cell : drawn.edition().cells()) {
      Expect expect = rendered.expect().get(cell.path());
      if (expect == null || otherEdition) {
        continue;
      }
      Reading reading = result.report().at(cell);
      if (expect.exact(reading)) {
        exact++;
      }
      if (!expect.allows(reading)) {
        wrong.add(
            cell.path()
                + ": "
                + expect
                + " read as "
                + reading.status().key()
                + " \""
                + reading.printed()
                + "\""
                + (reading.sure() ? "" : " (weak)"));
      }
    }
    List<String> alarms = new ArrayList<>();
    if (rendered.verdict() == Rendered.Must.PASS) {
      for (Finding finding : result.findings()) {
        if (finding.severity() == Severity.ERROR) {
          alarms.add(finding.rule() + " " + finding.cells() + " " + finding.message().zh());
        }
      }
      if (result.verdict() != Verdict.PASS) {
        alarms.add("verdict " + result.verdict().key());
      }
    }
    boolean missed = rendered.verdict() == Rendered.Must.FAIL && result.verdict() != Verdict.FAIL;
    return new Outcome(
        rendered,
        drawn.edition().cells().size(),
        exact,
        wrong,
        alarms,
        missed,
        rendered.verdict() == Rendered.Must.EITHER);
  }
}
