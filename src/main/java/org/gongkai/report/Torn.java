package org.gongkai.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a row's sum fails only because a piece of one of its figures stands elsewhere. */
final class Torn {
  private static final int LONGEST = 9;

  private Torn() {}

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
