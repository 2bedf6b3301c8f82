package org.gongkai.document;

import java.util.regex.Pattern;
import org.gongkai.text.Ascii;

/**
 * Tells which words count for nothing beside others: figures that are struck through and the marks
 * of notes, as Word and the editors of portals leave them.
 */
public final class AnnotationDetector {
  /** What is struck through or marks a note is no longer than this: else it is a sentence. */
  private static final int LONGEST = 24;

  private static final Pattern MARK =
      Pattern.compile("[\\[(（〔【]?(?:注?\\d{0,2}|[①-⑳*※#a-z])[\\])）〕】]?");

  private AnnotationDetector() {}

  /** Whether words that are struck through are no more than a slip. */
  public static boolean isSlip(String struck) {
    return !struck.isEmpty() && struck.length() <= LONGEST;
  }

  /** Whether words are no more than digits. */
  public static boolean isFigure(Text words) {
    return Ascii.isDigits(words.string());
  }

  /** Whether raised words are the mark of a note. */
  public static boolean isNoteMark(String raised) {
    return isSlip(raised) && MARK.matcher(raised).matches();
  }
}
