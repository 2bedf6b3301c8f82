package org.gongkai.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a row's sum fails only because a piece of one of its figures stands elsewhere. */
final class Torn {
  private static final int LONGEST = 9;

  private Torn() {}

  /** Whether the row adds up with a piece put before or behind one of its figures, and not as is. */
  static boolean explains(List<Token> figures, Token piece) {
    int size = figures.size();
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      Long value = value(figures.get(i).figure().value(), figures.get(i));
      if (value == null) {
        return false;
      }
      values[i] = value;
    }
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

  private static @Nullable Long value(@Nullable BigDecimal value, Token token) {
    if (value == null) {
      return token.isValue() ? 0L : null;
    }
    String digits = plain(value);
    return digits.isEmpty() ? null : Long.parseLong(digits);
  }

  /** The digits of a count; empty for anything else. */
  private static String plain(@Nullable BigDecimal value) {
    boolean count =
        value != null && value.signum() >= 0 && value.scale() == 0 && value.precision() <= LONGEST;
    return count ? value.toPlainString() : "";
  }

  private static boolean addsUp(long[] values) {
    long sum = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      sum += values[i];
    }
    return sum == values[values.length - 1];
  }
}
