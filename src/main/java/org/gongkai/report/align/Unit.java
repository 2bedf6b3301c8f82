package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gongkai.report.Status;

/**
 * Figures that stand together, and the words before them.
 *
 * @param labels the words between the figures before and these, nearest last
 * @param slots the figures; in a grid everything right of the label, blanks and words among them
 * @param grid whether they are cells of a grid, not of a line of text
 * @param at its place among the document's tokens, for distances
 * @param index its place among the document's units
 */
record Unit(List<Token> labels, List<Token> slots, boolean grid, int at, int index) {
  /** Whether no slot holds a figure or a placeholder. */
  boolean isBlank() {
    for (Token slot : slots) {
      if (slot.figure().status() != Status.BLANK) {
        return false;
      }
    }
    return true;
  }

  /**
   * The figures, a cell of a grid that spans several columns for each of them where it says zero or
   * nothing and there are as many columns as there should be.
   */
  List<Token> slots(int columns) {
    int covered = 0;
    for (Token slot : slots) {
      boolean one = slot.span() == 1 || slot.figure().isNothing();
      covered += one ? slot.span() : columns + 1;
    }
    if (slots.size() >= columns || covered != columns) {
      return slots;
    }
    List<Token> each = new ArrayList<>(columns);
    slots.forEach(slot -> each.addAll(Collections.nCopies(slot.span(), slot)));
    return each;
  }
}
