package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * Lets the relations of table III decide between the ways in which rows that lost cells may stand
 * in their columns (FORM.md, what real ones do): only ways by which every relation of the table
 * holds.
 *
 * <p>Where a figure of the table is wrong, no way or a wrong one would do. Sums along the rows do
 * not depend on places, so that one wrong figure leaves no way at all; only errors that make up for
 * each other could, which nobody could see.
 */
final class Relations {
  private static final int MOST_STEPS = 50_000;
  private static final int MOST_WAYS = 500;

  private final int columns;
  private final List<List<List<Long>>> options = new ArrayList<>();
  private final int[] outcome;
  private final int[] balance;

  /** Of each row from the given one on, the least and the most they add to each equation. */
  private final long[][] least;

  private final long[][] most;
  private final List<Set<List<Long>>> found = new ArrayList<>();
  private final List<List<Long>> chosen = new ArrayList<>();
  private int steps;
  private int ways;

  private Relations(Table table, List<Placings> rows) {
    columns = table.rows().get(0).columns().size();
    int size = rows.size();
    outcome = new int[size];
    balance = new int[size];
    for (int i = 0; i < size; i++) {
      Row row = table.rows().get(i);
      options.add(rows.get(i).figures());
      found.add(new LinkedHashSet<>());
      outcome[i] = row.outcome() ? 1 : row.key().equals("outcomeTotal") ? -1 : 0;
      balance[i] =
          switch (row.key()) {
            case "newRequests", "carriedOver" -> 1;
            case "outcomeTotal", "carriedForward" -> -1;
            default -> 0;
          };
    }
    least = new long[size + 1][2 * columns];
    most = new long[size + 1][2 * columns];
    for (int i = size - 1; i >= 0; i--) {
      for (int equation = 0; equation < 2 * columns; equation++) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (List<Long> option : options.get(i)) {
          long adds = adds(i, equation, option);
          low = Math.min(low, adds);
          high = Math.max(high, adds);
        }
        least[i][equation] = least[i + 1][equation] + low;
        most[i][equation] = most[i + 1][equation] + high;
      }
    }
  }

  /**
   * The figures of each row that are the same in every way in which all relations hold; null for a
   * row that has several, or none.
   *
   * @param rows for each row of the table the ways in which it may stand
   */
  static List<@Nullable List<Long>> decide(Table table, List<Placings> rows) {
    List<@Nullable List<Long>> decided = new ArrayList<>();
    if (rows.stream().anyMatch(row -> row.figures().isEmpty())) {
      rows.forEach(row -> decided.add(null));
      return decided;
    }
    Relations relations = new Relations(table, rows);
    boolean whole = relations.search(0, new long[2 * relations.columns]);
    for (Set<List<Long>> ways : relations.found) {
      decided.add(whole && ways.size() == 1 ? ways.iterator().next() : null);
    }
    return decided;
  }

  private long adds(int row, int equation, List<Long> option) {
    int sign = equation < columns ? outcome[row] : balance[row];
    return sign * option.get(equation % columns);
  }

  /** False where there are too many ways to look at. */
  private boolean search(int row, long[] sums) {
    if (++steps > MOST_STEPS) {
      return false;
    }
    for (int equation = 0; equation < sums.length; equation++) {
      if (sums[equation] + least[row][equation] > 0 || sums[equation] + most[row][equation] < 0) {
        return true;
      }
    }
    if (row == options.size()) {
      for (int i = 0; i < row; i++) {
        found.get(i).add(chosen.get(i));
      }
      return ++ways <= MOST_WAYS;
    }
    for (List<Long> option : options.get(row)) {
      long[] next = Arrays.copyOf(sums, sums.length);
      for (int equation = 0; equation < next.length; equation++) {
        next[equation] += adds(row, equation, option);
      }
      chosen.add(option);
      boolean went = search(row + 1, next);
      chosen.remove(chosen.size() - 1);
      if (!went) {
        return false;
      }
    }
    return true;
  }
}
