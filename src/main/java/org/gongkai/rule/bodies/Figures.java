package org.gongkai.rule.bodies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Relation;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a report, in about 1 KB, to compare reports and add them up. Blanks and
 * placeholders are zero; a blank total whose parts are not all zero is unknown.
 *
 * <pre>{@code
 * Figures.Builder figures = new Figures.Builder();
 * report.readings().forEach(reading -> figures.add(reading.cell(), reading.status(), reading.value()));
 * }</pre>
 */
public final class Figures {
  /** The cells of all editions, those of the edition in force first. */
  static final List<Cell> CELLS;

  private static final Map<String, Integer> INDEXES = new HashMap<>();

  /** The indexes of the parts of each total, by its index. */
  private static final Map<Integer, Set<Integer>> PARTS = new HashMap<>();

  static {
    List<Cell> cells = new ArrayList<>();
    for (Edition edition : Editions.all()) {
      for (Cell cell : edition.cells()) {
        if (INDEXES.putIfAbsent(cell.path(), cells.size()) == null) {
          cells.add(cell);
        }
      }
      for (Relation relation : edition.relations()) {
        if (relation.totals().size() == 1) {
          Set<Integer> parts =
              PARTS.computeIfAbsent(indexOf(relation.totals().get(0)), k -> new LinkedHashSet<>());
          relation.parts().forEach(part -> parts.add(indexOf(part)));
        }
      }
    }
    CELLS = List.copyOf(cells);
  }

  private final @Nullable BigDecimal[] values;

  private Figures(@Nullable BigDecimal[] values) {
    this.values = values;
  }

  private static int indexOf(Cell cell) {
    return INDEXES.getOrDefault(cell.path(), -1);
  }

  /** The figure of a cell; null where unknown. */
  public @Nullable BigDecimal at(Cell cell) {
    int index = indexOf(cell);
    return index < 0 ? null : values[index];
  }

  /** The figure of the cell at an index of {@link #CELLS}; null where unknown. */
  @Nullable BigDecimal at(int index) {
    return values[index];
  }

  /** Whether all figures are unknown. */
  boolean isEmpty() {
    return Arrays.stream(values).allMatch(value -> value == null);
  }

  /** The figures in which several reports agree; the others are unknown. */
  static Figures common(List<Figures> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    @Nullable BigDecimal[] values = new BigDecimal[CELLS.size()];
    for (int i = 0; i < values.length; i++) {
      boolean differ = false;
      for (Figures each : all) {
        BigDecimal value = each.values[i];
        BigDecimal before = values[i];
        if (value != null && before != null && value.compareTo(before) != 0) {
          differ = true;
        } else if (value != null) {
          values[i] = value;
        }
      }
      if (differ) {
        values[i] = null;
      }
    }
    return new Figures(values);
  }

  /** Collects figures cell by cell. */
  public static final class Builder {
    private final @Nullable BigDecimal[] values = new BigDecimal[CELLS.size()];
    private final List<Integer> blankTotals = new ArrayList<>(0);

    /** Adds a cell: its status and, for a number, its figure. */
    public Builder add(Cell cell, Status status, @Nullable BigDecimal value) {
      int index = indexOf(cell);
      switch (status) {
        case NUMBER -> values[index] = value;
        case BLANK -> {
          values[index] = BigDecimal.ZERO;
          if (PARTS.containsKey(index)) {
            blankTotals.add(index);
          }
        }
        case PLACEHOLDER -> values[index] = BigDecimal.ZERO;
        case TEXT, UNPLACED, ABSENT -> {}
      }
      return this;
    }

    /** Returns the figures that were added. */
    public Figures build() {
      for (int total : blankTotals) {
        for (int part : PARTS.getOrDefault(total, Set.of())) {
          BigDecimal value = values[part];
          if (value != null && value.signum() != 0) {
            values[total] = null;
          }
        }
      }
      return new Figures(values.clone());
    }
  }
}
