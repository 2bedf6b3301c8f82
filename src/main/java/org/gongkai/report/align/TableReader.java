package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

  /** So many rows that cannot be right are more than a report has mistakes. */
  private static final int DISORDERED = 3;

  /** So many rows away, figures may have gone to another row. */
  private static final int NEAR = 3;

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
   * @param disordered whether lines of text are in another order than a reader's
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(
      @Nullable PlacedRow[] rows,
      Map<List<Column>, @Nullable Token[]> headings,
      boolean dropped,
      boolean disordered) {}

  /**
   * Reads the table that a chain found.
   *
   * @param document whether it marks its cells, and may end within a figure
   * @param other what was found of another table of the document: blank cells and lines are as
   *     there; null for nothing
   */
  static Found read(Chain chain, List<Unit> units, Document document, @Nullable Found other) {
    return new TableReader(chain, units, document)
        .read(other != null && other.dropped(), other != null && other.disordered());
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

  private Found read(boolean droppedElsewhere, boolean disorderedElsewhere) {
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
        boolean torn = requests && here != null && here.isBroken();
        if (torn && isAmongLabelsAlone(row)) {
          hideAround(row);
        } else {
          torn &=
              isGlued(rows.get(row), columns.size())
                  || oneLine
                      && (isOverLines(rows.get(row)) || row > 0 && isOverLines(rows.get(row - 1)));
        }
        placed[row] = here == null ? placed[row] : torn ? here.withoutPlaces() : here;
      }
    }
    boolean disordered = disorderedElsewhere || requests && isDisordered(placed);
    for (int row = 0; row < size && disordered; row++) {
      Unit unit = chain.unit(row);
      if (unit == null || !unit.grid() && !(requests && addsUp(placed[row]))) {
        chain.hide(row);
      }
    }
    return new Found(placed, headings, dropped, disordered);
  }

  /**
   * Whether so many rows of lines of text cannot be as they are read that the text was taken out of
   * a PDF in another order than a reader's.
   */
  private boolean isDisordered(@Nullable PlacedRow[] placed) {
    int columns = table.rows().get(0).columns().size();
    if (!filled) {
      return units.subList(chain.first(), chain.last() + 1).stream()
          .anyMatch(unit -> !unit.grid() && unit.slots().size() > columns);
    }
    int wrong = 0;
    for (int row = 0; row < placed.length; row++) {
      PlacedRow own = placed[row];
      Unit unit = chain.unit(row);
      boolean line = unit == null || !unit.grid();
      boolean told =
          own != null
              && !chain.isHidden(row)
              && (own.ways().isEmpty() ? own.isWhole() : !own.isBroken());
      wrong += line && !told ? 1 : 0;
    }
    return wrong >= DISORDERED;
  }

  /** Whether a row has figures that add up. */
  private static boolean addsUp(@Nullable PlacedRow row) {
    return row != null
        && !row.ways().isEmpty()
        && !row.isBroken()
        && row.printed().stream().anyMatch(cell -> !cell.figure().isNothing());
  }

  /** Whether figures of a line of text have others below or above them. */
  private static boolean isOverLines(@Nullable PrintedRow row) {
    return row != null
        && !row.cells().isEmpty()
        && !row.cells().get(0).grid()
        && !isOneLine(row)
        && row.cells().stream().map(Token::line).distinct().count() < row.cells().size();
  }

  /** Whether rows of lines of text close by have no figures: they may be among this row's own. */
  private boolean isAmongLabelsAlone(int row) {
    Unit unit = chain.unit(row);
    return unit != null
        && !unit.grid()
        && IntStream.rangeClosed(row - NEAR, row + NEAR).anyMatch(this::isLabelAlone);
  }

  private void hideAround(int row) {
    int size = table.rows().size();
    for (int other = Math.max(0, row - NEAR); other <= row + NEAR && other < size; other++) {
      chain.hide(other);
    }
  }

  /** Whether a row of lines that lacks figures adds up if one of them is two without a space. */
  private static boolean isGlued(@Nullable PrintedRow row, int columns) {
    if (row == null
        || row.cells().size() >= columns
        || row.cells().stream().anyMatch(Token::grid)) {
      return false;
    }
    List<Long> figures = new ArrayList<>();
    for (Token cell : row.cells()) {
      Long figure = Way.count(cell);
      if (figure == null) {
        return false;
      }
      figures.add(figure);
    }
    long sum = figures.stream().mapToLong(Long::longValue).sum();
    for (int i = 0; i < figures.size(); i++) {
      long whole = figures.get(i);
      boolean last = i == figures.size() - 1;
      for (long unit = 10; unit <= whole; unit *= 10) {
        long total = last ? whole % unit : figures.get(figures.size() - 1);
        if (sum - whole + whole / unit + whole % unit == 2 * total) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isLabelAlone(int row) {
    Unit unit = row < 0 || row >= table.rows().size() ? null : chain.unit(row);
    return unit != null && !unit.grid() && unit.slots().isEmpty();
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
