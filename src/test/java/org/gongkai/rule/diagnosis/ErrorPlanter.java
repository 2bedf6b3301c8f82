package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.diagnosis.Diagnosis.Change;

/** Plants errors in consistent reports, the way people make them. */
final class ErrorPlanter {
  private ErrorPlanter() {}

  /** The report with other figures in some cells. */
  static Report change(Report report, Map<Cell, Long> figures) {
    List<Reading> readings = new ArrayList<>(report.readings());
    List<LooseRow> loose = new ArrayList<>(report.looseRows());
    figures.forEach(
        (cell, figure) -> {
          loose.replaceAll(row -> row.row() == cell.row() ? first(row, cell, figure) : row);
          Reading old = readings.get(cell.index());
          BigDecimal value = BigDecimal.valueOf(figure);
          readings.set(
              cell.index(),
              new Reading(cell, Status.NUMBER, value, value.toString(), true, old.where()));
        });
    return with(report, readings, loose);
  }

  /** A loose row whose first figure, which has a place, is another. */
  private static LooseRow first(LooseRow row, Cell cell, long figure) {
    if (cell.column() != row.row().columns().get(0)) {
      return row;
    }
    List<List<Long>> ways = new ArrayList<>();
    for (List<Long> way : row.ways()) {
      List<Long> changed = new ArrayList<>(way);
      changed.set(0, figure);
      ways.add(changed);
    }
    return new LooseRow(row.table(), row.row(), ways, row.where());
  }

  private static Report with(Report report, List<Reading> readings) {
    return with(report, readings, report.looseRows());
  }

  private static Report with(Report report, List<Reading> readings, List<LooseRow> loose) {
    return new Report(
        report.document(),
        report.nature(),
        report.identity(),
        report.edition(),
        report.tables(),
        readings,
        loose,
        report.repeated(),
        report.sections(),
        report.preamble());
  }

  /**
   * The report with many of its zeros left blank, and some of its totals of table III whatever they
   * are.
   */
  static Report blank(Report report, Random random) {
    List<Reading> readings = new ArrayList<>(report.readings());
    int totals = random.nextInt(4);
    int zeros = random.nextInt(4);
    for (Reading old : report.readings()) {
      boolean zero = old.value() != null && old.value().signum() == 0;
      boolean total = old.cell().row().outcome() && old.cell().column().key().equals("total");
      if (zero && random.nextInt(3) < zeros || total && random.nextInt(6) < totals) {
        readings.set(
            old.cell().index(), new Reading(old.cell(), Status.BLANK, null, "", true, old.where()));
      }
    }
    return with(report, readings);
  }

  /**
   * The report as text without the zeros of some rows of table III: only first and last figures
   * keep their place.
   */
  static Report drop(Report report, Random random) {
    List<Reading> readings = new ArrayList<>(report.readings());
    List<LooseRow> loose = new ArrayList<>();
    Table table = report.edition().table(Edition.REQUESTS);
    for (Row row : table.rows()) {
      if (random.nextInt(3) > 0 && !loose.isEmpty()) {
        continue;
      }
      List<BigDecimal> parts = new ArrayList<>();
      for (Column column : row.columns().subList(0, row.columns().size() - 1)) {
        Cell cell = report.edition().cell(table, row, column);
        Reading old = report.at(cell);
        boolean first = parts.isEmpty() && column == row.columns().get(0);
        if (first || old.value() != null && old.value().signum() != 0) {
          parts.add(old.value());
        }
        if (!first) {
          readings.set(
              cell.index(), new Reading(cell, Status.UNPLACED, null, "", false, old.where()));
        }
      }
      loose.add(ReportFixture.looseRow(table, row, parts));
    }
    return with(report, readings, loose);
  }

  /** Another figure in a place that is not known. */
  static Report changeLoose(Report report, Random random) {
    List<LooseRow> loose = new ArrayList<>(report.looseRows());
    int at = random.nextInt(loose.size());
    LooseRow row = loose.get(at);
    List<BigDecimal> parts = new ArrayList<>(row.parts());
    parts.add(BigDecimal.valueOf(1 + random.nextInt(99)));
    loose.set(at, ReportFixture.looseRow(row.table(), row.row(), parts));
    return with(report, report.readings(), loose);
  }

  static long figure(Report report, Cell cell) {
    BigDecimal value = report.at(cell).value();
    return value == null ? 0 : value.longValueExact();
  }

  /** Another figure, as somebody might mistype it; never the same and never negative. */
  static long mistype(long right, Random random) {
    String digits = Long.toString(right);
    int at = random.nextInt(digits.length());
    String typed =
        switch (random.nextInt(5)) {
          case 0 ->
              digits.length() > 1
                  ? digits.substring(0, at) + digits.substring(at + 1)
                  : "1" + digits;
          case 1 -> digits.substring(0, at) + digits.charAt(at) + digits.substring(at);
          case 2 ->
              at > 0
                  ? digits.substring(0, at - 1)
                      + digits.charAt(at)
                      + digits.charAt(at - 1)
                      + digits.substring(at + 1)
                  : digits;
          case 3 -> digits.substring(0, at) + random.nextInt(10) + digits.substring(at + 1);
          default -> Integer.toString(random.nextInt(1000));
        };
    long figure = Long.parseLong(typed);
    return figure == right ? right + 1 + random.nextInt(9) : figure;
  }

