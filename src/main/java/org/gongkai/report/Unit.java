package org.gongkai.report;

import java.util.List;

/**
 * Figures that stand together, and the words before them.
 *
 * @param labels the words between the figures before and these, nearest last
 * @param slots the figures; in a grid everything right of the label, blanks and words among them
 * @param row all cells of the row of the grid it stands in; empty in lines of text
 * @param at its place among the document's tokens, for distances
 * @param index its place among the document's units
 */
record Unit(List<Token> labels, List<Token> slots, List<Token> row, int at, int index) {
  boolean grid() {
    return !row.isEmpty();
  }

  /** Whether no slot holds a figure or a placeholder. */
  boolean isBlank() {
    for (Token slot : slots) {
      if (slot.figure().status() != Status.BLANK) {
        return false;
      }
    }
    return true;
  }
}
