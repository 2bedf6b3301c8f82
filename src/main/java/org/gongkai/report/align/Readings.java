package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Kind;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Numerals;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.jspecify.annotations.Nullable;

/** Turns placed rows into readings of the form's cells. */
public final class Readings {
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
    boolean isChange = cell.column().kind() == Kind.CHANGE;
    Figure figure = isChange || !Figure.isChange(token.printed()) ? figure(token) : Figure.TEXT;
    boolean sure = placed.sure() && !figure.cut() && !token.figure().cut();
    return new Reading(cell, figure.status(), figure.value(), token.printed(), sure, where);
  }

  private static Figure figure(Token token) {
    boolean words =
        token.figure().status() == Status.TEXT
            && (token.grid() || Numerals.isNumber(token.printed()));
    return words ? Remarked.read(token.printed()) : token.figure();
  }

  /**
   * Places what was left without place in rows of table III, where the relations leave one way.
   * Such readings are weak: no error rests on them.
   *
   * @param placed the table's rows
   * @param orders for each list of columns the order that the headings have
   */
  void byRelations(@Nullable Placed[] placed, Map<List<Column>, HeaderOrder> orders) {
    if (Arrays.stream(placed).allMatch(row -> row == null || row.loose().isEmpty())) {
      return;
    }
    List<Placings> free = new ArrayList<>();
    List<Placings> ended = new ArrayList<>();
    for (int i = 0; i < placed.length; i++) {
      Row row = table.rows().get(i);
      Placed here = placed[i];
      HeaderOrder order = orders.get(row.columns());
      if (here == null || order == null || !order.isForm()) {
        return;
      }
      if (here.loose().isEmpty()) {
        long[] figures = figures(row);
        if (figures.length == 0) {
          return;
        }
        free.add(Placings.fixed(figures));
        ended.add(Placings.fixed(figures));
      } else {
        int columns = row.columns().size();
        free.add(Placings.of(here.loose(), columns, columns, false));
        ended.add(Placings.of(here.loose(), columns, columns, true));
      }
    }
    List<@Nullable List<Long>> inAny = Relations.decide(table, free);
    List<@Nullable List<Long>> inEnded = Relations.decide(table, ended);
    for (int i = 0; i < placed.length; i++) {
      Placed here = placed[i];
      List<Long> figures = inAny.get(i) == null ? inEnded.get(i) : inAny.get(i);
      if (here != null && !here.loose().isEmpty() && figures != null) {
        boolean ends = ended.get(i).figures().contains(figures);
        place(table.rows().get(i), here, (ends ? ended : free).get(i).cells(figures));
      }
    }
  }

  /**
   * Places the figures of a table whose rows stand side by side, some cells of it dropped, where
   * each row's total leaves one way. Such readings are weak.
   */
  void sideBySide(@Nullable Placed[] placed) {
    Placed first = placed[0];
    if (first == null || first.loose().isEmpty()) {
      return;
    }
    int columns = table.rows().get(0).columns().size();
    Placings ways = Placings.of(first.loose(), columns * placed.length, columns, false);
    if (ways.figures().size() == 1) {
      List<Placings.Cell> cells = ways.cells(ways.figures().get(0));
      for (int i = 0; i < placed.length; i++) {
        place(table.rows().get(i), first, cells.subList(i * columns, (i + 1) * columns));
      }
    }
  }

  /** The figures of a row that was placed; none where one of them is no count. */
  private long[] figures(Row row) {
    long[] figures = new long[row.columns().size()];
    for (int i = 0; i < figures.length; i++) {
      Reading reading = readings[edition.cell(table, row, row.columns().get(i)).index()];
      BigDecimal figure = reading == null ? null : reading.addend();
      if (figure == null || figure.signum() < 0 || figure.scale() > 0 || figure.precision() > 15) {
        return new long[0];
      }
      figures[i] = figure.longValueExact();
    }
    return figures;
  }

  private void place(Row row, Placed placed, List<Placings.Cell> cells) {
    boolean whole = true;
    for (int i = 0; i < cells.size(); i++) {
      Placings.Cell here = cells.get(i);
      Cell cell = edition.cell(table, row, row.columns().get(i));
      Reading old = Objects.requireNonNull(readings[cell.index()]);
      whole &= here.certain();
      Token token = here.token();
      boolean known = old.status() != Status.UNPLACED;
      if (known && here.certain() && token != null && old.printed().equals(token.printed())) {
        continue;
      }
      boolean wasZero = !known && old.sure() && old.value() != null;
      if (!here.certain()) {
        readings[cell.index()] =
            new Reading(cell, Status.UNPLACED, BigDecimal.ZERO, "", wasZero, old.where());
      } else {
        Reading read = read(cell, token, placed, null);
        readings[cell.index()] =
            new Reading(
                cell,
                read.status(),
                read.value(),
                read.printed(),
                token == null && wasZero,
                where(cell, token, placed.label(), null));
      }
    }
    if (whole) {
      loose.removeIf(other -> other.row() == row && other.table() == table);
    }
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
    boolean zero = middle.stream().allMatch(token -> token.figure().isNothing());
    // The first may stand further right all the same: only a row of zeros says so for certain.
    boolean sure = zero && figures.stream().allMatch(token -> isZero(token.figure().value()));
    Where where = where(cell, null, placed.label(), heading);
    return new Reading(cell, Status.UNPLACED, zero ? BigDecimal.ZERO : null, "", sure, where);
  }

  /**
   * Whether the last figure of a row that lacks some is its total: nothing else says so little of
   * what it adds up.
   */
  private static boolean endsAreKnown(List<Token> figures, int columns) {
    if (figures.size() < 2 || figures.size() >= columns) {
      return false;
    }
    boolean zero = figures.stream().allMatch(token -> token.figure().isNothing());
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
