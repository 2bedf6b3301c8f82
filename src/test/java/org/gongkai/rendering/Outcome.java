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

  /** Whether a careful human could not check every relation. */
  static boolean mayBeIncomplete(Edition edition, Map<String, Expect> expect) {
    return totalLeftBlank(edition, expect) || expect.values().stream().anyMatch(Expect::maybe);
  }

  /** Whether a total is blank though a part of it surely is not zero. */
  private static boolean totalLeftBlank(Edition edition, Map<String, Expect> expect) {
    for (Relation relation : edition.relations()) {
      Expect total = expect.get(relation.totals().get(0).path());
      if (relation.totals().size() == 1
          && total != null
          && total.status() == Status.BLANK
          && !total.maybe()
          && relation.parts().stream().anyMatch(part -> isFigure(expect.get(part.path())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFigure(@Nullable Expect expect) {
    return expect != null
        && !expect.maybe()
        && expect.value() != null
        && expect.value().signum() != 0;
  }

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
      boolean right =
          result.verdict() == Verdict.PASS && !totalLeftBlank(drawn.edition(), rendered.expect())
              || result.verdict() == Verdict.INCOMPLETE
                  && mayBeIncomplete(drawn.edition(), rendered.expect());
      if (!right) {
        alarms.add("verdict " + result.verdict().key());
      }
    }
    boolean missed =
        result.verdict() == Verdict.PASS && totalLeftBlank(drawn.edition(), rendered.expect());
    missed |= rendered.verdict() == Rendered.Must.FAIL && result.verdict() != Verdict.FAIL;
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
