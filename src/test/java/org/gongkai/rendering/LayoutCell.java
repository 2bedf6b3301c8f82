package org.gongkai.rendering;

/**
 * A cell of a table in a file.
 *
 * @param kind its role
 * @param text its text; a line feed is a line break
 * @param path the path of the form's cell, for a figure; else empty
 * @param rows the number of rows that it spans
 * @param columns the number of columns that it spans
 */
record LayoutCell(Kind kind, String text, String path, int rows, int columns) {
  enum Kind {
    HEAD,
    LABEL,
    FIGURE,
    EMPTY
  }

  static LayoutCell head(String text, int rows, int columns) {
    return new LayoutCell(Kind.HEAD, text, "", rows, columns);
  }

  static LayoutCell label(String text, int rows, int columns) {
    return new LayoutCell(Kind.LABEL, text, "", rows, columns);
  }

  static LayoutCell empty() {
    return new LayoutCell(Kind.EMPTY, "", "", 1, 1);
  }

  LayoutCell text(String other) {
    return new LayoutCell(kind, other, path, rows, columns);
  }

  LayoutCell span(int otherRows, int otherColumns) {
    return new LayoutCell(kind, text, path, otherRows, otherColumns);
  }
}
