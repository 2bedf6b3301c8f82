package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/** Turns placed rows into readings of the form's cells. */
final class Readings {
  private final Edition edition;
  private final Table table;
  private final @Nullable Reading[] readings;
  private final List<LooseRow> loose;

  Readings(Edition edition, Table table, @Nullable Reading[] readings, List<LooseRow> loose) {
    this.edition = edition;
    this.table = table;
    this.readings = readings;
    this.loose = loose;
  }

  /** A cell whose row was not found. */
  static Where nowhere(Cell cell) {
    return new Where(cell.table().label(), cell.row().label(), cell.column().label(), null, 0, "");
  }

  /**
   * Fills in a row.
   *
   * @param placed where its figures stand; null where the row was not found
   * @param hidden whether figures that could not be told stand where it should
   * @param headings the headings printed over its columns
   */
  void row(
      Row row, @Nullable Placed placed, boolean hidden, @Nullable Token @Nullable [] headings) {
    List<Column> columns = row.columns();
    boolean isLoose = placed != null && !placed.loose().isEmpty();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = edition.cell(table, row, columns.get(i));
      Token heading = headings == null ? null : headings[i];
      Reading reading;
      if (placed == null) {
        reading =
            new Reading(
                cell, hidden ? Status.UNPLACED : Status.ABSENT, null, "", !hidden, nowhere(cell));
      } else if (isLoose) {
        reading = looseCell(cell, placed, i, columns.size(), heading);
      } else {
        reading = read(cell, placed.cells()[i], placed, heading);
      }
      readings[cell.index()] = reading;
    }
    if (isLoose && placed != null) {
      looseRow(row, placed);
    }
  }

  private Reading read(Cell cell, @Nullable Token token, Placed placed, @Nullable Token heading) {
    Where where = where(cell, token, placed.label(), heading);
    if (token == null) {
      return new Reading(cell, Status.BLANK, null, "", placed.sure(), where);
    }
    Figure figure = token.figure();
    boolean sure = placed.sure() && !figure.cut();
    return new Reading(cell, figure.status(), figure.value(), token.printed(), sure, where);
  }

  /**
   * A row that has fewer figures than columns: the first is the first column's, the last the
   * total's (FORM.md).
   */
  private Reading looseCell(
      Cell cell, Placed placed, int column, int columns, @Nullable Token heading) {
    List<Token> figures = placed.loose();
    boolean ends = placed.sure() && columns > 3 && endsAreKnown(figures, columns);
    if (ends && column == columns - 1) {
      return read(cell, figures.get(figures.size() - 1), placed, heading);
    }
    if (ends && column == 0) {
      Reading first = read(cell, figures.get(0), placed, heading);
      return new Reading(
          cell, first.status(), first.value(), first.printed(), false, first.where());
    }
    List<Token> middle = ends ? figures.subList(1, figures.size() - 1) : figures;
    boolean zero =
        middle.stream()
            .allMatch(token -> token.figure().isValue() && isZero(token.figure().value()));
    Where where = where(cell, null, placed.label(), heading);
    return new Reading(cell, Status.UNPLACED, zero ? BigDecimal.ZERO : null, "", zero, where);
  }

  /**
   * Whether the last figure of a row that lacks some is its total: nothing else says so little of
   * what it adds up.
   */
  private static boolean endsAreKnown(List<Token> figures, int columns) {
    if (figures.size() < 2 || figures.size() >= columns) {
      return false;
    }
    boolean zero =
        figures.stream()
            .allMatch(token -> token.figure().isValue() && isZero(token.figure().value()));
    return zero || figures.get(figures.size() - 1).figure().status() == Status.NUMBER;
  }

  private void looseRow(Row row, Placed placed) {
    List<Token> figures = placed.loose();
    if (!placed.sure() || !endsAreKnown(figures, row.columns().size())) {
      return;
    }
    List<BigDecimal> parts = new ArrayList<>();
    for (Token token : figures.subList(0, figures.size() - 1)) {
      if (token.figure().status() == Status.TEXT) {
        return;
      }
      BigDecimal value = token.figure().value();
      parts.add(value == null ? BigDecimal.ZERO : value);
    }
    Cell total = edition.cell(table, row, row.columns().get(row.columns().size() - 1));
    loose.add(
        new LooseRow(
            table,
            row,
            parts,
            where(total, figures.get(figures.size() - 1), placed.label(), null)));
  }

  private static boolean isZero(@Nullable BigDecimal value) {
    return value == null || value.signum() == 0;
  }

  private Where where(
      Cell cell, @Nullable Token token, @Nullable Token label, @Nullable Token heading) {
    Token at = token == null ? label : token;
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
