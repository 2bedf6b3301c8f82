package org.gongkai.report.align;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Detects rows of table III in lines of text whose figures may belong to another row: programs that
 * extract text from a PDF can change the order of figures, join two of them, or split one. A row
 * that does not add up keeps its figures only where none of this can be the reason.
 */
final class DisorderDetector {
  /** From so many wrong rows on, the order of the text is the cause, not the report's mistakes. */
  private static final int DISORDERED = 3;

  /** The distance in rows over which figures can move to another row. */
  private static final int NEAR = 3;

  private final Chain chain;
  private final List<Unit> units;
  private final @Nullable PlacedRow[] rows;
  private final int columns;

  /** Whether most rows have their figures in one line. */
  private final boolean inLines;

  DisorderDetector(Chain chain, List<Unit> units, @Nullable PlacedRow[] rows) {
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

  /** Whether most rows found are in a grid. */
  static boolean areGrids(Chain chain) {
    List<Unit> found = found(chain);
    return 2 * found.stream().filter(Unit::grid).count() > found.size();
  }

  /** Whether figures follow most of the labels found. */
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

  /** Whether a row has figures, and they add up. */
  static boolean addsUp(@Nullable PlacedRow row) {
    return row != null
        && !row.ways().isEmpty()
        && !row.isBroken()
        && row.printed().stream().anyMatch(cell -> !cell.figure().isNothing());
  }

  /**
   * Makes the figures unplaced of rows that may have those of another row.
   *
   * @return whether so many rows are wrong that the whole text is in another order than the table
   */
  boolean unplaceDoubtfulRows() {
    for (int row = 0; row < rows.length; row++) {
      PlacedRow own = rows[row];
      if (own == null || !own.isBroken()) {
        continue;
      }
      if (isNearRowWithoutFigures(row)) {
        for (int near = Math.max(0, row - NEAR); near <= row + NEAR && near < rows.length; near++) {
          chain.hide(near);
        }
      } else if (isJoined(own) || isOverLines(own) || row > 0 && isOverLines(rows[row - 1])) {
        rows[row] = own.withoutPlaces();
      }
    }
    return isDisordered();
  }

  /** Whether a row close by has no figures: they may be among those of this row. */
  private boolean isNearRowWithoutFigures(int row) {
    Unit unit = chain.unit(row);
    return unit != null
        && !unit.grid()
        && IntStream.rangeClosed(Math.max(0, row - NEAR), Math.min(rows.length - 1, row + NEAR))
            .mapToObj(chain::unit)
            .anyMatch(near -> near != null && !near.grid() && near.slots().isEmpty());
  }

  /** Whether a row with too few figures adds up when one of them is split into two. */
  private boolean isJoined(PlacedRow row) {
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

  /** Whether its figures are in several lines, unlike those of most rows. */
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
