package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a row's figures may stand in its columns, in their order: some cells may have
 * been dropped for being blank, or some figures been cut in two.
 *
 * <p>Only ways in which the row's own sums hold count. Ways that give every column the same figure
 * are one: they differ in where a zero is printed and where nothing.
 */
final class Placings {
  /** More figures than these are no row of the form's with a few numbers cut. */
  private static final int MOST_CUTS = 5;

  private static final int LONGEST = 15;

  private final int columns;
  private final int group;
  private final Map<List<Long>, List<@Nullable Token[]>> byFigures = new LinkedHashMap<>();

  private Placings(int columns, int group) {
    this.columns = columns;
    this.group = group;
  }

  /**
   * All ways.
   *
   * @param figures the figures in their order
   * @param columns how many columns there are
   * @param group how many columns stand together, the last of which is the total of the others
   * @param ends whether the first figure is the first column's and the last one the last column's
   */
  static Placings of(List<Token> figures, int columns, int group, boolean ends) {
    Placings made = new Placings(columns, group);
    int size = figures.size();
    if (size == 0 || size > columns + MOST_CUTS) {
      return made;
    }
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      Long value = count(figures.get(i).figure());
      if (value == null) {
        return made;
      }
      values[i] = value;
    }
    if (size <= columns) {
      made.spread(figures, values, new int[size], 0, ends);
    } else {
      made.join(figures, values, new ArrayList<>(), new ArrayList<>(), 0);
    }
    return made;
  }

  /** The one way that gives the columns these figures. */
  static Placings fixed(long[] figures) {
    Placings made = new Placings(figures.length, figures.length);
    made.byFigures.put(Arrays.stream(figures).boxed().toList(), List.of());
    return made;
  }

  /** The figures that the columns may have, each list once. */
  List<List<Long>> figures() {
    return List.copyOf(byFigures.keySet());
  }

  /**
   * What stands in the columns if they have these figures: for each the token that stands there
   * however they are placed, null for nothing printed; empty where one way has a zero printed there
   * and another has none.
   */
  List<Cell> cells(List<Long> figures) {
    List<@Nullable Token[]> ways = byFigures.getOrDefault(figures, List.of());
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      @Nullable Token first = ways.get(0)[column];
      boolean same = true;
      for (@Nullable Token[] way : ways) {
        same &= way[column] == first || way[column] != null && same(way[column], first);
      }
      cells.add(new Cell(first, same));
    }
    return cells;
  }

  /**
   * What stands in a column.
   *
   * @param token the token; null for nothing
   * @param certain whether that is so in every way; the figure is zero where it is not
   */
  record Cell(@Nullable Token token, boolean certain) {}

  private static boolean same(@Nullable Token one, @Nullable Token other) {
    return one != null && other != null && one.text() == other.text() && one.from() == other.from();
  }

  private static @Nullable Long count(Figure figure) {
    BigDecimal value = figure.value();
    if (value == null) {
      return figure.isValue() ? 0L : null;
    }
    boolean whole = value.signum() >= 0 && value.scale() <= 0 && value.precision() < LONGEST;
    return whole ? value.longValueExact() : null;
  }

  private void spread(List<Token> figures, long[] values, int[] places, int at, boolean ends) {
    int size = values.length;
    if (at == size) {
      @Nullable Token[] cells = new Token[columns];
      long[] vector = new long[columns];
      for (int i = 0; i < size; i++) {
        cells[places[i]] = figures.get(i);
        vector[places[i]] = values[i];
      }
      add(cells, vector);
      return;
    }
    int from = at == 0 ? 0 : places[at - 1] + 1;
    int to = columns - size + at;
    if (ends && at == size - 1) {
      from = Math.max(from, columns - 1);
    }
    if (ends && at == 0) {
      to = 0;
    }
    for (int place = from; place <= to; place++) {
      places[at] = place;
      spread(figures, values, places, at + 1, ends);
    }
  }

  /** Takes neighbours that are only digits together, until there are as many as columns. */
  private void join(
      List<Token> figures, long[] values, List<Token> cells, List<Long> vector, int at) {
    if (at == figures.size()) {
      if (cells.size() == columns) {
        add(cells.toArray(Token[]::new), vector.stream().mapToLong(Long::longValue).toArray());
      }
      return;
    }
    if (cells.size() == columns) {
      return;
    }
    Token token = figures.get(at);
    long value = values[at];
    int end = at + 1;
    while (true) {
      cells.add(token);
      vector.add(value);
      join(figures, values, cells, vector, end);
      cells.remove(cells.size() - 1);
      vector.remove(vector.size() - 1);
      if (end == figures.size() || !isCut(token, figures.get(end))) {
        return;
      }
      Token next = figures.get(end++);
      token = token.with(next);
      Long count = count(token.figure());
      if (count == null || token.figure().value() == null) {
        return;
      }
      value = count;
    }
  }

  /** Whether two figures of a line may be one number with a space in it. */
  private static boolean isCut(Token one, Token next) {
    return !one.grid()
        && one.text() == next.text()
        && one.text().string().charAt(one.from()) != '0'
        && isDigits(one)
        && isDigits(next);
  }

  private static boolean isDigits(Token token) {
    return token.printed().chars().allMatch(c -> Ascii.isDigit(c) || c == ' ' || c == 0xa0);
  }

  private void add(@Nullable Token[] cells, long[] vector) {
    for (int from = 0; from < columns; from += group) {
      long sum = 0;
      for (int i = from; i < from + group - 1; i++) {
        sum += vector[i];
      }
      if (sum != vector[from + group - 1]) {
        return;
      }
    }
    byFigures
        .computeIfAbsent(Arrays.stream(vector).boxed().toList(), key -> new ArrayList<>())
        .add(cells);
  }
}
