package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows of table III whose figures were entered in the wrong place as a whole: one cell too
 * far to the right or left, or in another row's place.
 */
final class RowErrorFinder {
  /** Fewer changed cells are suggested cell by cell. */
  private static final int LEAST_SHIFTED = 3;

  /** Two relations may hold by chance. */
  private static final int LEAST_SOLVED = 3;

  private final Equations equations;
  private final Report report;
  private final Edition edition;
  private final List<KnownRow> rows = new ArrayList<>();
  private final Map<Map<Cell, BigDecimal>, Correction> found = new LinkedHashMap<>();

  /** A row of table III all of whose figures are known. */
  private record KnownRow(List<Cell> cells, List<BigDecimal> figures) {
    Cell first() {
      return cells.get(0);
    }

    /** The cells whose figures are to be others. */
    List<Change> changes(List<BigDecimal> corrected) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        if (corrected.get(i).compareTo(figures.get(i)) != 0) {
          changes.add(new Change(cells.get(i), corrected.get(i)));
        }
      }
      return changes;
    }
  }

  private RowErrorFinder(Equations equations, Report report, Edition edition) {
    this.equations = equations;
    this.report = report;
    this.edition = edition;
    Table table = edition.table(Edition.REQUESTS);
    for (Row row : table.rows()) {
      List<Cell> cells =
          row.columns().stream().map(column -> edition.cell(table, row, column)).toList();
      List<BigDecimal> figures = new ArrayList<>();
      for (Cell cell : cells) {
        Reading reading = report.at(cell);
        BigDecimal figure = reading.addend();
        if (figure != null && reading.sure()) {
          figures.add(figure);
        }
      }
      if (figures.size() == cells.size()) {
        rows.add(new KnownRow(cells, figures));
      }
    }
  }

  /** Whether a row of outcomes is blank, as if it had been left out. */
  static boolean hasBlankRow(Equations equations, Report report, Edition edition) {
    return !new RowErrorFinder(equations, report, edition).blankRows().isEmpty();
  }

  private List<KnownRow> blankRows() {
    return rows.stream()
        .filter(row -> row.first().row().outcome())
        .filter(
            row -> row.cells().stream().allMatch(cell -> report.at(cell).status() == Status.BLANK))
        .toList();
  }

  /** All row errors that explain some broken relations and do not change the others. */
  static List<Correction> find(Equations equations, Report report, Edition edition) {
    RowErrorFinder finder = new RowErrorFinder(equations, report, edition);
    finder.blankRows().forEach(finder::leftOut);
    if (equations.broken().size() < LEAST_SOLVED) {
      return List.copyOf(finder.found.values());
    }
    finder.rows.forEach(finder::shifted);
    for (int i = 0; i < finder.rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        finder.swapped(finder.rows.get(j), finder.rows.get(i));
      }
    }
    return List.copyOf(finder.found.values());
  }

  /** Fills a blank row with what the outcomes of each column lack. */
  private void leftOut(KnownRow row) {
    List<Change> changes = new ArrayList<>();
    for (Cell cell : row.cells()) {
      for (int equation : equations.broken()) {
        Relation relation = equations.relations().get(equation);
        if (relation.rule().equals(Relation.COLUMN_TOTAL) && relation.parts().contains(cell)) {
          changes.add(new Change(cell, equations.figure(-equations.residuals()[equation])));
        }
      }
    }
    boolean counts = changes.stream().allMatch(change -> change.figure().signum() > 0);
    if (changes.size() > 1 && counts && equations.solved(changes).size() == changes.size()) {
      add(new Correction(Kind.LEFT_OUT, changes, DiagnosisMessages.leftOut(row.first(), changes)));
    }
  }

  private void shifted(KnownRow row) {
    List<BigDecimal> printed = row.figures();
    int total = printed.size() - 1;
    for (int at = 0; at < total; at++) {
      // A shift may include the total, whose figure is then lost or in the last part's cell, or
      // not.
      for (int last : List.of(total, total - 1)) {
        if (printed.get(at).signum() == 0) {
          tryShift(row, moved(printed, at, last), last, true);
        }
        if (printed.get(last).signum() == 0) {
          tryShift(row, moved(printed, last, at), at, false);
        }
      }
    }
  }

  /** The figures with a zero moved to another place. */
  private static List<BigDecimal> moved(List<BigDecimal> printed, int from, int to) {
    List<BigDecimal> corrected = new ArrayList<>(printed);
    corrected.add(to, corrected.remove(from));
    return corrected;
  }

  /**
   * Keeps a shift if relations confirm it; the lost figure, zero here, is computed from the row.
   */
  private void tryShift(KnownRow row, List<BigDecimal> corrected, int lost, boolean toTheRight) {
    int total = corrected.size() - 1;
    BigDecimal sum = corrected.subList(0, total).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    corrected.set(lost, lost == total ? sum : corrected.get(total).subtract(sum));
    List<Change> changes = row.changes(corrected);
    if (changes.size() >= LEAST_SHIFTED && isPlausible(changes)) {
      String column = changes.get(0).cell().column().label();
      add(
          new Correction(
              Kind.SHIFTED,
              changes,
              DiagnosisMessages.shifted(row.first(), column, toTheRight, corrected)));
    }
  }

  private void swapped(KnownRow one, KnownRow other) {
    List<Change> changes = one.changes(other.figures());
    changes.addAll(other.changes(one.figures()));
    if (!changes.isEmpty() && isPlausible(changes)) {
      add(
          new Correction(
              Kind.SWAPPED, changes, DiagnosisMessages.swapped(one.first(), other.first())));
    }
  }

  private void add(Correction correction) {
    found.putIfAbsent(correction.figures(), correction);
  }

  private boolean isPlausible(List<Change> changes) {
    return changes.stream().allMatch(change -> change.figure().signum() >= 0)
        && equations.solved(changes).size() >= LEAST_SOLVED
        && solvesBlankTotals(changes);
  }

  /** Whether relations that a blank total made unassessable hold after the changes. */
  private boolean solvesBlankTotals(List<Change> changes) {
    Map<Cell, BigDecimal> figures = new HashMap<>();
    changes.forEach(change -> figures.put(change.cell(), change.figure()));
    for (Relation relation : edition.relations()) {
      boolean open =
          !equations.relations().contains(relation)
              && Equations.cells(relation).stream().anyMatch(figures::containsKey);
      if (open) {
        BigDecimal parts = sum(relation.parts(), figures);
        BigDecimal totals = sum(relation.totals(), figures);
        if (parts != null && totals != null && parts.compareTo(totals) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private @Nullable BigDecimal sum(List<Cell> cells, Map<Cell, BigDecimal> figures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : cells) {
      BigDecimal figure = figures.containsKey(cell) ? figures.get(cell) : report.at(cell).addend();
      if (figure == null) {
        return null;
      }
      sum = sum.add(figure);
    }
    return sum;
  }
}
