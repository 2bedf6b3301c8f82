package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A table without lines. What is left of a row's figures is its label; a line without figures is
 * part of the label of the row next to it.
 *
 * @param lines all that it takes in, labels between its rows too
 * @param columns where each column lies; none where that is not known
 */
record BareTable(List<GlyphLine> lines, List<Row> rows, List<float[]> columns)
    implements LinesBlock {
  private static final Pattern FIGURE =
      Pattern.compile("[0-9０-９][0-9０-９,，.．]*[件项条宗个元万亿次]*|[-－—–/／]{1,2}|无|不适用|N/A");

  /** A wider gap is one between cells, in parts of the size. */
  private static final float GAP = .6f;

  /** Intervals nearer than that are of one column. */
  static final float NEAR = 1.2f;

  /** Glyphs of a line without a gap between. */
  record Piece(int from, int to, String text, float x0, float x1) {
    boolean isFigure() {
      return FIGURE.matcher(text).matches();
    }
  }

  /** A row: its line and the figures at the line's end, none where all its cells are blank. */
  record Row(GlyphLine line, List<Piece> figures) {
    boolean hasFigures() {
      return !figures.isEmpty();
    }

    boolean hasLabel() {
      return figures.isEmpty() || figures.get(0).from > 0;
    }

    List<float[]> places() {
      return figures.stream().map(figure -> new float[] {figure.x0, figure.x1}).toList();
    }

    /** A line with the figures that it ends with. */
    static Row of(GlyphLine line) {
      List<Piece> pieces = pieces(line);
      int from = pieces.size();
      while (from > 0 && pieces.get(from - 1).isFigure()) {
        from--;
      }
      return new Row(line, pieces.subList(from, pieces.size()));
    }

    float distance(GlyphLine other) {
      return Math.abs(line.box().centerY() - other.box().centerY());
    }
  }

  /**
   * Whether there is a figure in each column of each row: only then is it certain which is whose.
   */
  private boolean isFull() {
    return rows.stream().allMatch(row -> row.figures.size() == columns.size());
  }

  private static List<Piece> pieces(GlyphLine line) {
    List<Glyph> glyphs = line.glyphs();
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= glyphs.size(); i++) {
      if (i == glyphs.size() || line.gap(i) > GAP) {
        StringBuilder text = new StringBuilder();
        for (Glyph glyph : glyphs.subList(from, i)) {
          text.append(glyph.text());
        }
        pieces.add(
            new Piece(
                from,
                i,
                text.toString(),
                glyphs.get(from).box().x0(),
                glyphs.get(i - 1).box().x1()));
        from = i;
      }
    }
    return pieces;
  }

  static Row nearest(List<Row> rows, GlyphLine line) {
    Row nearest = rows.get(0);
    for (Row row : rows) {
      nearest = row.distance(line) < nearest.distance(line) ? row : nearest;
    }
    return nearest;
  }

  /** A grid of a label and a cell for each column, blank where there is nothing. */
  @Override
  public Grid block(TextBuilder words, GlyphPlaces places) {
    List<List<GlyphLine>> labels = labels();
    List<GridRow> grid = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      int first = row.figures.isEmpty() ? row.line.glyphs().size() : row.figures.get(0).from;
      for (GlyphLine line : labels.get(r)) {
        line.addTo(words, 0, line == row.line ? first : line.glyphs().size());
      }
      Text blank = Text.blank(row.line.page(), row.line.glyphs().get(0).index(), places);
      List<GridCell> cells = new ArrayList<>();
      Text label = words.take();
      if (label != null || !columns.isEmpty()) {
        cells.add(cell(label, blank));
      }
      for (float[] column : columns.isEmpty() ? row.places() : columns) {
        for (Piece figure : row.figures) {
          if (figure.x0 >= column[0] - NEAR && figure.x1 <= column[1] + NEAR) {
            row.line.addTo(words, figure.from, figure.to);
          }
        }
        cells.add(cell(words.take(), blank));
      }
      grid.add(new GridRow(cells));
    }
    return new Grid(grid, !isFull());
  }

  private static GridCell cell(@Nullable Text text, Text blank) {
    return new GridCell(text == null ? blank : text, 1, 1);
  }

  /** The lines of each row's label: lines without figures belong to the nearest row. */
  private List<List<GlyphLine>> labels() {
    List<List<GlyphLine>> labels = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      labels.add(new ArrayList<>());
    }
    for (GlyphLine line : lines) {
      labels.get(rows.indexOf(nearest(rows, line))).add(line);
    }
    return labels;
  }
}
