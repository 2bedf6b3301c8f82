package org.gongkai.rule.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Report;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.FindingCollector.Draft;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/** A total was left blank though its parts are not zero: says what they add up to. */
final class BlankTotalRule implements Rule {
  private static final String ID = "cell.total-blank";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Assessment assessment = checked.assessment();
    if (assessment.allHold()) {
      return;
    }
    Report report = checked.report();
    Set<Cell> said = new HashSet<>();
    for (int i = 0; i < assessment.size(); i++) {
      Relation relation = assessment.relation(i);
      Cell total = relation.totals().get(0);
      if (relation.totals().size() == 1 && assessment.isBlankTotal(total) && said.add(total)) {
        Draft draft =
            findings
                .add(ID)
                .at(report.at(total).where())
                .cell(total)
                .with("place", PlaceNames.place(total), PlaceNames.placeInEnglish(total));
        if (assessment.knowsParts(i)) {
          draft
              .expected(assessment.sumOfParts(i))
              .with("sum", PlaceNames.figure(assessment.sumOfParts(i)));
        }
      }
    }
  }
}
