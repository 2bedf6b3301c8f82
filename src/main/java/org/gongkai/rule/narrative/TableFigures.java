package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/** The figures of the tables that claims are compared with. */
public final class TableFigures {
  private final Report report;
  private final Edition edition;

  /** For a report whose edition is known. */
  public TableFigures(Report report, Edition edition) {
    this.report = report;
    this.edition = edition;
  }

  /** The cells whose sum a reading of a target is. */
  public List<Cell> cells(Target target, List<String> rows) {
    List<Cell> cells = new ArrayList<>();
    for (String row : rows) {
      cell(target.table(), row, target.column(), cells);
    }
    return cells;
  }

  /** The expected figures of a target in its most likely reading. */
  public List<BigDecimal> expected(Target target) {
    return expected(target, target.readings().get(0));
  }

  /**
   * The expected sum of the group of outcomes that a target's rows belong to: 不予公开 for 属于国家秘密;
   * empty if they belong to no group or to several.
   */
  public List<BigDecimal> expectedOfGroup(Target target) {
    Set<String> groups = new HashSet<>();
    for (String row : target.readings().get(0)) {
      groups.add(row.substring(0, row.indexOf('.') + 1));
    }
    String group = groups.iterator().next();
    if (groups.size() > 1 || group.isEmpty()) {
      return List.of();
    }
    return expected(
        target,
        edition.table(target.table()).rows().stream()
            .map(Row::key)
            .filter(key -> key.startsWith(group))
            .toList());
  }

  /**
   * The expected figures of a reading of a target.
   *
   * @return the figures that the tables allow: one, or two where a total is not the sum of its
   *     parts; empty if the tables are not certain
   */
  public List<BigDecimal> expected(Target target, List<String> rows) {
    BigDecimal totals = BigDecimal.ZERO;
    BigDecimal sums = BigDecimal.ZERO;
    for (String row : rows) {
      List<Cell> cells = new ArrayList<>();
      cell(target.table(), row, target.column(), cells);
      if (cells.isEmpty()) {
        return List.of();
      }
      Cell cell = cells.get(0);
      if (!report.at(cell).sure()) {
        return List.of();
      }
      BigDecimal total = figure(cell);
      BigDecimal sum = cell.column().key().equals(Target.TOTAL) ? parts(cell) : total;
      if (total == null && sum == null) {
        return List.of();
      }
      totals = totals.add(total == null ? sum : total);
      sums = sums.add(sum == null ? total : sum);
    }
    return totals.compareTo(sums) == 0 ? List.of(totals) : List.of(totals, sums);
  }

  /**
   * Whether the figure agrees with the tables in any of its readings; null if the tables are not
   * certain.
   */
  public @Nullable Boolean agrees(Claim claim) {
    Target target = claim.target();
    for (List<String> rows : target.readings()) {
      List<BigDecimal> expected = expected(target, rows);
      if (expected.isEmpty()) {
        return null;
      }
      for (BigDecimal figure : expected) {
        if (claim.amount().agrees(figure)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The column of the one kind of applicant that the figure counts; null if none fits. */
  public @Nullable Column column(Claim claim) {
    Target target = claim.target();
    if (!target.table().equals(Edition.REQUESTS) || claim.amount().value().signum() == 0) {
      return null;
    }
    Table table = edition.table(Edition.REQUESTS);
    List<Column> columns = table.rows().get(0).columns();
    for (Column column : columns.subList(0, columns.size() - 1)) {
      for (List<String> rows : target.readings()) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String row : rows) {
          BigDecimal figure = figure(edition.cell(table, table.row(row), column));
          sum = figure == null || sum == null ? null : sum.add(figure);
        }
        if (sum != null && claim.amount().agrees(sum)) {
          return column;
        }
      }
    }
    return null;
  }

  private void cell(String table, String row, String column, List<Cell> into) {
    edition.find(table + '/' + row + '/' + column).ifPresent(into::add);
  }

  /** A figure that was read with certainty. A blank counts as zero unless it is a total. */
  private @Nullable BigDecimal figure(Cell cell) {
    Reading reading = report.at(cell);
    if (!reading.sure()) {
      return null;
    }
    if (reading.status() == Status.NUMBER) {
      return reading.value();
    }
    boolean total = cell.column().key().equals(Target.TOTAL);
    return reading.isBlank() && !total && !cell.table().key().equals(Edition.PROACTIVE_DISCLOSURE)
        ? BigDecimal.ZERO
        : null;
  }

  private @Nullable BigDecimal parts(Cell total) {
    Row row = total.row();
    BigDecimal sum = BigDecimal.ZERO;
    for (Column column : row.columns().subList(0, row.columns().size() - 1)) {
      BigDecimal figure = figure(edition.cell(total.table(), row, column));
      if (figure == null) {
        return null;
      }
      sum = sum.add(figure);
    }
    return sum;
  }
}
