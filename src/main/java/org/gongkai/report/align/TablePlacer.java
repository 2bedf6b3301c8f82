package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.form.Table;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * Places the cells of a table's rows in the form's columns: of the ways that its candidates allow
 * the best score wins, and a cell is placed where nearly all ways close to the best agree on it.
 */
final class TablePlacer {
  /** Ways that score so much less than the best are out. */
  private static final double MARGIN = 2;

  /** So much of the weight of the ways left must agree on a cell. */
  private static final double CERTAIN = 0.95;

  private final List<@Nullable PrintedRow> rows;
  private final int columns;
  private final int group;

  /** Where most rows of a grid end. */
  private final int end;

  /**
   * @param rows a table's rows as printed; null for those not found
   * @param columns how many columns they have
   * @param group how many columns stand together, the last of which is the total of the others; 0
   *     for columns that do not add up
   */
  TablePlacer(List<@Nullable PrintedRow> rows, int columns, int group) {
    this.rows = rows;
    this.columns = columns;
    this.group = group;
    this.end = end(rows);
  }

  private static int end(List<@Nullable PrintedRow> rows) {
    Map<Integer, Integer> ends = new HashMap<>();
    int most = -1;
    for (PrintedRow row : rows) {
      if (row != null && !row.cells().isEmpty()) {
        int end = end(row);
        if (ends.merge(end, 1, Integer::sum) > ends.getOrDefault(most, 0)) {
          most = end;
        }
      }
    }
    return most;
  }

  private static int end(PrintedRow row) {
    return row.cells().get(row.cells().size() - 1).end();
  }

  /**
   * A candidate: all rows read in one manner.
   *
   * @param dropped whether blank cells are no longer in their place
   * @param ways for each row its ways, best first
   */
  record Candidate(boolean dropped, List<List<Way>> ways, double score) {}

  /**
   * The best candidate with the form's order and that printed, blanks in place and not.
   *
   * @param orders the form's order, and the one that is printed if it is another
   * @param printed what speaks for the printed one besides the cells' own headings
   */
  Candidate best(List<int[]> orders, double printed) {
    @Nullable Candidate best = null;
    @Nullable Candidate second = null;
    for (int[] order : orders) {
      Candidate own = candidate(order, false);
      if (mayHaveLostPlaces()) {
        Candidate dropped = candidate(order, true);
        own = dropped.score > own.score + MARGIN ? dropped : own;
      }
      if (order != orders.get(0)) {
        own = new Candidate(own.dropped, own.ways, own.score + printed);
      }
      if (best == null || own.score > best.score) {
        second = best;
        best = own;
      } else if (second == null || own.score > second.score) {
        second = own;
      }
    }
    Candidate first = Objects.requireNonNull(best);
    return second == null || first.score - second.score > MARGIN ? first : both(first, second);
  }

  /**
   * Whether the blank cells of text may have been moved to the end of their rows: not where one
   * stands between others.
   */
  private boolean mayHaveLostPlaces() {
    boolean blank = false;
    for (PrintedRow row : rows) {
      boolean before = false;
      for (Token cell : row == null || row.grid() ? List.<Token>of() : row.cells()) {
        if (before && !isBlank(cell)) {
          return false;
        }
        before |= isBlank(cell);
      }
      blank |= before;
    }
    return blank;
  }

  /** What a way has in a column; null for nothing, be it a blank cell or none. */
  private static @Nullable Token printed(Way way, int column) {
    Token cell = way.cells().get(column);
    return cell == null || isBlank(cell) ? null : cell;
  }

  /** The blank cell of the best way that has one there; null for none. */
  private static @Nullable Token blank(List<Way> ways, int column) {
    return ways.stream()
        .filter(way -> printed(way, column) == null)
        .findFirst()
        .map(way -> way.cells().get(column))
        .orElse(null);
  }

  private static boolean isBlank(Token cell) {
    return cell.figure().status() == Status.BLANK;
  }

  /** Every row's ways of two candidates that are as good. */
  private static Candidate both(Candidate one, Candidate other) {
    List<List<Way>> ways = new ArrayList<>();
    for (int i = 0; i < one.ways.size(); i++) {
      List<Way> all = new ArrayList<>(one.ways.get(i));
      all.addAll(other.ways.get(i));
      ways.add(all);
    }
    return new Candidate(one.dropped, ways, one.score);
  }

