package org.gongkai.document.pdf;

/**
 * A straight line that is drawn on a page.
 *
 * @param horizontal else vertical
 * @param from where it begins on its axis
 * @param to where it ends on its axis, not before {@code from}
 * @param at where it lies on the other axis
 */
record Ruling(boolean horizontal, float from, float to, float at) {
  float length() {
    return to - from;
  }

  /** Whether it crosses one of the other direction, or ends so near to it. */
  boolean crosses(Ruling other, float near) {
    return other.at >= from - near
        && other.at <= to + near
        && at >= other.from - near
        && at <= other.to + near;
  }

  /** How much of a stretch it covers. */
  float covers(float begin, float end) {
    return Math.min(to, end) - Math.max(from, begin);
  }
}
