package org.gongkai.rule.table;

import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.rule.PlaceNames;

/** In each group of table IV the endings add up to the total (国办公开办函〔2021〕30号, table IV). */
final class RemedyTotalRule extends SumRule {
  RemedyTotalRule() {
    super(Relation.REMEDY_TOTAL);
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
