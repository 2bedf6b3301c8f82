package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables without lines: rows whose figures stand below one another. What stands in a row to
 * the left of the columns is its label. A table is certain only if a figure stands in each column
 * of each row: else a figure may be another's part, or a blank cell one of another row.
 */
final class BareTables {
  private static final Pattern FIGURE =
      Pattern.compile("[0-9０-９][0-9０-９,，.．]*[件项条宗个元万亿次]*|[-－—–/／]{1,2}|无|不适用|N/A");

  /** A wider gap is one between cells, in parts of the size. */
  private static final float GAP = .6f;

  /** Intervals nearer than that are of one column. */
  private static final float NEAR = 1.2f;

  /** A label of two lines has its row's figures between them, in parts of the size. */
  private static final float ABOVE = 1.5f;

  private static final int LEAST_COLUMNS = 5;
  private static final int LEAST_ROWS = 3;

  /** How many lines of labels may stand between two rows. */
  private static final int BETWEEN = 3;

  /** Glyphs of a line without a gap between. */
  private record Piece(int from, int to, String text, float x0, float x1) {
    boolean isFigure() {
      return FIGURE.matcher(text).matches();
    }
  }

  /** A row: its line and the figures at the line's end, none where all its cells are blank. */
  private record Row(GlyphLine line, List<Piece> figures) {
    boolean hasLabel() {
      return figures.isEmpty() || figures.get(0).from > 0;
    }

    List<float[]> places() {
      return figures.stream().map(figure -> new float[] {figure.x0, figure.x1}).toList();
    }

    float distance(GlyphLine other) {
      return Math.abs(line.centerY() - other.centerY());
    }
  }

  /**
   * A table.
   *
   * @param lines all that it takes in, labels between its rows too
   * @param columns where each column lies; none where that is not known
   */
  record Bare(List<GlyphLine> lines, List<Row> rows, List<float[]> columns) implements LinesBlock {
    /** Whether a figure stands in each column of each row. */
    boolean isFull() {
      return rows.stream().allMatch(row -> row.figures.size() == columns.size());
    }
  }

  private BareTables() {}

