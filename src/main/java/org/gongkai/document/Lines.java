package org.gongkai.document;

import java.util.Arrays;

/** Line and column of the characters of a text: lines end with LF, CR or both. */
final class Lines {
  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    int[] found = new int[1024];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /** Where the character at the index stands. */
  Position at(int index) {
    int offset = Math.min(index, text.length());
    int line = Arrays.binarySearch(starts, offset);
    line = line >= 0 ? line : -line - 2;
    return new Position(line + 1, text.codePointCount(starts[line], offset) + 1);
  }
}
