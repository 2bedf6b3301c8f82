package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Ways that score so much less than a row's best are out. */
  private static final double UNLIKELY = 4;

  /** So much of the weight of the ways left must agree on a cell. */
  private static final double CERTAIN = 0.99;

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
   * The best candidate with the form's order and the printed one, blanks in place and not.
   *
   * @param printed the order of the columns that the headings show; null for none
   * @param spoken what speaks for it besides the headings over the cells
   * @param dropped whether blank cells are surely no longer in their place
   */
  Candidate best(int @Nullable [] printed, double spoken, boolean dropped) {
    Candidate form = inOrder(ColumnHeadings.formOrder(columns), dropped);
    if (printed == null || Arrays.equals(printed, ColumnHeadings.formOrder(columns))) {
      return form;
    }
    Candidate own = inOrder(printed, dropped);
    Candidate other = new Candidate(own.dropped, own.ways, own.score + spoken);
    if (Math.abs(form.score - other.score) <= MARGIN) {
      return both(form, other);
    }
    return form.score > other.score ? form : other;
  }

  private Candidate inOrder(int[] order, boolean dropped) {
    Candidate lost = dropped || mayHaveLostPlaces() ? candidate(order, true) : null;
    if (dropped && lost != null) {
      return lost;
    }
    Candidate kept = candidate(order, false);
    return lost != null && lost.score > kept.score + MARGIN ? lost : kept;
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
    int[] nowhere = nothing(columns);
    Candidate alone = candidate(order, dropped, nowhere);
    int[] below = dropped ? nowhere : below(alone.ways);
    return Arrays.equals(below, nowhere) ? alone : candidate(order, dropped, below);
  }

  /** For each column where in the grid most rows have its cell; -1 where they do not agree. */
  private int[] below(List<List<Way>> ways) {
    int[] below = nothing(columns);
    for (int column = 0; column < columns; column++) {
      Map<Integer, Integer> rowsAt = new HashMap<>();
      int all = 0;
      for (List<Way> own : ways) {
        Token cell = isClear(own) ? own.get(0).cells().get(column) : null;
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

  private static boolean isClear(List<Way> ways) {
    return ways.size() == 1
        || ways.size() > 1 && ways.get(1).score() < ways.get(0).score() - MARGIN;
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

  private static int[] nothing(int size) {
    int[] nothing = new int[size];
    Arrays.fill(nothing, ColumnHeadings.NONE);
    return nothing;
  }

  private List<Way> ways(PrintedRow row, int[] order, boolean dropped, int[] below) {
    List<Token> cells = row.cells();
    int[] headings = row.headings();
    if (dropped && !row.grid()) {
      cells = cells.stream().filter(cell -> !isBlank(cell)).toList();
      headings = nothing(cells.size());
    }
    int[] above = below;
    if (!cells.isEmpty() && end(row) != end) {
      // Its spans are wrong, or it has a cell too many: what stands above its cells says nothing.
      headings = nothing(cells.size());
      above = nothing(columns);
    }
    List<Way> ways = new WayFinder(order, group, row.grid(), above).find(cells, headings);
    int likely = 0;
    while (likely < ways.size() && ways.get(likely).score() >= ways.get(0).score() - UNLIKELY) {
      likely++;
    }
    return ways.subList(0, likely);
  }

  /**
   * Places each row's cells. Where all other rows have the first column printed, those of zeros
   * have it too.
   *
   * @param relations the table whose relations may decide between ways; null for none
   */
  @Nullable PlacedRow[] place(Candidate candidate, @Nullable Table relations) {
    List<double[]> weights = new ArrayList<>();
    for (List<Way> ways : candidate.ways) {
      weights.add(weights(ways));
    }
    if (relations != null) {
      decide(relations, candidate.ways, weights);
    }
    @Nullable PlacedRow[] placed = new PlacedRow[rows.size()];
    boolean begun = group > 0;
    for (int i = 0; i < placed.length; i++) {
      PrintedRow row = rows.get(i);
      if (row != null) {
        PlacedRow own = place(row, candidate.ways.get(i), weights.get(i));
        begun &= isZero(row) || own.cells()[0] != null;
        placed[i] = own;
      }
    }
    for (int i = 0; i < placed.length && begun; i++) {
      PrintedRow row = rows.get(i);
      if (row != null && isZero(row) && !row.cells().stream().allMatch(TablePlacer::isBlank)) {
        List<Way> ways = candidate.ways.get(i);
        double[] own = weights.get(i);
        Arrays.setAll(own, way -> ways.get(way).cells().get(0) == null ? 0 : own[way]);
        placed[i] = place(row, ways, own);
      }
    }
    return placed;
  }

  private static boolean isZero(PrintedRow row) {
    return row.cells().stream().allMatch(cell -> cell.figure().isNothing());
  }

  /** How likely each way is, beside the best. */
  private static double[] weights(List<Way> ways) {
    double best = Double.NEGATIVE_INFINITY;
    for (Way way : ways) {
      best = Math.max(best, way.score());
    }
    double[] weights = new double[ways.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.pow(10, ways.get(i).score() - best);
    }
    return weights;
  }

  /**
   * Weighs the ways by the relations between the rows: not where a row is open in more than places,
   * or has no sum that holds, since something is wrong there.
   */
  private void decide(Table table, List<List<Way>> ways, List<double[]> weights) {
    if (ways.stream().allMatch(own -> own.size() <= 1)) {
      return;
    }
    // Where cells were dropped here and there, a place is as likely as there are ways to it; where
    // each row lacks some, the same columns may be blank throughout.
    boolean each = rows.stream().anyMatch(row -> row != null && row.cells().size() >= columns);
    List<Map<List<Long>, Double>> options = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      Map<List<Long>, Double> own = new LinkedHashMap<>();
      for (int way = 0; way < weights.get(i).length; way++) {
        List<Long> figures = ways.get(i).get(way).figures();
        if (figures != null) {
          own.merge(figures, weights.get(i)[way], (one, other) -> each ? one + other : one);
        }
      }
      if (own.isEmpty()
          || own.keySet().stream().mapToLong(TablePlacer::sum).distinct().count() > 1) {
        return;
      }
      options.add(own);
    }
    List<Map<List<Long>, Double>> decided =
        options.stream().anyMatch(own -> own.size() > 1)
            ? RelationSearch.search(table, options)
            : null;
    for (int i = 0; decided != null && i < ways.size(); i++) {
      for (int way = 0; way < weights.get(i).length; way++) {
        List<Long> figures = ways.get(i).get(way).figures();
        weights.get(i)[way] *=
            figures == null
                ? 0
                : decided.get(i).getOrDefault(figures, 0.0)
                    / options.get(i).getOrDefault(figures, 1.0);
      }
    }
  }

  private static long sum(List<Long> figures) {
    return figures.stream().mapToLong(Long::longValue).sum();
  }

  private PlacedRow place(PrintedRow row, List<Way> ways, double[] weights) {
    if (ways.size() == 1 && weights[0] > 0) {
      return onlyWay(row, ways.get(0));
    }
    @Nullable Token[] cells = new Token[columns];
    boolean[] placed = new boolean[columns];
    double all = Arrays.stream(weights).sum();
    for (int column = 0; column < columns; column++) {
      Map<String, Double> said = new HashMap<>();
      for (int i = 0; i < weights.length; i++) {
        double weight = said.merge(said(ways.get(i), column), weights[i], Double::sum);
        if (weight >= CERTAIN * all) {
          cells[column] = ways.get(i).cells().get(column);
          placed[column] = true;
        }
      }
    }
    Set<List<Long>> left = new LinkedHashSet<>();
    for (int i = 0; i < weights.length; i++) {
      List<Long> own = ways.get(i).figures();
      if (own == null || weights[i] == 0) {
        continue;
      }
      boolean agrees = true;
      for (int column = 0; column < columns && agrees; column++) {
        agrees = !placed[column] || own.get(column).equals(Way.count(cells[column]));
      }
      if (agrees) {
        left.add(own);
      }
    }
    return new PlacedRow(row.label(), cells, placed, row.sure(), List.copyOf(left), row.cells());
  }

  private PlacedRow onlyWay(PrintedRow row, Way way) {
    boolean[] placed = new boolean[columns];
    Arrays.fill(placed, true);
    List<Long> figures = way.figures();
    return new PlacedRow(
        row.label(),
        way.cells().toArray(new @Nullable Token[0]),
        placed,
        row.sure(),
        figures == null ? List.of() : List.of(figures),
        row.cells());
  }

  /** What a way has printed in a column; empty for nothing, be it a blank cell or none. */
  private static String said(Way way, int column) {
    Token cell = way.cells().get(column);
    return cell == null || isBlank(cell) ? "" : cell.printed();
  }
}
