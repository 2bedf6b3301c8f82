package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * Enumerates the ways to take n of m: of more cells than columns, those that lie in a column; of
 * more columns than cells, those that have a cell. Each way is scored by the headings above the
 * cells, what is left out, what is left blank, and the sums of the row.
 */
final class WayFinder {
  /** Each cell has its column's heading above it. */
  private static final double HEADED = 4;

  private static final double SUM_BROKEN = -1.5;

  /** A total without parts, or parts without a total, are rarer than a figure that is wrong. */
  private static final double LEFT_OUT = -4.5;

  /** Zeros have no total. */
  private static final double TOTAL_BLANK = -3;

  /** Each cell lies below the others of its column. */
  private static final double BELOW = 10;

  /** Either of them, where only some cells do. */
  private static final double PARTLY = 2;

  private static final double DROPPED = -0.2;
  private static final double DROPPED_FROM_GRID = -1;

  /** Most requests are made by natural persons. */
  private static final double FIRST_BLANK = -0.3;

  private static final int MOST_OVER = 6;
  private static final int MOST_WAYS = 20_000;

  private final int[] order;
  private final int group;
  private final boolean grid;
  private final int[] below;

  private List<Token> cells = List.of();
  private int[] heads = new int[0];
  private final List<Way> ways = new ArrayList<>();

  /**
   * @param order for each place the form's column that is printed there
   * @param group how many columns stand together, the last of which is the total of the others; 0
   *     for columns that do not add up
   * @param grid whether blank cells are there to be seen, so that none is dropped
   * @param below for each of the form's columns where in the grid other rows have its cell; -1 for
   *     nowhere
   */
  WayFinder(int[] order, int group, boolean grid, int[] below) {
    this.below = below;
    this.order = order;
    this.group = group;
    this.grid = grid;
  }

  /**
   * The ways of a row's cells, best first; none where there are too many cells for a row.
   *
   * @param row its cells in the order in which they are printed
   * @param headings for each cell the form's column that its heading names, or {@link
   *     ColumnHeadings#NONE} or {@link ColumnHeadings#OTHER}
   */
  List<Way> find(List<Token> row, int[] headings) {
    cells = row;
    heads = headings;
    int size = row.size();
    int columns = order.length;
    if (size > columns + MOST_OVER) {
      return List.of();
    }
    choose(new int[Math.min(size, columns)], 0, 0);
    ways.sort((one, other) -> Double.compare(other.score(), one.score()));
    return ways;
  }

  private void choose(int[] taken, int at, int from) {
    if (ways.size() >= MOST_WAYS) {
      return;
    }
    if (at == taken.length) {
      add(taken);
      return;
    }
    int most = Math.max(cells.size(), order.length) - (taken.length - at);
    for (int i = from; i <= most; i++) {
      taken[at] = i;
      choose(taken, at + 1, i + 1);
    }
  }

  private void add(int[] taken) {
    int columns = order.length;
    @Nullable Token[] placed = new Token[columns];
    boolean all = cells.size() >= columns;
    double score =
        all ? leftOut(taken) : (columns - taken.length) * (grid ? DROPPED_FROM_GRID : DROPPED);
    if (score == Double.NEGATIVE_INFINITY) {
      return;
    }
    int headed = 0;
    int otherwise = 0;
    int lying = 0;
    for (int i = 0; i < taken.length; i++) {
      int cell = all ? taken[i] : i;
      int column = order[all ? i : taken[i]];
      Token token = cells.get(cell);
      placed[column] = token;
      headed += heads[cell] == column ? 1 : 0;
      otherwise += heads[cell] >= 0 && heads[cell] != column ? 1 : 0;
      // Between strokes, a cell moves where one before it was dropped.
      lying += (all || grid) && token.grid() && token.x() == below[column] ? 1 : 0;
    }
    if (!all && group > 0) {
      score += placed[0] == null ? FIRST_BLANK : 0;
    }
    double layout = headed == columns ? HEADED : PARTLY * (headed - otherwise) / columns;
    layout += lying == columns ? BELOW : PARTLY * lying / columns;
    @Nullable List<Long> figures = figures(placed);
    double sums = figures == null || group == 0 ? 0 : sums(placed, figures);
    List<@Nullable Token> own =
        Collections.unmodifiableList(Arrays.<@Nullable Token>asList(placed));
    ways.add(new Way(own, figures, score + sums + layout, layout));
  }

  private static @Nullable List<Long> figures(@Nullable Token[] placed) {
    List<Long> figures = new ArrayList<>(placed.length);
    for (Token cell : placed) {
      Long count = Way.count(cell);
      if (count == null) {
        return null;
      }
      figures.add(count);
    }
    return figures;
  }

  /** What the cells say that lie in no column: blanks behind the others say nothing. */
  private double leftOut(int[] taken) {
    double score = 0;
    int next = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (next < taken.length && taken[next] == i) {
        next++;
        continue;
      }
      boolean before = next == 0;
      boolean behind = next == taken.length;
      if (heads[i] == ColumnHeadings.OTHER) {
        score -= 0.1;
      } else if (isBlank(cells.get(i))) {
        score -= behind ? 0.1 : 2.5;
      } else {
        boolean edge = behind || before;
        boolean apart = !grid && edge && isAlone(i, behind ? i - 1 : i + 1);
        if (!cells.get(i).grid() && !(apart && areAlike(taken))) {
          // A line has one figure more: a number may stand in two pieces.
          return Double.NEGATIVE_INFINITY;
        }
        score -= apart ? 2 : edge ? 4 : 12;
      }
    }
    return score;
  }

  /** Whether some cells stand in one line, or each in its own, as no number in two pieces does. */
  private boolean areAlike(int[] taken) {
    long lines = Arrays.stream(taken).map(cell -> cells.get(cell).line()).distinct().count();
    return lines == 1 || lines == taken.length;
  }

  private boolean isAlone(int cell, int other) {
    return cells.get(cell).line() != cells.get(other).line();
  }

  private double sums(@Nullable Token[] placed, List<Long> figures) {
    double score = 0;
    for (int from = 0; from < figures.size(); from += group) {
      int last = from + group - 1;
      long total = figures.get(last);
      long excess = -total;
      boolean parts = false;
      for (int i = from; i < last; i++) {
        excess += figures.get(i);
        parts |= !isBlank(placed[i]);
      }
      // The larger the figures, the less likely it is that they add up by chance.
      if (parts == isBlank(placed[last])) {
        score += excess == 0 ? TOTAL_BLANK : LEFT_OUT;
      } else if (excess == 0) {
        score += magnitude(total);
      } else {
        score +=
            SUM_BROKEN
                + Math.max(0, magnitude(total) - magnitude(before(figures, from, last, excess)));
      }
    }
    return score;
  }

  /** The decimal logarithm of a figure, so that zero has none. */
  private static double magnitude(long figure) {
    return Math.log10(1.0 + figure);
  }

  /** The least figure that one of the parts was if it is the one that is wrong. */
  private static long before(List<Long> figures, int from, int last, long excess) {
    long least = Long.MAX_VALUE - 1;
    for (int i = from; i < last; i++) {
      long before = figures.get(i) - excess;
      least = before >= 0 ? Math.min(least, before) : least;
    }
    return least;
  }

  private static boolean isBlank(@Nullable Token cell) {
    return cell == null || cell.figure().status() == Status.BLANK;
  }
}
