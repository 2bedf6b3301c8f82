package org.gongkai.report.align;

import java.util.ArrayList;
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
  /** What speaks for the order of headings that stand in one line of text. */
  private static final double IN_ONE_LINE = 3;

  /** So many units before the first row at most its headings stand. */
  private static final int HEADINGS = 2;

  private final Chain chain;
  private final List<Unit> units;
  private final Table table;
  private final boolean grid;
  private final boolean mayBeCut;
  private final boolean requests;

  /** Whether most labels have figures behind them: else those stand elsewhere. */
  private final boolean filled;

  private TableReader(Chain chain, List<Unit> units, Document document) {
    this.chain = chain;
    this.units = units;
    this.table = chain.labels().table();
    this.grid = document.format() != Format.TEXT && DisorderDetector.areGrids(chain);
    this.mayBeCut = !document.whole();
    this.requests = table.key().equals(Edition.REQUESTS);
    this.filled = DisorderDetector.areFilled(chain);
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

  private Found read(boolean droppedElsewhere, boolean disorderedElsewhere) {
    @Nullable PlacedRow[] placed = new PlacedRow[table.rows().size()];
    Map<List<Column>, @Nullable Token[]> headings = new IdentityHashMap<>();
    boolean dropped = droppedElsewhere;
    for (Row first : table.rows()) {
      if (!headings.containsKey(first.columns())) {
        dropped |= place(first.columns(), dropped, placed, headings);
      }
    }
    boolean disordered =
        requests && new DisorderDetector(chain, units, placed).unplaceDoubtfulRows();
    disordered |= disorderedElsewhere;
    for (int row = 0; row < placed.length && disordered; row++) {
      Unit unit = chain.unit(row);
      if (unit == null || !unit.grid() && !(requests && DisorderDetector.addsUp(placed[row]))) {
        chain.hide(row);
      }
    }
    return new Found(placed, headings, dropped, disordered);
  }

  /** Places the rows that have the same columns; whether their blank cells were dropped. */
  private boolean place(
      List<Column> columns,
      boolean dropped,
      @Nullable PlacedRow[] placed,
      Map<List<Column>, @Nullable Token[]> headings) {
    ColumnHeadings known = ColumnHeadings.of(columns);
    int size = columns.size();
    List<@Nullable PrintedRow> rows = new ArrayList<>();
    List<Token> above = List.of();
    int[] heads = {};
    int @Nullable [] order = null;
    int next = Math.max(0, chain.first() - HEADINGS);
    for (int row = 0; row < placed.length; row++) {
      Unit unit = table.rows().get(row).columns() == columns ? chain.unit(row) : null;
      while (unit != null && next <= unit.index()) {
        List<Token> labels = units.get(next).labels();
        if (known.count(labels) >= Math.min(2, size)) {
          above = labels;
          heads = grid ? known.over(labels) : heads;
        }
        next++;
      }
      PrintedRow printed = unit == null ? null : printed(row, unit, heads);
      if (printed != null && order == null && grid) {
        order = ColumnHeadings.order(printed.headings(), size);
      }
      rows.add(printed);
    }
    // Where spans are wrong, the order of the headings is all that tells theirs.
    order = order == null ? known.order(above) : order;
    headings.put(columns, known.printed(above));
    TablePlacer placer = new TablePlacer(rows, size, requests ? size : 0);
    TablePlacer.Candidate best = placer.best(order, grid ? 0 : IN_ONE_LINE, dropped);
    @Nullable PlacedRow[] own = placer.place(best, requests ? table : null);
    for (int row = 0; row < placed.length; row++) {
      placed[row] = own[row] != null ? own[row] : placed[row];
    }
    return requests && best.dropped();
  }

  private PrintedRow printed(int row, Unit unit, int[] heads) {
    List<Token> cells = unit.slots(table.rows().get(row).columns().size());
    if (cells.isEmpty() && grid || !filled && (cells.isEmpty() || requests)) {
      chain.hide(row);
    }
    // Where the document ends within a row, its last figure may be cut off.
    boolean ends = mayBeCut && unit.index() == units.size() - 1 && !unit.slots().isEmpty();
    boolean sure = chain.likeness(row) >= Chain.SURE && !ends;
    boolean own = grid && unit.grid();
    int[] headings = ColumnHeadings.over(cells, own ? heads : new int[0]);
    return new PrintedRow(label(unit), cells, headings, own, sure);
  }

  /** The last word before the figures that is more than a number. */
  private static @Nullable Token label(Unit unit) {
    List<Token> labels = unit.labels();
    int last = labels.size() - 1;
    while (last > 0 && labels.get(last).key().length() < 2) {
      last--;
    }
    return labels.isEmpty() ? null : labels.get(last);
  }
}
