package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages as people write them. */
final class Percent {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /** So many of a hundred, rounded to so many places. */
  static BigDecimal of(BigDecimal part, BigDecimal whole, int places) {
    return part.multiply(HUNDRED).divide(whole, Math.max(places, 0), RoundingMode.HALF_UP);
  }

  /** Whether a percentage is what is printed, rounded up, down or to the nearest. */
  static boolean agrees(BigDecimal printed, BigDecimal part, BigDecimal whole) {
    int places = Math.max(printed.scale(), 0);
    BigDecimal exact = part.multiply(HUNDRED).divide(whole, places + 6, RoundingMode.HALF_UP);
    return exact.subtract(printed).abs().compareTo(BigDecimal.ONE.movePointLeft(places)) < 0;
  }
}
