package org.gongkai.rule.years;

import java.math.BigDecimal;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Reading;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;

/**
 * Requests carried over must equal those that last year's report carried forward, in every column
 * of table III (上年结转 against last year's 结转下年度继续办理). A warning only, as bodies merge and figures
 * are corrected.
 */
final class CarriedOverRule extends PreviousYearRule {
  private static final String ID = "years.carried-over";

  CarriedOverRule() {
    super(ID);
  }

  @Override
  void check(CheckedReport checked, PreviousYear previous, FindingCollector findings) {
    Edition edition = checked.edition();
    Table requests = edition.table(Edition.REQUESTS);
    Row over = requests.row("carriedOver");
    Row forward = requests.row("carriedForward");
    for (Column column : over.columns()) {
      Cell cell = edition.cell(requests, over, column);
      BigDecimal last = previous.figures().get(edition.cell(requests, forward, column).path());
      BigDecimal now = checked.known(cell);
      if (last != null && now != null && last.compareTo(now) != 0) {
        Reading reading = checked.report().at(cell);
        findings
            .add(ID)
            .at(reading.where())
            .cell(cell)
            .expected(last)
            .actual(now)
            .with("place", PlaceNames.place(cell), PlaceNames.placeInEnglish(cell))
            .with("forward", PlaceNames.row(requests, forward))
            .with("year", String.valueOf(previous.year()))
            .with("last", PlaceNames.figure(last))
            .with(
                "now",
                reading.isBlank() ? "空白" : PlaceNames.figure(now),
                reading.isBlank() ? "blank" : PlaceNames.figure(now));
      }
    }
  }
}
