package org.gongkai.document;

import java.util.regex.Pattern;

/**
 * Words that stand beside others and count for nothing there: what is struck through, and the marks
 * of notes.
 */
final class Voids {
  /** What is struck through or marks a note is no longer than this. */
  private static final int LONGEST = 24;

  private static final Pattern MARK =
      Pattern.compile("[\\[(（〔【]?(?:注?\\d{0,2}|[①-⑳*※#a-z])[\\])）〕】]?");

  private Voids() {}

  /** Whether words that are struck through are no more than a slip. */
  static boolean isStruck(String words) {
    return !words.isEmpty() && words.length() <= LONGEST;
  }

  /** Whether raised words are the mark of a note. */
  static boolean isMark(String words) {
    return !words.isEmpty() && words.length() <= LONGEST && MARK.matcher(words).matches();
  }
}
