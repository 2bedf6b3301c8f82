package org.gongkai.rule.years;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Table;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;

/**
 * All figures of a table equal last year's: the table was left from the old file. Small bodies may
 * have the same few figures in two years, so a minimum of independent figures and digits is needed.
 */
final class ReusedTableRule extends PreviousYearRule {
  private static final String ID = "years.reused-table";

  /** This many figures that are not zero, with this many digits in all, are not equal by chance. */
  private static final int LEAST_FIGURES = 3;

  private static final int LEAST_DIGITS = 6;

  ReusedTableRule() {
    super(ID);
  }

  @Override
  void check(CheckedReport checked, PreviousYear previous, FindingCollector findings) {
    for (Table table : checked.edition().tables()) {
      List<Cell> same = same(table, checked, previous);
      List<Cell> independent = same.stream().filter(ReusedTableRule::isIndependent).toList();
      int digits = independent.stream().mapToInt(cell -> figure(checked, cell).precision()).sum();
      if (independent.size() >= LEAST_FIGURES && digits >= LEAST_DIGITS) {
        findings
            .add(ID)
            .at(checked.report().at(same.get(0)).where())
            .cells(same)
            .with("table", PlaceNames.table(table), PlaceNames.tableInEnglish(table))
            .with("year", String.valueOf(previous.year()))
            .with("count", Integer.toString(same.size()));
      }
    }
  }

  /**
   * The cells of a table that are not zero; empty where one is unknown or differs from last year.
   */
  private static List<Cell> same(Table table, CheckedReport checked, PreviousYear previous) {
    List<Cell> same = new ArrayList<>();
    for (Cell cell : checked.edition().cells()) {
      if (cell.table() == table) {
        BigDecimal now = checked.known(cell);
        BigDecimal last = previous.figures().get(cell.path());
        if (now == null || last == null || now.compareTo(last) != 0) {
          return List.of();
        }
        if (now.signum() != 0) {
          same.add(cell);
        }
      }
    }
    return same;
  }

  /** Not a total, which follows from others, and not 现行有效, which often stays the same. */
  private static boolean isIndependent(Cell cell) {
    List<Column> columns = cell.row().columns();
    return !cell.row().key().equals("outcomeTotal")
        && (columns.size() == 1 || cell.column() != columns.get(columns.size() - 1));
  }

  private static BigDecimal figure(CheckedReport checked, Cell cell) {
    BigDecimal figure = checked.known(cell);
    return figure == null ? BigDecimal.ZERO : figure.stripTrailingZeros();
  }
}
