package org.gongkai.text;

/** Letters and digits as ASCII has them: Java's own tests take those of every script. */
public final class Ascii {
  private Ascii() {}

  /** Whether it is one of {@code 0} to {@code 9}. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Whether it is one of {@code 0} to {@code 9}, or of the same in full width. */
  public static boolean isDigitOfEitherWidth(char c) {
    return isDigit(c) || c >= '０' && c <= '９';
  }

  /** Whether it is one of {@code a} to {@code z} or {@code A} to {@code Z}. */
  public static boolean isLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /** Whether it is all digits {@code 0} to {@code 9}, or empty. */
  public static boolean isDigits(String text) {
    return text.chars().allMatch(Ascii::isDigit);
  }
}
