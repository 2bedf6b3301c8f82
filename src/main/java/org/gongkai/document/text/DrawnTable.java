package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Passage;
import org.gongkai.document.TableBuilder;
import org.gongkai.text.Strokes;
import org.gongkai.text.Width;
import org.jspecify.annotations.Nullable;

/**
 * A table that is drawn with characters: its columns by where bars stand on a screen, its rows by
 * the borders between them, what a cell says joined over its lines, and spans where a border is
 * left out.
 *
 * <p>Nobody knows how wide who drew it took a Chinese character to be, nor whether the borders came
 * through whole. Where they contradict each other, each line is a row and the grid is marked as
 * {@linkplain Grid#damaged() damaged}.
 */
final class DrawnTable {
  /** More borders side by side are no table of ours; looking for the nearest takes time. */
  private static final int MOST_BORDERS = 130;

  /** How wide a Chinese character and one of a width not agreed on may have been taken to be. */
  private static final int[][] WIDTHS = {{2, 1}, {2, 2}, {1, 1}, {3, 3}};

  /** So many lines tell how wide. */
  private static final int ENOUGH = 200;

  private final List<DrawnLine> lines;

  /** For each line the marks that bound its cells, the ends of the line among them. */
  private final int[][] edges;

  /** For each line which border of the table each edge is. */
  private final int[][] borders;

  private int count;

  /** Whether the first column has no border before it. */
  private boolean openLeft;

  /** How wide a Chinese character was taken to be. */
  private int wide = WIDTHS[0][0];

  private DrawnTable(List<DrawnLine> lines) {
    this.lines = lines;
    this.edges = new int[lines.size()][];
    this.borders = new int[lines.size()][];
  }

  /**
   * Adds what the table is to the blocks: a grid, or what its cells hold.
   *
   * @return whether it is a table
   */
  static boolean read(List<DrawnLine> lines, List<Block> into) {
    DrawnTable table = new DrawnTable(lines);
    if (!table.isTable()) {
      return false;
    }
    if (table.isMarkdown() && !table.isWrapped()) {
      table.lines(into, false);
      return true;
    }
    DrawnRows rows = table.isAligned() ? table.rows() : null;
    TableBuilder built = rows == null ? null : rows.build();
    if (built == null) {
      table.lines(into, true);
    } else {
      built.close(into);
    }
    return true;
  }

  private boolean isTable() {
    int rules = 0;
    int crossed = 0;
    boolean framed = true;
    boolean openRight = false;
    for (DrawnLine line : lines) {
      if (line.isRule()) {
        rules++;
        crossed += line.marks() > 0 ? 1 : 0;
        openLeft |= line.marks() > 0 && line.isBorder(-1);
        openRight |= line.marks() > 0 && line.isBorder(line.marks() - 1);
      } else {
        framed &= !line.isOpenLeft();
      }
    }
    for (int i = 0; i < edges.length; i++) {
      edges[i] = edges(lines.get(i), openRight);
      count = Math.max(count, edges[i].length);
    }
    boolean ruled = crossed > 0 || framed && rules > 1;
    return ruled && rules < lines.size() && count > 2 && count <= MOST_BORDERS;
  }

