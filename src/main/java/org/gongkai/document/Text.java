package org.gongkai.document;

import java.util.Arrays;
import java.util.List;
import org.gongkai.text.Han;

/**
 * Words as a reader sees them, and where each is in the source.
 *
 * <p>White space is folded to single spaces and trimmed, entities are resolved, characters that
 * leave no mark (of no width, control) are left out, nothing else is changed. Finding a position
 * may take time linear in the size of the source, so ask only for what is shown.
 *
 * <p>Get one from a {@link TextBuilder}, which puts it together from runs of characters that are
 * the same in the source. A run takes three ints: where it begins in the words, its node, and the
 * offset in the node. That is all that a position needs, and costs little where none is asked for.
 */
public final class Text {
  private final String string;
  private final int[] runs;
  private final Origin origin;

  Text(String string, int[] runs, Origin origin) {
    this.string = string;
    this.runs = runs;
    this.origin = origin;
  }

  /** Words that are the same in node 0 of the source. */
  public static Text of(String words, Origin origin) {
    return new Text(words, new int[3], origin);
  }

  /** A blank at an offset of a node. */
  public static Text blank(int node, int offset, Origin origin) {
    return new Text("", new int[] {0, node, offset}, origin);
  }

  /** Joins lines to one: without a space between Han characters, with one elsewhere. */
  public static Text join(List<Text> lines) {
    return lines.size() == 1 ? lines.get(0) : join(lines, true);
  }

  /** These words, and right behind them others of the same document. */
  public Text with(Text behind) {
    return join(List.of(this, behind), false);
  }

  private static Text join(List<Text> texts, boolean spaced) {
    StringBuilder words = new StringBuilder();
    int[] runs = new int[texts.stream().mapToInt(text -> text.runs.length).sum()];
    int filled = 0;
    for (Text text : texts) {
      if (spaced
          && words.length() > 0
          && !text.string.isEmpty()
          && !Han.joinsWithoutSpace(words, text.string)) {
        words.append(' ');
      }
      for (int i = 0; i < text.runs.length; i += 3) {
        runs[filled++] = text.runs[i] + words.length();
        runs[filled++] = text.runs[i + 1];
        runs[filled++] = text.runs[i + 2];
      }
      words.append(text.string);
    }
    return new Text(words.toString(), runs, texts.get(0).origin);
  }

  /** Where the run of the character at an index begins among the runs. */
  private int run(int index) {
    int run = 0;
    while (run + 3 < runs.length && runs[run + 3] <= index) {
      run += 3;
    }
    return run;
  }

  /** Adds these words, run by run. */
  void addTo(TextBuilder words) {
    for (int i = 0; i < runs.length; i += 3) {
      int end = i + 3 < runs.length ? runs[i + 3] : string.length();
      words.add(string, runs[i + 1], runs[i], end, runs[i + 2] - runs[i]);
    }
  }

  /** The words; empty for a blank cell. */
  public String string() {
    return string;
  }

  /** Where it begins. */
  public Position position() {
    return at(0);
  }

  /**
   * Where the character at {@code index} (in chars of {@link #string()}, 0 to its length) is in the
   * source.
   */
  public Position at(int index) {
    if (index < 0 || index > string.length()) {
      throw new IndexOutOfBoundsException(index);
    }
    int run = run(index);
    // What lies between two runs is a space put in: it is where the first of them ends.
    return origin.at(runs[run + 1], runs[run + 2] + index - runs[run]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text that
        && string.equals(that.string)
        && origin == that.origin
        && Arrays.equals(runs, that.runs);
  }

  @Override
  public int hashCode() {
    return string.hashCode();
  }

  @Override
  public String toString() {
    return string;
  }
}
