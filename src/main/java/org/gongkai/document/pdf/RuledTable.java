package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of crossing lines: its cells are told by the walls that are there. */
final class RuledTable {
  /** Part of a side that a wall covers at least. */
  private static final float WALL = .6f;

  /** Larger than the table's words by that much is a watermark. */
  private static final float WATERMARK = 1.8f;

  /** A frame around a page, which has its title in it, has fewer columns. */
  private static final int FEW_COLUMNS = 3;

  /** A cell, with the glyphs in it. */
  record Cell(int row, int column, int rowSpan, int columnSpan, List<Glyph> glyphs) {}

  private final float[] xs;
  private final float[] ys;
  private final List<Cell> cells = new ArrayList<>();
  private final int[][] owners;

  RuledTable(float[] xs, float[] ys, List<Ruling> rulings) {
    this.xs = xs;
    this.ys = ys;
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    boolean[][] right = walls(rulings, false, xs, ys);
    boolean[][] below = walls(rulings, true, ys, xs);
    owners = new int[rows][columns];
    for (int[] row : owners) {
      Arrays.fill(row, -1);
    }
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (owners[r][c] < 0) {
          own(r, c, right, below);
        }
      }
    }
  }

  /** Of each line but the first: whether there is a wall on it at each place. */
  private static boolean[][] walls(
      List<Ruling> rulings, boolean horizontal, float[] lines, float[] places) {
    boolean[][] walls = new boolean[lines.length - 1][places.length - 1];
    Arrays.fill(walls[lines.length - 2], true);
    for (int line = 1; line < lines.length; line++) {
      for (Ruling ruling : rulings) {
        if (ruling.horizontal() == horizontal
            && Math.abs(ruling.at() - lines[line]) <= TableFinder.NEAR + 1) {
          for (int place = 0; place + 1 < places.length; place++) {
            float side = places[place + 1] - places[place];
            walls[line - 1][place] |=
                ruling.covers(places[place], places[place + 1]) >= WALL * side;
          }
        }
      }
    }
    return walls;
  }

  /** The cell that begins there: as wide and then as high as no wall ends it. */
  private void own(int row, int column, boolean[][] right, boolean[][] below) {
    int last = column;
    while (!right[last][row] && last + 1 < xs.length - 1 && owners[row][last + 1] < 0) {
      last++;
    }
    int bottom = row;
    while (bottom + 1 < ys.length - 1 && isOpen(bottom, column, last, right, below)) {
      bottom++;
    }
    for (int r = row; r <= bottom; r++) {
      Arrays.fill(owners[r], column, last + 1, cells.size());
    }
    cells.add(new Cell(row, column, bottom - row + 1, last - column + 1, new ArrayList<>()));
  }

  private boolean isOpen(int row, int column, int last, boolean[][] right, boolean[][] below) {
    for (int c = column; c <= last; c++) {
      if (below[row][c] || owners[row + 1][c] >= 0 || c < last && right[c][row + 1]) {
        return false;
      }
    }
    return right[last][row + 1];
  }

  List<Cell> cells() {
    return cells;
  }

  int rows() {
    return ys.length - 1;
  }

  float[] columns() {
    return xs;
  }

  Box box() {
    return new Box(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
  }

  boolean holds(Glyph glyph) {
    return box().isAround(glyph.centerX(), glyph.centerY(), .5f);
  }

  /** Puts a glyph that it holds into its cell. */
  void put(Glyph glyph) {
    int owner = owners[place(ys, glyph.centerY())][place(xs, glyph.centerX())];
    cells.get(owner).glyphs().add(glyph);
  }

  /** Takes away what is far larger than the rest: a watermark that runs across its columns. */
  void removeWatermark() {
    float[] sizes = new float[cells.stream().mapToInt(cell -> cell.glyphs().size()).sum()];
    if (sizes.length == 0 || xs.length <= FEW_COLUMNS) {
      return;
    }
    int i = 0;
    for (Cell cell : cells) {
      for (Glyph glyph : cell.glyphs()) {
        sizes[i++] = glyph.size();
      }
    }
    Arrays.sort(sizes);
    float most = WATERMARK * sizes[sizes.length / 2];
    cells.forEach(cell -> cell.glyphs().removeIf(glyph -> glyph.size() > most));
  }

  /** Between which lines a place is; the first or last where it is before or behind all. */
  private static int place(float[] lines, float at) {
    int found = Arrays.binarySearch(lines, at);
    int before = found >= 0 ? found - 1 : -found - 2;
    return Math.max(0, Math.min(before, lines.length - 2));
  }
}
