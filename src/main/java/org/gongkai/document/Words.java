package org.gongkai.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the words of a paragraph: folds white space, leaves out what is not seen, notes where it
 * came from.
 */
final class Words {
  private final Origin origin;
  private final StringBuilder string = new StringBuilder();
  private int[] pieces = new int[12];
  private int filled;
  private boolean space;
  private int spaceNode;
  private int spaceOffset;

  Words(Origin origin) {
    this.origin = origin;
  }

  boolean isEmpty() {
    return string.length() == 0;
  }

  /** Adds characters {@code from} to {@code to} of a text that is its node's. */
  void add(String text, int node, int from, int to) {
    add(text, node, from, to, 0);
  }

  /** The same where the text begins at {@code base} of the node. */
  void add(String text, int node, int from, int to, int base) {
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
  void addAs(String text, int node, int offset) {
    for (int i = 0; i < text.length(); i++) {
      if (Characters.isPrinting(text.charAt(i))) {
        run(text, node, offset, i, i + 1);
      } else if (Characters.isSpace(text.charAt(i))) {
        space(node, offset);
      }
    }
  }

  private void space(int node, int offset) {
    if (!space) {
      space = true;
      spaceNode = node;
      spaceOffset = offset;
    }
  }

  private void run(String text, int node, int offset, int from, int to) {
    if (space) {
      space = false;
      if (string.length() > 0) {
        piece(spaceNode, spaceOffset);
        string.append(' ');
      }
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
  @Nullable Passage take() {
    space = false;
    if (string.length() == 0) {
      return null;
    }
    Passage passage = new Passage(string.toString(), Arrays.copyOf(pieces, filled), origin);
    string.setLength(0);
    filled = 0;
    return passage;
  }
}
