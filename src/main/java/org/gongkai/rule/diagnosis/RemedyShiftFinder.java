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
  /** Fewer changed cells are suggested cell by cell. */
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
   * Shifts that explain the broken relations.
   *
   * @param blank whether exactly one cell is blank: the shift began there. Without a blank it may
   *     have begun at any zero
   */
  record Shifts(List<Correction> corrections, boolean blank) {}

  /**
   * All shifts after whose correction every changed group adds up, at least two of them without the
   * help of the figure that was lost at the row's end. Shifts of the whole row come first, as no
   * relation shows at which of several zeros a shift began. With exactly one blank cell it began
   * there.
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
            finder.tryShift(from, to);
          }
        }
      }
    }
    return new Shifts(List.copyOf(finder.found.values()), blanks.size() == 1);
  }

  /**
   * The shift of one group to the right, indicated by its blank first cell. Its total is lost, so
   * no relation confirms the shift.
   *
   * @param equations of that group only
   */
  static List<Correction> findInGroup(Equations equations, Report report, Edition edition) {
    RemedyShiftFinder finder = new RemedyShiftFinder(equations, report, edition);
    Cell first = equations.relations().get(0).parts().get(0);
    int from = finder.row.indexOf(first);
    int to = from + equations.relations().get(0).parts().size();
    if (finder.printed.size() < finder.row.size() || report.at(first).status() != Status.BLANK) {
      return List.of();
    }
    Correction correction = finder.correction(finder.moved(from, to), true);
    return correction.changes().size() < LEAST_SHIFTED ? List.of() : List.of(correction);
  }

  /** Keeps the shift that moves the zero at {@code from} to {@code to}, if relations confirm it. */
  private void tryShift(int from, int to) {
    List<BigDecimal> corrected = moved(from, to);
    List<Change> changes = changes(corrected);
    if (changes.size() < LEAST_SHIFTED || corrected.get(to).signum() < 0) {
      return;
    }
    Map<Cell, BigDecimal> figures = new HashMap<>();
    for (int i = 0; i < corrected.size(); i++) {
      figures.put(row.get(i), corrected.get(i));
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
      boolean lost = group == groupOf(to) && corrected.get(to).signum() != 0;
      confirmed += holds(group) || lost ? 0 : 1;
    }
    if (confirmed >= LEAST_CONFIRMED) {
      Correction correction = correction(corrected, to > from);
      found.putIfAbsent(correction.figures(), correction);
    }
  }

  /** The figures shifted back; the lost one is computed from its group. */
  private List<BigDecimal> moved(int from, int to) {
    List<BigDecimal> corrected = new ArrayList<>(printed);
    corrected.add(to, corrected.remove(from));
    Relation group = groupOf(to);
    Map<Cell, BigDecimal> figures = new HashMap<>();
    for (Cell cell : Equations.cells(group)) {
      figures.put(cell, corrected.get(row.indexOf(cell)));
    }
    BigDecimal lost = sum(group.parts(), figures).subtract(sum(group.totals(), figures));
    corrected.set(to, group.totals().contains(row.get(to)) ? lost : lost.negate());
    return corrected;
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

  private List<Change> changes(List<BigDecimal> corrected) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      if (corrected.get(i).compareTo(printed.get(i)) != 0) {
        changes.add(new Change(row.get(i), corrected.get(i)));
      }
    }
    return changes;
  }

  private Correction correction(List<BigDecimal> corrected, boolean toTheRight) {
    List<Change> changes = changes(corrected);
    Map<Row, List<BigDecimal>> wrong = new LinkedHashMap<>();
    for (Change change : changes) {
      Row group = change.cell().row();
      int first = row.indexOf(change.cell());
      while (first > 0 && row.get(first - 1).row() == group) {
        first--;
      }
      wrong.put(group, corrected.subList(first, first + group.columns().size()));
    }
    Cell first = changes.get(0).cell();
    return new Correction(
        Kind.SHIFTED, changes, DiagnosisMessages.shiftedRemedies(first, toTheRight, wrong));
  }
}
