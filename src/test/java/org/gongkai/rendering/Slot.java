package org.gongkai.rendering;

/**
 * A cell of a table as it is laid out.
 *
 * @param kind what it is for
 * @param text what stands in it; a line feed is a break within the cell
 * @param path the form's cell, for a figure; else empty
 * @param rows how many rows it spans
 * @param columns how many columns it spans
 */
record Slot(Kind kind, String text, String path, int rows, int columns) {
  enum Kind {
    HEAD,
    LABEL,
    FIGURE,
    EMPTY
  }

  static Slot head(String text, int rows, int columns) {
    return new Slot(Kind.HEAD, text, "", rows, columns);
  }

  static Slot label(String text, int rows, int columns) {
    return new Slot(Kind.LABEL, text, "", rows, columns);
  }

  static Slot empty() {
    return new Slot(Kind.EMPTY, "", "", 1, 1);
  }

  Slot text(String other) {
    return new Slot(kind, other, path, rows, columns);
  }

  Slot span(int otherRows, int otherColumns) {
    return new Slot(kind, text, path, otherRows, otherColumns);
  }
}
