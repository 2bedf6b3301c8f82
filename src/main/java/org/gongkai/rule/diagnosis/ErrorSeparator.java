package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.report.Report;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;
import org.gongkai.rule.diagnosis.Equations.Unknown;
import org.gongkai.rule.diagnosis.Solver.Solutions;

/**
 * Separates independent errors, so that each is diagnosed by itself.
 *
 * <p>Errors are independent where every smallest correction of all relations contains both and no
 * relation is changed by both. Relations off by the same amount stay together, as they may have one
 * cause.
 */
final class ErrorSeparator {
  /** The cost of a relation left broken, in cells: more than the two that may explain it. */
  private static final int UNEXPLAINED_COST = 3;

  /** The cost of a structural error, in cells. */
  private static final int ROW_COST = 2;

  private static final int MOST_COVERS = 200;
  private static final int MOST_STEPS = 50_000;

  private final Equations equations;
  private final List<LikelyError> errors = new ArrayList<>();
  private final List<List<LikelyError>> covers = new ArrayList<>();
  private int best = Integer.MAX_VALUE;
  private int steps;

  /** Whether all corrections with this few cells are known. */
  private boolean complete = true;

  private ErrorSeparator(Equations equations) {
    this.equations = equations;
  }

  /** An error that explains some broken relations and leaves the others as they are. */
  private record LikelyError(
      Map<Cell, BigDecimal> figures, Set<Integer> solved, long bits, int cost, boolean row) {
    static LikelyError of(Equations equations, Correction correction) {
      boolean row = correction.kind() != Kind.FIGURES;
      int cost = row ? ROW_COST : correction.changes().size();
      Set<Integer> solved = equations.solved(correction.changes());
      return new LikelyError(correction.figures(), solved, ErrorSeparator.bits(solved), cost, row);
    }
  }

  /**
   * The relations that one error breaks.
   *
   * @param equations with only these relations broken
   * @param sure whether a correction of them may be certain
   */
  record Part(Equations equations, boolean sure) {}

  /** The relations of each error; empty where the errors cannot be separated. */
  static List<Part> separate(
      Equations equations, Solutions solutions, Report report, Edition edition) {
    ErrorSeparator separator = new ErrorSeparator(equations);
    boolean none = solutions.corrections().isEmpty() && solutions.impossible();
    if (none || solutions.unplaced() || equations.residuals().length > Long.SIZE) {
      return List.of();
    }
    if (solutions.corrections().isEmpty()) {
      separator.collect(report, edition);
      separator.cover(bits(equations.broken()), new ArrayList<>(), 0);
      separator.complete = false;
    } else {
      solutions
          .corrections()
          .forEach(correction -> separator.covers.add(separator.errors(correction)));
    }
    return separator.parts();
  }

  /** Groups the changes of a correction: those that share an equation are one error. */
  private List<LikelyError> errors(Correction correction) {
    List<Set<Change>> groups = new ArrayList<>();
    for (Change change : correction.changes()) {
      Set<Change> group = new HashSet<>(Set.of(change));
      groups.removeIf(
          other -> {
            boolean joined =
                other.stream().anyMatch(each -> shareEquation(each.cell(), change.cell()));
            if (joined) {
              group.addAll(other);
            }
            return joined;
          });
      groups.add(group);
    }
    return groups.stream()
        .map(Correction::ofFigures)
        .map(each -> LikelyError.of(equations, each))
        .toList();
  }

  private boolean shareEquation(Cell one, Cell other) {
    Unknown first = equations.byCell().get(one);
    Unknown second = equations.byCell().get(other);
    return first != null
        && second != null
        && first.equations().stream().anyMatch(second.equations()::contains);
  }

