package org.gongkai.report.align;

import java.util.List;
import java.util.Objects;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.FigureKind;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.jspecify.annotations.Nullable;

/** Reads what the cells of placed rows say. */
final class CellReader {
  private final Edition edition;
  private final Table table;
  private final @Nullable Reading[] readings;
  private final List<LooseRow> loose;

  /**
   * @param readings takes the readings, each at its cell's index
   * @param loose takes the rows of which not all cells could be placed
   */
  CellReader(Edition edition, Table table, @Nullable Reading[] readings, List<LooseRow> loose) {
    this.edition = edition;
    this.table = table;
    this.readings = readings;
    this.loose = loose;
  }

  /** A cell whose row was not found. */
  static Reading absent(Cell cell) {
    return new Reading(cell, Status.ABSENT, null, "", true, nowhere(cell));
  }

  private static Where nowhere(Cell cell) {
    return new Where(cell.table().label(), cell.row().label(), cell.column().label(), null, 0, "");
  }

  /**
   * Reads a row.
   *
   * @param placed its cells; null where the row was not found
   * @param label its label as printed; null for none
   * @param from the place of its first column among those of {@code placed}
   * @param hidden whether figures stand in its place that could not be told
   * @param headings the headings printed over its columns
   */
  void read(
      Row row,
      @Nullable PlacedRow placed,
      @Nullable Token label,
      int from,
      boolean hidden,
      @Nullable Token @Nullable [] headings) {
    List<Column> columns = row.columns();
    boolean open = false;
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = edition.cell(table, row, columns.get(i));
      Reading reading;
      if (placed == null) {
        reading =
            hidden
                ? new Reading(cell, Status.UNPLACED, null, "", true, nowhere(cell))
                : absent(cell);
      } else {
        Token token = placed.cells()[from + i];
        Where where = where(cell, token, placed, label, headings == null ? null : headings[i]);
        // What seems blank where cells are not told apart may have its figure elsewhere.
        boolean blank = token == null || token.figure().status() == Status.BLANK;
        boolean known = placed.placed()[from + i] && !hidden && !(blank && isCut(placed));
        reading =
            known
                ? read(cell, token, placed.sure(), where)
                : new Reading(cell, Status.UNPLACED, null, "", true, where);
        open |= !known;
      }
      readings[cell.index()] = reading;
    }
    if (open && !hidden && placed != null && placed.sure() && !placed.ways().isEmpty()) {
      List<List<Long>> ways =
          placed.ways().stream()
              .map(way -> way.subList(from, from + columns.size()))
              .distinct()
              .toList();
      // Whichever way is right, the parts are the same.
      if (ways.stream().mapToLong(CellReader::parts).distinct().count() == 1) {
        Cell last = edition.cell(table, row, columns.get(columns.size() - 1));
        loose.add(
            new LooseRow(table, row, ways, Objects.requireNonNull(readings[last.index()]).where()));
      }
    }
  }

  private static boolean isCut(PlacedRow row) {
    return row.printed().stream().anyMatch(token -> token.figure().doubtful());
  }

  private static long parts(List<Long> way) {
    return way.stream().limit(way.size() - 1L).mapToLong(Long::longValue).sum();
  }

  private static Reading read(Cell cell, @Nullable Token token, boolean sure, Where where) {
    if (token == null) {
      return new Reading(cell, Status.BLANK, null, "", sure, where);
    }
    boolean change = cell.kind() == FigureKind.CHANGE;
    Figure figure = change ? Figure.parseChange(token.printed()) : token.figure();
    boolean unclear = figure.status() == Status.TEXT && Figure.mayBeNumber(token.printed());
    boolean whole = sure && !figure.doubtful() && !unclear;
    return new Reading(cell, figure.status(), figure.value(), token.printed(), whole, where);
  }

  private Where where(
      Cell cell,
      @Nullable Token token,
      PlacedRow placed,
      @Nullable Token label,
      @Nullable Token heading) {
    Token first = placed.printed().isEmpty() ? null : placed.printed().get(0);
    Token at = token != null ? token : label != null ? label : first;
    String row = label == null ? cell.row().label() : label.printed();
    String column = heading == null ? cell.column().label() : heading.printed();
    String excerpt = token == null ? "" : Where.cut(token.printed());
    return new Where(
        table.label(),
        Where.cut(row),
        Where.cut(column),
        at == null ? null : at.text(),
        at == null ? 0 : at.from(),
        excerpt);
  }
}
