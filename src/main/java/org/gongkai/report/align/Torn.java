package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether figures of a row are torn in pieces that stand elsewhere, as in narrow columns that
 * were saved as text.
 */
final class Torn {
  private static final int LONGEST = 9;

  /** Pieces stand between two rows that have fewer units between them. */
  private static final int MOST_BETWEEN = 3;

  private final Chain chain;
  private final List<Unit> units;
  private final Table table;

  Torn(Chain chain, List<Unit> units) {
    this.chain = chain;
    this.units = units;
    this.table = chain.labels().table();
  }

  /**
   * Whether figures may be torn in pieces, some of which stand on lines between this row and its
   * neighbours, as narrow columns have them.
   */
  boolean isTorn(int row, Unit unit, List<Token> slots) {
    List<Token> pieces = onOtherLines(unit, slots);
    Unit above = row == 0 ? null : chain.unit(row - 1);
    if (above != null && !above.grid()) {
      int columns = table.rows().get(row - 1).columns().size();
      if (above.slots().size() > columns) {
        List<Token> own = above.slots(columns);
        pieces.addAll(onOtherLines(above, own.size() > columns ? own.subList(0, 1) : own));
      }
      between(above, unit).forEach(each -> pieces.addAll(each.slots()));
    }
    if (row == 0 && unit.index() > 0) {
      pieces.addAll(closeAbove(units.get(unit.index() - 1), unit));
    }
    Unit below = row + 1 == table.rows().size() ? null : chain.unit(row + 1);
    if (below != null) {
      between(unit, below).forEach(each -> pieces.addAll(each.slots()));
    }
    // Where each figure has a line, none is torn: there is room for it.
    if (slots.isEmpty() || !isBeside(slots) && !isBeside(pieces)) {
      return false;
    }
    boolean oneLine = slots.get(0).line() == slots.get(slots.size() - 1).line();
    boolean whole = slots.size() == table.rows().get(row).columns().size();
    if (pieces.isEmpty()) {
      return whole && !oneLine && isMoved(slots);
    }
    return !whole || !oneLine || pieces.size() > 1 || explains(slots, pieces.get(0));
  }

  /** A unit's figures on other lines than some. */
  private static List<Token> onOtherLines(Unit unit, List<Token> figures) {
    Set<Integer> lines = new HashSet<>();
    figures.forEach(figure -> lines.add(figure.line()));
    List<Token> others = new ArrayList<>(unit.slots());
    others.removeIf(token -> lines.contains(token.line()));
    return others;
  }

  /** The figures of the unit above that stand on the line right above a unit's. */
  private static List<Token> closeAbove(Unit above, Unit unit) {
    if (above.grid() || above.slots().isEmpty() || unit.slots().isEmpty()) {
      return List.of();
    }
    int line = above.slots().get(above.slots().size() - 1).line();
    return unit.slots().get(0).line() - line == 1
        ? above.slots().stream().filter(token -> token.line() == line).toList()
        : List.of();
  }

  /** Whether two of some figures share a line. */
  private static boolean isBeside(List<Token> figures) {
    for (int i = 1; i < figures.size(); i++) {
      if (figures.get(i).line() == figures.get(i - 1).line()) {
        return true;
      }
    }
    return false;
  }

  /** The few units between two. */
  private List<Unit> between(Unit above, Unit below) {
    int from = above.index() + 1;
    return from < below.index() && below.index() - from < MOST_BETWEEN
        ? units.subList(from, below.index())
        : List.of();
  }

  /**
   * Whether the row adds up with a piece put before or behind one of its figures, and not as is.
   */
  static boolean explains(List<Token> figures, Token piece) {
    long[] values = values(figures);
    int size = values.length;
    String digits = plain(piece.figure().value());
    if (digits.isEmpty() || addsUp(values)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      long was = values[i];
      for (String whole : List.of(was + digits, digits + was)) {
        values[i] = whole.length() > 2 * LONGEST ? was : Long.parseLong(whole);
        if (addsUp(values)) {
          return true;
        }
      }
      values[i] = was;
    }
    return false;
  }

  /**
   * Whether the row does not add up as is, but would with another of its figures for the total: its
   * lines were not read in the order in which they were printed.
   */
  static boolean isMoved(List<Token> figures) {
    long[] values = values(figures);
    long sum = Arrays.stream(values).sum();
    return !addsUp(values) && Arrays.stream(values).anyMatch(value -> 2 * value == sum);
  }

  /** Whether the last figure is the sum of the others, or one of them is no count. */
  static boolean addsUp(List<Token> figures) {
    return addsUp(values(figures));
  }

  /** The figures; none where one is no count. */
  private static long[] values(List<Token> figures) {
    long[] values = new long[figures.size()];
    for (int i = 0; i < values.length; i++) {
      Long value = value(figures.get(i).figure().value(), figures.get(i));
      if (value == null) {
        return new long[0];
      }
      values[i] = value;
    }
    return values;
  }

  private static @Nullable Long value(@Nullable BigDecimal value, Token token) {
    if (value == null) {
      return token.isValue() ? 0L : null;
    }
    String digits = plain(value);
    return digits.isEmpty() ? null : Long.parseLong(digits);
  }

  /** The digits of a count; empty for anything else. */
  private static String plain(@Nullable BigDecimal value) {
    if (value == null || value.signum() < 0 || value.scale() != 0 || value.precision() > LONGEST) {
      return "";
    }
    return value.toPlainString();
  }

  private static boolean addsUp(long[] values) {
    long sum = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      sum += values[i];
    }
    return values.length == 0 || sum == values[values.length - 1];
  }
}
