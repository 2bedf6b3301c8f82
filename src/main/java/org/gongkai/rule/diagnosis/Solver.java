package org.gongkai.rule.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.gongkai.rule.diagnosis.Equations.Unknown;
import org.jspecify.annotations.Nullable;

/** Finds the fewest cells, up to three, whose change makes broken relations hold. */
final class Solver {
  /** More cells would explain anything. */
  static final int MOST_CELLS = 3;

  /** Three wrong cells break at least this many relations. */
  private static final int LEAST_OF_THREE = 4;

  /** The search stops at this many. */
  private static final int MOST_CORRECTIONS = 500;

  private final Equations equations;
  private final List<Unknown> unknowns;
  private final List<Integer> broken;
  private final int mostEquations;
  private final List<Correction> corrections = new ArrayList<>();
  private final Set<Set<Unknown>> tried = new HashSet<>();
  private boolean unplaced;
  private boolean impossible;

  private Solver(Equations equations) {
    this.equations = equations;
    this.unknowns = equations.unknowns();
    this.broken = equations.broken();
    this.mostEquations =
        unknowns.stream().mapToInt(unknown -> unknown.equations().size()).max().orElse(0);
  }

  /**
   * The result of the search.
   *
   * @param corrections all corrections, each with the same number of cells
   * @param unplaced whether an unplaced figure may be the wrong one
   * @param impossible whether a correction of this few cells needs a figure that a cell cannot
   *     hold, such as a negative count. It is no candidate, but no other correction is certain then
   */
  record Solutions(List<Correction> corrections, boolean unplaced, boolean impossible) {}

  /** All corrections with the fewest cells; none where more than three are needed. */
  static Solutions solve(Equations equations) {
    Solver solver = new Solver(equations);
    boolean oneImpossible = false;
    for (int cells = 1; cells <= MOST_CELLS; cells++) {
      solver.impossible = false;
      solver.search(cells);
      if (!solver.corrections.isEmpty() || solver.unplaced) {
        // Impossible pairs of cells are too frequent to matter.
        boolean impossible = solver.impossible && cells != 2;
        return new Solutions(List.copyOf(solver.corrections), solver.unplaced, impossible);
      }
      oneImpossible |= cells == 1 && solver.impossible;
      if (cells == 2 && oneImpossible) {
        break;
      }
    }
    return new Solutions(List.of(), false, solver.impossible);
  }

  private void search(int cells) {
    boolean few = broken.size() <= cells * mostEquations;
    if (few && (cells < MOST_CELLS || broken.size() >= LEAST_OF_THREE)) {
      choose(new ArrayList<>(), cells);
    }
  }

  /**
   * Chooses the next cell from a broken relation without a chosen one; from all cells where there
   * is no such relation.
   */
  private void choose(List<Unknown> chosen, int cells) {
    if (chosen.size() == cells) {
      tryCells(chosen);
      return;
    }
    for (Unknown unknown : nextUnknowns(chosen, cells - chosen.size())) {
      if (!chosen.contains(unknown)) {
        chosen.add(unknown);
        choose(chosen, cells);
        chosen.remove(chosen.size() - 1);
      }
    }
  }

  private List<Unknown> nextUnknowns(List<Unknown> chosen, int left) {
    int first = -1;
    int missing = 0;
    for (int equation : broken) {
      boolean covered = false;
      for (Unknown unknown : chosen) {
        covered |= unknown.sign(equation) != 0;
      }
      if (!covered) {
        first = first < 0 ? equation : first;
        missing++;
      }
    }
    if (missing > left * mostEquations) {
      return List.of();
    }
    int equation = first;
    return first < 0
        ? unknowns
        : unknowns.stream().filter(unknown -> unknown.sign(equation) != 0).toList();
  }

  private void tryCells(List<Unknown> cells) {
    boolean all =
        broken.stream()
            .allMatch(equation -> cells.stream().anyMatch(cell -> cell.sign(equation) != 0));
    if (!all || corrections.size() >= MOST_CORRECTIONS) {
      return;
    }
    long[] by = solve(equations, cells);
    if (by.length == 0 || !tried.add(Set.copyOf(cells))) {
      return;
    }
    if (cells.stream().anyMatch(cell -> cell.cell() == null)) {
      unplaced = true;
      return;
    }
    Correction correction = correction(equations, cells, by);
    if (correction == null) {
      impossible = true;
    } else {
      corrections.add(correction);
    }
  }

  /**
   * The correction of the relations that contain the cells, by a change of each cell; null for
   * none.
   */
  static @Nullable Correction correctionOf(Equations equations, List<Unknown> cells) {
    long[] by = solve(equations, cells);
    return by.length == 0 ? null : correction(equations, cells, by);
  }

  /** Null where a cell cannot hold its figure: a count is whole and not negative. */
  private static @Nullable Correction correction(
      Equations equations, List<Unknown> cells, long[] by) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < by.length; i++) {
      long figure = cells.get(i).value() + by[i];
      Cell cell = cells.get(i).cell();
      if (cell == null || figure < 0 || figure % equations.unit() != 0) {
        return null;
      }
      changes.add(new Change(cell, equations.figure(figure)));
    }
    return Correction.ofFigures(changes);
  }

  /** Whether each relation that holds contains none or several of the cells. */
  private static boolean canSolve(Equations equations, List<Unknown> cells) {
    for (Unknown cell : cells) {
      for (int equation : cell.equations()) {
        if (equations.residuals()[equation] == 0
            && cells.stream().filter(other -> other.sign(equation) != 0).count() == 1) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The changes of the cells that make all relations with one of them hold; empty unless there is
   * exactly one solution and it changes every cell.
   */
  static long[] solve(Equations equations, List<Unknown> cells) {
    if (!canSolve(equations, cells)) {
      return new long[0];
    }
    Set<Integer> touched = new HashSet<>();
    cells.forEach(cell -> touched.addAll(cell.equations()));
    int size = cells.size();
    List<long[]> rows = new ArrayList<>();
    for (int equation : touched) {
      long[] row = new long[size + 1];
      for (int i = 0; i < size; i++) {
        row[i] = cells.get(i).sign(equation);
      }
      row[size] = -equations.residuals()[equation];
      rows.add(row);
    }
    for (int i = 0; i < size; i++) {
      if (!eliminate(rows, i)) {
        return new long[0];
      }
    }
    long[] by = new long[size];
    for (int i = 0; i < rows.size(); i++) {
      long[] row = rows.get(i);
      if (i >= size ? row[size] != 0 : row[size] == 0 || row[size] % row[i] != 0) {
        return new long[0];
      }
      if (i < size) {
        by[i] = row[size] / row[i];
      }
    }
    return by;
  }

  /** Gauss-Jordan elimination of a column; false where no row below has it. */
  private static boolean eliminate(List<long[]> rows, int column) {
    int pivot = column;
    while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
      pivot++;
    }
    if (pivot == rows.size()) {
      return false;
    }
    Collections.swap(rows, pivot, column);
    long[] own = rows.get(column);
    for (long[] row : rows) {
      if (row != own && row[column] != 0) {
        long factor = row[column];
        for (int i = 0; i < row.length; i++) {
          row[i] = row[i] * own[column] - own[i] * factor;
        }
      }
    }
    return true;
  }
}
