package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Numerals;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table whose rows stand below each other (II and III): puts the figures of each unit into
 * its columns.
 */
public final class TableReader {
  private final Chain chain;
  private final List<Unit> units;
  private final Table table;
  private final @Nullable Placed[] rows;
  private final boolean[] hidden;
  private final AmongFigures among;
  private final Torn torn;
  private final Map<List<Column>, HeaderOrder> orders = new HashMap<>();
  private final Map<List<Column>, GridColumns> gridColumns = new HashMap<>();
  private final List<Token> headings = new ArrayList<>();

  /** Whether blank cells are there to be seen: in markup and Word, not where text was saved. */
  private final boolean cellsKept;

  /** Whether the document may end within a figure. */
  private final boolean mayBeCut;

  /** Whether no cells were dropped: nearly all rows have as many figures as columns. */
  private final boolean regular;

  private TableReader(Chain chain, List<Unit> units, Document document) {
    boolean markup = document.format() != Format.TEXT;
    this.mayBeCut = !document.whole();
    this.chain = chain;
    this.units = units;
    this.cellsKept = markup && isGrid(chain);
    this.table = chain.labels().table();
    this.rows = new Placed[table.rows().size()];
    this.hidden = new ChainMender(chain, units, cellsKept).mend();
    this.among = new AmongFigures(chain, units);
    this.torn = new Torn(chain, units);
    this.regular = isRegular();
  }

  /**
   * What was found of a table.
   *
   * @param rows a row each, at its index; null where the row was not found
   * @param hidden for each row that was not found, or of which no more than a label was, whether
   *     figures stand where it should that could not be told
   * @param headings for each list of columns the headings that were printed
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(
      @Nullable Placed[] rows, boolean[] hidden, Map<List<Column>, HeaderOrder> headings) {}

  /**
   * Reads the table that a chain found.
   *
   * @param document whether it marks its cells, so that none is dropped for being blank, and may
   *     end within a figure
   */
  static Found read(Chain chain, List<Unit> units, Document document) {
    if (chain.size() == 0) {
      int size = chain.labels().table().rows().size();
      return new Found(new Placed[size], new boolean[size], Map.of());
    }
    TableReader reader = new TableReader(chain, units, document);
    reader.placeAll();
    return new Found(reader.rows, reader.hidden, reader.orders);
  }

  private static boolean isGrid(Chain chain) {
    int grid = 0;
    for (int row = 0; row < chain.labels().table().rows().size(); row++) {
      Unit unit = chain.unit(row);
      grid += unit == null ? 0 : unit.grid() ? 1 : -1;
    }
    return grid > 0;
  }

