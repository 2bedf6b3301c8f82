package org.gongkai.rule.table;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.FindingCollector.Draft;
import org.gongkai.rule.PlaceNames;

/**
 * In every column of table III what came in is what was dealt with and what is left: the 勾稽关系 that
 * the form itself prints (第一项加第二项之和，等于第三项加第四项之和).
 */
final class BalanceRule extends SumRule {
  BalanceRule() {
    super(Relation.BALANCE);
  }

  @Override
  String name(Relation relation) {
    return PlaceNames.column(relation.totals().get(0));
  }

  @Override
  String part(Cell cell) {
    return PlaceNames.row(cell);
  }

  @Override
  void describe(Draft draft, Report report, Relation relation) {
    draft
        .with("in", sum(report, relation.parts(), "加"), sum(report, relation.parts(), " plus "))
        .with("out", sum(report, relation.totals(), "加"), sum(report, relation.totals(), " plus "));
  }

  private static String sum(Report report, List<Cell> cells, String plus) {
    List<String> terms = new ArrayList<>();
    for (Cell cell : cells) {
      Reading reading = report.at(cell);
      String figure =
          reading.status() == Status.NUMBER && reading.value() != null
              ? PlaceNames.figure(reading.value())
              : "0";
      terms.add('“' + PlaceNames.row(cell) + '”' + figure);
    }
    return String.join(plus, terms);
  }
}
