package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.document.pdf.BareTable.Row;
import org.jspecify.annotations.Nullable;

/** Finds tables without lines: rows whose figures are below one another. */
final class BareTableFinder {
  /** A label of two lines has its row's figures between them, in parts of the size. */
  private static final float ABOVE = 1.5f;

  private static final int LEAST_COLUMNS = 5;
  private static final int LEAST_ROWS = 3;

  /** How many lines of labels there may be between two rows. */
  private static final int BETWEEN = 3;

  private BareTableFinder() {}

  /** The tables among the lines of a page. */
  static List<BareTable> find(List<GlyphLine> lines) {
    List<Row> all = lines.stream().map(Row::of).toList();
    List<BareTable> tables = new ArrayList<>();
    for (int from = 0; from < all.size(); ) {
      BareTable table = all.get(from).hasFigures() ? table(all, from) : null;
      if (table == null) {
        table = loose(all, from);
      }
      if (table != null) {
        tables.add(table);
      }
      from += table == null ? 1 : table.lines().size();
    }
    return tables;
  }

  /** Lines that end with figures which make no columns: rows whose cells are not told apart. */
  private static @Nullable BareTable loose(List<Row> all, int from) {
    int end = from;
    while (end < all.size() && all.get(end).figures().size() > 1) {
      end++;
    }
    return end == from ? null : table(all.subList(from, end), all.subList(from, end), List.of());
  }

  private static @Nullable BareTable table(List<Row> all, int from) {
    int end = from + 1;
    for (int i = end; i < Math.min(all.size(), end + BETWEEN); i++) {
      end = all.get(i).hasFigures() ? i + 1 : end;
    }
    for (; end >= from + LEAST_ROWS; end--) {
      List<Row> taken = all.subList(from, end);
      List<Row> rows = taken.stream().filter(Row::hasFigures).toList();
      List<float[]> columns = columns(rows);
      if (all.get(end - 1).hasFigures()
          && rows.size() >= LEAST_ROWS
          && columns.size() >= LEAST_COLUMNS
          && !isBroken(rows)) {
        return table(taken, withBlank(rows, taken), columns);
      }
    }
    return null;
  }

  private static BareTable table(List<Row> taken, List<Row> rows, List<float[]> columns) {
    return new BareTable(taken.stream().map(Row::line).toList(), rows, columns);
  }

  /** Whether a figure may be broken: rows so near to one another that they may be one. */
  private static boolean isBroken(List<Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      Row above = rows.get(i - 1);
      Row row = rows.get(i);
      float near = above.hasLabel() && row.hasLabel() ? 1 : ABOVE;
      if (row.distance(above.line()) < near * row.line().size()) {
        return true;
      }
    }
    return false;
  }

  /** The rows with those whose cells are all blank: numbered labels that are no other row's. */
  private static List<Row> withBlank(List<Row> rows, List<Row> taken) {
    return taken.stream()
        .filter(
            row -> {
              Row nearest = BareTable.nearest(rows, row.line());
              return nearest == row
                  || LineJoiner.isNumbered(row.line().text())
                      && (nearest.hasLabel()
                          || nearest.distance(row.line()) > ABOVE * row.line().size());
            })
        .toList();
  }

  /** Where the figures of all rows lie, seen from above. */
  private static List<float[]> columns(List<Row> rows) {
    List<float[]> all = new ArrayList<>();
    rows.forEach(row -> all.addAll(row.places()));
    all.sort(Comparator.comparingDouble(interval -> interval[0]));
    List<float[]> columns = new ArrayList<>();
    for (float[] interval : all) {
      float[] last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
      if (last != null && interval[0] < last[1] + BareTable.NEAR) {
        last[1] = Math.max(last[1], interval[1]);
      } else {
        columns.add(interval);
      }
    }
    return columns;
  }
}
