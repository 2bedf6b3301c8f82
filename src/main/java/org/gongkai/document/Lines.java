package org.gongkai.document;

import java.util.Arrays;

/** Line and column of the characters of a text: lines end with LF, CR or both. */
final class Lines {
  private static final int NONE = Integer.MAX_VALUE;

  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    int[] found = new int[1024];
    int count = 1;
    int feed = next('\n', 0);
    int carriage = next('\r', 0);
    while (Math.min(feed, carriage) < NONE) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      int end = carriage + 1 == feed ? feed : Math.min(feed, carriage);
      found[count++] = end + 1;
      feed = feed > end ? feed : next('\n', end + 1);
      carriage = carriage > end ? carriage : next('\r', end + 1);
    }
    starts = Arrays.copyOf(found, count);
  }

  private int next(char c, int from) {
    int found = text.indexOf(c, from);
    return found < 0 ? NONE : found;
  }

  /** Where the character at the index stands. */
  Position at(int index) {
    int offset = Math.min(index, text.length());
    int line = Arrays.binarySearch(starts, offset);
    line = line >= 0 ? line : -line - 2;
    return new Position(line + 1, text.codePointCount(starts[line], offset) + 1);
  }
}
