package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.pdf.TableBlock.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a page end cut a row, or a cell that spans several. A row is joined only if its
 * parts complement one another: else two rows would become one.
 */
final class RowJoiner {
  /**
   * What continues from one page to the next.
   *
   * @param isRow whether the last row does as a whole
   * @param joins the cells of the first row below that go on, and those above that they do
   */
  record Cut(boolean isRow, Map<Cell, Cell> joins) {
    @Nullable Cell joined(Cell below) {
      return joins.get(below);
    }
  }

  private RowJoiner() {}

  static Cut cut(TableBlock above, TableBlock below) {
    List<Cell> last = new ArrayList<>();
    List<Cell> first = new ArrayList<>();
    for (Cell cell : above.cells()) {
      if (cell.end() == above.rows()) {
        last.add(cell);
      }
    }
    for (Cell cell : below.cells()) {
      if (cell.row == 0) {
        first.add(cell);
      }
    }
    Map<Cell, Cell> pairs = new HashMap<>();
    for (Cell next : first) {
      for (Cell before : last) {
        if (before.isBeside(next)) {
          pairs.put(next, before);
        }
      }
    }
    if (pairs.size() == first.size() && last.size() == first.size() && complement(pairs)) {
      return new Cut(true, pairs);
    }
    Map<Cell, Cell> spanning = new HashMap<>();
    pairs.forEach(
        (next, before) -> {
          boolean spans = before.rowSpan > 1 && next.rowSpan > 1 && isLabel(before);
          if (spans && (next.isBlank() || isLabel(next) && continues(before, next))) {
            spanning.put(next, before);
          }
        });
    return new Cut(false, spanning);
  }

  private static boolean isLabel(Cell cell) {
    return !cell.isBlank() && !LineJoiner.isFigure(cell.text());
  }

  /**
   * Whether the parts of a row make one: each figure in one part only, and neither part a row, or a
   * numbered label broken between them.
   */
  private static boolean complement(Map<Cell, Cell> pairs) {
    boolean above = false;
    boolean below = false;
    boolean figuresAbove = false;
    boolean figuresBelow = false;
    boolean broken = false;
    for (Map.Entry<Cell, Cell> pair : pairs.entrySet()) {
      Cell next = pair.getKey();
      Cell before = pair.getValue();
      boolean figure = !before.isBlank() && !isLabel(before);
      boolean nextFigure = !next.isBlank() && !isLabel(next);
      if (!before.isBlank() && !next.isBlank()) {
        if (before.rowSpan > 1 || next.rowSpan > 1) {
          continue;
        }
        if (figure != nextFigure || !continues(before, next)) {
          return false;
        }
        // Only a numbered label tells that no label of the next row follows.
        broken |= !figure && LineJoiner.isNumbered(before.text());
      } else {
        figuresAbove |= figure;
        figuresBelow |= nextFigure;
      }
      above |= !before.isBlank();
      below |= !next.isBlank();
    }
    return above && below && (broken || !(figuresAbove && figuresBelow));
  }

  /**
   * Whether what is said was broken between two parts of a cell: the first is full or a bracket
   * open.
   */
  private static boolean continues(Cell before, Cell next) {
    if (!isLabel(before)) {
      return LineJoiner.isBroken(before.lines.get(before.lines.size() - 1), before.width);
    }
    if (LineJoiner.isNumbered(next.text())) {
      return false;
    }
    String said = before.text();
    int open = said.lastIndexOf('（');
    return open >= 0 && said.indexOf('）', open) < 0
        || LineJoiner.isFull(before.lines.get(before.lines.size() - 1), before.width);
  }
}
