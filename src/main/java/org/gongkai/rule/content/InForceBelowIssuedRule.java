package org.gongkai.rule.content;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Subject;

/** Fewer documents are in force than were issued in the year: those issued are among them. */
final class InForceBelowIssuedRule implements Rule {
  private static final String RULE = "documents.in-force";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(Subject subject, FindingCollector findings) {
    for (String row : List.of("regulations", "normativeDocuments")) {
      String path = Edition.PROACTIVE_DISCLOSURE + '/' + row + '/';
      Cell issued = subject.edition().find(path + "issued").orElse(null);
      Cell inForce = subject.edition().find(path + "inForce").orElse(null);
      if (issued == null || inForce == null) {
        continue;
      }
      BigDecimal made = subject.report().at(issued).value();
      BigDecimal kept = subject.report().at(inForce).value();
      boolean sure = subject.report().at(issued).sure() && subject.report().at(inForce).sure();
      if (sure && made != null && kept != null && kept.compareTo(made) < 0) {
        findings
            .add(RULE)
            .at(subject.report().at(inForce).where())
            .cell(issued)
            .cell(inForce)
            .actual(kept)
            .with("row", PlaceNames.row(inForce))
            .with("issued", PlaceNames.figure(made))
            .with("inForce", PlaceNames.figure(kept));
      }
    }
  }
}
