package org.gongkai.rule.table;

import org.gongkai.report.Money;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;

/**
 * A cell holds text that cannot be a number. A blank, a placeholder ({@code /}, {@code 无}) and a
 * unit are none; of an amount in another unit {@link MoneyUnitRule} tells.
 */
final class TextInCellRule extends CellRule {
  TextInCellRule() {
    super("cell.text");
  }

  @Override
  boolean isWrong(Reading reading) {
    return reading.status() == Status.TEXT && !Money.isAmount(reading);
  }
}
