package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.rule.diagnosis.Equations.Change;
import org.gongkai.rule.diagnosis.Equations.Solutions;
import org.jspecify.annotations.Nullable;

/** Finds the fewest cells that mend broken relations: one, or else two, or else three. */
final class Solver {
  /** What three cells break, and no fewer would mend, are so many relations at least. */
  private static final int LEAST_OF_THREE = 4;

  private final List<Unknown> unknowns;
  private final long[] residuals;
  private final List<Integer> broken;
  private final long unit;

  /**
   * @param residuals by how much the left side of each equation is more than the right
   * @param broken the equations whose residuals are not 0
   * @param unit what figures were multiplied by, so that fractions are integers too
   */
  Solver(List<Unknown> unknowns, long[] residuals, List<Integer> broken, long unit) {
    this.unknowns = unknowns;
    this.residuals = residuals;
    this.broken = broken;
    this.unit = unit;
  }

  /**
   * A cell that may be wrong; null for figures without a place. Its equations and its sign in each.
   */
  record Unknown(@Nullable Cell cell, long value, List<Integer> equations, List<Integer> signs) {
    int sign(int equation) {
      int at = equations.indexOf(equation);
      return at < 0 ? 0 : signs.get(at);
    }
  }

  /**
   * All ways to mend the relations with the fewest cells, one or two; with three, where there is no
   * other; none where it takes more.
   */
  Solutions solve() {
    Solutions one = solveOne();
    if (!one.changes().isEmpty() || one.unplaced()) {
      return one;
    }
    Solutions two = solveTwo();
    boolean more = two.changes().isEmpty() && !two.unplaced() && !one.impossible();
    return more ? solveThree() : two;
  }

  private Solutions solveOne() {
    List<List<Change>> changes = new ArrayList<>();
    boolean unplaced = false;
    boolean impossible = false;
    int first = broken.get(0);
    for (Unknown unknown : unknowns) {
      long by = -residuals[first] * unknown.sign(first);
      if (by == 0 || !mends(unknown, by, null, 0)) {
        continue;
      }
      if (unknown.cell() == null) {
        unplaced = true;
      } else if (possible(unknown, by)) {
        changes.add(List.of(change(unknown, by)));
      } else {
        impossible = true;
      }
    }
    return new Solutions(changes, unplaced, impossible);
  }

  private Solutions solveTwo() {
    List<List<Change>> changes = new ArrayList<>();
    boolean unplaced = false;
    int first = broken.get(0);
    for (int a = 0; a < unknowns.size(); a++) {
      Unknown one = unknowns.get(a);
      if (one.sign(first) == 0) {
        continue;
      }
      for (int b = 0; b < unknowns.size(); b++) {
        Unknown two = unknowns.get(b);
        if (a == b
            || two.sign(first) != 0 && b < a
            || one.equations().size() + two.equations().size() < broken.size()) {
          continue;
        }
        long[] by = solve(one, two);
        if (by.length < 2 || by[0] == 0 || by[1] == 0 || !mends(one, by[0], two, by[1])) {
          continue;
        }
        if (one.cell() == null || two.cell() == null) {
          unplaced = true;
        } else if (possible(one, by[0]) && possible(two, by[1])) {
          changes.add(List.of(change(one, by[0]), change(two, by[1])));
        }
      }
    }
    return new Solutions(changes, unplaced, false);
  }

  /**
   * The three cells that mend all; nothing where there are several such ways: three cells of many
   * help nobody. Each of them is in a broken relation that those before it are not in, or, where
   * there is none left, anywhere.
   */
  private Solutions solveThree() {
    Solutions none = new Solutions(List.of(), false, false);
    int most = unknowns.stream().mapToInt(unknown -> unknown.equations().size()).max().orElse(0);
    if (broken.size() < LEAST_OF_THREE || broken.size() > 3 * most) {
      return none;
    }
    @Nullable List<Unknown> found = null;
    List<Change> changes = List.of();
    for (Unknown one : in(broken.get(0))) {
      for (Unknown two : beyond(List.of(one))) {
        for (Unknown three : beyond(List.of(one, two))) {
          List<Unknown> cells = List.of(one, two, three);
          if (found != null && found.containsAll(cells)) {
            continue;
          }
          long[] by = mayMend(cells) ? solve(cells) : new long[0];
          if (by.length == 0) {
            continue;
          }
          if (found != null || !possible(cells, by)) {
            return none;
          }
          found = cells;
          changes = List.of(change(one, by[0]), change(two, by[1]), change(three, by[2]));
        }
      }
    }
    return found == null || exchangeMends() ? none : new Solutions(List.of(changes), false, false);
  }