  /** The tables among the lines of a page. */
  static List<Bare> find(List<GlyphLine> lines) {
    List<Bare> tables = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      Bare table = table(lines, from);
      if (table == null) {
        table = loose(lines, from);
      }
      if (table == null) {
        from++;
      } else {
        tables.add(table);
        from = lines.indexOf(table.lines.get(table.lines.size() - 1)) + 1;
      }
    }
    return tables;
  }

  /** Lines that end with figures which make no columns: rows whose cells are not told apart. */
  private static @Nullable Bare loose(List<GlyphLine> lines, int from) {
    List<Row> rows = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      List<Piece> figures = figures(lines.get(i));
      if (figures.size() < 2) {
        break;
      }
      rows.add(new Row(lines.get(i), figures));
    }
    return rows.isEmpty()
        ? null
        : new Bare(List.copyOf(lines.subList(from, from + rows.size())), rows, List.of());
  }

  private static @Nullable Bare table(List<GlyphLine> lines, int from) {
    List<Row> rows = new ArrayList<>();
    int last = from;
    for (int i = from; i < lines.size() && i - last <= BETWEEN; i++) {
      List<Piece> figures = figures(lines.get(i));
      if (figures.isEmpty() && i == from) {
        return null;
      }
      if (!figures.isEmpty()) {
        rows.add(new Row(lines.get(i), figures));
        last = i;
      }
    }
    while (rows.size() >= LEAST_ROWS) {
      List<float[]> columns = columns(rows);
      if (columns.size() >= LEAST_COLUMNS && !isBroken(rows)) {
        int end = lines.indexOf(rows.get(rows.size() - 1).line) + 1;
        List<GlyphLine> all = List.copyOf(lines.subList(from, end));
        return new Bare(all, withBlank(rows, all), columns);
      }
      rows.remove(rows.size() - 1);
    }
    return null;
  }

  /** Whether a figure may be broken: rows so near to one another that they may be one. */
  private static boolean isBroken(List<Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      Row above = rows.get(i - 1);
      Row row = rows.get(i);
      float near = above.hasLabel() && row.hasLabel() ? 1 : ABOVE;
      if (row.distance(above.line) < near * row.line.size()) {
        return true;
      }
    }
    return false;
  }

  /** The rows with those whose cells are all blank: numbered labels that are no other row's. */
  private static List<Row> withBlank(List<Row> rows, List<GlyphLine> lines) {
    List<Row> all = new ArrayList<>();
    for (GlyphLine line : lines) {
      Row nearest = nearest(rows, line);
      if (nearest.line == line) {
        all.add(nearest);
      } else if (LineJoiner.isNumbered(line.text())
          && (nearest.hasLabel() || nearest.distance(line) > ABOVE * line.size())) {
        all.add(new Row(line, List.of()));
      }
    }
    return all;
  }

  private static Row nearest(List<Row> rows, GlyphLine line) {
    Row nearest = rows.get(0);
    for (Row row : rows) {
      nearest = row.distance(line) < nearest.distance(line) ? row : nearest;
    }
    return nearest;
  }

  /** The figures that a line ends with. */
  private static List<Piece> figures(GlyphLine line) {
    List<Piece> pieces = pieces(line);
    int from = pieces.size();
    while (from > 0 && pieces.get(from - 1).isFigure()) {
      from--;
    }
    return pieces.subList(from, pieces.size());
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
            new Piece(from, i, text.toString(), glyphs.get(from).x0(), glyphs.get(i - 1).x1()));
        from = i;
      }
    }
    return pieces;
  }

  /** Where the figures of all rows lie, seen from above. */
  private static List<float[]> columns(List<Row> rows) {
    List<float[]> all = new ArrayList<>();
    rows.forEach(row -> all.addAll(row.places()));
    all.sort(Comparator.comparingDouble(interval -> interval[0]));
    List<float[]> columns = new ArrayList<>();
    for (float[] interval : all) {
      float[] last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
      if (last != null && interval[0] < last[1] + NEAR) {
        last[1] = Math.max(last[1], interval[1]);
      } else {
        columns.add(interval);
      }
    }
    return columns;
  }

  /** The table as a grid: a label and a cell for each column, blank where nothing stands. */
  static Grid grid(Bare table, GlyphPlaces places) {
    List<List<GlyphLine>> labels = labels(table);
    TextBuilder words = new TextBuilder(places);
    List<GridRow> grid = new ArrayList<>();
    for (int r = 0; r < table.rows.size(); r++) {
      Row row = table.rows.get(r);
      int first = row.figures.isEmpty() ? row.line.glyphs().size() : row.figures.get(0).from;
      for (GlyphLine line : labels.get(r)) {
        line.addTo(words, 0, line == row.line ? first : line.glyphs().size());
      }
      Text blank = Text.blank(row.line.page(), row.line.glyphs().get(0).index(), places);
      List<GridCell> cells = new ArrayList<>();
      Text label = words.take();
      if (label != null || !table.columns.isEmpty()) {
        cells.add(cell(label, blank));
      }
      for (float[] column : table.columns.isEmpty() ? row.places() : table.columns) {
        for (Piece figure : row.figures) {
          if (figure.x0 >= column[0] - NEAR && figure.x1 <= column[1] + NEAR) {
            row.line.addTo(words, figure.from, figure.to);
          }
        }
        cells.add(cell(words.take(), blank));
      }
      grid.add(new GridRow(cells));
    }
    return new Grid(grid, !table.isFull());
  }

  private static GridCell cell(@Nullable Text text, Text blank) {
    return new GridCell(text == null ? blank : text, 1, 1);
  }

  /** The lines of each row's label: lines without figures belong to the nearest row. */
  private static List<List<GlyphLine>> labels(Bare table) {
    List<List<GlyphLine>> labels = new ArrayList<>();
    for (int r = 0; r < table.rows.size(); r++) {
      labels.add(new ArrayList<>());
    }
    for (GlyphLine line : table.lines) {
      labels.get(table.rows.indexOf(nearest(table.rows, line))).add(line);
    }
    return labels;
  }
}
