package org.gongkai.rule.table;

import org.gongkai.form.FigureKind;
import org.gongkai.report.Reading;

/**
 * A count or an amount is below zero. Increases and decreases (本年增/减 of edition 2019) carry a sign
 * and may be.
 */
final class NegativeFigureRule extends CellRule {
  NegativeFigureRule() {
    super("cell.negative");
  }

  @Override
  boolean isWrong(Reading reading) {
    return reading.value() != null
        && reading.value().signum() < 0
        && reading.cell().kind() != FigureKind.CHANGE;
  }
}
