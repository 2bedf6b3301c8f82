package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.form.Row;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;

/**
 * Finds figures of table IV that were entered one cell too far to the right or left: its three
 * groups are one row of fifteen cells.
 */
final class RemedyShiftFinder {
  /** What fewer cells explain is told cell by cell. */
  private static final int LEAST_SHIFTED = 3;

  /** One group may add up by chance. */
  private static final int LEAST_CONFIRMED = 2;

  private final Equations equations;
  private final List<Relation> groups;
  private final List<Cell> row = new ArrayList<>();
  private final List<BigDecimal> printed = new ArrayList<>();
  private final Map<Map<Cell, BigDecimal>, Correction> found = new LinkedHashMap<>();

  private RemedyShiftFinder(Equations equations, Report report, Edition edition) {
    this.equations = equations;
    this.groups =
        edition.relations().stream()
            .filter(relation -> relation.rule().equals(Relation.REMEDY_TOTAL))
            .toList();
    for (Relation group : groups) {
      row.addAll(Equations.cells(group));
    }
    for (Cell cell : row) {
      BigDecimal figure = report.at(cell).sure() ? report.at(cell).addend() : null;
      if (figure != null) {
        printed.add(figure);
      }
    }
  }

  /**
   * Shifts that explain what is broken.
   *
   * @param blank whether one cell alone is blank, which tells where they began: a zero may be a
   *     figure, and wrong figures add up elsewhere by chance
   */
  record Shifts(List<Correction> ways, boolean blank) {}

  /**
   * All shifts that leave each group that they touch adding up, two of them by more than the figure
   * that was lost at the row's end; those of the whole row first, as where among zeros a shift
   * began no relation tells. Where nothing but one cell is blank, it began there: zeros are
   * figures.
   *
   * @param equations all groups of table IV that can be assessed
   */
  static Shifts find(Equations equations, Report report, Edition edition) {
    RemedyShiftFinder finder = new RemedyShiftFinder(equations, report, edition);
    int cells = finder.row.size();
    if (finder.printed.size() < cells) {
      return new Shifts(List.of(), false);
    }
    List<Integer> blanks =
        IntStream.range(0, cells)
            .filter(i -> report.at(finder.row.get(i)).status() == Status.BLANK)
            .boxed()
            .toList();
    List<Integer> edgesFirst = new ArrayList<>(List.of(0, cells - 1));
    IntStream.range(1, cells - 1).forEach(edgesFirst::add);
    for (int from : edgesFirst) {
      boolean nothing = finder.printed.get(from).signum() == 0;
      if (nothing && (blanks.size() != 1 || blanks.contains(from))) {
        for (int to : edgesFirst) {
          if (to != from) {
            finder.take(from, to);
          }
        }
      }
    }
    return new Shifts(List.copyOf(finder.found.values()), blanks.size() == 1);
  }

  /**
   * The shift of a whole group to the right, which its blank first cell speaks for. Its total is
   * lost, so that nothing confirms it.
   *
   * @param equations that group alone
   */
  static List<Correction> findInGroup(Equations equations, Report report, Edition edition) {
    RemedyShiftFinder finder = new RemedyShiftFinder(equations, report, edition);
    Cell first = equations.relations().get(0).parts().get(0);
    int from = finder.row.indexOf(first);
    int to = from + equations.relations().get(0).parts().size();
    if (finder.printed.size() < finder.row.size() || report.at(first).status() != Status.BLANK) {
      return List.of();
    }
    Correction way = finder.way(finder.moved(from, to), true);
    return way.changes().size() < LEAST_SHIFTED ? List.of() : List.of(way);
  }

  /** Takes the figures with a nothing moved from one end of the shift to the other. */
  private void take(int from, int to) {
    List<BigDecimal> right = moved(from, to);
    List<Change> changes = changes(right);
    if (changes.size() < LEAST_SHIFTED || right.get(to).signum() < 0) {
      return;
    }
    Map<Cell, BigDecimal> figures = new HashMap<>();
    for (int i = 0; i < right.size(); i++) {
      figures.put(row.get(i), right.get(i));
    }
    Set<Cell> changed = new HashSet<>();
    changes.forEach(change -> changed.add(change.cell()));
    int confirmed = 0;
    for (Relation group : groups) {
      if (Equations.cells(group).stream().noneMatch(changed::contains)) {
        continue;
      }
      if (sum(group.parts(), figures).compareTo(sum(group.totals(), figures)) != 0) {
        return;
      }
      boolean lost = group == groupOf(to) && right.get(to).signum() != 0;
      confirmed += holds(group) || lost ? 0 : 1;
    }
    if (confirmed >= LEAST_CONFIRMED) {
      Correction way = way(right, to > from);
      found.putIfAbsent(way.figures(), way);
    }
  }

  /** The lost figure is what its group lacks. */
  private List<BigDecimal> moved(int from, int to) {
    List<BigDecimal> right = new ArrayList<>(printed);
    right.add(to, right.remove(from));
    Relation group = groupOf(to);
    Map<Cell, BigDecimal> figures = new HashMap<>();
    for (Cell cell : Equations.cells(group)) {
      figures.put(cell, right.get(row.indexOf(cell)));
    }
    BigDecimal lost = sum(group.parts(), figures).subtract(sum(group.totals(), figures));
    right.set(to, group.totals().contains(row.get(to)) ? lost : lost.negate());
    return right;
  }

  private Relation groupOf(int cell) {
    return groups.stream()
        .filter(group -> Equations.cells(group).contains(row.get(cell)))
        .findFirst()
        .orElseThrow();
  }

  private boolean holds(Relation group) {
    int equation = equations.relations().indexOf(group);
    return equation >= 0 && equations.residuals()[equation] == 0;
  }

  private static BigDecimal sum(List<Cell> cells, Map<Cell, BigDecimal> figures) {
    return cells.stream()
        .map(cell -> figures.getOrDefault(cell, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Change> changes(List<BigDecimal> right) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      if (right.get(i).compareTo(printed.get(i)) != 0) {
        changes.add(new Change(row.get(i), right.get(i)));
      }
    }
    return changes;
  }

  private Correction way(List<BigDecimal> right, boolean toTheRight) {
    List<Change> changes = changes(right);
    Map<Row, List<BigDecimal>> wrong = new LinkedHashMap<>();
    for (Change change : changes) {
      Row group = change.cell().row();
      int first = row.indexOf(change.cell());
      while (first > 0 && row.get(first - 1).row() == group) {
        first--;
      }
      wrong.put(group, right.subList(first, first + group.columns().size()));
    }
    Cell first = changes.get(0).cell();
    return new Correction(
        Kind.SHIFTED, changes, DiagnosisMessages.shiftedRemedies(first, toTheRight, wrong));
  }
}
