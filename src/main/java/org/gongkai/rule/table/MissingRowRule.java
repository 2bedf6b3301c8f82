package org.gongkai.rule.table;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/** A table is there and rows of it are not, or cells of its rows. One finding a table. */
final class MissingRowRule implements Rule {
  private static final String ROWS = "table.row-missing";
  private static final String CELLS = "table.cell-missing";

  @Override
  public List<String> ids() {
    return List.of(ROWS, CELLS);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    if (!anyAbsent(checked.report())) {
      return;
    }
    for (Table table : checked.edition().tables()) {
      if (checked.report().has(table)) {
        check(table, checked, findings);
      }
    }
  }

  private static boolean anyAbsent(Report report) {
    for (Reading reading : report.readings()) {
      if (reading.status() == Status.ABSENT) {
        return true;
      }
    }
    return false;
  }

  private static void check(Table table, CheckedReport checked, FindingCollector findings) {
    List<Row> rows = new ArrayList<>();
    List<Cell> ofRows = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (Row row : table.rows()) {
      List<Cell> absent = new ArrayList<>();
      for (Column column : row.columns()) {
        Cell cell = checked.edition().cell(table, row, column);
        if (checked.report().at(cell).status() == Status.ABSENT) {
          absent.add(cell);
        }
      }
      if (absent.size() == row.columns().size()) {
        rows.add(row);
        ofRows.addAll(absent);
      } else {
        cells.addAll(absent);
      }
    }
    String zh = PlaceNames.table(table);
    String en = PlaceNames.tableInEnglish(table);
    if (!rows.isEmpty()) {
      findings
          .add(ROWS)
          .at(new Where(table.label(), PlaceNames.row(table, rows.get(0)), null, null, 0, ""))
          .cells(ofRows)
          .with("table", zh, en)
          .with("count", Integer.toString(rows.size()))
          .with(
              "rows",
              PlaceNames.list(rows, row -> PlaceNames.row(table, row)),
              PlaceNames.listInEnglish(rows, row -> PlaceNames.row(table, row)));
    }
    if (!cells.isEmpty()) {
      findings
          .add(CELLS)
          .at(checked.report().at(cells.get(0)).where())
          .cells(cells)
          .with("table", zh, en)
          .with(
              "cells",
              PlaceNames.list(cells, MissingRowRule::name),
              PlaceNames.listInEnglish(cells, MissingRowRule::name));
    }
  }

  private static String name(Cell cell) {
    return PlaceNames.row(cell) + "·" + PlaceNames.column(cell);
  }
}
