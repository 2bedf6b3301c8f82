package org.gongkai.rule.years;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;

/**
 * Documents in force must be last year's plus those issued minus those repealed (现行有效件数, edition
 * 2021). A warning only, as documents expire, are merged and recounted.
 */
final class InForceRule extends PreviousYearRule {
  private static final String ID = "years.in-force";

  InForceRule() {
    super(ID);
  }

  @Override
  void check(CheckedReport checked, PreviousYear previous, FindingCollector findings) {
    Table table = checked.edition().table(Edition.PROACTIVE_DISCLOSURE);
    for (Row row : table.rows()) {
      String start = table.key() + '/' + row.key() + '/';
      Cell issued = checked.edition().find(start + "issued").orElse(null);
      Cell repealed = checked.edition().find(start + "repealed").orElse(null);
      Cell inForce = checked.edition().find(start + "inForce").orElse(null);
      BigDecimal last = previous.figures().get(start + "inForce");
      if (issued != null && repealed != null && inForce != null && last != null) {
        check(checked, previous, last, List.of(issued, repealed, inForce), findings);
      }
    }
  }

  private static void check(
      CheckedReport checked,
      PreviousYear previous,
      BigDecimal last,
      List<Cell> cells,
      FindingCollector findings) {
    BigDecimal issued = checked.known(cells.get(0));
    BigDecimal repealed = checked.known(cells.get(1));
    BigDecimal inForce = checked.known(cells.get(2));
    if (issued == null
        || repealed == null
        || inForce == null
        || checked.report().at(cells.get(2)).isBlank()) {
      return;
    }
    BigDecimal expected = last.add(issued).subtract(repealed);
    if (expected.compareTo(inForce) == 0) {
      return;
    }
    Cell cell = cells.get(2);
    findings
        .add(ID)
        .at(checked.report().at(cell).where())
        .cells(cells)
        .expected(expected)
        .actual(inForce)
        .with("place", PlaceNames.place(cell), PlaceNames.placeInEnglish(cell))
        .with("year", String.valueOf(previous.year()))
        .with("last", PlaceNames.figure(last))
        .with("issued", PlaceNames.figure(issued))
        .with("repealed", PlaceNames.figure(repealed))
        .with("expected", PlaceNames.figure(expected))
        .with("now", PlaceNames.figure(inForce));
  }
}