  /** Whether two rows that took each other's figures are as good an explanation. */
  private boolean exchangeMends() {
    Map<Row, Map<Column, Unknown>> rows = new LinkedHashMap<>();
    for (Unknown unknown : unknowns) {
      Cell cell = unknown.cell();
      if (cell != null) {
        rows.computeIfAbsent(cell.row(), row -> new HashMap<>()).put(cell.column(), unknown);
      }
    }
    List<Map<Column, Unknown>> all = List.copyOf(rows.values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (exchangeMends(all.get(i), all.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean exchangeMends(Map<Column, Unknown> one, Map<Column, Unknown> two) {
    long[] left = residuals.clone();
    for (Map.Entry<Column, Unknown> entry : one.entrySet()) {
      Unknown own = entry.getValue();
      Unknown other = two.get(entry.getKey());
      if (other == null || one.size() != two.size()) {
        return false;
      }
      long by = other.value() - own.value();
      own.equations().forEach(equation -> left[equation] += own.sign(equation) * by);
      other.equations().forEach(equation -> left[equation] -= other.sign(equation) * by);
    }
    return Arrays.stream(left).allMatch(residual -> residual == 0);
  }

  private List<Unknown> in(int equation) {
    return unknowns.stream().filter(unknown -> unknown.sign(equation) != 0).toList();
  }

  /** What is in the first broken relation in which none of those is; all, where there is none. */
  private List<Unknown> beyond(List<Unknown> cells) {
    for (int equation : broken) {
      if (cells.stream().allMatch(cell -> cell.sign(equation) == 0)) {
        return in(equation);
      }
    }
    return unknowns;
  }

  /** Whether they are three, and each broken relation has one of them. */
  private boolean mayMend(List<Unknown> cells) {
    Unknown one = cells.get(0);
    Unknown two = cells.get(1);
    Unknown three = cells.get(2);
    for (int equation : broken) {
      if (one.sign(equation) == 0 && two.sign(equation) == 0 && three.sign(equation) == 0) {
        return false;
      }
    }
    return one != two && one != three && two != three;
  }

  private boolean possible(List<Unknown> cells, long[] by) {
    for (int i = 0; i < by.length; i++) {
      if (cells.get(i).cell() == null || !possible(cells.get(i), by[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * By how much those cells change so that every relation holds; nothing where none or any does.
   */
  private long[] solve(List<Unknown> cells) {
    Set<Integer> touched = new HashSet<>();
    cells.forEach(cell -> touched.addAll(cell.equations()));
    int size = cells.size();
    List<long[]> rows = new ArrayList<>();
    for (int equation : touched) {
      long[] row = new long[size + 1];
      for (int i = 0; i < size; i++) {
        row[i] = cells.get(i).sign(equation);
      }
      row[size] = -residuals[equation];
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

  /** Leaves a column to the row of its number; whether there is one that has it. */
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

  /**
   * The two changes; nothing where there are none, or any number of them: cells that stand in the
   * same relations, of which one alone would do if it could be negative.
   */
  private long[] solve(Unknown one, Unknown two) {
    int e = one.equations().get(0);
    for (int equation = 0; equation < one.equations().size() + two.equations().size(); equation++) {
      int own = one.equations().size();
      int f = equation < own ? one.equations().get(equation) : two.equations().get(equation - own);
      long determinant = (long) one.sign(e) * two.sign(f) - (long) two.sign(e) * one.sign(f);
      if (determinant != 0) {
        long x = -residuals[e] * two.sign(f) + residuals[f] * two.sign(e);
        long y = -residuals[f] * one.sign(e) + residuals[e] * one.sign(f);
        boolean whole = x % determinant == 0 && y % determinant == 0;
        return whole ? new long[] {x / determinant, y / determinant} : new long[0];
      }
    }
    return new long[0];
  }

  /** Whether every relation holds after those changes. */
  private boolean mends(Unknown one, long by, @Nullable Unknown two, long byTwo) {
    int mended = 0;
    for (int equation : one.equations()) {
      long change = one.sign(equation) * by + (two == null ? 0 : two.sign(equation) * byTwo);
      if (residuals[equation] + change != 0) {
        return false;
      }
      mended += residuals[equation] != 0 ? 1 : 0;
    }
    if (two != null) {
      for (int equation : two.equations()) {
        if (one.sign(equation) != 0) {
          continue;
        }
        if (residuals[equation] + two.sign(equation) * byTwo != 0) {
          return false;
        }
        mended += residuals[equation] != 0 ? 1 : 0;
      }
    }
    return mended == broken.size();
  }

  /** Whether the figure would be a count: whole and not negative. */
  private boolean possible(Unknown unknown, long by) {
    long figure = unknown.value() + by;
    return figure >= 0 && figure % unit == 0;
  }

  private Change change(Unknown unknown, long by) {
    if (unknown.cell() == null) {
      throw new IllegalArgumentException("figures without a place have no cell");
    }
    return new Change(unknown.cell(), BigDecimal.valueOf((unknown.value() + by) / unit));
  }
}
