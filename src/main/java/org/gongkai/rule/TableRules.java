package org.gongkai.rule;

import java.util.List;

/** The rules about the three tables, and whether the document was read whole. */
final class TableRules {
  static final List<Rule> ALL =
      List.of(
          new PartlyReadRule(),
          new MissingTableRule(),
          new MissingRowRule(),
          new TextInCellRule(),
          new NegativeFigureRule(),
          new FractionalCountRule(),
          new RowTotalRule(),
          new ColumnTotalRule(),
          new BalanceRule(),
          new RemedyTotalRule(),
          new BlankCellsRule());

  private TableRules() {}
}
