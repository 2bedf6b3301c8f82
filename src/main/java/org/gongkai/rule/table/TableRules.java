package org.gongkai.rule.table;

import java.util.List;
import org.gongkai.rule.Rule;

/** The rules about the three tables, and whether the document was read whole. */
public final class TableRules {
  public static final List<Rule> ALL =
      List.of(
          new PartlyReadRule(),
          new PagesRule(),
          new MissingTableRule(),
          new MissingRowRule(),
          new TextInCellRule(),
          new MoneyUnitRule(),
          new NegativeFigureRule(),
          new FractionalCountRule(),
          new RowTotalRule(),
          new ColumnTotalRule(),
          new BalanceRule(),
          new RemedyTotalRule(),
          new BlankTotalRule(),
          new BlankCellsRule());

  private TableRules() {}
}
