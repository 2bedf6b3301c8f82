package org.gongkai.document;

import java.util.Arrays;
import org.gongkai.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the words of a paragraph: folds white space, leaves out what is not seen, notes where it
 * came from.
 */
public final class Words {
  private final Origin origin;
  private final StringBuilder string = new StringBuilder();

  /** The words so far where they are one run of one text, as most are: copied once, when taken. */
  private @Nullable String run;

  private int runFrom;
  private int runTo;
  private int[] pieces = new int[12];
  private int filled;
  private boolean space;
  private int spaceNode;
  private int spaceOffset;

  public Words(Origin origin) {
    this.origin = origin;
  }

  public boolean isEmpty() {
    return length() == 0;
  }

  private int length() {
    return run == null ? string.length() : runTo - runFrom;
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
   * Adds text that stands at {@code offset} of the node, though it is written otherwise there (an
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
  public void add(Passage passage) {
    passage.addTo(this);
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
      piece(node, offset);
      run = text;
      runFrom = from;
      runTo = to;
      return;
    }
    if (run != null) {
      string.append(run, runFrom, runTo);
      run = null;
    }
    if (space) {
      space = false;
      piece(spaceNode, spaceOffset);
      string.append(' ');
    }
    piece(node, offset);
    string.append(text, from, to);
  }

  private void piece(int node, int offset) {
    if (filled > 0
        && pieces[filled - 2] == node
        && pieces[filled - 1] + string.length() - pieces[filled - 3] == offset) {
      return;
    }
    if (filled == pieces.length) {
      pieces = Arrays.copyOf(pieces, filled * 2);
    }
    pieces[filled++] = string.length();
    pieces[filled++] = node;
    pieces[filled++] = offset;
  }

  /** The words so far, and begins anew; null where there are none. */
  public @Nullable Passage take() {
    space = false;
    if (isEmpty()) {
      return null;
    }
    Passage passage = new Passage(string(), Arrays.copyOf(pieces, filled), origin);
    filled = 0;
    return passage;
  }

  /** The words so far without their places, and begins anew; empty where there are none. */
  public String takeString() {
    space = false;
    filled = 0;
    return string();
  }

  private String string() {
    String whole = run == null ? string.toString() : run.substring(runFrom, runTo);
    run = null;
    string.setLength(0);
    return whole;
  }
}
