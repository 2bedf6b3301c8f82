package org.gongkai.rule.content;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/** Fewer documents are in force than were issued in the year: those issued are among them. */
final class InForceBelowIssuedRule implements Rule {
  private static final String RULE = "documents.in-force";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    for (String row : List.of("regulations", "normativeDocuments")) {
      String path = Edition.PROACTIVE_DISCLOSURE + '/' + row + '/';
      Cell issued = checked.edition().find(path + "issued").orElse(null);
      Cell inForce = checked.edition().find(path + "inForce").orElse(null);
      if (issued == null || inForce == null) {
        continue;
      }
      BigDecimal issuedFigure = checked.report().at(issued).value();
      BigDecimal inForceFigure = checked.report().at(inForce).value();
      boolean sure = checked.report().at(issued).sure() && checked.report().at(inForce).sure();
      if (sure
          && issuedFigure != null
          && inForceFigure != null
          && inForceFigure.compareTo(issuedFigure) < 0) {
        findings
            .add(RULE)
            .at(checked.report().at(inForce).where())
            .cell(issued)
            .cell(inForce)
            .actual(inForceFigure)
            .with("row", PlaceNames.row(inForce))
            .with("issued", PlaceNames.figure(issuedFigure))
            .with("inForce", PlaceNames.figure(inForceFigure));
      }
    }
  }
}
