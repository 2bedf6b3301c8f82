package org.gongkai.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads Chinese numerals such as 三千二百五十九, 二十 and 一〇五. Find the end of a numeral with {@link #end},
 * and its value with {@link #parse}.
 */
public final class Numerals {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final int LONGEST = 16;

  private Numerals() {}

  /** Whether a character is part of Chinese numerals. */
  public static boolean isNumeral(char c) {
    return switch (c) {
      case '〇',
          '○',
          '零',
          '一',
          '二',
          '三',
          '四',
          '五',
          '六',
          '七',
          '八',
          '九',
          '两',
          '十',
          '百',
          '千',
          '万',
          '亿' ->
          true;
      default -> false;
    };
  }

  /** Whether a text is a Chinese numeral and nothing else. */
  public static boolean isNumber(String text) {
    return !text.isEmpty() && end(text, 0) == text.length();
  }

  /** The end of the numeral that begins at {@code from}; {@code from} where none does. */
  public static int end(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < LONGEST && isNumeral(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The value of a numeral; null for one that is not well formed. */
  public static @Nullable BigDecimal parse(String numerals) {
    if (isInDigits(numerals)) {
      return numerals.length() == 2 ? null : inDigits(numerals);
    }
    long total = 0;
    long section = 0;
    int digit = -1;
    int last = 10;
    for (int i = 0; i < numerals.length(); i++) {
      char c = numerals.charAt(i);
      if (c == '万' || c == '亿') {
        section += Math.max(digit, 0);
        if (section == 0 || c == '亿' && total > 0) {
          return null;
        }
        total += section * (c == '万' ? 10_000L : 100_000_000L);
        section = 0;
        digit = -1;
        last = 10_000;
      } else if (unit(c) > 0) {
        if (digit < 0 && !(c == '十' && i == 0)) {
          return null;
        }
        section += (digit < 0 ? 1L : digit) * unit(c);
        last = unit(c);
        digit = -1;
      } else {
        int value = digit(c);
        if (digit > 0) {
          return null;
        }
        if (value == 0) {
          last = 10;
        }
        digit = value;
      }
    }
    // In speech 三千二 is 3200.
    return BigDecimal.valueOf(
        total + section + (digit > 0 && last > 10 ? (long) digit * last / 10 : Math.max(digit, 0)));
  }

  /** Whether a numeral has digits only, no tens or hundreds: 三二五九. */
  public static boolean isInDigits(String numerals) {
    return numerals.chars().allMatch(c -> digit((char) c) >= 0);
  }

  /** The value of a numeral that {@link #isInDigits has digits only}: 3259 for 三二五九. */
  public static BigDecimal inDigits(String numerals) {
    StringBuilder digits = new StringBuilder();
    numerals.chars().forEach(c -> digits.append(digit((char) c)));
    return new BigDecimal(digits.toString());
  }

  private static int digit(char c) {
    if (c == '零' || c == '○') {
      return 0;
    }
    return c == '两' ? 2 : DIGITS.indexOf(c);
  }

  private static int unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 0;
    };
  }
}
