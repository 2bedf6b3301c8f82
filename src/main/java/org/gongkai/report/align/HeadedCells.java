package org.gongkai.report.align;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a row under the form's columns where headings stand above each of them. */
final class HeadedCells {
  private HeadedCells() {}

  /**
   * Places cells by the headings above them, spans counted.
   *
   * @param words the headings of the form's columns
   * @param columns how many of these there are
   * @param headings the words over the columns
   * @param slots the cells of a row
   * @return a cell for each column; null where that gives no clear answer
   */
  static @Nullable Token @Nullable [] place(
      HeadingWords words, int columns, List<Token> headings, List<Token> slots) {
    Map<Integer, Integer> columnAt = new HashMap<>();
    boolean[] headed = new boolean[columns];
    int first = Integer.MAX_VALUE;
    int end = 0;
    int[] heads = headings.stream().mapToInt(words::headedBy).toArray();
    for (int i = 0; i < heads.length; i++) {
      Token heading = headings.get(i);
      int column = heads[i];
      if (column >= 0) {
        headed[column] = true;
        first = Math.min(first, heading.x());
        end = Math.max(end, heading.end());
        for (int x = heading.x(); x < heading.end(); x++) {
          columnAt.put(x, column);
        }
      }
    }
    Set<Integer> others = headedBeside(headings, heads, columnAt.keySet(), slots);
    if (others.isEmpty() && slots.get(0).x() == first) {
      others = headedBeyond(headings, end);
    }
    @Nullable Token[] cells = new Token[columns];
    for (Token slot : slots) {
      if (others.contains(slot.x())) {
        continue;
      }
      Integer column = columnAt.get(slot.x());
      boolean blank = slot.figure().status() == Status.BLANK;
      Token before = column == null ? null : cells[column];
      if (column != null
          && (before == null || !blank && before.figure().status() == Status.BLANK)) {
        cells[column] = slot;
      } else if (!blank) {
        return null;
      }
    }
    for (int i = 0; i < cells.length; i++) {
      if (!headed[i] || cells[i] == null) {
        return null;
      }
    }
    return cells;
  }

  /** Where, behind the form's columns, others stand under headings of their own. */
  private static Set<Integer> headedBeyond(List<Token> headings, int end) {
    Set<Integer> places = new HashSet<>();
    for (Token heading : headings) {
      if (heading.grid() && heading.x() >= end && !heading.key().isEmpty()) {
        for (int x = heading.x(); x < heading.end(); x++) {
          places.add(x);
        }
      }
    }
    return places;
  }

  /**
   * Where, before the form's columns and among them, others stand under headings of their own: last
   * year's figures, numbers of lines, shares. None unless each cell of the row stands under a
   * heading, and each heading over one.
   *
   * @param heads which column each of the headings heads; negative for none
   */
  private static Set<Integer> headedBeside(
      List<Token> headings, int[] heads, Set<Integer> known, List<Token> slots) {
    Set<Integer> lines = new HashSet<>();
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] >= 0) {
        lines.add(headings.get(i).line());
      }
    }
    int from = slots.get(0).x();
    Set<Integer> begins = new HashSet<>();
    Set<Integer> others = new HashSet<>();
    for (int i = 0; i < heads.length; i++) {
      Token heading = headings.get(i);
      if (!heading.grid() || heading.x() < from || !lines.contains(heading.line())) {
        continue;
      }
      if (heads[i] >= 0) {
        begins.add(heading.x());
      } else if (!heading.key().isEmpty() && !known.contains(heading.x())) {
        begins.add(heading.x());
        others.add(heading.x());
      }
    }
    boolean each =
        begins.size() == slots.size() && slots.stream().allMatch(slot -> begins.contains(slot.x()));
    return each ? others : Set.of();
  }
}
