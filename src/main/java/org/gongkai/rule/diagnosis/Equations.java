package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.rule.RelationCheck.State;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.gongkai.rule.table.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * Relations that share cells, as a system of integer equations: which cells, changed by how much,
 * make all of them hold?
 *
 * <p>Only relations that were assessed are equations. The unplaced figures of a row are one unknown
 * without a cell, so that no other cell is blamed for them.
 *
 * @param relations the relation of each equation, by its number in the edition
 * @param unknowns the cells that may be wrong, and an unknown for the unplaced figures of a row
 * @param byCell the unknown of each cell
 * @param residuals left side minus right side of each equation, times the unit
 * @param unit the factor that makes all figures integers: a power of ten
 */
record Equations(
    List<Relation> relations,
    List<Unknown> unknowns,
    Map<Cell, Unknown> byCell,
    long[] residuals,
    long unit) {
  /** Figures are multiplied by at most this power of ten. */
  private static final int LARGEST_SCALE = 4;

  private static final BigDecimal LARGEST = new BigDecimal("1E14");

  /**
   * A figure that may be wrong.
   *
   * @param cell its cell; null for unplaced figures
   * @param value its figure times the unit
   * @param equations the numbers of the equations that contain it
   * @param signs its sign in each of them
   */
  record Unknown(@Nullable Cell cell, long value, List<Integer> equations, List<Integer> signs) {
    int sign(int equation) {
      int at = equations.indexOf(equation);
      return at < 0 ? 0 : signs.get(at);
    }
  }

  /**
   * The groups of relations with a broken one; groups have no cell in common. A group with figures
   * too large for long arithmetic is left out.
   */
  static List<Equations> broken(Report report, Assessment assessment) {
    int[] group = groups(assessment);
    Map<Integer, List<Integer>> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      if (assessment.state(i) == State.BROKEN) {
        byGroup.computeIfAbsent(group[i], g -> new ArrayList<>());
      }
    }
    for (int i = 0; i < group.length; i++) {
      List<Integer> members = byGroup.get(group[i]);
      if (members != null && assessment.isCertain(i)) {
        members.add(i);
      }
    }
    List<Equations> all = new ArrayList<>();
    for (List<Integer> members : byGroup.values()) {
      int scale = scale(report, assessment, members);
      if (scale <= LARGEST_SCALE) {
        all.add(of(report, assessment, members, scale));
      }
    }
    return all;
  }

  /**
   * All relations of a rule as one group, though they have no cell in common; null where none is
   * broken or the figures are too large.
   */
  static @Nullable Equations ofRule(String rule, Report report, Assessment assessment) {
    List<Integer> members =
        IntStream.range(0, assessment.size())
            .filter(i -> assessment.isCertain(i) && assessment.relation(i).rule().equals(rule))
            .boxed()
            .toList();
    boolean broken = members.stream().anyMatch(i -> assessment.state(i) == State.BROKEN);
    int scale = broken ? scale(report, assessment, members) : LARGEST_SCALE + 1;
    return scale > LARGEST_SCALE ? null : of(report, assessment, members, scale);
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

  static List<Cell> cells(Relation relation) {
    List<Cell> cells = new ArrayList<>(relation.parts());
    cells.addAll(relation.totals());
    return cells;
  }

  /** The decimal places of the figures; more than {@link #LARGEST_SCALE} where one is too large. */
  private static int scale(Report report, Assessment assessment, List<Integer> members) {
    int scale = 0;
    for (int i : members) {
      List<BigDecimal> figures = new ArrayList<>(List.of(assessment.sumOfParts(i)));
      for (Cell cell : cells(assessment.relation(i))) {
        BigDecimal figure = report.at(cell).addend();
        if (figure != null) {
          figures.add(figure);
        }
      }
      for (BigDecimal figure : figures) {
        boolean fits = figure.abs().compareTo(LARGEST) < 0;
        int own = fits ? figure.stripTrailingZeros().scale() : LARGEST_SCALE + 1;
        scale = Math.max(scale, own);
      }
    }
    return scale;
  }

  private static Equations of(
      Report report, Assessment assessment, List<Integer> members, int scale) {
    List<Relation> relations = members.stream().map(assessment::relation).toList();
    Map<Cell, Unknown> byCell = new LinkedHashMap<>();
    List<Unknown> loose = new ArrayList<>();
    long[] residuals = new long[relations.size()];
    for (int equation = 0; equation < residuals.length; equation++) {
      int i = members.get(equation);
      residuals[equation] =
          scaled(assessment.sumOfParts(i).subtract(assessment.sumOfTotals(i)), scale);
      boolean placed = true;
      for (Cell cell : relations.get(equation).parts()) {
        placed &= join(byCell, report.at(cell), equation, 1, scale);
      }
      for (Cell cell : relations.get(equation).totals()) {
        join(byCell, report.at(cell), equation, -1, scale);
      }
      if (!placed) {
        loose.add(new Unknown(null, 0, List.of(equation), List.of(1)));
      }
    }
    List<Unknown> unknowns = new ArrayList<>(byCell.values());
    unknowns.addAll(loose);
    return new Equations(relations, unknowns, byCell, residuals, scaled(BigDecimal.ONE, scale));
  }

  private static boolean join(
      Map<Cell, Unknown> byCell, Reading reading, int equation, int sign, int scale) {
    BigDecimal figure = reading.addend();
    if (figure == null) {
      return false;
    }
    Unknown unknown =
        byCell.computeIfAbsent(
            reading.cell(),
            cell ->
                new Unknown(cell, scaled(figure, scale), new ArrayList<>(3), new ArrayList<>(3)));
    unknown.equations().add(equation);
    unknown.signs().add(sign);
    return true;
  }

  private static long scaled(BigDecimal figure, int scale) {
    return figure.movePointRight(scale).longValueExact();
  }

  /** The equations that do not hold. */
  List<Integer> broken() {
    return IntStream.range(0, residuals.length).filter(i -> residuals[i] != 0).boxed().toList();
  }

  /** The same with only those equations broken, as if the others had been corrected. */
  Equations only(Set<Integer> equations) {
    long[] left = new long[residuals.length];
    equations.forEach(equation -> left[equation] = residuals[equation]);
    return new Equations(relations, unknowns, byCell, left, unit);
  }

  /** The figure of a cell, zero for a blank; null where no equation contains it. */
  @Nullable BigDecimal figure(Cell cell) {
    Unknown unknown = byCell.get(cell);
    return unknown == null ? null : figure(unknown.value());
  }

  BigDecimal figure(long scaled) {
    return BigDecimal.valueOf(scaled).divide(BigDecimal.valueOf(unit));
  }

  /** The residuals after changes of cells. */
  long[] after(List<Change> changes) {
    long[] left = residuals.clone();
    for (Change change : changes) {
      Unknown unknown = byCell.get(change.cell());
      if (unknown != null) {
        long by =
            change.figure().multiply(BigDecimal.valueOf(unit)).longValueExact() - unknown.value();
        unknown.equations().forEach(equation -> left[equation] += unknown.sign(equation) * by);
      }
    }
    return left;
  }

  /** Whether all equations hold after the changes. */
  boolean solves(List<Change> changes) {
    return Arrays.stream(after(changes)).allMatch(residual -> residual == 0);
  }

  /**
   * The broken equations that changes make hold; empty where an equation with a changed residual
   * does not hold afterwards.
   */
  Set<Integer> solved(List<Change> changes) {
    long[] left = after(changes);
    Set<Integer> solved = new HashSet<>();
    for (int i = 0; i < left.length; i++) {
      if (left[i] != residuals[i]) {
        if (left[i] != 0) {
          return Set.of();
        }
        solved.add(i);
      }
    }
    return solved;
  }
}
