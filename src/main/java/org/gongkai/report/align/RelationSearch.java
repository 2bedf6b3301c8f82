package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds how likely each way of each row of table III is, the sums over its columns and the balance
 * of requests being held by all rows together.
 *
 * <p>A wrong figure in the table does not lead it astray: the sum of its row does not depend on
 * places, so that no way is left then.
 */
final class RelationSearch {
  private static final int MOST_STEPS = 100_000;

  private final int columns;
  private final List<List<List<Long>>> options;
  private final List<double[]> weights;
  private final int[] outcome;
  private final int[] balance;
  private final long[][] least;
  private final long[][] most;
  private final int[] chosen;
  private final List<double[]> found = new ArrayList<>();
  private int steps;

  private RelationSearch(Table table, List<Map<List<Long>, Double>> weighed) {
    this.columns = table.rows().get(0).columns().size();
    this.options = weighed.stream().map(own -> List.copyOf(own.keySet())).toList();
    this.weights =
        weighed.stream()
            .map(own -> own.values().stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    int size = options.size();
    outcome = new int[size];
    balance = new int[size];
    chosen = new int[size];
    for (int i = 0; i < size; i++) {
      Row row = table.rows().get(i);
      outcome[i] = row.outcome() ? 1 : row.key().equals("outcomeTotal") ? -1 : 0;
      balance[i] =
          switch (row.key()) {
            case "newRequests", "carriedOver" -> 1;
            case "outcomeTotal", "carriedForward" -> -1;
            default -> 0;
          };
      found.add(new double[options.get(i).size()]);
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
   * The weight that each option of each row has in all ways in which the relations hold; null where
   * they hold in none, or there are too many to look at.
   *
   * @param options for each row of the table the figures that its columns may have, and how likely
   *     each of them is, taken alone
   */
  static @Nullable List<Map<List<Long>, Double>> search(
      Table table, List<Map<List<Long>, Double>> options) {
    RelationSearch search = new RelationSearch(table, options);
    boolean whole = search.from(0, new long[2 * search.columns], 1);
    if (!whole || Arrays.stream(search.found.get(0)).sum() == 0) {
      return null;
    }
    List<Map<List<Long>, Double>> weights = new ArrayList<>();
    for (int row = 0; row < options.size(); row++) {
      Map<List<Long>, Double> own = new HashMap<>();
      for (int i = 0; i < search.options.get(row).size(); i++) {
        own.put(search.options.get(row).get(i), search.found.get(row)[i]);
      }
      weights.add(own);
    }
    return weights;
  }

  private long adds(int row, int equation, List<Long> option) {
    int sign = equation < columns ? outcome[row] : balance[row];
    return sign * option.get(equation % columns);
  }

  /** False where there are too many ways to look at. */
  private boolean from(int row, long[] sums, double weight) {
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
        found.get(i)[chosen[i]] += weight;
      }
      return true;
    }
    List<List<Long>> own = options.get(row);
    for (int option = 0; option < own.size(); option++) {
      long[] next = Arrays.copyOf(sums, sums.length);
      for (int equation = 0; equation < next.length; equation++) {
        next[equation] += adds(row, equation, own.get(option));
      }
      chosen[row] = option;
      if (!from(row + 1, next, weight * weights.get(row)[option])) {
        return false;
      }
    }
    return true;
  }
}
