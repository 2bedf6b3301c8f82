package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.Status;
import org.gongkai.text.Ascii;

/**
 * What looks like a figure and is none, as machines that read pictures write it: {@code O}, {@code
 * l2}, {@code 31、}.
 *
 * <p>A clerk may mistype one, and it is text in a cell then. Where there are several in cells, or
 * in lines of text, nobody knows whether the report or its copy is wrong.
 */
final class Lookalikes {
  /** So many are a machine's. */
  private static final int SEVERAL = 3;

  private static final int LONGEST = 8;

  /** Longer words without a digit are words. */
  private static final int LONGEST_WITHOUT_DIGIT = 2;

  /** What is read for a digit. */
  private static final String LETTERS = "OoDQlIiZzSsBbGgqT!|〇○口□°";

  /** Specks behind a figure. */
  private static final String SPECKS = ".,。、·'’;；:：`";

  private Lookalikes() {}

  /** The tokens with those doubted that may be figures of the report. */
  static List<Token> doubted(List<Token> tokens) {
    int all = 0;
    int inCells = 0;
    for (Token token : tokens) {
      if (is(token)) {
        all++;
        inCells += token.grid() && !isSerialNumber(token) ? 1 : 0;
      }
    }
    if (all == 0) {
      return tokens;
    }
    List<Token> doubted = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      boolean doubt = is(token) && (inCells >= SEVERAL || !token.grid());
      doubted.add(doubt ? token.doubted() : token);
    }
    return doubted;
  }

  /** Whether it may number a row, as {@code 1、} does. */
  private static boolean isSerialNumber(Token token) {
    String printed = token.printed();
    int digits = printed.length() - 1;
    return digits > 0
        && digits <= 2
        && "、.．".indexOf(printed.charAt(digits)) >= 0
        && Ascii.isDigits(printed.substring(0, digits));
  }

  private static boolean is(Token token) {
    int length = token.to() - token.from();
    return length <= LONGEST
        && token.figure().status() == Status.TEXT
        && is(token.text().string(), token.from(), token.to());
  }

  private static boolean is(String string, int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char c = string.charAt(i);
      boolean own = Ascii.isDigitOfEitherWidth(c);
      boolean speck = i > from && i == to - 1 && SPECKS.indexOf(c) >= 0;
      if (!own && !speck && LETTERS.indexOf(c) < 0) {
        return false;
      }
      digit |= own;
    }
    return digit || to - from <= LONGEST_WITHOUT_DIGIT;
  }
}
