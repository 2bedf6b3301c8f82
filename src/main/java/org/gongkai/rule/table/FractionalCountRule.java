package org.gongkai.rule.table;

import java.math.BigDecimal;
import org.gongkai.form.FigureKind;
import org.gongkai.report.Reading;

/** A count is no whole number. Only amounts of money are decimals. */
final class FractionalCountRule extends CellRule {
  FractionalCountRule() {
    super("cell.fraction");
  }

  @Override
  boolean isWrong(Reading reading) {
    BigDecimal value = reading.value();
    return value != null
        && value.scale() > 0
        && reading.cell().kind() != FigureKind.AMOUNT
        && value.stripTrailingZeros().scale() > 0;
  }
}
