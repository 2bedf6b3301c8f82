package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Passage;
import org.gongkai.document.TableBuilder;
import org.gongkai.text.Width;
import org.jspecify.annotations.Nullable;

/** The rows of a drawn table whose borders are known, put together line by line. */
final class DrawnRows {
  /** So many rows with borders between them: then no others are without. */
  private static final int MANY = 4;

  private static final int MOST = 20;

  /** A number has no more pieces. */
  private static final int FEW = 4;

  /** What a label of its own may begin with. */
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,2}[.．、]\\D|[（(]?[一二三四五六七八九十]{1,2}[）)、]|第[一二三四五六七八九十]+条");

  /** A piece of a line of text between two edges. */
  private record Piece(Passage words, int from, int to, int width) {
    boolean isFigure() {
      return DrawnLine.isFigure(words.string(), 0, words.string().length());
    }
  }

  /** What stands between two borders from side to side: a row, or several without a border. */
  private static final class Band {
    final List<List<Piece>> lines = new ArrayList<>();

    /** What stands for a cell of it of which nothing came through. */
    final Passage blank;

    boolean[] closed;

    Band(Passage blank, int columns) {
      this.blank = blank;
      closed = new boolean[columns];
    }
  }

  private final int columns;
  private final int wide;
  private final int[] widest;
  private final List<Band> bands = new ArrayList<>();

  /** Whether the last band may still get lines of text. */
  private boolean open;

  private boolean torn;

  /** Whether all rows have borders between them, as far as one can tell. */
  private boolean ruled;

  /** Whether that is certain. */
  private boolean thoroughly;

  /**
   * Begins a table.
   *
   * @param wide how wide who drew it took a Chinese character to be
   */
  DrawnRows(int columns, int wide) {
    this.columns = columns;
    this.wide = wide;
    this.widest = new int[columns];
  }

  /**
   * Adds a line.
   *
   * @param edges the marks that bound its pieces
   * @param borders which border of the table each of them is
   */
  void add(DrawnLine line, int[] edges, int[] borders) {
    boolean text = line.isText();
    if (text && !open) {
      bands.add(new Band(line.blank(), columns));
    }
    if (!text && bands.isEmpty()) {
      return;
    }
    Band band = bands.get(bands.size() - 1);
    List<Piece> pieces = new ArrayList<>();
    int covered = 0;
    for (int i = 0; i + 1 < edges.length; i++) {
      covered = borders[i + 1];
      if (covered <= borders[i]) {
        continue;
      }
      if (line.isBorder(edges[i])) {
        Arrays.fill(band.closed, borders[i], covered, true);
        continue;
      }
      Passage words = line.piece(edges[i]);
      int width = Width.of(words.string(), wide);
      torn |= text && covered > borders[i] + 1 && line.isTwoFigures(edges[i]);
      if (covered == borders[i] + 1) {
        widest[borders[i]] = Math.max(widest[borders[i]], width);
      }
      if (text || width > 0) {
        pieces.add(new Piece(words, borders[i], covered, width));
      }
    }
    if (!text && line.isRule()) {
      // One that is shorter than the table, or has no crossings, goes through all the same.
      Arrays.fill(band.closed, covered, columns, true);
    }
    if (!pieces.isEmpty()) {
      band.lines.add(pieces);
    }
    open = text;
  }

  /** The table; null where what is left out of its borders makes no cells. */
  @Nullable TableBuilder build() {
    long figured = bands.stream().filter(DrawnRows::hasFigures).count();
    ruled = figured >= MANY;
    thoroughly = figured >= MOST;
    boolean several = false;
    for (Band band : bands) {
      several |= hasSeveralRows(band);
      torn |= !ruled && mayBeTwoRows(band);
    }
    if (torn) {
      return null;
    }
    List<Band> rows = new ArrayList<>();
    for (Band band : bands) {
      if (hasSeveralRows(band) || several && !hasFigures(band)) {
        split(band, rows);
      } else {
        rows.add(band);
      }
    }
    boolean[][] bars = new boolean[rows.size()][];
    for (int row = 0; row < bars.length; row++) {
      boolean[] own = bars(rows.get(row));
      if (own == null) {
        return null;
      }
      bars[row] = own;
    }
    return cells(rows, bars);
  }

  /** Adds the rows of a band that has no borders between them. */
  private void split(Band band, List<Band> into) {
    Band row = new Band(band.blank, columns);
    for (List<Piece> line : band.lines) {
      if (!row.lines.isEmpty() && !goesOn(row.lines.get(row.lines.size() - 1), line)) {
        Arrays.fill(row.closed, true);
        into.add(row);
        row = new Band(line.get(0).words().part(0, 0), columns);
      }
      row.lines.add(line);
    }
    row.closed = band.closed;
    into.add(row);
  }

  private static boolean hasFigures(Band band) {
    return band.lines.stream().flatMap(List::stream).anyMatch(Piece::isFigure);
  }

  /** Whether a column has figures below each other that are no pieces of one, or below words. */
  private boolean hasSeveralRows(Band band) {
    @Nullable Piece[] figures = new Piece[columns];
    @Nullable Piece[] words = new Piece[columns];
    for (List<Piece> line : band.lines) {
      boolean labelled = false;
      boolean numbered = false;
      boolean begins = false;
      for (Piece piece : line) {
        if (piece.width() > 0 && !piece.isFigure()) {
          Piece above = words[piece.from()];
          labelled = true;
          numbered |= NUMBER.matcher(piece.words().string()).lookingAt();
          begins |= above == null || !isFilled(above);
        }
      }
      for (Piece piece : line) {
        if (piece.isFigure()) {
          Piece above = figures[piece.from()];
          boolean apart = above != null && !isFull(above);
          if (words[piece.from()] != null
              || above != null && begins && !ruled
              || apart && isRow(labelled, numbered, band.lines.size())) {
            return true;
          }
          figures[piece.from()] = piece;
        } else {
          words[piece.from()] = piece.width() > 0 ? piece : null;
        }
      }
    }
    return false;
  }

  /** Whether a line of a band with figures below others, apart from them, is a row. */
  private boolean isRow(boolean labelled, boolean numbered, int lines) {
    if (!labelled) {
      return !ruled && lines > FEW;
    }
    // Some programs break numbers anywhere; then the borders tell the rows.
    torn |= ruled && !thoroughly && !numbered;
    return numbered && !thoroughly || !ruled;
  }

  /** Whether a line that seems to go on with the one above says as much as a row would. */
  private boolean mayBeTwoRows(Band band) {
    for (int i = 1; i < band.lines.size(); i++) {
      List<Piece> above = band.lines.get(i - 1);
      List<Piece> line = band.lines.get(i);
      boolean alike = above.size() == line.size() && isFilledAlike(above, line);
      if (alike && line.stream().anyMatch(Piece::isFigure) && goesOn(above, line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFilledAlike(List<Piece> above, List<Piece> line) {
    boolean words = false;
    for (int i = 0; i < line.size(); i++) {
      if ((above.get(i).width() > 0) != (line.get(i).width() > 0)) {
        return false;
      }
      words |= line.get(i).width() > 0 && !line.get(i).isFigure();
    }
    return words;
  }

  /** Whether a figure fills its cell, so that the rest of it stands on the next line. */
  private boolean isFull(Piece figure) {
    return figure.to() == figure.from() + 1
        && figure.width() + widthOfLast(figure) > widest[figure.from()];
  }

  /** Whether words fill their cell, so that the rest of them stands on the next line. */
  private boolean isFilled(Piece words) {
    return words.to() > words.from() + 1 || words.width() + wide + 1 >= widest[words.from()];
  }

  private int widthOfLast(Piece figure) {
    boolean any = figure.words().string().chars().anyMatch(c -> Width.isWide((char) c));
    return any ? wide : 1;
  }

  /** Whether all that a line says goes on where the line above filled its cell. */
  private boolean goesOn(List<Piece> above, List<Piece> line) {
    for (Piece piece : line) {
      if (piece.width() == 0) {
        continue;
      }
      if (NUMBER.matcher(piece.words().string()).lookingAt()) {
        return false;
      }
      Piece before = null;
      for (Piece each : above) {
        before = each.from() == piece.from() && each.to() == piece.to() ? each : before;
      }
      if (before == null
          || before.width() == 0
          || before.isFigure() != piece.isFigure()
          || (before.isFigure() ? !isFull(before) : !isFilled(before))) {
        return false;
      }
    }
    return true;
  }

  /** Which bars stand in a row; null where words stand where other lines of it have one. */
  private boolean @Nullable [] bars(Band row) {
    boolean[] bars = new boolean[columns + 1];
    int covered = 0;
    for (List<Piece> line : row.lines) {
      for (Piece piece : line) {
        bars[piece.from()] = true;
        bars[piece.to()] = true;
        covered = Math.max(covered, piece.to());
      }
    }
    for (List<Piece> line : row.lines) {
      for (Piece piece : line) {
        for (int i = piece.from() + 1; i < piece.to() && piece.width() > 0; i++) {
          if (bars[i]) {
            return null;
          }
        }
      }
    }
    Arrays.fill(bars, covered, columns + 1, true);
    return bars;
  }

  private @Nullable TableBuilder cells(List<Band> rows, boolean[][] bars) {
    TableBuilder table = new TableBuilder();
    boolean[][] taken = new boolean[rows.size()][columns];
    for (int row = 0; row < rows.size(); row++) {
      table.row();
      for (int from = 0; from < columns; from++) {
        if (taken[row][from]) {
          continue;
        }
        int to = from + 1;
        while (to < columns && !bars[row][to]) {
          to++;
        }
        int below = row + 1;
        while (below < rows.size() && !closed(rows.get(below - 1), from, to)) {
          if (!isOneCell(bars[below], from, to) || isClosedInPart(rows.get(below - 1), from, to)) {
            return null;
          }
          below++;
        }
        for (int i = row; i < below; i++) {
          Arrays.fill(taken[i], from, to, true);
        }
        Passage words = words(rows.subList(row, below), from, to);
        table.cell(
            words.string().isEmpty()
                ? new ArrayList<>(0)
                : new ArrayList<>(List.of(new Paragraph(words))),
            words,
            below - row,
            to - from);
      }
    }
    return table;
  }

  private static boolean closed(Band row, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!row.closed[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClosedInPart(Band row, int from, int to) {
    for (int i = from; i < to; i++) {
      if (row.closed[i]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneCell(boolean[] bars, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (bars[i]) {
        return false;
      }
    }
    return bars[from] && bars[to];
  }

  /** What a cell says over its lines. */
  private Passage words(List<Band> rows, int from, int to) {
    Passage blank = null;
    List<Piece> pieces = new ArrayList<>();
    for (Band row : rows) {
      for (List<Piece> line : row.lines) {
        for (Piece piece : line) {
          if (piece.from() >= from && piece.to() <= to) {
            if (piece.width() > 0) {
              pieces.add(piece);
            } else if (blank == null) {
              blank = piece.words();
            }
          }
        }
      }
    }
    if (pieces.isEmpty()) {
      return blank == null ? rows.get(0).blank : blank;
    }
    boolean figures = pieces.stream().allMatch(Piece::isFigure);
    boolean full = figures && pieces.subList(0, pieces.size() - 1).stream().allMatch(this::isFull);
    // A number that filled its cell goes on below; of any other two it is not known.
    return Passage.join(
        pieces.stream().map(Piece::words).toList(), full ? "" : figures ? "\n" : " ");
  }
}