  /** Collects all errors of a cell, of two cells in a relation, and of a row. */
  private void collect(Report report, Edition edition) {
    Map<Map<Cell, BigDecimal>, Correction> corrections = new HashMap<>();
    for (Unknown unknown : equations.unknowns()) {
      if (unknown.equations().size() > 1) {
        add(List.of(unknown), corrections);
      }
    }
    for (int equation = 0; equation < equations.residuals().length; equation++) {
      int at = equation;
      List<Unknown> members =
          equations.unknowns().stream().filter(unknown -> unknown.sign(at) != 0).toList();
      for (int i = 0; i < members.size(); i++) {
        for (int j = 0; j < i; j++) {
          add(List.of(members.get(j), members.get(i)), corrections);
        }
      }
    }
    RowErrorFinder.find(equations, report, edition)
        .forEach(correction -> corrections.put(correction.figures(), correction));
    corrections.values().forEach(correction -> errors.add(LikelyError.of(equations, correction)));
  }

  private void add(List<Unknown> cells, Map<Map<Cell, BigDecimal>, Correction> corrections) {
    Correction correction = Solver.correctionOf(equations, cells);
    if (correction != null) {
      corrections.put(correction.figures(), correction);
    }
  }

  /**
   * Finds all cheapest choices of errors that explain each relation once.
   *
   * @param left the equations to explain, one bit each
   */
  private void cover(long left, List<LikelyError> chosen, int cost) {
    if (cost > best || ++steps > MOST_STEPS || covers.size() > MOST_COVERS) {
      return;
    }
    if (left == 0) {
      if (cost < best) {
        covers.clear();
        best = cost;
      }
      covers.add(List.copyOf(chosen));
      return;
    }
    long first = Long.lowestOneBit(left);
    for (LikelyError error : errors) {
      if ((error.bits() & first) != 0 && (error.bits() & ~left) == 0) {
        chosen.add(error);
        cover(left & ~error.bits(), chosen, cost + error.cost());
        chosen.remove(chosen.size() - 1);
      }
    }
    cover(left & ~first, chosen, cost + UNEXPLAINED_COST);
  }

  private static long bits(Collection<Integer> equations) {
    return equations.stream().mapToLong(equation -> 1L << equation).reduce(0, (a, b) -> a | b);
  }

  private List<Part> parts() {
    if (covers.isEmpty() || covers.size() > MOST_COVERS || steps > MOST_STEPS) {
      return List.of();
    }
    boolean sure = complete || covers.stream().allMatch(this::isSure);
    List<Part> parts = new ArrayList<>();
    List<Set<Integer>> groups = new ArrayList<>();
    Set<Integer> unexplained = new HashSet<>(equations.broken());
    for (LikelyError error : covers.get(0)) {
      if (!covers.stream().allMatch(cover -> cover.contains(error))) {
        continue;
      }
      unexplained.removeAll(error.solved());
      if (error.row()) {
        parts.add(new Part(equations.only(error.solved()), sure));
      } else {
        join(error.solved(), groups);
      }
    }
    groups.forEach(group -> parts.add(new Part(equations.only(group), sure)));
    if (!unexplained.isEmpty()) {
      parts.add(new Part(equations.only(unexplained), sure));
    }
    return parts;
  }

  /**
   * Whether errors of single cells or rows explain all equations: pairs of cells often explain some
   * by chance.
   */
  private boolean isSure(List<LikelyError> cover) {
    int explained = cover.stream().mapToInt(error -> error.solved().size()).sum();
    return explained == equations.broken().size()
        && cover.stream().allMatch(error -> error.row() || error.cost() == 1);
  }

  /** Adds a group of equations; joins it with groups that are off by the same amount. */
  private void join(Set<Integer> solved, List<Set<Integer>> groups) {
    Set<Integer> group = new HashSet<>(solved);
    groups.removeIf(
        other -> {
          boolean together = haveAmountInCommon(other, group);
          if (together) {
            group.addAll(other);
          }
          return together;
        });
    groups.add(group);
  }

  private boolean haveAmountInCommon(Set<Integer> some, Set<Integer> others) {
    Set<Long> amounts = some.stream().map(this::amount).collect(Collectors.toSet());
    return others.stream().map(this::amount).anyMatch(amounts::contains);
  }

  private long amount(int equation) {
    return Math.abs(equations.residuals()[equation]);
  }
}
