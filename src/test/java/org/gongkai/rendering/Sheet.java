package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is laid out: rows of slots in source order, with spans.
 *
 * @param table the key of the form's table
 * @param rows its rows
 */
record Sheet(String table, List<List<Slot>> rows) {
  Sheet {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Every slot changed. */
  Sheet map(UnaryOperator<Slot> change) {
    return new Sheet(table, rows.stream().map(row -> row.stream().map(change).toList()).toList());
  }

  /** How many rows of headings it begins with. */
  int headRows() {
    int count = 0;
    while (count < rows.size()
        && rows.get(count).stream().noneMatch(slot -> slot.kind() == Slot.Kind.FIGURE)) {
      count++;
    }
    return table.equals("requests") || table.equals("remedies") ? count : 0;
  }

  /**
   * The rows from one (inclusive) to another (exclusive); a slot that spans the cut stands in both,
   * or blank below.
   */
  Sheet part(int from, int to, boolean repeatLabels) {
    @Nullable Slot[][] matrix = matrix();
    @Nullable Slot[][] part = Arrays.copyOfRange(matrix, from, to);
    if (from > 0 && !repeatLabels) {
      for (int c = 0; c < part[0].length; c++) {
        Slot slot = part[0][c];
        if (slot != null && slot == matrix[from - 1][c]) {
          Slot blank = slot.text("");
          for (@Nullable Slot[] row : part) {
            for (int d = 0; d < row.length; d++) {
              if (row[d] == slot) {
                row[d] = blank;
              }
            }
          }
        }
      }
    }
    return of(table, part);
  }

  /** That one below this one. */
  Sheet below(Sheet other) {
    List<List<Slot>> all = new ArrayList<>(rows);
    all.addAll(other.rows);
    return new Sheet(table, all);
  }

  /** With an empty column before the given one. */
  Sheet withColumn(int at) {
    @Nullable Slot[][] matrix = matrix();
    @Nullable Slot[][] wide = new Slot[matrix.length][];
    for (int r = 0; r < matrix.length; r++) {
      @Nullable Slot[] row = matrix[r];
      wide[r] = new Slot[row.length + 1];
      for (int c = 0; c <= row.length; c++) {
        if (c < at) {
          wide[r][c] = row[c];
        } else if (c > at) {
          wide[r][c] = row[c - 1];
        } else if (at > 0 && at < row.length && row[at] != null && row[at] == row[at - 1]) {
          wide[r][c] = row[at];
        } else {
          wide[r][c] = Slot.empty();
        }
      }
    }
    return of(table, wide);
  }

  /** How many columns it has. */
  int width() {
    return matrix()[0].length;
  }

  /** Spans resolved as a browser does: cells that spans from above push out make it wider. */
  @Nullable Slot[][] matrix() {
    @Nullable Slot[][] matrix = new Slot[rows.size()][0];
    for (int r = 0; r < rows.size(); r++) {
      int c = 0;
      for (Slot slot : rows.get(r)) {
        while (c < matrix[r].length && matrix[r][c] != null) {
          c++;
        }
        Slot own = slot.span(slot.rows(), slot.columns());
        for (int i = r; i < Math.min(rows.size(), r + slot.rows()); i++) {
          if (matrix[i].length < c + slot.columns()) {
            matrix[i] = Arrays.copyOf(matrix[i], c + slot.columns());
          }
          Arrays.fill(matrix[i], c, c + slot.columns(), own);
        }
        c += slot.columns();
      }
    }
    int width = Arrays.stream(matrix).mapToInt(row -> row.length).max().orElse(0);
    Arrays.setAll(matrix, r -> Arrays.copyOf(matrix[r], width));
    return matrix;
  }

  /** The slot whose first place that is; null where a span covers it, and where there is none. */
  static @Nullable Slot beginning(@Nullable Slot[][] matrix, int r, int c) {
    Slot slot = matrix[r][c];
    boolean covered = (r > 0 && matrix[r - 1][c] == slot) || (c > 0 && matrix[r][c - 1] == slot);
    return covered ? null : slot;
  }

  /** The sheet that resolves to a matrix: a slot that stands in several places spans them. */
  static Sheet of(String table, @Nullable Slot[][] matrix) {
    List<List<Slot>> rows = new ArrayList<>();
    for (int r = 0; r < matrix.length; r++) {
      List<Slot> row = new ArrayList<>();
      for (int c = 0; c < matrix[r].length; c++) {
        Slot slot = beginning(matrix, r, c);
        if (slot == null) {
          continue;
        }
        int down = 1;
        while (r + down < matrix.length && matrix[r + down][c] == slot) {
          down++;
        }
        int across = 1;
        while (c + across < matrix[r].length && matrix[r][c + across] == slot) {
          across++;
        }
        row.add(slot.span(down, across));
      }
      rows.add(row);
    }
    return new Sheet(table, rows);
  }
}
