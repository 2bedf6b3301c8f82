package org.gongkai.rule.table;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.report.Money;
import org.gongkai.report.Reading;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/**
 * An amount of money in another unit than the form's 万元 (国办公开办函〔2021〕30号, section 2): it was
 * converted, or its unit is unknown.
 */
final class MoneyUnitRule implements Rule {
  private static final String CONVERTED = "money.unit";
  private static final String UNKNOWN = "money.unit-unknown";

  @Override
  public List<String> ids() {
    return List.of(CONVERTED, UNKNOWN);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Money money = new Money(checked.report().document());
    for (Reading reading : checked.report().readings()) {
      Money.Unit unit = money.unit(reading);
      if (unit == null) {
        continue;
      }
      BigDecimal value = unit.known() ? reading.value() : null;
      findings
          .add(value == null ? UNKNOWN : CONVERTED)
          .at(reading.where())
          .cell(reading.cell())
          .with(
              "place", PlaceNames.place(reading.cell()), PlaceNames.placeInEnglish(reading.cell()))
          .with("printed", reading.printed().strip())
          .with("unit", unit.unit())
          .with("from", unit.inHeading() ? "表头的" : "", unit.inHeading() ? " in the heading" : "")
          .with("value", value == null ? "" : PlaceNames.figure(value));
    }
  }
}
