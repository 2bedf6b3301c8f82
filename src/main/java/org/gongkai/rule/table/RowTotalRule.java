package org.gongkai.rule.table;

import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.rule.PlaceNames;

/**
 * In every row of table III the applicants' columns add up to the total (国办公开办函〔2021〕30号, table
 * III).
 */
final class RowTotalRule extends SumRule {
  RowTotalRule() {
    super(Relation.ROW_TOTAL);
  }

  @Override
  String name(Relation relation) {
    return PlaceNames.row(relation.totals().get(0));
  }

  @Override
  String part(Cell cell) {
    return PlaceNames.column(cell);
  }
}
