package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure as the prose gives it.
 *
 * @param value the figure; of a damaged one what is left
 * @param digits its digits as left, for a damaged one
 * @param lostBefore whether characters before it were lost, digits perhaps among them
 */
public record Amount(BigDecimal value, String digits, boolean lostBefore) {
  static Amount of(BigDecimal value) {
    return new Amount(value, value.toPlainString(), false);
  }

  /** What a decoder puts where it lost something. */
  static boolean isLost(char c) {
    return c == '?' || c == '\uFFFD';
  }

  /** Whether it is printed whole. */
  public boolean isWhole() {
    return !lostBefore;
  }

  /** Whether it is that figure, or what is left of it. */
  public boolean agrees(@Nullable BigDecimal figure) {
    if (figure == null) {
      return false;
    }
    if (isWhole()) {
      return value.compareTo(figure) == 0;
    }
    return figure.stripTrailingZeros().toPlainString().endsWith(digits);
  }

  /** As printed: {@code 774}, {@code ?089}. */
  @Override
  public String toString() {
    return (lostBefore ? "?" : "") + digits;
  }
}
