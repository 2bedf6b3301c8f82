package org.gongkai.text;

/** Tests for ASCII letters and digits; those of {@link Character} accept every script. */
public final class Ascii {
  private Ascii() {}

  /** Whether it is one of {@code 0} to {@code 9}. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Whether it is one of {@code 0} to {@code 9}, in half or full width. */
  public static boolean isDigitOfEitherWidth(char c) {
    return isDigit(c) || c >= '０' && c <= '９';
  }

  /** Whether it is one of {@code a} to {@code z} or {@code A} to {@code Z}. */
  public static boolean isLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /** Whether a text has only the digits {@code 0} to {@code 9}; true for an empty one. */
  public static boolean isDigits(String text) {
    return text.chars().allMatch(Ascii::isDigit);
  }
}