  /** All rows in one manner: each alone first, then the cells of a column below each other. */
  Candidate candidate(int[] order, boolean dropped) {
    int[] nowhere = new int[columns];
    Arrays.fill(nowhere, -1);
    Candidate alone = candidate(order, dropped, nowhere);
    int[] below = dropped ? nowhere : below(alone.ways);
    return Arrays.equals(below, nowhere) ? alone : candidate(order, dropped, below);
  }

  /** For each column where in the grid most rows have its cell; -1 where they do not agree. */
  private int[] below(List<List<Way>> ways) {
    int[] below = new int[columns];
    Arrays.fill(below, -1);
    for (int column = 0; column < columns; column++) {
      Map<Integer, Integer> rowsAt = new HashMap<>();
      int all = 0;
      for (List<Way> own : ways) {
        Token cell = own.size() == 1 ? own.get(0).cells().get(column) : null;
        if (cell != null && cell.grid()) {
          rowsAt.merge(cell.x(), 1, Integer::sum);
          all++;
        }
      }
      for (Map.Entry<Integer, Integer> each : rowsAt.entrySet()) {
        below[column] = 2 * each.getValue() > all && all > 1 ? each.getKey() : below[column];
      }
    }
    return below;
  }

  private Candidate candidate(int[] order, boolean dropped, int[] below) {
    List<List<Way>> ways = new ArrayList<>();
    double score = 0;
    double layout = 0;
    int found = 0;
    for (PrintedRow row : rows) {
      List<Way> own = row == null ? List.of() : ways(row, order, dropped, below);
      ways.add(own);
      if (!own.isEmpty()) {
        score += own.get(0).score() - own.get(0).layout();
        layout += own.get(0).layout();
        found++;
      }
    }
    // The headings are printed once, and a column is one, whatever the rows.
    return new Candidate(dropped, ways, found == 0 ? 0 : score + layout / found);
  }

  private List<Way> ways(PrintedRow row, int[] order, boolean dropped, int[] below) {
    List<Token> cells = row.cells();
    int[] headings = row.headings();
    if (dropped && !row.grid()) {
      cells = cells.stream().filter(cell -> !isBlank(cell)).toList();
      headings = new int[cells.size()];
      Arrays.fill(headings, WayFinder.NO_HEADING);
    }
    int[] above = below;
    if (!cells.isEmpty() && end(row) != end) {
      // Its spans are wrong, or it has a cell too many: what stands above its cells says nothing.
      headings = new int[cells.size()];
      Arrays.fill(headings, WayFinder.NO_HEADING);
      above = new int[columns];
      Arrays.fill(above, -1);
    }
    List<Way> ways = new WayFinder(order, group, row.grid(), above).find(cells, headings);
    double best = ways.isEmpty() ? 0 : ways.get(0).score();
    return ways.stream().filter(way -> way.score() >= best - MARGIN).toList();
  }

  /**
   * Places each row's cells.
   *
   * @param relations the table whose relations may decide between ways; null for none
   */
  @Nullable PlacedRow[] place(Candidate candidate, @Nullable Table relations) {
    List<Map<List<Long>, List<Way>>> options = new ArrayList<>();
    for (List<Way> ways : candidate.ways) {
      Map<List<Long>, List<Way>> own = new LinkedHashMap<>();
      for (Way way : ways) {
        if (way.figures() != null) {
          own.computeIfAbsent(way.figures(), key -> new ArrayList<>()).add(way);
        }
      }
      options.add(own);
    }
    @Nullable List<double[]> decided = relations == null ? null : decide(relations, options);
    @Nullable PlacedRow[] placed = new PlacedRow[rows.size()];
    for (int i = 0; i < placed.length; i++) {
      PrintedRow row = rows.get(i);
      if (row != null) {
        List<Way> ways = candidate.ways.get(i);
        placed[i] = place(row, ways, weights(ways, options.get(i), decided, i));
      }
    }
    return placed;
  }

