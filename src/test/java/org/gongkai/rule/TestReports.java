package org.gongkai.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.Result.Source;

/**
 * Makes reports for tests of rules, with random consistent figures or given ones, and checks them.
 */
public final class TestReports {
  public static final Source SOURCE = new Source("a.html", null, null, null, null, 0);

  private TestReports() {}

  /** Random figures of tables III and IV, by path: all relations hold, many figures are zero. */
  public static Map<String, Long> figures(String editionKey, long seed) {
    Random random = new Random(seed);
    Edition edition = Editions.find(editionKey).orElseThrow();
    Map<String, Long> figures = new HashMap<>();
    int size = 1 + random.nextInt(3);
    Table requests = edition.table(Edition.REQUESTS);
    List<Column> columns = requests.rows().get(0).columns();
    for (Column column : columns.subList(0, columns.size() - 1)) {
      long outcomes = 0;
      for (Row row : requests.rows()) {
        if (row.outcome()) {
          long figure = random.nextInt(3) == 0 ? random(random, size) : 0;
          outcomes += figure;
          figures.put(path(edition, requests, row, column), figure);
        }
      }
      long forward = random.nextInt(2) == 0 ? random(random, size) : 0;
      long over = Math.min(outcomes + forward, random.nextInt(2) == 0 ? random(random, size) : 0);
      figures.put(path(edition, requests, requests.row("outcomeTotal"), column), outcomes);
      figures.put(path(edition, requests, requests.row("carriedForward"), column), forward);
      figures.put(path(edition, requests, requests.row("carriedOver"), column), over);
      figures.put(
          path(edition, requests, requests.row("newRequests"), column), outcomes + forward - over);
    }
    List<Row> rows = new ArrayList<>(requests.rows());
    rows.addAll(edition.table(Edition.REMEDIES).rows());
    for (Row row : rows) {
      Table table = requests.rows().contains(row) ? requests : edition.table(Edition.REMEDIES);
      long sum = 0;
      for (Column column : row.columns().subList(0, row.columns().size() - 1)) {
        String path = path(edition, table, row, column);
        sum += figures.computeIfAbsent(path, p -> random.nextInt(2) == 0 ? random(random, 1) : 0);
      }
      figures.put(path(edition, table, row, row.columns().get(row.columns().size() - 1)), sum);
    }
    return figures;
  }

  private static long random(Random random, int digits) {
    return random.nextInt((int) Math.pow(10, 1 + random.nextInt(digits)));
  }

  private static String path(Edition edition, Table table, Row row, Column column) {
    return edition.cell(table, row, column).path();
  }

  /** A report with those figures, all others zero. */
  public static Report report(String edition, Map<String, Long> figures) {
    return fixture(edition, figures).build();
  }

  public static ReportFixture fixture(String edition, Map<String, Long> figures) {
    ReportFixture fixture = ReportFixture.of(edition);
    figures.forEach((path, figure) -> fixture.set(path, Long.toString(figure)));
    return fixture;
  }

  /** The cells of tables III and IV. */
  public static List<Cell> cells(String edition) {
    return Editions.find(edition).orElseThrow().cells().stream()
        .filter(cell -> !cell.table().key().equals(Edition.PROACTIVE_DISCLOSURE))
        .toList();
  }

  public static Result check(Report report) {
    return Rules.standard().check(SOURCE, report, null);
  }

  public static Result check(ReportFixture fixture) {
    return check(fixture.build());
  }

  /** The findings of one rule. */
  public static List<Finding> findings(ReportFixture fixture, String rule) {
    return check(fixture).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .toList();
  }
}