  /**
   * Whether the one border is that of dashes between pipes which Markdown has below the first row:
   * there a line is a row, and its cells are told by their order.
   */
  private boolean isMarkdown() {
    if (lines.size() < 2 || !lines.get(1).isDelimiter()) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      DrawnLine line = lines.get(i);
      if (i != 1 && (line.isRule() || line.isOpenLeft())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether words go on in the next line, as some programs break them in Markdown too: twice at
   * least, some words fill their cell, and below them there is nothing else but words.
   */
  private boolean isWrapped() {
    int[] widest = new int[count];
    for (DrawnLine line : lines) {
      for (int i = 0; i < line.marks() && i < count; i++) {
        widest[i] = Math.max(widest[i], Width.of(line.piece(i).string(), wide));
      }
    }
    int found = 0;
    for (int i = 3; i < lines.size(); i++) {
      found += goesOn(lines.get(i - 1), lines.get(i), widest) ? 1 : 0;
    }
    return found > 1;
  }

  private boolean goesOn(DrawnLine above, DrawnLine line, int[] widest) {
    if (above.marks() != line.marks()) {
      return false;
    }
    int words = 0;
    for (int i = 0; i < line.marks(); i++) {
      String string = line.piece(i).string();
      if (string.isEmpty()) {
        continue;
      }
      boolean full = Width.of(above.piece(i).string(), wide) + wide > widest[i];
      if (!full || DrawnLine.isFigure(string, 0, string.length())) {
        return false;
      }
      words++;
    }
    return words > 0;
  }

  private int[] edges(DrawnLine line, boolean openRight) {
    int marks = line.marks();
    int first = marks > 0 && (openLeft || line.isOpenLeft() && !line.isRule()) ? -1 : 0;
    int last = marks > 0 && (openRight || line.isOpenRight()) ? marks : marks - 1;
    int[] edges = new int[Math.max(0, last - first + 1)];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = first + i;
    }
    return edges;
  }

  /** Whether it can be told which border each edge is. */
  private boolean isAligned() {
    boolean uniform = true;
    for (int[] own : edges) {
      uniform &= own.length == count || own.length == 0;
    }
    boolean stray = false;
    for (int[] own : edges) {
      stray |= own.length > 0 && own[0] < 0;
    }
    int most = -1;
    int[] best = WIDTHS[0];
    int looked = uniform ? Math.min(lines.size(), ENOUGH) : lines.size();
    for (int[] widths : WIDTHS) {
      int[][] places = new int[looked][];
      Arrays.setAll(places, i -> lines.get(i).columns(widths[0], widths[1]));
      wide = widths[0];
      if (!uniform && !stray && align(places)) {
        return true;
      }
      int found = supported(places);
      if (found > most) {
        most = found;
        best = widths;
      }
    }
    wide = best[0];
    if (uniform) {
      for (int i = 0; i < borders.length; i++) {
        borders[i] = all(edges[i].length);
      }
      return true;
    }
    // The left end of a line is no place on a screen once blanks are gone.
    return !stray
        && (alignNearly(best, true) && meets(false) || alignNearly(best, false) && meets(false));
  }

  private static int[] all(int count) {
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    return all;
  }

  /** Aligns all edges by their exact places, if these make a table. */
  private boolean align(int[][] places) {
    TreeSet<Integer> used = new TreeSet<>();
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places[i].length; j++) {
        // One between rows may be cut into more pieces than there are cells.
        if (!lines.get(i).isRule() || j == places[i].length - 1) {
          used.add(places[i][j]);
        }
      }
      if (used.size() > MOST_BORDERS) {
        return false;
      }
    }
    List<Integer> sorted = List.copyOf(used);
    int[][] kept = edges.clone();
    int before = count;
    count = sorted.size();
    for (int i = 0; i < places.length; i++) {
      int[] own = new int[edges[i].length];
      int[] marks = new int[own.length];
      int found = 0;
      for (int mark : edges[i]) {
        int place =
            mark < places[i].length
                ? Collections.binarySearch(sorted, places[i][mark])
                : end(own, found);
        if (place >= 0) {
          marks[found] = mark;
          own[found++] = place;
        }
      }
      edges[i] = Arrays.copyOf(marks, found);
      borders[i] = Arrays.copyOf(own, found);
    }
    if (count >= before - 1 && meets(true)) {
      return true;
    }
    count = before;
    System.arraycopy(kept, 0, edges, 0, kept.length);
    return false;
  }

  /** How many marks stand where a border between rows has one. */
  private int supported(int[][] places) {
    Set<Integer> drawn = new HashSet<>();
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places[i].length && lines.get(i).isRule(); j++) {
        drawn.add(places[i][j]);
      }
    }
    int found = 0;
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places[i].length && !lines.get(i).isRule(); j++) {
        found += drawn.contains(places[i][j]) ? 1 : 0;
      }
    }
    return found;
  }

  /** The border that a line without one at its end would have there: the next. */
  private int end(int[] own, int known) {
    return Math.min(known == 0 ? 1 : own[known - 1] + 1, count - 1);
  }

  /**
   * Aligns edges that stand a little aside, with what stands above them, or with the nearest.
   *
   * @param whole whether each line has the table's last border
   */
  private boolean alignNearly(int[] widths, boolean whole) {
    int[] places = null;
    int least = 3;
    for (int i = 0; i < edges.length; i++) {
      DrawnLine line = lines.get(i);
      // The fewer words in a line, the fewer of its borders they push aside.
      int words = line.isRule() ? 0 : line.isText() ? 2 : 1;
      if (words < least && edges[i].length == count && line.marks() == count) {
        places = line.columns(widths[0], widths[1]);
        least = words;
      }
    }
    if (places == null) {
      return false;
    }
    for (int i = 0; i < edges.length; i++) {
      int own = edges[i].length;
      int[] above = i > 0 ? leading(i - 1, true) : new int[0];
      boolean text = lines.get(i).isText();
      if (own == count) {
        borders[i] = all(own);
      } else if (text && above.length == own) {
        borders[i] = above;
      } else if (text && i > 0 && above.length == 0 && borders[i - 1].length == own) {
        borders[i] = borders[i - 1];
      } else {
        int[] found = lines.get(i).columns(widths[0], widths[1]);
        int[] nearest = nearest(i, found, places, text ? new int[0] : above);
        if (nearest == null) {
          return false;
        }
        if (whole && own > 1 && edges[i][own - 1] < found.length) {
          nearest[own - 1] = count - 1;
        }
        borders[i] = nearest;
      }
    }
    return true;
  }

  /**
   * The borders to which a line's edges lead on, downwards or up; none where plus signs and bars do
   * not say.
   */
  private int[] leading(int i, boolean down) {
    DrawnLine line = lines.get(i);
    int[] own = borders[i];
    int[] leading = new int[own.length];
    int found = 0;
    for (int j = 0; j < own.length; j++) {
      int mark = edges[i][j];
      if (mark >= 0 && mark < line.marks()) {
        char c = line.mark(mark);
        if (isAnyCrossing(line, mark)) {
          return new int[0];
        }
        if (Strokes.isBar(c) || (down ? Strokes.leadsDown(c) : Strokes.leadsUp(c))) {
          leading[found++] = own[j];
        }
      }
    }
    return Arrays.copyOf(leading, found);
  }

  /** Whether borders may lead from a mark up, down or both: it does not show. */
  private static boolean isAnyCrossing(DrawnLine line, int mark) {
    char c = line.mark(mark);
    boolean beside = line.isBorder(mark - 1) || line.isBorder(mark);
    return Strokes.isPlus(c) || Strokes.isBar(c) && beside;
  }

  /**
   * The borders nearest to the edges of a line, each edge as far aside as the one before it; null
   * where one stands between two.
   *
   * @param above for a line between rows the borders that come down to it, else none
   */
  private int @Nullable [] nearest(int i, int[] found, int[] places, int[] above) {
    DrawnLine line = lines.get(i);
    int[] own = new int[edges[i].length];
    int aside = 0;
    int next = 0;
    int came = 0;
    for (int j = 0; j < own.length; j++) {
      int mark = edges[i][j];
      if (mark >= found.length) {
        own[j] = end(own, j);
        continue;
      }
      char c = line.mark(mark);
      if (next >= count) {
        return null;
      }
      boolean leads = Strokes.isBar(c) && !isAnyCrossing(line, mark) || Strokes.leadsUp(c);
      boolean up = leads && came < above.length;
      if (up) {
        next = Math.max(next, above[came++]);
      } else {
        int sought = found[mark] - aside;
        while (next + 1 < count
            && Math.abs(places[next + 1] - sought) <= Math.abs(places[next] - sought)) {
          next++;
        }
        int gap = next > 0 ? places[next] - places[next - 1] : places[1];
        if (Math.abs(places[next] - sought) * 2 > gap) {
          return null;
        }
      }
      aside = found[mark] - places[next];
      own[j] = next++;
    }
    return own;
  }

  /**
   * Whether each edge leads to one on the next line.
   *
   * @param exact whether all stand exactly where they should: some who draw make every crossing the
   *     same
   */
  private boolean meets(boolean exact) {
    for (int i = 1; i < borders.length; i++) {
      int[] down = leading(i - 1, true);
      int[] up = leading(i, false);
      boolean known = down.length > 0 && up.length > 0;
      boolean texts = lines.get(i - 1).isText() && lines.get(i).isText();
      boolean same = known && Arrays.equals(down, up) || texts && isShort(i - 1, i);
      if (!same && (known && !exact || texts || !isAmong(i - 1, i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of two lines is the same as the other but for what is lost at its end. */
  private boolean isShort(int above, int below) {
    int[] one = borders[above];
    int[] other = borders[below];
    int common = Math.min(lines.get(above).marks(), lines.get(below).marks());
    return (lines.get(above).isOpenRight()
            || lines.get(below).isOpenRight()
            || one.length != other.length)
        && common > 0
        && Arrays.equals(
            one, 0, Math.min(common, one.length), other, 0, Math.min(common, other.length));
  }

  /** Whether the borders of a line of text are among those of the line between rows beside it. */
  private boolean isAmong(int above, int below) {
    boolean text = lines.get(above).isText();
    if (borders[above].length == 0
        || borders[below].length == 0
        || text == lines.get(below).isText()) {
      return true;
    }
    int[] all = borders[text ? below : above];
    for (int border : borders[text ? above : below]) {
      if (border < count - 1 && Arrays.binarySearch(all, border) < 0) {
        return false;
      }
    }
    return true;
  }

  private DrawnRows rows() {
    DrawnRows rows = new DrawnRows(count - 1, wide);
    for (int i = 0; i < borders.length; i++) {
      rows.add(lines.get(i), edges[i], borders[i]);
    }
    return rows;
  }

  /** Each line a row. */
  private void lines(List<Block> into, boolean damaged) {
    List<GridRow> rows = new ArrayList<>();
    for (int i = 0; i < edges.length; i++) {
      DrawnLine line = lines.get(i);
      List<GridCell> cells = new ArrayList<>();
      for (int j = 0; j + 1 < edges[i].length && !line.isRule(); j++) {
        Passage piece = line.piece(edges[i][j]);
        boolean border = line.isBorder(edges[i][j]);
        cells.add(new GridCell(border ? piece.part(0, 0) : piece, 1, 1));
      }
      if (cells.stream().anyMatch(cell -> !cell.text().string().isEmpty())) {
        rows.add(new GridRow(cells));
      }
    }
    if (!rows.isEmpty()) {
      into.add(new Grid(rows, damaged));
    }
  }
}