  private @Nullable List<double[]> decide(Table table, List<Map<List<Long>, List<Way>>> options) {
    boolean open = false;
    boolean full = false;
    List<List<List<Long>>> figures = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      Map<List<Long>, List<Way>> own = options.get(i);
      PrintedRow row = rows.get(i);
      if (own.isEmpty() || row == null) {
        return null;
      }
      open |= own.size() > 1;
      if (own.keySet().stream().mapToLong(TablePlacer::sum).distinct().count() > 1) {
        return null; // relations tell places, never which figures are the row's
      }
      full |= row.cells().size() >= columns;
      figures.add(List.copyOf(own.keySet()));
    }
    if (!open) {
      return null;
    }
    // Where cells were dropped here and there, a place is as likely as there are ways to it; where
    // each row lacks some, the same columns may be blank throughout.
    boolean each = full;
    List<double[]> weights =
        options.stream()
            .map(own -> own.values().stream().mapToDouble(ways -> each ? ways.size() : 1).toArray())
            .toList();
    return RelationSearch.search(table, figures, weights);
  }

  private static long sum(List<Long> figures) {
    return figures.stream().mapToLong(Long::longValue).sum();
  }

  private static double[] weights(
      List<Way> ways,
      Map<List<Long>, List<Way>> options,
      @Nullable List<double[]> decided,
      int row) {
    double[] weights = new double[ways.size()];
    Arrays.fill(weights, 1);
    Map<Way, Double> each = new HashMap<>();
    int option = 0;
    for (List<Way> same : options.values()) {
      double all = decided == null ? 1 : decided.get(row)[option++];
      same.forEach(way -> each.put(way, all / same.size()));
    }
    if (!options.isEmpty()) {
      Arrays.setAll(weights, i -> each.getOrDefault(ways.get(i), decided == null ? 1.0 : 0.0));
    }
    return weights;
  }

  private PlacedRow place(PrintedRow row, List<Way> ways, double[] weights) {
    @Nullable Token[] cells = new Token[columns];
    boolean[] placed = new boolean[columns];
    double all = Arrays.stream(weights).sum();
    Map<List<Long>, Double> figures = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      List<Long> own = ways.get(i).figures();
      if (own != null && weights[i] > 0) {
        figures.merge(own, weights[i], Double::sum);
      }
    }
    // One figure alone says nothing of where it stands.
    boolean alone = row.cells().size() == 1 && columns > 1;
    List<Way> agreed = alone ? List.of() : agreed(ways, figures, all);
    for (int column = 0; column < columns; column++) {
      Map<@Nullable Token, Double> here = new HashMap<>();
      for (int i = 0; i < weights.length; i++) {
        here.merge(printed(ways.get(i), column), weights[i], Double::sum);
      }
      for (Map.Entry<@Nullable Token, Double> each : here.entrySet()) {
        if (each.getValue() >= CERTAIN * all) {
          cells[column] = each.getKey() == null ? blank(ways, column) : each.getKey();
          placed[column] = true;
        }
      }
      int at = column;
      if (!placed[column]
          && !agreed.isEmpty()
          && agreed.stream().map(way -> printed(way, at)).distinct().count() == 1) {
        cells[column] = agreed.get(0).cells().get(column);
        placed[column] = true;
      }
    }
    List<List<Long>> left = new ArrayList<>();
    for (List<Long> own : figures.keySet()) {
      boolean agrees = true;
      for (int column = 0; column < columns; column++) {
        agrees &= !placed[column] || own.get(column).equals(Way.count(cells[column]));
      }
      if (agrees) {
        left.add(own);
      }
    }
    return new PlacedRow(row.label(), cells, placed, row.sure(), left, row.cells());
  }

  /** The best of the ways that give the columns the same figures, if nearly all do. */
  private static List<Way> agreed(List<Way> ways, Map<List<Long>, Double> figures, double all) {
    for (Map.Entry<List<Long>, Double> each : figures.entrySet()) {
      if (each.getValue() >= CERTAIN * all) {
        List<Way> same = ways.stream().filter(way -> each.getKey().equals(way.figures())).toList();
        double best = same.stream().mapToDouble(Way::score).max().orElse(0);
        return same.stream().filter(way -> way.score() == best).toList();
      }
    }
    return List.of();
  }
}
