package org.gongkai.document;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A source of characters: the line of each is told by its index. */
public final class Source implements Origin {
  private static final int NONE = Integer.MAX_VALUE;

  private final String text;

  /** Where the lines begin; found when the first position is asked for. */
  private int @Nullable [] lines;

  public Source(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  @Override
  public Position at(int node, int offset) {
    return at(offset);
  }

  /** Where a character is. */
  public Position at(int index) {
    int[] known = lines;
    if (known == null) {
      known = lines();
      lines = known;
    }
    int offset = Math.min(index, text.length());
    int line = Arrays.binarySearch(known, offset);
    line = line >= 0 ? line : -line - 2;
    return new Position(line + 1, text.codePointCount(known[line], offset) + 1);
  }

  /** Lines end with LF, CR or both. */
  private int[] lines() {
    IntStream.Builder starts = IntStream.builder().add(0);
    int feed = next('\n', 0);
    int carriage = next('\r', 0);
    while (Math.min(feed, carriage) < NONE) {
      int end = carriage + 1 == feed ? feed : Math.min(feed, carriage);
      starts.accept(end + 1);
      feed = feed > end ? feed : next('\n', end + 1);
      carriage = carriage > end ? carriage : next('\r', end + 1);
    }
    return starts.build().toArray();
  }

  private int next(char c, int from) {
    int found = text.indexOf(c, from);
    return found < 0 ? NONE : found;
  }
}