  private void placeAll() {
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      if (unit != null) {
        List<Token> labels = unit.labels();
        headings.clear();
        headings.addAll(labels.subList(0, Math.max(0, labels.size() - 1)));
        rows[row] = place(row, unit);
      }
    }
  }

  private Placed place(int index, Unit unit) {
    Row row = table.rows().get(index);
    List<Column> columns = row.columns();
    HeaderOrder order = order(columns, unit);
    // Where the document ends within a row, its last figure may be cut off.
    boolean ends = mayBeCut && unit.index() == units.size() - 1 && !unit.slots().isEmpty();
    boolean sure = chain.likeness(index) >= Chain.SURE && !ends;
    @Nullable Token label = label(unit);
    List<Token> slots = unit.slots(columns.size());
    if (slots.size() < columns.size() && !unit.grid()) {
      List<Token> withWords = among.withWords(index, unit, columns.size());
      boolean whole = withWords.size() == columns.size() && !slots.isEmpty() && regular;
      boolean interrupted = !whole && among.isInterrupted(index, unit);
      slots = whole || interrupted ? withWords : slots;
      sure &= !interrupted || slots.size() < columns.size();
    }
    sure &= unit.grid() || slots.size() == columns.size() || !hasLookalike(unit);
    sure &= slots.stream().noneMatch(TableReader::isHeading);
    boolean summed = table.key().equals(Edition.REQUESTS);
    boolean inPieces = summed && !unit.grid() && torn.isTorn(index, unit, slots);
    sure &= !inPieces && !(unit.grid() && goesOnBelow(unit));
    if (inPieces && slots.size() == columns.size() && !Torn.addsUp(slots)) {
      return new Placed(label, new Token[columns.size()], false, slots);
    }
    if (slots.size() == columns.size()) {
      boolean straight = order.sure();
      if (!straight) {
        Placed byPlace = byPlace(label, unit, columns, sure);
        if (byPlace != null) {
          return byPlace;
        }
      }
      return new Placed(label, order.arrange(slots), sure && straight, List.of());
    }
    List<Token> wordsOnly = slots.isEmpty() ? among.alone(index, unit) : List.of();
    if (wordsOnly.size() == columns.size()) {
      return new Placed(label, order.arrange(wordsOnly), sure && order.sure(), List.of());
    }
    if (slots.isEmpty()) {
      boolean blank = sure && !cellsKept && !hidden[index] && !isBeforeNumeral(unit);
      return new Placed(label, new Token[columns.size()], blank, among.crowd());
    }
    if (unit.grid()) {
      GridColumns grid = gridColumns.computeIfAbsent(columns, each -> new GridColumns(chain, each));
      List<Token> cells = order.sure() ? grid.byCount(slots) : null;
      // A column left out between others may be one of the form's that no row fills.
      if (cells != null && isOneRun(slots, cells)) {
        return new Placed(label, order.arrange(cells), sure, List.of());
      }
      Placed byPlace = byPlace(label, unit, columns, sure);
      if (byPlace != null) {
        return byPlace;
      }
      if (cells != null) {
        return new Placed(label, order.arrange(cells), sure, List.of());
      }
      cells = grid.byPlace(slots);
      if (cells != null) {
        return new Placed(label, order.arrange(cells), sure && order.sure(), List.of());
      }
      cells = BlankEdges.without(slots, columns.size(), summed ? columns.size() : 0);
      if (cells != null) {
        return new Placed(label, order.arrange(cells), sure && order.sure(), List.of());
      }
    }
    List<Token> printed =
        slots.stream().filter(slot -> slot.figure().status() != Status.BLANK).toList();
    boolean endsStand = slots.size() < columns.size() && !cellsKept && order.isForm();
    return new Placed(label, new Token[columns.size()], sure && endsStand, printed);
  }

  /** Whether a Chinese numeral stands behind a label that has no figures. */
  private boolean isBeforeNumeral(Unit unit) {
    List<Token> next =
        unit.index() + 1 < units.size() ? units.get(unit.index() + 1).labels() : List.of();
    return !next.isEmpty() && Numerals.isNumber(next.get(0).printed());
  }

  /** Whether words around a row's figures look like some more of them. */
  private boolean hasLookalike(Unit unit) {
    boolean some = unit.labels().stream().anyMatch(word -> word.figure().cut());
    if (!some && unit.index() + 1 < units.size()) {
      some = units.get(unit.index() + 1).labels().stream().anyMatch(word -> word.figure().cut());
    }
    return some;
  }

  /** Whether a word in a figure's place is a column's heading: no clerk wrote it there. */
  private static boolean isHeading(Token slot) {
    return !slot.isValue() && Captions.isHeading(slot.key());
  }

  /** Whether some cells stand next to each other in a row. */
  private static boolean isOneRun(List<Token> slots, List<Token> cells) {
    int from = slots.indexOf(cells.get(0));
    return from + cells.size() <= slots.size()
        && slots.subList(from, from + cells.size()).equals(cells);
  }

  /**
   * The order of the columns: what this row's headings say, else what was said before for the same
   * columns.
   */
  private HeaderOrder order(List<Column> columns, Unit unit) {
    HeaderOrder known = orders.get(columns);
    if (known == null || table.rows().get(0).columns() != columns) {
      HeaderOrder.Finder finder = HeaderOrder.Finder.of(columns);
      HeaderOrder read = finder.order(headings);
      if (!read.sure() && finder.agrees(headings, unit.slots())) {
        read = new HeaderOrder(finder.form().columns(), true, read.printed());
      }
      if (known == null || read.printed()[0] != null) {
        orders.put(columns, read);
        return read;
      }
    }
    return known;
  }

  private @Nullable Token label(Unit unit) {
    for (int i = unit.labels().size() - 1; i >= 0; i--) {
      Token token = unit.labels().get(i);
      if (token.key().length() >= 2) {
        return token;
      }
    }
    return unit.labels().isEmpty() ? null : unit.labels().get(unit.labels().size() - 1);
  }

  /**
   * Whether a row of text between pipes has more of its cells on the next line, which has no label.
   */
  private boolean goesOnBelow(Unit unit) {
    if (cellsKept || unit.index() + 1 >= units.size()) {
      return false;
    }
    Unit next = units.get(unit.index() + 1);
    return next.grid()
        && next.labels().isEmpty()
        && !next.isBlank()
        && (next.row().size() < unit.row().size() || isBelowFigures(next, unit));
  }

  /** Whether each figure of a row stands below one that may go on in it. */
  private static boolean isBelowFigures(Unit below, Unit unit) {
    boolean all = true;
    boolean some = false;
    for (int i = 0; i < below.row().size(); i++) {
      boolean blank = below.row().get(i).figure().status() == Status.BLANK;
      some |= blank;
      all &= blank || i < unit.row().size() && unit.row().get(i).figure().value() != null;
    }
    return all && some;
  }

  private boolean isRegular() {
    int full = 0;
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      full += unit != null && unit.slots().size() == table.rows().get(row).columns().size() ? 1 : 0;
    }
    return full >= rows.length - 2;
  }

  /**
   * Places figures by the headings above them, spans counted; null where that gives no clear
   * answer.
   */
  private @Nullable Placed byPlace(
      @Nullable Token label, Unit unit, List<Column> columns, boolean sure) {
    if (!unit.grid()) {
      return null;
    }
    HeaderOrder.Finder finder = HeaderOrder.Finder.of(columns);
    @Nullable Token[] cells = finder.place(headingsOf(unit, finder), unit.slots());
    return cells == null ? null : new Placed(label, cells, sure, List.of());
  }

  /** The headings over a unit's columns: the nearest before it. */
  private List<Token> headingsOf(Unit unit, HeaderOrder.Finder finder) {
    for (int i = unit.index(); i >= chain.first(); i--) {
      List<Token> labels = units.get(i).labels();
      long heads =
          labels.stream().filter(token -> token.grid() && finder.heads(token.key()) >= 0).count();
      if (heads >= finder.columns().size()) {
        return labels;
      }
    }
    return unit.labels();
  }
}
