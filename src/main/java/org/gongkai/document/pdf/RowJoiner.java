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
   * What goes on from one page to the next.
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
          if (before.rowSpan > 1
              && isLabel(before)
              && (next.isBlank() || continues(before, next))) {
            spanning.put(next, before);
          }
        });
    return new Cut(false, spanning);
  }

  private static boolean isLabel(Cell cell) {
    return !cell.isBlank() && !LineJoiner.isFigure(cell.text());
  }

  /** Whether the parts of a row make one: each figure in one part only, and neither part a row. */
  private static boolean complement(Map<Cell, Cell> pairs) {
    boolean goesOn = false;
    boolean above = false;
    boolean below = false;
    boolean figuresAbove = false;
    boolean figuresBelow = false;
    for (Map.Entry<Cell, Cell> pair : pairs.entrySet()) {
      Cell next = pair.getKey();
      Cell before = pair.getValue();
      if (before.rowSpan > 1 || next.rowSpan > 1) {
        continue;
      }
      boolean figure = !before.isBlank() && LineJoiner.isFigure(before.text());
      boolean nextFigure = !next.isBlank() && LineJoiner.isFigure(next.text());
      if (!before.isBlank() && !next.isBlank()) {
        if (figure || nextFigure || !continues(before, next)) {
          return false;
        }
        goesOn = true;
      }
      above |= !before.isBlank();
      below |= !next.isBlank();
      figuresAbove |= figure;
      figuresBelow |= nextFigure;
    }
    if (figuresAbove && figuresBelow || !above || !below) {
      return false;
    }
    return goesOn || !figuresAbove || labelled(pairs);
  }

  /** Whether the label stands in one part and the figures in the other. */
  private static boolean labelled(Map<Cell, Cell> pairs) {
    return pairs.entrySet().stream()
        .allMatch(pair -> pair.getKey().isBlank() || pair.getValue().isBlank());
  }

  /** Whether words were broken between two parts of a cell: the first is full or a bracket open. */
  private static boolean continues(Cell before, Cell next) {
    if (LineJoiner.isNumbered(next.text())) {
      return false;
    }
    String said = before.text();
    int open = said.lastIndexOf('（');
    return open >= 0 && said.indexOf('）', open) < 0
        || LineJoiner.isFull(before.lines.get(before.lines.size() - 1), before.width);
  }
}
