package org.gongkai.report.align;

import java.util.List;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * Withholds rows that lost cells and do not add up where their totals may be among what was lost:
 * the last figure is then none.
 */
final class DroppedTotals {
  private final Table table;
  private final @Nullable PlacedRow[] rows;

  private DroppedTotals(Table table, @Nullable PlacedRow[] rows) {
    this.table = table;
    this.rows = rows;
  }

  /** The rows of table III, such ones without places. */
  static @Nullable PlacedRow[] withheld(Table table, @Nullable PlacedRow[] rows) {
    return new DroppedTotals(table, rows).withheld();
  }

  private @Nullable PlacedRow[] withheld() {
    int broken = 0;
    int holding = 0;
    for (PlacedRow row : rows) {
      if (row != null && isShort(row)) {
        broken += isBroken(row) ? 1 : 0;
        holding += isBroken(row) || isZero(row) ? 0 : 1;
      }
    }
    boolean most = broken > 1 && 2 * broken > holding;
    @Nullable PlacedRow[] kept = rows.clone();
    for (int i = 0; i < rows.length; i++) {
      PlacedRow row = rows[i];
      if (row != null && isShort(row) && !isZero(row)) {
        boolean lost = most || isBroken(row) && totalsHoldWithout(i);
        kept[i] = lost ? withoutPlaces(row) : row;
      }
    }
    return kept;
  }

  static PlacedRow withoutPlaces(PlacedRow row) {
    int columns = row.cells().length;
    return new PlacedRow(
        row.label(),
        new Token[columns],
        new boolean[columns],
        row.sure(),
        List.of(),
        row.printed());
  }

  /** Whether a row has fewer figures than columns, its blanks not to be seen. */
  private static boolean isShort(PlacedRow row) {
    return !row.isWhole() && !row.ways().isEmpty();
  }

  private static boolean isZero(PlacedRow row) {
    return row.ways().stream().allMatch(way -> way.stream().allMatch(figure -> figure == 0));
  }

  /** Whether a row of table III does not add up, in whichever way it lies. */
  static boolean isBroken(PlacedRow row) {
    return row.ways().stream().allMatch(way -> sum(way) != 2 * total(way));
  }

  private static long sum(List<Long> way) {
    return way.stream().mapToLong(Long::longValue).sum();
  }

  private static long total(List<Long> way) {
    return way.get(way.size() - 1);
  }

  /** Whether the column of the totals adds up if all figures of a row are parts of its total. */
  private boolean totalsHoldWithout(int lost) {
    long outcomes = 0;
    long balance = 0;
    for (int i = 0; i < rows.length; i++) {
      PlacedRow placed = rows[i];
      if (placed == null || placed.ways().isEmpty() && !placed.isWhole()) {
        return false;
      }
      Long total = i == lost ? Long.valueOf(sum(placed.ways().get(0))) : total(placed);
      if (total == null) {
        return false;
      }
      Row row = table.rows().get(i);
      boolean all = row.key().equals("outcomeTotal");
      outcomes += row.outcome() ? total : all ? -total : 0;
      boolean in = row.key().equals("newRequests") || row.key().equals("carriedOver");
      balance += in ? total : all || row.key().equals("carriedForward") ? -total : 0;
    }
    Row row = table.rows().get(lost);
    boolean inBalance = !row.outcome();
    boolean inOutcomes = row.outcome() || row.key().equals("outcomeTotal");
    return (!inBalance || balance == 0) && (!inOutcomes || outcomes == 0);
  }

  private static @Nullable Long total(PlacedRow row) {
    int last = row.cells().length - 1;
    return row.placed()[last] ? Way.count(row.cells()[last]) : null;
  }
}
