package org.gongkai.rule.table;

import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.rule.PlaceNames;

/** In every column of table III the outcomes add up to their total (国办公开办函〔2021〕30号, table III). */
final class ColumnTotalRule extends SumRule {
  ColumnTotalRule() {
    super(Relation.COLUMN_TOTAL);
  }

  @Override
  String name(Relation relation) {
    return PlaceNames.column(relation.totals().get(0));
  }

  @Override
  String part(Cell cell) {
    return PlaceNames.row(cell);
  }
}
