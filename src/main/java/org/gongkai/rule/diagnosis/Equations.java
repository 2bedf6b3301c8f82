package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.rule.diagnosis.Solver.Unknown;
import org.gongkai.rule.table.Assessment;
import org.gongkai.rule.table.Assessment.State;

/**
 * Relations that share cells, as a small integer problem: which cells, changed by how much, make
 * all of them hold?
 *
 * <p>Only relations that surely hold or are surely broken count; an open one forbids nothing. Where
 * figures of a row could not be placed, they are one unknown without a name, so that no cell is
 * blamed for what may be their fault.
 */
final class Equations {
  /** Figures are multiplied by this power of ten, so that fractions are integers too. */
  private static final int LARGEST_SCALE = 4;

  private static final BigDecimal LARGEST = new BigDecimal("1E14");

  private final List<Integer> relations = new ArrayList<>();
  private final List<Unknown> unknowns = new ArrayList<>();
  private final List<Integer> broken = new ArrayList<>();
  private long[] residuals = new long[0];
  private long unit = 1;
  private boolean solvable = true;

  private Equations() {}

  /** A cell and the figure that it should hold. */
  record Change(Cell cell, BigDecimal figure) {}

  /**
   * What mends the relations.
   *
   * @param changes each way to do it, all with the same number of cells
   * @param unplaced whether a figure without a place may be what is wrong
   * @param impossible whether one cell would do if it could hold what no count can be, such as a
   *     negative figure. That is no candidate, but where only such stand against a cell, the cell
   *     is not certain: two of a group may be wrong
   */
  record Solutions(List<List<Change>> changes, boolean unplaced, boolean impossible) {
    boolean unique() {
      return changes.size() == 1 && !unplaced && !impossible;
    }
  }

  /** The groups of relations in which something is broken; groups have no cell in common. */
  static List<Equations> broken(Report report, Assessment assessment) {
    int[] group = groups(assessment);
    Map<Integer, Equations> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < assessment.size(); i++) {
      if (assessment.state(i) == State.BROKEN) {
        byGroup.computeIfAbsent(group[i], g -> new Equations());
      }
    }
    for (int i = 0; i < assessment.size(); i++) {
      Equations equations = byGroup.get(group[i]);
      if (equations != null && assessment.sure(i)) {
        equations.relations.add(i);
      }
    }
    byGroup.values().forEach(equations -> equations.take(report, assessment));
    return List.copyOf(byGroup.values());
  }

  private static int[] groups(Assessment assessment) {
    int[] group = new int[assessment.size()];
    Map<Integer, Integer> byCell = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      for (Cell cell : cells(assessment.relation(i))) {
        Integer other = byCell.putIfAbsent(cell.index(), i);
        if (other != null) {
          int from = group[i];
          int to = group[other];
          for (int j = 0; j <= i; j++) {
            group[j] = group[j] == from ? to : group[j];
          }
        }
      }
    }
    return group;
  }

  private static List<Cell> cells(Relation relation) {
    List<Cell> cells = new ArrayList<>(relation.parts());
    cells.addAll(relation.totals());
    return cells;
  }

  private void take(Report report, Assessment assessment) {
    scale(report, assessment);
    if (!solvable) {
      return;
    }
    Map<Cell, Unknown> byCell = new LinkedHashMap<>();
    residuals = new long[relations.size()];
    for (int equation = 0; equation < residuals.length; equation++) {
      int i = relations.get(equation);
      residuals[equation] = scaled(assessment.left(i).subtract(assessment.right(i)));
      if (residuals[equation] != 0) {
        broken.add(equation);
      }
      boolean loose = false;
      for (Cell cell : assessment.relation(i).parts()) {
        loose |= !join(byCell, report.at(cell), equation, 1);
      }
      for (Cell cell : assessment.relation(i).totals()) {
        join(byCell, report.at(cell), equation, -1);
      }
      if (loose) {
        unknowns.add(new Unknown(null, 0, List.of(equation), List.of(1)));
      }
    }
    unknowns.addAll(0, byCell.values());
  }

  private boolean join(Map<Cell, Unknown> byCell, Reading reading, int equation, int sign) {
    BigDecimal figure = reading.addend();
    if (figure == null) {
      return false;
    }
    Unknown unknown =
        byCell.computeIfAbsent(
            reading.cell(),
            cell -> new Unknown(cell, scaled(figure), new ArrayList<>(3), new ArrayList<>(3)));
    unknown.equations().add(equation);
    unknown.signs().add(sign);
    return true;
  }

  private void scale(Report report, Assessment assessment) {
    int scale = 0;
    for (int i : relations) {
      for (Cell cell : cells(assessment.relation(i))) {
        BigDecimal figure = report.at(cell).addend();
        if (figure != null) {
          scale = Math.max(scale, figure.stripTrailingZeros().scale());
          solvable &= figure.abs().compareTo(LARGEST) < 0;
        }
      }
      solvable &= assessment.left(i).abs().compareTo(LARGEST) < 0;
      scale = Math.max(scale, assessment.left(i).stripTrailingZeros().scale());
    }
    solvable &= scale <= LARGEST_SCALE;
    for (int i = 0; solvable && i < scale; i++) {
      unit *= 10;
    }
  }

  private long scaled(BigDecimal figure) {
    return figure.multiply(BigDecimal.valueOf(unit)).longValueExact();
  }

  /** The relations that are broken, by their number in the edition. */
  List<Integer> brokenRelations() {
    return broken.stream().map(relations::get).toList();
  }

  /** Which cells, changed by how much, make all of them hold. */
  Solutions solve() {
    return solvable
        ? new Solver(unknowns, residuals, broken, unit).solve()
        : new Solutions(List.of(), false, false);
  }
}
