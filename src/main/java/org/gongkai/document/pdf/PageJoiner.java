package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.document.pdf.TableBlock.Cell;

/** Joins what page ends cut: tables on the same columns, rows, paragraphs. */
final class PageJoiner {
  /** Column edges nearer than that agree. */
  private static final float AGREE = 4;

  private static final float OUTER = 6;

  private PageJoiner() {}

  /**
   * The blocks of all pages as one document's.
   *
   * @param left where paragraphs begin on the left
   */
  static List<PageBlock> join(List<List<PageBlock>> pages, float left) {
    List<PageBlock> all = new ArrayList<>();
    for (List<PageBlock> page : pages) {
      boolean first = true;
      for (PageBlock block : page) {
        if (!first || all.isEmpty() || !joins(all, block, left)) {
          all.add(block);
        }
        first = false;
      }
    }
    return all;
  }

  /** Joins a block to the last one where it continues that; false where it does not. */
  private static boolean joins(List<PageBlock> all, PageBlock next, float left) {
    PageBlock last = all.get(all.size() - 1);
    if (last.lastPage() + 1 != next.page()) {
      return false;
    }
    if (next instanceof TableBlock below) {
      return joins(all, below);
    }
    if (last instanceof TextBlock above && next instanceof TextBlock below) {
      GlyphLine line = below.lines().get(0);
      boolean continues =
          above.isOpen()
              && line.box().x0() <= left + .8f * line.size()
              && !(LineJoiner.isEnd(above.text()) && LineJoiner.isNumbered(below.text()));
      if (continues) {
        all.set(all.size() - 1, above.join(below));
      }
      return continues;
    }
    return false;
  }

  /** WeasyPrint lets words of a row that a page ends in hang below the table's end. */
  private static boolean joins(List<PageBlock> all, TableBlock below) {
    int last = all.size() - 1;
    TextBlock hanging = last > 0 && all.get(last) instanceof TextBlock text ? text : null;
    if (!(all.get(hanging == null ? last : last - 1) instanceof TableBlock above)
        || !agree(above.columns(), below.columns())
        || hanging != null && !above.takes(hanging)) {
      return false;
    }
    if (hanging != null) {
      all.remove(last);
    }
    join(above, below);
    return true;
  }

  /** Whether the outer edges agree and each of the fewer columns' edges is one of the others'. */
  private static boolean agree(float[] a, float[] b) {
    if (Math.abs(a[0] - b[0]) > OUTER || Math.abs(a[a.length - 1] - b[b.length - 1]) > OUTER) {
      return false;
    }
    float[] few = a.length < b.length ? a : b;
    float[] many = few == a ? b : a;
    for (float edge : few) {
      if (!isAmong(many, edge)) {
        return false;
      }
    }
    return few.length > 2 || a.length == b.length;
  }

  private static boolean isAmong(float[] edges, float at) {
    for (float edge : edges) {
      if (Math.abs(edge - at) <= AGREE) {
        return true;
      }
    }
    return false;
  }

  private static void join(TableBlock above, TableBlock below) {
    float[] columns = union(above.columns(), below.columns());
    above.move(columns);
    below.move(columns);
    dropRepeated(above, below);
    RowJoiner.Cut cut = RowJoiner.cut(above, below);
    int shift = above.rows() - (cut.isRow() ? 1 : 0);
    for (Cell cell : below.cells()) {
      Cell before = cell.row == 0 ? cut.joined(cell) : null;
      if (before == null) {
        cell.row += shift;
        above.cells().add(cell);
      } else {
        before.lines.addAll(cell.lines);
        before.rowSpan += cell.rowSpan - (cut.isRow() ? 1 : 0);
      }
    }
    above.endWith(below, shift + below.rows());
  }

  private static float[] union(float[] a, float[] b) {
    float[] all = Arrays.copyOf(a, a.length + b.length);
    int count = a.length;
    for (float edge : b) {
      if (!isAmong(a, edge)) {
        all[count++] = edge;
      }
    }
    float[] union = Arrays.copyOf(all, count);
    Arrays.sort(union);
    return union;
  }

  /** Takes away rows that a page begins with because the table does: its head, repeated. */
  private static void dropRepeated(TableBlock above, TableBlock below) {
    int rows = 0;
    while (rows < Math.min(above.rows(), below.rows()) && isSame(above, below, rows)) {
      rows++;
    }
    while (rows > 0 && !endsAt(below, rows)) {
      rows--;
    }
    if (rows > 0 && rows < below.rows()) {
      int dropped = rows;
      below.cells().removeIf(cell -> cell.row < dropped);
      below.cells().forEach(cell -> cell.row -= dropped);
      below.setRows(below.rows() - dropped);
    }
  }

  private static boolean isSame(TableBlock above, TableBlock below, int row) {
    List<Cell> a = above.cells().stream().filter(cell -> cell.row == row).toList();
    List<Cell> b = below.cells().stream().filter(cell -> cell.row == row).toList();
    boolean says = false;
    for (int i = 0; i < a.size() && a.size() == b.size(); i++) {
      String text = a.get(i).text();
      if (!a.get(i).isBeside(b.get(i))
          || a.get(i).rowSpan != b.get(i).rowSpan
          || !text.equals(b.get(i).text())
          || !text.isBlank() && LineJoiner.isFigure(text)) {
        return false;
      }
      says |= !text.isBlank();
    }
    return a.size() == b.size() && (says || a.isEmpty());
  }

  private static boolean endsAt(TableBlock table, int row) {
    return table.cells().stream().noneMatch(cell -> cell.row < row && cell.end() > row);
  }
}
