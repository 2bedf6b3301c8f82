package org.gongkai.document;

import java.util.Arrays;
import org.gongkai.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the words of a paragraph: folds white space, leaves out what is not seen, notes where it
 * came from.
 */
public final class TextBuilder {
  private final Origin origin;
  private final StringBuilder string = new StringBuilder();

  /** The words so far where they are one run of one text, as most are: copied once, when taken. */
  private @Nullable String only;

  private int onlyFrom;
  private int onlyTo;
  private int[] runs = new int[12];
  private int filled;
  private boolean space;
  private int spaceNode;
  private int spaceOffset;

  public TextBuilder(Origin origin) {
    this.origin = origin;
  }

  public boolean isEmpty() {
    return length() == 0;
  }

  private int length() {
    return only == null ? string.length() : onlyTo - onlyFrom;
  }

  /** Adds characters {@code from} to {@code to} of a text that is its node's. */
  public void add(String text, int node, int from, int to) {
    add(text, node, from, to, 0);
  }

  /** The same where the text begins at {@code base} of the node. */
  public void add(String text, int node, int from, int to, int base) {
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && Characters.isPrinting(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        run(text, node, base + at, at, end);
      }
      for (; end < to && !Characters.isPrinting(text.charAt(end)); end++) {
        if (Characters.isSpace(text.charAt(end))) {
          space(node, base + end);
        }
      }
      at = end;
    }
  }

  /**
   * Adds text that is at {@code offset} of the node, though it is written otherwise there (an
   * entity).
   */
  public void addAs(String text, int node, int offset) {
    for (int i = 0; i < text.length(); i++) {
      if (Characters.isPrinting(text.charAt(i))) {
        run(text, node, offset, i, i + 1);
      } else if (Characters.isSpace(text.charAt(i))) {
        space(node, offset);
      }
    }
  }

  /** Adds words that were taken. */
  public void add(Text text) {
    text.addTo(this);
  }

  private void space(int node, int offset) {
    if (!space) {
      space = true;
      spaceNode = node;
      spaceOffset = offset;
    }
  }

  private void run(String text, int node, int offset, int from, int to) {
    if (isEmpty()) {
      space = false;
      beginRun(node, offset);
      only = text;
      onlyFrom = from;
      onlyTo = to;
      return;
    }
    if (only != null) {
      string.append(only, onlyFrom, onlyTo);
      only = null;
    }
    if (space) {
      space = false;
      beginRun(spaceNode, spaceOffset);
      string.append(' ');
    }
    beginRun(node, offset);
    string.append(text, from, to);
  }

  /** Begins a run, unless the last one goes on. */
  private void beginRun(int node, int offset) {
    if (filled > 0
        && runs[filled - 2] == node
        && runs[filled - 1] + string.length() - runs[filled - 3] == offset) {
      return;
    }
    if (filled == runs.length) {
      runs = Arrays.copyOf(runs, filled * 2);
    }
    runs[filled++] = string.length();
    runs[filled++] = node;
    runs[filled++] = offset;
  }

  /** The words so far, and begins anew; null where there are none. */
  public @Nullable Text take() {
    space = false;
    if (isEmpty()) {
      return null;
    }
    Text text = new Text(string(), Arrays.copyOf(runs, filled), origin);
    filled = 0;
    return text;
  }

  /** The words so far without their places, and begins anew; empty where there are none. */
  public String takeString() {
    space = false;
    filled = 0;
    return string();
  }

  private String string() {
    String whole = only == null ? string.toString() : only.substring(onlyFrom, onlyTo);
    only = null;
    string.setLength(0);
    return whole;
  }
}
