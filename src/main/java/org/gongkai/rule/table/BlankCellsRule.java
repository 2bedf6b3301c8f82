package org.gongkai.rule.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Table;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/**
 * Says which blank cells were counted as zero in the sums, once a table; and that a table was not
 * filled in at all. Cells of table II are in no sum and may be blank.
 */
final class BlankCellsRule implements Rule {
  private static final String AS_ZERO = "cells.blank-as-zero";
  private static final String ALL = "table.blank";

  @Override
  public List<String> ids() {
    return List.of(AS_ZERO, ALL);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Report report = checked.report();
    if (!anyBlank(report)) {
      return;
    }
    Assessment assessment = checked.assessment();
    for (Table table : checked.edition().tables()) {
      List<Reading> all = new ArrayList<>();
      for (Reading reading : report.readings()) {
        if (reading.cell().table() == table) {
          all.add(reading);
        }
      }
      List<Reading> blanks = all.stream().filter(Reading::isBlank).toList();
      if (blanks.size() == all.size()) {
        add(findings, ALL, table, blanks);
        continue;
      }
      Set<Cell> summed = assessedCells(assessment);
      List<Reading> counted =
          blanks.stream().filter(reading -> counts(reading, assessment, summed)).toList();
      if (!counted.isEmpty()) {
        add(findings, AS_ZERO, table, counted);
      }
    }
  }

  private static boolean counts(Reading reading, Assessment assessment, Set<Cell> summed) {
    return summed.contains(reading.cell()) && !assessment.isBlankTotal(reading.cell());
  }

  private static boolean anyBlank(Report report) {
    for (Reading reading : report.readings()) {
      if (reading.isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** The cells of all relations that could be assessed. */
  private static Set<Cell> assessedCells(Assessment assessment) {
    Set<Cell> cells = new LinkedHashSet<>();
    for (int i = 0; i < assessment.size(); i++) {
      if (assessment.state(i).isAssessed()) {
        cells.addAll(assessment.relation(i).parts());
        cells.addAll(assessment.relation(i).totals());
      }
    }
    return cells;
  }

  private static void add(
      FindingCollector findings, String rule, Table table, List<Reading> blanks) {
    findings
        .add(rule)
        .at(blanks.get(0).where())
        .cells(blanks.stream().map(Reading::cell).toList())
        .with("table", PlaceNames.table(table), PlaceNames.tableInEnglish(table))
        .with("count", Integer.toString(blanks.size()));
  }
}
