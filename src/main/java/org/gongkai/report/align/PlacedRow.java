package org.gongkai.report.align;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with its cells in the form's columns.
 *
 * @param label its label as printed; null where none is
 * @param cells for each column the cell that lies there; null where nothing is printed, or no cell
 *     could be placed
 * @param placed for each column whether its cell could be placed
 * @param sure whether it is certain that this is the row
 * @param ways the figures that the columns may have, if some could not be placed; empty where that
 *     cannot be told
 * @param printed all cells of the row
 */
@SuppressWarnings("ArrayRecordComponent")
record PlacedRow(
    @Nullable Token label,
    @Nullable Token[] cells,
    boolean[] placed,
    boolean sure,
    List<List<Long>> ways,
    List<Token> printed) {

  /** The same where no cell could be placed, and nothing is known of what they may hold. */
  PlacedRow withoutPlaces() {
    int columns = cells.length;
    return new PlacedRow(label, new Token[columns], new boolean[columns], sure, List.of(), printed);
  }

  /** Whether a row of table III does not add up, in whichever way its cells lie. */
  boolean isBroken() {
    return ways.stream()
        .allMatch(
            way -> way.stream().mapToLong(Long::longValue).sum() != 2 * way.get(way.size() - 1));
  }
}
