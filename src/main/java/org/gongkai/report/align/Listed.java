package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.report.Normal;

/**
 * Sets a table in rows again that somebody made a list: a line for each cell, the row's label in
 * front of its first, the column's heading before each figure.
 */
final class Listed {
  /** A list has at least so many lines. */
  private static final int LEAST_LINES = 5;

  /** A longer list is no form's. */
  private static final int MOST_LINES = 250;

  private final List<GridRow> rows = new ArrayList<>();
  private final List<GridCell> labels = new ArrayList<>();
  private final List<GridCell> headings = new ArrayList<>();
  private final List<GridCell> figures = new ArrayList<>();
  private String name = "";

  private Listed() {}

  /** The grid in rows where it is a list; else the same. */
  static Grid inRows(Grid grid) {
    return isList(grid) ? new Listed().set(grid) : grid;
  }

  private static boolean isList(Grid grid) {
    if (grid.rows().size() < LEAST_LINES || grid.rows().size() > MOST_LINES) {
      return false;
    }
    int lines = 0;
    boolean labelled = false;
    for (GridRow row : grid.rows()) {
      List<GridCell> cells = row.cells();
      if (cells.size() > 1 && isValue(cells.get(cells.size() - 1))) {
        if (!isLine(cells)) {
          return false;
        }
        lines++;
        labelled |= !label(cells).isEmpty();
      }
    }
    return lines >= LEAST_LINES && labelled;
  }

  /** Whether a heading and a figure are the last of a row, and there is no other figure in it. */
  private static boolean isLine(List<GridCell> cells) {
    int last = cells.size() - 1;
    return last > 0
        && isValue(cells.get(last))
        && Captions.isHeading(key(cells.get(last - 1)))
        && cells.subList(first(cells), last - 1).stream()
            .allMatch(cell -> isBlank(cell) || !isValue(cell));
  }

  /** Where a row begins behind its number. */
  private static int first(List<GridCell> cells) {
    GridCell cell = cells.get(0);
    return cells.size() > 2 && isValue(cell) && !isBlank(cell) ? 1 : 0;
  }

  private static List<GridCell> label(List<GridCell> cells) {
    return cells.subList(first(cells), cells.size() - 2).stream()
        .filter(cell -> !isBlank(cell))
        .toList();
  }

  private static boolean isValue(GridCell cell) {
    return Figure.parse(cell.text().string()).isValue();
  }

  private static boolean isBlank(GridCell cell) {
    return cell.text().string().isEmpty();
  }

  private static String key(GridCell cell) {
    return Normal.key(cell.text().string());
  }

  private Grid set(Grid grid) {
    for (GridRow row : grid.rows()) {
      List<GridCell> cells = row.cells();
      if (!isLine(cells)) {
        end();
        rows.add(row);
        continue;
      }
      List<GridCell> label = label(cells);
      String own = String.join("/", label.stream().map(Listed::key).toList());
      if (!own.isEmpty() && !own.equals(name)) {
        end();
        name = own;
        label.forEach(cell -> labels.add(new GridCell(cell.text(), 1, 1)));
      }
      int last = cells.size() - 1;
      headings.add(new GridCell(cells.get(last - 1).text(), 1, 1));
      figures.add(new GridCell(cells.get(last).text(), 1, 1));
    }
    end();
    return new Grid(rows, grid.damaged());
  }

  /** Puts a row below those before, its headings over it. */
  private void end() {
    if (!labels.isEmpty()) {
      GridCell first = headings.get(0);
      headings.set(0, new GridCell(first.text(), 1, labels.size() + 1));
      rows.add(new GridRow(List.copyOf(headings)));
      labels.addAll(figures);
      rows.add(new GridRow(List.copyOf(labels)));
    }
    labels.clear();
    headings.clear();
    figures.clear();
    name = "";
  }
}
