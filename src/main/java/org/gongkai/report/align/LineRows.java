package org.gongkai.report.align;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lines of text tell of table III's rows, and what they do not: programs that take text out of
 * a PDF leave figures in another order than a reader's, glue two together, or break one's digits
 * off. A row that does not add up is told only where none of that may be why.
 */
final class LineRows {
  /** So many rows that cannot be right are more than a report has mistakes. */
  private static final int DISORDERED = 3;

  /** So many rows away, figures may have gone to another row. */
  private static final int NEAR = 3;

  private final Chain chain;
  private final List<Unit> units;
  private final @Nullable PlacedRow[] rows;
  private final int columns;

  /** Whether most rows have their figures in one line. */
  private final boolean inLines;

  LineRows(Chain chain, List<Unit> units, @Nullable PlacedRow[] rows) {
    this.chain = chain;
    this.units = units;
    this.rows = rows;
    this.columns = chain.labels().table().rows().get(0).columns().size();
    long whole =
        Stream.of(rows)
            .filter(row -> row != null && row.printed().size() > 1 && lines(row) == 1)
            .count();
    this.inLines = 2 * whole > rows.length;
  }

  /** Whether most rows found are of a grid. */
  static boolean areGrids(Chain chain) {
    List<Unit> found = found(chain);
    return 2 * found.stream().filter(Unit::grid).count() > found.size();
  }

  /** Whether most labels found have figures behind them. */
  static boolean areFilled(Chain chain) {
    List<Unit> found = found(chain);
    return 2 * found.stream().filter(unit -> !unit.slots().isEmpty()).count() >= found.size();
  }

  private static List<Unit> found(Chain chain) {
    return IntStream.range(0, chain.labels().table().rows().size())
        .mapToObj(chain::unit)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whether a row has figures that add up. */
  static boolean addsUp(@Nullable PlacedRow row) {
    return row != null
        && !row.ways().isEmpty()
        && !row.isBroken()
        && row.printed().stream().anyMatch(cell -> !cell.figure().isNothing());
  }

  /**
   * Takes the places from the rows whose figures may be others'. Whether so many rows cannot be
   * right that the text is in another order than a reader's.
   */
  boolean doubt() {
    for (int row = 0; row < rows.length; row++) {
      PlacedRow own = rows[row];
      if (own == null || !own.isBroken()) {
        continue;
      }
      if (isAmongLabelsAlone(row)) {
        for (int near = Math.max(0, row - NEAR); near <= row + NEAR && near < rows.length; near++) {
          chain.hide(near);
        }
      } else if (isGlued(own) || isOverLines(own) || row > 0 && isOverLines(rows[row - 1])) {
        rows[row] = own.withoutPlaces();
      }
    }
    return isDisordered();
  }

  /** Whether rows of lines of text close by have no figures: they may be among this row's own. */
  private boolean isAmongLabelsAlone(int row) {
    Unit unit = chain.unit(row);
    return unit != null
        && !unit.grid()
        && IntStream.rangeClosed(Math.max(0, row - NEAR), Math.min(rows.length - 1, row + NEAR))
            .mapToObj(chain::unit)
            .anyMatch(near -> near != null && !near.grid() && near.slots().isEmpty());
  }

  /** Whether a row that lacks figures adds up if one of them is two without a space between. */
  private boolean isGlued(PlacedRow row) {
    if (row.printed().size() >= columns || row.printed().stream().anyMatch(Token::grid)) {
      return false;
    }
    long[] figures =
        row.printed().stream()
            .map(Way::count)
            .mapToLong(count -> count == null ? -1 : count)
            .toArray();
    long sum = LongStream.of(figures).sum();
    for (int i = 0; i < figures.length; i++) {
      boolean last = i == figures.length - 1;
      for (long unit = 10; unit <= figures[i]; unit *= 10) {
        long total = last ? figures[i] % unit : figures[figures.length - 1];
        if (sum - figures[i] + figures[i] / unit + figures[i] % unit == 2 * total) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether figures stand below each other where most rows have theirs in one line. */
  private boolean isOverLines(@Nullable PlacedRow row) {
    return inLines
        && row != null
        && !row.printed().isEmpty()
        && !row.printed().get(0).grid()
        && lines(row) > 1
        && lines(row) < row.printed().size();
  }

  private static long lines(PlacedRow row) {
    return row.printed().stream().map(Token::line).distinct().count();
  }

  private boolean isDisordered() {
    if (!areFilled(chain)) {
      return units.subList(chain.first(), chain.last() + 1).stream()
          .anyMatch(unit -> !unit.grid() && unit.slots().size() > columns);
    }
    int wrong = 0;
    for (int row = 0; row < rows.length; row++) {
      PlacedRow own = rows[row];
      Unit unit = chain.unit(row);
      boolean line = unit == null || !unit.grid();
      boolean told = own != null && !chain.isHidden(row) && !own.isBroken();
      wrong += line && !told ? 1 : 0;
    }
    return wrong >= DISORDERED;
  }
}
