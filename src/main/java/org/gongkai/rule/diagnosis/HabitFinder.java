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
import org.gongkai.rule.diagnosis.Way.Change;
import org.jspecify.annotations.Nullable;

/** Finds the typing habits that explain wrong figures. */
final class HabitFinder {
  private final Report report;
  private final Edition edition;

  HabitFinder(Report report, Edition edition) {
    this.report = report;
    this.edition = edition;
  }

  /**
   * The habits that explain a way.
   *
   * @param habits what they are; of three cells only those that explain each
   * @param weight how much they say
   */
  record Found(Set<Habit> habits, int weight) {}

  Found find(Way way) {
    List<Change> changes = way.changes();
    if (changes.size() == 2) {
      Habit together = together(changes.get(0), changes.get(1));
      if (together != null) {
        return new Found(EnumSet.of(together), 2 * together.weight);
      }
    }
    Set<Habit> any = EnumSet.noneOf(Habit.class);
    Set<Habit> shared = EnumSet.allOf(Habit.class);
    int weight = 0;
    for (Change change : changes) {
      Set<Habit> ofOne = habits(change);
      weight += ofOne.stream().mapToInt(habit -> habit.weight).max().orElse(0);
      any.addAll(ofOne);
      shared.retainAll(ofOne);
    }
    return new Found(changes.size() > 2 ? shared : any, weight);
  }

  private @Nullable Habit together(Change one, Change two) {
    BigDecimal first = printed(one);
    BigDecimal second = printed(two);
    if (!same(first, two.figure()) || !same(second, one.figure())) {
      return null;
    }
    return first.signum() == 0 || second.signum() == 0 ? Habit.MOVED : Habit.SWAPPED;
  }

  private Set<Habit> habits(Change change) {
    Set<Habit> habits = EnumSet.noneOf(Habit.class);
    Reading reading = report.at(change.cell());
    if (reading.status() != Status.NUMBER) {
      return EnumSet.of(Habit.FORGOTTEN);
    }
    for (Habit habit : Habit.values()) {
      if (habit.explains(printed(change), change.figure())) {
        habits.add(habit);
      }
    }
    if (printed(change).signum() != 0 && repeatsNeighbour(change.cell())) {
      habits.add(Habit.NEIGHBOUR);
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
