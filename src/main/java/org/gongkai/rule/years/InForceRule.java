package org.gongkai.rule.years;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.rule.Findings;
import org.gongkai.rule.Labels;
import org.gongkai.rule.Subject;

/**
 * The documents in force are last year's, and those issued, less those repealed (现行有效件数, edition
 * 2021). A warning only: documents expire, are merged and counted anew.
 */
final class InForceRule extends YearsRule {
  private static final String ID = "years.in-force";

  InForceRule() {
    super(ID);
  }

  @Override
  void check(Subject subject, PreviousYear previous, Findings findings) {
    Table table = subject.edition().table(Edition.PROACTIVE_DISCLOSURE);
    for (Row row : table.rows()) {
      String start = table.key() + '/' + row.key() + '/';
      Cell issued = subject.edition().find(start + "issued").orElse(null);
      Cell repealed = subject.edition().find(start + "repealed").orElse(null);
      Cell inForce = subject.edition().find(start + "inForce").orElse(null);
      BigDecimal last = previous.figures().get(start + "inForce");
      if (issued != null && repealed != null && inForce != null && last != null) {
        check(subject, previous, last, List.of(issued, repealed, inForce), findings);
      }
    }
  }

  private static void check(
      Subject subject,
      PreviousYear previous,
      BigDecimal last,
      List<Cell> cells,
      Findings findings) {
    BigDecimal issued = subject.known(cells.get(0));
    BigDecimal repealed = subject.known(cells.get(1));
    BigDecimal inForce = subject.known(cells.get(2));
    if (issued == null
        || repealed == null
        || inForce == null
        || subject.report().at(cells.get(2)).isBlank()) {
      return;
    }
    BigDecimal expected = last.add(issued).subtract(repealed);
    if (expected.compareTo(inForce) == 0) {
      return;
    }
    Cell cell = cells.get(2);
    findings
        .add(ID)
        .at(subject.report().at(cell).where())
        .cells(cells)
        .expected(expected)
        .actual(inForce)
        .with("place", Labels.place(cell), Labels.placeInEnglish(cell))
        .with("year", String.valueOf(previous.year()))
        .with("last", Labels.figure(last))
        .with("issued", Labels.figure(issued))
        .with("repealed", Labels.figure(repealed))
        .with("expected", Labels.figure(expected))
        .with("now", Labels.figure(inForce));
  }
}
