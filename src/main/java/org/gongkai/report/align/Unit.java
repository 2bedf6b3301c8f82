package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.report.Status;

/**
 * Figures that stand together, and the words before them.
 *
 * @param labels the words between the figures before and these, nearest last
 * @param slots the figures; in a grid everything right of the label, blanks and words among them
 * @param row all cells of the row of the grid it stands in; empty in lines of text
 * @param at its place among the document's tokens, for distances
 * @param index its place among the document's units
 */
public record Unit(List<Token> labels, List<Token> slots, List<Token> row, int at, int index) {
  /** A number with spaces between its thousands. */
  private static final Pattern SPACED = Pattern.compile("[1-9]\\d{0,2}( \\d{3})+(\\.\\d+)?");

  boolean grid() {
    return !row.isEmpty();
  }

  /** The same with other figures. */
  Unit withSlots(List<Token> other) {
    return new Unit(labels, other, row, at, index);
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

  /**
   * The figures, those of a line taken together where there are as many lines as there should be
   * figures: {@code 1 234} on a line of its own is one number.
   */
  List<Token> slotsByLine(int count) {
    if (grid() || slots.size() <= count) {
      return slots;
    }
    List<Token> joined = new ArrayList<>();
    for (int from = 0; from < slots.size(); ) {
      int to = from + 1;
      while (to < slots.size() && slots.get(from).isBeside(slots.get(to))) {
        to++;
      }
      Token whole = to - from == 1 ? slots.get(from) : slots.get(from).with(slots.get(to - 1));
      boolean one =
          whole.figure().status() == Status.NUMBER
              && (count > 1
                  || !labels.isEmpty() && labels.get(labels.size() - 1).line() != whole.line()
                  || SPACED.matcher(whole.printed()).matches());
      if (joined.size() == count || to - from > 1 && !one) {
        return slots;
      }
      joined.add(whole);
      from = to;
    }
    return joined.size() == count ? joined : slots;
  }

  /**
   * The cells of a grid, one that spans several columns for each of them where it says zero or
   * nothing and there are as many columns as there should be.
   */
  List<Token> unmerged(int columns) {
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

  /** The figures, merged cells repeated and numbers with spaces in them taken together. */
  List<Token> slots(int columns) {
    return grid() ? unmerged(columns) : slotsByLine(columns);
  }
}
