package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/** Reads a table whose rows stand below each other (II and III), its rows found by a chain. */
final class TableReader {
  /** What speaks for an order whose headings stand in one line. */
  private static final double IN_ONE_LINE = 3;

  private final Chain chain;
  private final List<Unit> units;
  private final Table table;
  private final boolean grid;
  private final boolean mayBeCut;
  private final boolean requests;

  /**
   * Whether most of the labels have figures behind them: then a row without is blank, else the
   * figures stand elsewhere.
   */
  private final boolean filled;

  private TableReader(Chain chain, List<Unit> units, Document document) {
    this.chain = chain;
    this.units = units;
    this.table = chain.labels().table();
    this.grid = document.format() != Format.TEXT && isGrid(chain);
    this.mayBeCut = !document.whole();
    this.requests = table.key().equals(Edition.REQUESTS);
    this.filled = isFilled(chain);
  }

  /**
   * What was found of a table.
   *
   * @param rows a row each, at its index; null where the row was not found
   * @param headings for each list of columns the headings printed over them
   * @param dropped whether blank cells are no longer in their place
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(
      @Nullable PlacedRow[] rows, Map<List<Column>, @Nullable Token[]> headings, boolean dropped) {}

  /**
   * Reads the table that a chain found.
   *
   * @param document whether it marks its cells, and may end within a figure
   * @param dropped whether another table of the document has its blank cells no longer in their
   *     place
   */
  static Found read(Chain chain, List<Unit> units, Document document, boolean dropped) {
    return new TableReader(chain, units, document).read(dropped);
  }

  private static boolean isGrid(Chain chain) {
    int grid = 0;
    for (int row = 0; row < chain.labels().table().rows().size(); row++) {
      Unit unit = chain.unit(row);
      grid += unit == null ? 0 : unit.grid() ? 1 : -1;
    }
    return grid > 0;
  }

  private static boolean isFilled(Chain chain) {
    int size = chain.labels().table().rows().size();
    int filled = 0;
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      filled += unit == null ? 0 : unit.slots().isEmpty() ? -1 : 1;
    }
    return filled >= 0;
  }

  private Found read(boolean droppedElsewhere) {
    int size = table.rows().size();
    @Nullable PlacedRow[] placed = new PlacedRow[size];
    Map<List<Column>, @Nullable Token[]> headings = new IdentityHashMap<>();
    boolean dropped = droppedElsewhere;
    for (Row first : table.rows()) {
      List<Column> columns = first.columns();
      if (headings.containsKey(columns)) {
        continue;
      }
      List<@Nullable PrintedRow> rows = new ArrayList<>();
      for (int row = 0; row < size; row++) {
        boolean own = table.rows().get(row).columns() == columns;
        Unit unit = own ? chain.unit(row) : null;
        rows.add(unit == null ? null : printed(row, unit, columns));
      }
      ColumnHeadings known = ColumnHeadings.of(columns);
      List<Token> labels = labels(columns, known);
      headings.put(columns, known.printed(labels));
      TablePlacer placer = new TablePlacer(rows, columns.size(), requests ? columns.size() : 0);
      List<int[]> orders = orders(known, labels, rows, columns.size());
      TablePlacer.Candidate best =
          dropped
              ? placer.candidate(orders.get(0), true)
              : placer.best(orders, known.areInOneLine(labels) ? IN_ONE_LINE : 0);
      dropped |= requests && best.dropped();
      @Nullable PlacedRow[] own = placer.place(best, requests ? table : null);
      boolean oneLine = 2 * rows.stream().filter(TableReader::isOneLine).count() > rows.size();
      for (int row = 0; row < size; row++) {
        PlacedRow here = own[row];
        // A figure on a line of its own may be a digit that a narrow column broke off.
        boolean torn =
            requests
                && here != null
                && oneLine
                && (isOverLines(rows.get(row)) || row > 0 && isOverLines(rows.get(row - 1)))
                && DroppedTotals.isBroken(here);
        placed[row] = here == null ? placed[row] : torn ? DroppedTotals.withoutPlaces(here) : here;
      }
    }
    return new Found(requests ? DroppedTotals.withheld(table, placed) : placed, headings, dropped);
  }

  /** Whether figures of a line of text have others below or above them. */
  private static boolean isOverLines(@Nullable PrintedRow row) {
    return row != null
        && !row.cells().isEmpty()
        && !row.cells().get(0).grid()
        && !isOneLine(row)
        && row.cells().stream().map(Token::line).distinct().count() < row.cells().size();
  }

  private static boolean isOneLine(@Nullable PrintedRow row) {
    return row != null
        && row.cells().size() > 1
        && row.cells().get(0).line() == row.cells().get(row.cells().size() - 1).line();
  }

  private PrintedRow printed(int row, Unit unit, List<Column> columns) {
    // Where the document ends within a row, its last figure may be cut off.
    boolean ends = mayBeCut && unit.index() == units.size() - 1 && !unit.slots().isEmpty();
    boolean sure = chain.likeness(row) >= Chain.SURE && !ends;
    List<Token> cells = unit.slots(columns.size());
    if (cells.isEmpty() && grid || !filled && (cells.isEmpty() || requests)) {
      chain.hide(row);
    }
    int[] headings = new int[cells.size()];
    Arrays.fill(headings, WayFinder.NO_HEADING);
    boolean own = grid && unit.grid();
    if (own) {
      headings = ColumnHeadings.of(columns).over(headingsOver(unit, columns), cells);
    }
    return new PrintedRow(label(unit), cells, headings, own, sure);
  }

  /** The form's order of the columns, and the one that is printed where it is another. */
  private List<int[]> orders(
      ColumnHeadings known, List<Token> labels, List<@Nullable PrintedRow> rows, int columns) {
    int[] form = ColumnHeadings.formOrder(columns);
    int[] printed = grid ? null : known.order(labels);
    for (PrintedRow row : rows) {
      if (row != null && row.grid() && printed == null) {
        printed = ColumnHeadings.order(row.headings(), columns);
      }
    }
    return printed == null || Arrays.equals(form, printed) ? List.of(form) : List.of(form, printed);
  }

  /** The words before the first row of these columns that has headings among them. */
  private List<Token> labels(List<Column> columns, ColumnHeadings known) {
    for (int row = 0; row < table.rows().size(); row++) {
      Unit unit = chain.unit(row);
      if (unit != null && table.rows().get(row).columns() == columns && !unit.labels().isEmpty()) {
        List<Token> labels = unit.labels().subList(0, unit.labels().size() - 1);
        for (Token heading : known.printed(labels)) {
          if (heading != null) {
            return labels;
          }
        }
      }
    }
    return List.of();
  }

  /** The headings over a row of a grid: the nearest before it. */
  private List<Token> headingsOver(Unit unit, List<Column> columns) {
    ColumnHeadings known = ColumnHeadings.of(columns);
    for (int i = unit.index(); i >= chain.first(); i--) {
      List<Token> labels = units.get(i).labels();
      if (known.count(labels) == columns.size()) {
        return labels;
      }
    }
    return unit.labels();
  }

  private static @Nullable Token label(Unit unit) {
    for (int i = unit.labels().size() - 1; i >= 0; i--) {
      Token token = unit.labels().get(i);
      if (token.key().length() >= 2) {
        return token;
      }
    }
    return unit.labels().isEmpty() ? null : unit.labels().get(unit.labels().size() - 1);
  }
}
