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
 * All figures of a table are last year's: it was left from the old file. Small bodies may have the
 * same few figures twice, so it takes figures enough, totals and what follows from last year aside.
 */
final class ReusedTableRule extends PreviousYearRule {
  private static final String ID = "years.reused-table";

  /** So many figures that are not zero, and so many digits in them, are not equal by chance. */
  private static final int LEAST_FIGURES = 3;

  private static final int LEAST_DIGITS = 6;

  ReusedTableRule() {
    super(ID);
  }

  @Override
  void check(CheckedReport checked, PreviousYear previous, FindingCollector findings) {
    for (Table table : checked.edition().tables()) {
      List<Cell> same = same(table, checked, previous);
      List<Cell> telling = same.stream().filter(ReusedTableRule::isTelling).toList();
      int digits = telling.stream().mapToInt(cell -> figure(checked, cell).precision()).sum();
      if (telling.size() >= LEAST_FIGURES && digits >= LEAST_DIGITS) {
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

  /** The figures of a table that are not zero; none where one is unknown or not last year's. */
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

  /** Totals follow from other figures, and what is in force is as it was where nothing changed. */
  private static boolean isTelling(Cell cell) {
    List<Column> columns = cell.row().columns();
    return !cell.row().key().equals("outcomeTotal")
        && (columns.size() == 1 || cell.column() != columns.get(columns.size() - 1));
  }

  private static BigDecimal figure(CheckedReport checked, Cell cell) {
    BigDecimal figure = checked.known(cell);
    return figure == null ? BigDecimal.ZERO : figure.stripTrailingZeros();
  }
}
