package org.gongkai.document.html;

import java.util.Arrays;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Sets the children of an element in rows that is laid out by {@code display: grid}, as CSS Grid's
 * automatic placement does: as many to a row as {@code grid-template-columns} says, spans counted.
 */
final class CellFlow {
  private static final int MOST_COLUMNS = 64;

  /** A declared span beyond that is none. */
  private static final int MOST_ROWS = 100;

  private final int columns;

  /** How many rows are declared; 0 where as many are made as the cells need. */
  private final int rows;

  private final int[] until;
  private int row = -1;
  private int column;

  private CellFlow(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.until = new int[columns];
    this.column = columns;
  }

  /** A place: how many rows below the one before it stands, and its spans. */
  record Place(int newRows, int down, int across) {}

  /**
   * How the children of an element stand; null where it is no such grid, or its children are more
   * than cells.
   */
  static @Nullable CellFlow of(Element element, StyleSheet sheet) {
    String style = element.attr("style");
    if (!isGrid(style)) {
      style = sheet.isEmpty() ? "" : sheet.declared(element);
    }
    if (!isGrid(style)) {
      return null;
    }
    int columns = columns(Styles.value(style, "grid-template-columns"));
    if (columns < 2 || columns > MOST_COLUMNS) {
      return null;
    }
    int rows = columns(Styles.value(style, "grid-template-rows"));
    int cells = 0;
    int children = 0;
    for (int i = 0; i < element.childNodeSize(); i++) {
      Node node = element.childNode(i);
      if (node instanceof Element cell) {
        if (!DivGrid.isCellSized(cell)) {
          return null;
        }
        cells +=
            span(cell, "grid-row", rows, MOST_ROWS) * span(cell, "grid-column", columns, columns);
        children++;
      } else if (node instanceof TextNode text && !text.isBlank()) {
        return null;
      }
    }
    // Where the rows do not come out even, something else sets them.
    return children > columns && cells % columns == 0 ? new CellFlow(columns, rows) : null;
  }

  private static boolean isGrid(String style) {
    return Styles.declares(style, "display", "grid");
  }

  /** Where the next child stands. */
  Place next(Element cell) {
    int across = span(cell, "grid-column", columns, columns);
    int down = span(cell, "grid-row", rows, MOST_ROWS);
    int before = row;
    while (column + across > columns || isTaken(across)) {
      column++;
      if (column + across > columns) {
        row++;
        column = 0;
      }
    }
    Arrays.fill(until, column, column + across, row + down);
    column += across;
    return new Place(row - before, down, across);
  }

  private boolean isTaken(int across) {
    for (int i = column; i < column + across; i++) {
      if (until[i] > row) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code span 3}, {@code 2 / 5}, {@code 2 / span 3}, {@code 1 / -1}; 1 for anything else.
   *
   * @param tracks how many rows or columns are declared: from behind, lines count from their end
   */
  private static int span(Element cell, String property, int tracks, int most) {
    if (cell.attributesSize() == 0) {
      return 1;
    }
    String value = Styles.value(cell.attr("style"), property).toLowerCase(Locale.ROOT);
    if (value.isEmpty()) {
      value = Styles.value(cell.attr("style"), property + "-end").toLowerCase(Locale.ROOT);
    }
    int span = value.indexOf("span");
    if (span >= 0) {
      return clamp(number(value.substring(span + 4)), most);
    }
    int slash = value.indexOf('/');
    if (slash < 0) {
      return 1;
    }
    int from = number(value.substring(0, slash));
    int to = number(value.substring(slash + 1));
    return clamp((to < 0 ? tracks + 2 + to : to) - from, most);
  }

  private static int clamp(int span, int most) {
    return Math.max(1, Math.min(span, most));
  }

  /** The number that a word begins with, blanks before it; 0 for none. */
  private static int number(String word) {
    String digits = word.strip();
    int end = digits.startsWith("-") ? 1 : 0;
    while (end < digits.length() && end < 6 && Character.isDigit(digits.charAt(end))) {
      end++;
    }
    return end == 0 || digits.substring(0, end).equals("-")
        ? 0
        : Integer.parseInt(digits.substring(0, end));
  }

  /** How many columns a template has; 0 where only the page's width tells. */
  static int columns(String template) {
    int columns = 0;
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c <= ' ') {
        at++;
        continue;
      }
      int end = end(template, at);
      String track = template.substring(at, end);
      if (track.startsWith("repeat(")) {
        int comma = track.indexOf(',');
        int times = comma < 0 ? 0 : number(track.substring("repeat(".length(), comma));
        if (times == 0 || !track.endsWith(")")) {
          return 0;
        }
        columns +=
            Math.min(times, MOST_COLUMNS) * columns(track.substring(comma + 1, track.length() - 1));
      } else if (c != '[' && !track.startsWith("!") && !track.equals("none")) {
        columns++;
      }
      at = end;
    }
    return columns;
  }

  /** Where a track ends, what is in brackets with it. */
  private static int end(String template, int from) {
    int depth = 0;
    int at = from;
    while (at < template.length() && (depth > 0 || template.charAt(at) > ' ')) {
      char c = template.charAt(at++);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    }
    return at;
  }
}
