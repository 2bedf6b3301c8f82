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
 * A report's figures, in about 1 KB, for comparing it with others. A blank or a placeholder is zero
 * here, but a blank total whose parts are not zero was left out, and is none.
 *
 * <pre>{@code
 * Figures.Builder figures = new Figures.Builder();
 * report.readings().forEach(reading -> figures.add(reading.cell(), reading.status(), reading.value()));
 * }</pre>
 */
public final class Figures {
  /** The cells of all editions, those of the edition in force first. */
  static final List<Cell> CELLS;

  private static final Map<String, Integer> PLACES = new HashMap<>();

  /** By the place of a total, the places of its parts. */
  private static final Map<Integer, Set<Integer>> PARTS = new HashMap<>();

  static {
    List<Cell> cells = new ArrayList<>();
    for (Edition edition : Editions.all()) {
      for (Cell cell : edition.cells()) {
        if (PLACES.putIfAbsent(cell.path(), cells.size()) == null) {
          cells.add(cell);
        }
      }
      for (Relation relation : edition.relations()) {
        if (relation.totals().size() == 1) {
          Set<Integer> parts =
              PARTS.computeIfAbsent(place(relation.totals().get(0)), k -> new LinkedHashSet<>());
          relation.parts().forEach(part -> parts.add(place(part)));
        }
      }
    }
    CELLS = List.copyOf(cells);
  }

  private final @Nullable BigDecimal[] values;

  private Figures(@Nullable BigDecimal[] values) {
    this.values = values;
  }

  private static int place(Cell cell) {
    return PLACES.getOrDefault(cell.path(), -1);
  }

  /** The figure of a cell; null where it is not known. */
  public @Nullable BigDecimal at(Cell cell) {
    int place = place(cell);
    return place < 0 ? null : values[place];
  }

  /** The figure of the cell at a place of {@link #CELLS}; null where it is not known. */
  @Nullable BigDecimal at(int place) {
    return values[place];
  }

  /** Whether nothing is known. */
  boolean isEmpty() {
    return Arrays.stream(values).allMatch(value -> value == null);
  }

  /** What several reports of one body say alike; what they differ in is not known. */
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

  /** Takes figures cell by cell. */
  public static final class Builder {
    private final @Nullable BigDecimal[] values = new BigDecimal[CELLS.size()];
    private final List<Integer> blankTotals = new ArrayList<>(0);

    /** Adds what a cell holds: its status and, for a number, its figure. */
    public Builder add(Cell cell, Status status, @Nullable BigDecimal value) {
      int place = place(cell);
      switch (status) {
        case NUMBER -> values[place] = value;
        case BLANK -> {
          values[place] = BigDecimal.ZERO;
          if (PARTS.containsKey(place)) {
            blankTotals.add(place);
          }
        }
        case PLACEHOLDER -> values[place] = BigDecimal.ZERO;
        case TEXT, UNPLACED, ABSENT -> {}
      }
      return this;
    }

    /** All that was added. */
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
