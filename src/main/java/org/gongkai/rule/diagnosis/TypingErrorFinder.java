package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.jspecify.annotations.Nullable;

/** Finds the typing habits that explain wrong figures. */
final class TypingErrorFinder {
  private final Report report;
  private final Edition edition;

  TypingErrorFinder(Report report, Edition edition) {
    this.report = report;
    this.edition = edition;
  }

  /**
   * The habits that explain a way.
   *
   * @param habits what they are; of three cells only those that explain each
   * @param weight how much they say
   */
  record Found(Set<TypingError> habits, int weight) {}

  Found find(Correction way) {
    List<Change> changes = way.changes();
    if (changes.size() == 2) {
      TypingError together = together(changes.get(0), changes.get(1));
      if (together != null) {
        return new Found(EnumSet.of(together), 2 * together.weight);
      }
    }
    Set<TypingError> any = EnumSet.noneOf(TypingError.class);
    Set<TypingError> shared = EnumSet.allOf(TypingError.class);
    int weight = 0;
    for (Change change : changes) {
      Set<TypingError> ofOne = habits(change);
      weight += ofOne.stream().mapToInt(habit -> habit.weight).max().orElse(0);
      any.addAll(ofOne);
      shared.retainAll(ofOne);
    }
    return new Found(changes.size() > 2 ? shared : any, weight);
  }

  private @Nullable TypingError together(Change one, Change two) {
    BigDecimal first = printed(one);
    BigDecimal second = printed(two);
    if (!same(first, two.figure()) || !same(second, one.figure())) {
      return null;
    }
    return first.signum() == 0 || second.signum() == 0 ? TypingError.MOVED : TypingError.SWAPPED;
  }

  private Set<TypingError> habits(Change change) {
    Set<TypingError> habits = EnumSet.noneOf(TypingError.class);
    Reading reading = report.at(change.cell());
    if (reading.status() != Status.NUMBER) {
      return EnumSet.of(TypingError.FORGOTTEN);
    }
    for (TypingError habit : TypingError.values()) {
      if (habit.explains(printed(change), change.figure())) {
        habits.add(habit);
      }
    }
    if (printed(change).signum() != 0 && repeatsNeighbour(change.cell())) {
      habits.add(TypingError.NEIGHBOUR);
    }
    return habits;
  }

  private BigDecimal printed(Change change) {
    BigDecimal figure = report.at(change.cell()).addend();
    return figure == null ? BigDecimal.ZERO : figure;
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }

  private boolean repeatsNeighbour(Cell cell) {
    int row = cell.table().rows().indexOf(cell.row());
    int column = cell.row().columns().indexOf(cell.column());
    return repeats(cell, row - 1, column)
        || repeats(cell, row + 1, column)
        || repeats(cell, row, column - 1)
        || repeats(cell, row, column + 1);
  }

  private boolean repeats(Cell cell, int row, int column) {
    List<Row> rows = cell.table().rows();
    List<Column> columns = cell.row().columns();
    if (row < 0 || row >= rows.size() || column < 0 || column >= columns.size()) {
      return false;
    }
    Cell neighbour = edition.cell(cell.table(), rows.get(row), columns.get(column));
    BigDecimal figure = report.at(neighbour).value();
    BigDecimal own = report.at(cell).value();
    return figure != null && own != null && same(figure, own);
  }
}