  /** One act that puts wrong figures into several cells of table III. */
  enum ClerkError {
    /** The outcomes' total leaves a row out. */
    LEFT_OUT,
    /** It counts a row twice. */
    COUNTED_TWICE,
    /** A row's figures stand one column too far to the right, its last figure lost. */
    RIGHT,
    /** They stand one too far to the left, its first figure lost. */
    LEFT,
    /** Two rows have each other's figures. */
    EXCHANGED,
    /** A row has the figures of the one above. */
    COPIED;

    /** The cells that get other figures so, some of them those that they have. */
    Map<Cell, Long> of(Report report, Random random) {
      Table table = report.edition().table(Edition.REQUESTS);
      List<Row> rows = table.rows();
      int at = 1 + random.nextInt(rows.size() - 1);
      Row row = rows.get(at);
      while (!row.outcome()) {
        at = 1 + random.nextInt(rows.size() - 1);
        row = rows.get(at);
      }
      List<Long> own = figures(report, row);
      Map<Cell, Long> wrong = new HashMap<>();
      switch (this) {
        case LEFT_OUT -> add(report, table.row("outcomeTotal"), own, -1, wrong);
        case COUNTED_TWICE -> add(report, table.row("outcomeTotal"), own, 1, wrong);
        case RIGHT -> {
          List<Long> slipped = new ArrayList<>(own.subList(0, own.size() - 1));
          slipped.add(0, 0L);
          put(report, row, slipped, wrong);
        }
        case LEFT -> {
          List<Long> slipped = new ArrayList<>(own.subList(1, own.size()));
          slipped.add(0L);
          put(report, row, slipped, wrong);
        }
        case EXCHANGED -> {
          Row other = rows.get(random.nextInt(rows.size()));
          put(report, row, figures(report, other), wrong);
          put(report, other, own, wrong);
        }
        case COPIED -> put(report, row, figures(report, rows.get(at - 1)), wrong);
      }
      wrong.entrySet().removeIf(entry -> entry.getValue() == figure(report, entry.getKey()));
      return wrong;
    }

    private static List<Long> figures(Report report, Row row) {
      return cells(report, row).stream().map(cell -> figure(report, cell)).toList();
    }

    private static List<Cell> cells(Report report, Row row) {
      Edition edition = report.edition();
      Table table = edition.table(Edition.REQUESTS);
      return row.columns().stream().map(column -> edition.cell(table, row, column)).toList();
    }

    private static void add(
        Report report, Row to, List<Long> figures, int times, Map<Cell, Long> wrong) {
      List<Long> sums = new ArrayList<>(figures(report, to));
      for (int i = 0; i < sums.size(); i++) {
        sums.set(i, sums.get(i) + times * figures.get(i));
      }
      put(report, to, sums, wrong);
    }

    private static void put(Report report, Row row, List<Long> figures, Map<Cell, Long> wrong) {
      List<Cell> cells = cells(report, row);
      for (int i = 0; i < cells.size(); i++) {
        wrong.put(cells.get(i), figures.get(i));
      }
    }
  }

  /** How diagnoses fared. */
  static final class Score {
    int planted;
    int silent;
    int exact;
    int among;
    int none;
    int wrongCertain;
    int likelierRight;
    int likelierWrong;
    int candidates;

    void add(Result result, Map<Cell, Long> right) {
      planted++;
      if (result.verdict() == Verdict.PASS) {
        silent++;
        return;
      }
      List<Change> certain =
          result.diagnoses().stream()
              .filter(Diagnosis::certain)
              .flatMap(diagnosis -> diagnosis.changes().stream())
              .toList();
      long hits = certain.stream().filter(change -> isRight(change, right)).count();
      if (hits < certain.size()) {
        wrongCertain++;
      }
      boolean all =
          right.entrySet().stream()
              .allMatch(
                  entry ->
                      result.diagnoses().stream()
                          .flatMap(diagnosis -> diagnosis.changes().stream())
                          .anyMatch(change -> isRight(change, entry)));
      if (hits == right.size()) {
        exact++;
      } else if (all) {
        among++;
        candidates += result.diagnoses().size();
      } else if (result.diagnoses().isEmpty()) {
        none++;
      }
      for (Diagnosis diagnosis : result.diagnoses()) {
        if (diagnosis.message().zh().contains("较有可能")) {
          if (diagnosis.changes().stream().allMatch(change -> isRight(change, right))) {
            likelierRight++;
          } else {
            likelierWrong++;
          }
        }
      }
    }

    private static boolean isRight(Change change, Map<Cell, Long> right) {
      return right.entrySet().stream().anyMatch(entry -> isRight(change, entry));
    }

    private static boolean isRight(Change change, Map.Entry<Cell, Long> right) {
      return change.cell().equals(right.getKey().path())
          && change.suggested().longValueExact() == right.getValue();
    }

    @Override
    public String toString() {
      String score =
          "planted %d: exact %d (%.1f %%), true cells among candidates %d (%.1f %%, %.1f candidates on average), "
              + "no diagnosis %d, break no relation %d, wrong certain %d; "
              + "called likelier than the others: right %d, wrong %d";
      return score.formatted(
          planted,
          exact,
          100.0 * exact / planted,
          among,
          100.0 * among / planted,
          among == 0 ? 0.0 : (double) candidates / among,
          none,
          silent,
          wrongCertain,
          likelierRight,
          likelierWrong);
    }
  }
}
