package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table in a file: rows of cells in source order, with spans.
 *
 * @param table the key of the form's table
 * @param rows its rows
 */
record LayoutTable(String table, List<List<LayoutCell>> rows) {
  LayoutTable {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Changes every cell. */
  LayoutTable map(UnaryOperator<LayoutCell> change) {
    return new LayoutTable(
        table, rows.stream().map(row -> row.stream().map(change).toList()).toList());
  }

  /** The number of rows of headings at its beginning. */
  int headRows() {
    int count = 0;
    while (count < rows.size()
        && rows.get(count).stream()
            .noneMatch(layoutCell -> layoutCell.kind() == LayoutCell.Kind.FIGURE)) {
      count++;
    }
    return table.equals("requests") || table.equals("remedies") ? count : 0;
  }

  /**
   * The rows from one (inclusive) to another (exclusive); a cell that spans the cut is repeated in
   * both parts, or blank in the lower one.
   */
  LayoutTable part(int from, int to, boolean repeatLabels) {
    @Nullable LayoutCell[][] matrix = matrix();
    @Nullable LayoutCell[][] part = Arrays.copyOfRange(matrix, from, to);
    if (from > 0 && !repeatLabels) {
      for (int c = 0; c < part[0].length; c++) {
        LayoutCell layoutCell = part[0][c];
        if (layoutCell != null && layoutCell == matrix[from - 1][c]) {
          LayoutCell blank = layoutCell.text("");
          for (@Nullable LayoutCell[] row : part) {
            for (int d = 0; d < row.length; d++) {
              if (row[d] == layoutCell) {
                row[d] = blank;
              }
            }
          }
        }
      }
    }
    return of(table, part);
  }

  /** Appends the rows of another table. */
  LayoutTable below(LayoutTable other) {
    List<List<LayoutCell>> all = new ArrayList<>(rows);
    all.addAll(other.rows);
    return new LayoutTable(table, all);
  }

  /** Inserts an empty column before the given one. */
  LayoutTable withColumn(int at) {
    @Nullable LayoutCell[][] matrix = matrix();
    @Nullable LayoutCell[][] wide = new LayoutCell[matrix.length][];
    for (int r = 0; r < matrix.length; r++) {
      @Nullable LayoutCell[] row = matrix[r];
      wide[r] = new LayoutCell[row.length + 1];
      for (int c = 0; c <= row.length; c++) {
        if (c < at) {
          wide[r][c] = row[c];
        } else if (c > at) {
          wide[r][c] = row[c - 1];
        } else if (at > 0 && at < row.length && row[at] != null && row[at] == row[at - 1]) {
          wide[r][c] = row[at];
        } else {
          wide[r][c] = LayoutCell.empty();
        }
      }
    }
    return of(table, wide);
  }

  /** The number of columns. */
  int width() {
    return matrix()[0].length;
  }

  /** The cells with spans resolved as browsers do, which may widen the table. */
  @Nullable LayoutCell[][] matrix() {
    @Nullable LayoutCell[][] matrix = new LayoutCell[rows.size()][0];
    for (int r = 0; r < rows.size(); r++) {
      int c = 0;
      for (LayoutCell layoutCell : rows.get(r)) {
        while (c < matrix[r].length && matrix[r][c] != null) {
          c++;
        }
        LayoutCell own = layoutCell.span(layoutCell.rows(), layoutCell.columns());
        for (int i = r; i < Math.min(rows.size(), r + layoutCell.rows()); i++) {
          if (matrix[i].length < c + layoutCell.columns()) {
            matrix[i] = Arrays.copyOf(matrix[i], c + layoutCell.columns());
          }
          Arrays.fill(matrix[i], c, c + layoutCell.columns(), own);
        }
        c += layoutCell.columns();
      }
    }
    int width = Arrays.stream(matrix).mapToInt(row -> row.length).max().orElse(0);
    Arrays.setAll(matrix, r -> Arrays.copyOf(matrix[r], width));
    return matrix;
  }

  /** The cell that begins at a place; null where a span covers it, or without a cell. */
  static @Nullable LayoutCell beginning(@Nullable LayoutCell[][] matrix, int r, int c) {
    LayoutCell layoutCell = matrix[r][c];
    boolean covered =
        (r > 0 && matrix[r - 1][c] == layoutCell) || (c > 0 && matrix[r][c - 1] == layoutCell);
    return covered ? null : layoutCell;
  }

  /** The table with a matrix of cells: a cell in several places spans them. */
  static LayoutTable of(String table, @Nullable LayoutCell[][] matrix) {
    List<List<LayoutCell>> rows = new ArrayList<>();
    for (int r = 0; r < matrix.length; r++) {
      List<LayoutCell> row = new ArrayList<>();
      for (int c = 0; c < matrix[r].length; c++) {
        LayoutCell layoutCell = beginning(matrix, r, c);
        if (layoutCell == null) {
          continue;
        }
        int down = 1;
        while (r + down < matrix.length && matrix[r + down][c] == layoutCell) {
          down++;
        }
        int across = 1;
        while (c + across < matrix[r].length && matrix[r][c + across] == layoutCell) {
          across++;
        }
        row.add(layoutCell.span(down, across));
      }
      rows.add(row);
    }
    return new LayoutTable(table, rows);
  }
}
