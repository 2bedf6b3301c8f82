package org.gongkai.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.document.Format;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table whose rows stand below each other (II and III): puts the figures of each unit into
 * its columns.
 */
final class TableReader {
  private static final double SURE = 0.75;
  private static final int LONGEST_WORD = 12;

  /** Figures of more rows than these are no row's. */
  private static final int CROWD = 3;

  /** What is printed over a column that the form has not. */
  private static final Set<String> REMARKS = Set.of("备注", "备考", "说明", "附注");

  /** Among so many rows one is looked for that took the figures of the next. */
  private static final int MOST_MOVED = 3;

  /** As many rows of a table must be numbered one after the other. */
  private static final int LEAST_NUMBERED = 5;

  private final Chain chain;
  private final List<Unit> units;
  private final Table table;
  private final @Nullable Placed[] rows;
  private final boolean[] hidden;
  private final Map<List<Column>, HeaderOrder> orders = new HashMap<>();
  private final Map<List<Column>, GridColumns> gridColumns = new HashMap<>();
  private final List<Token> headings = new ArrayList<>();

  /** Whether blank cells are there to be seen: in markup and Word, not where text was saved. */
  private final boolean cellsKept;

  /** Whether the document's end may be missing: a Word document is whole or cannot be read. */
  private final boolean mayBeCut;

  /** Whether no cells were dropped: nearly all rows have as many figures as columns. */
  private boolean regular;

  private @Nullable List<Token> crowd;

  private TableReader(Chain chain, List<Unit> units, Format format) {
    boolean markup = format != Format.TEXT;
    this.mayBeCut = format != Format.DOCX;
    this.chain = chain;
    this.units = units;
    this.cellsKept = markup && isGrid(chain);
    this.table = chain.labels().table();
    this.rows = new Placed[table.rows().size()];
    this.hidden = new boolean[table.rows().size()];
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
   * @param format whether the document marks its cells, so that none is dropped for being blank,
   *     and may end within a figure
   */
  static Found read(Chain chain, List<Unit> units, Format format) {
    TableReader reader = new TableReader(chain, units, format);
    if (chain.size() > 0) {
      reader.takeSerialNumbersOff();
      reader.takeRemarksOff();
      reader.fillGaps();
      reader.closeRanks();
      reader.joinCutRows();
      reader.trustWhatIsHeld();
      reader.regular = reader.isRegular();
      reader.placeAll();
    }
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

  /**
   * Where rows are numbered on lines of their own, each number stands behind the figures of the row
   * before: it is none of them.
   */
  private void takeSerialNumbersOff() {
    List<Integer> found = new ArrayList<>();
    Map<Integer, Integer> leads = new HashMap<>();
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      if (unit != null) {
        int number = numberBehind(unit);
        if (number > 0) {
          leads.merge(number - found.size(), 1, Integer::sum);
        }
        found.add(row);
      }
    }
    for (Map.Entry<Integer, Integer> lead : leads.entrySet()) {
      if (lead.getValue() >= LEAST_NUMBERED && lead.getValue() * 5 >= (found.size() - 1) * 4) {
        for (int i = 0; i < found.size(); i++) {
          Unit unit = Objects.requireNonNull(chain.unit(found.get(i)));
          if (numberBehind(unit) == i + lead.getKey()) {
            chain.put(found.get(i), unit.withoutLast(), chain.likeness(found.get(i)));
          }
        }
      }
    }
  }

  /** Where the last column is one of remarks, what stands in it is no figure. */
  private void takeRemarksOff() {
    if (!hasRemarks()) {
      return;
    }
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      if (unit != null
          && unit.grid()
          && unit.slots().size() == table.rows().get(row).columns().size() + 1) {
        chain.put(row, unit.withoutLast(), chain.likeness(row));
      }
    }
  }

  /** Whether the last heading of a row of a grid says that remarks stand under it. */
  private boolean hasRemarks() {
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      List<Token> labels = unit == null ? List.of() : unit.labels();
      for (int i = 0; i + 1 < labels.size(); i++) {
        Token token = labels.get(i);
        if (token.grid()
            && token.line() != labels.get(i + 1).line()
            && REMARKS.contains(token.key())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The number on a line of its own behind the figures of a row; 0 for none. */
  private static int numberBehind(Unit unit) {
    int size = unit.slots().size();
    if (unit.grid() || size == 0) {
      return 0;
    }
    Token last = unit.slots().get(size - 1);
    String printed = last.printed();
    boolean apart = size == 1 || unit.slots().get(size - 2).line() != last.line();
    return apart && printed.length() <= 2 && printed.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(printed)
        : 0;
  }

  /**
   * Gives units that nothing claimed to rows that were not found, or of which no more than a label
   * was, where they fit one to one.
   */
  private void fillGaps() {
    int before = -1;
    for (int row = 0; row <= rows.length; row++) {
      if (row < rows.length && lacksFigures(chain.unit(row))) {
        continue;
      }
      if (row - before > 1) {
        fill(before, row);
      }
      before = row;
    }
  }

  private static boolean lacksFigures(@Nullable Unit unit) {
    return unit == null || unit.slots().isEmpty() && !unit.grid();
  }

  private void fill(int before, int after) {
    @Nullable Unit above = before < 0 ? null : chain.unit(before);
    @Nullable Unit below = after >= rows.length ? null : chain.unit(after);
    int from = above == null ? chain.first() - (after - before - 1) : above.index() + 1;
    int to =
        below == null
            ? Math.min(units.size(), chain.last() + 1 + (after - before - 1))
            : below.index();
    List<Unit> free = new ArrayList<>();
    for (Unit unit : units.subList(Math.max(0, from), Math.max(Math.max(0, from), to))) {
      if (!unit.slots().isEmpty()
          && !isRest(unit, before)
          && !(above != null && goesOn(above, unit, before))) {
        free.add(unit);
      }
    }
    int missing = after - before - 1;
    boolean open = above == null || below == null;
    boolean fits = free.size() == missing;
    for (int i = 0; i < free.size() && fits; i++) {
      Row row = table.rows().get(before + 1 + i);
      Unit unit = free.get(i);
      fits =
          open
              ? fits(unit, row) && resembles(unit, before + 1 + i)
              : fits(unit, row) || isPieces(unit, before + 1 + i);
    }
    boolean strange = !open && free.stream().anyMatch(unit -> !unit.isBlank());
    for (int i = 0; i < missing; i++) {
      if (fits) {
        chain.put(before + 1 + i, free.get(i), SURE);
      } else {
        hidden[before + 1 + i] = strange;
      }
    }
  }

  /**
   * Where a row was not found and figures that nothing claimed stand a few rows above it, the rows
   * between took each other's figures: the rest of a label that is broken behind its figures stands
   * before the next row's. They move by one where the labels say so, and are uncertain else.
   */
  private void closeRanks() {
    for (int missing = 1; missing < rows.length; missing++) {
      if (chain.unit(missing) != null) {
        continue;
      }
      for (int row = missing - 1; row > 0 && row >= missing - MOST_MOVED; row--) {
        Unit above = chain.unit(row - 1);
        Unit unit = chain.unit(row);
        if (above == null || unit == null || unit.grid()) {
          break;
        }
        List<Unit> strange = strange(above, row - 1, unit);
        if (!strange.isEmpty()) {
          move(strange.get(strange.size() - 1), row, missing);
          break;
        }
      }
    }
  }

  /** Units with figures between two rows that are neither's. */
  private List<Unit> strange(Unit above, int row, Unit below) {
    return units.subList(above.index() + 1, Math.max(above.index() + 1, below.index())).stream()
        .filter(unit -> !unit.slots().isEmpty() && !isRest(unit, row) && !goesOn(above, unit, row))
        .toList();
  }

  private void move(Unit first, int row, int missing) {
    boolean begins = begins(first, row);
    for (int each = row; each < missing; each++) {
      begins &= begins(Objects.requireNonNull(chain.unit(each)), each + 1);
    }
    for (int each = missing - 1; each >= row; each--) {
      Unit unit = Objects.requireNonNull(chain.unit(each));
      if (begins) {
        chain.put(each + 1, unit, SURE);
      } else {
        chain.put(each, unit, 0);
      }
    }
    if (begins) {
      chain.put(row, first, SURE);
    }
  }

  /** Whether a row's label begins among the words of a unit. */
  private boolean begins(Unit unit, int row) {
    return unit.labels().stream()
        .anyMatch(word -> word.key().length() >= 2 && chain.labels().isBeginOf(word.key(), row));
  }

  private static boolean fits(Unit unit, Row row) {
    int columns = row.columns().size();
    return unit.slotsByLine(columns).size() == columns
        || unit.grid() && HeaderOrder.withoutBlankEdge(unit.slots(), columns, 0) != null;
  }

  /** Whether words in lines that lost blank cells are pieces of the row's label, mostly. */
  private boolean isPieces(Unit unit, int row) {
    if (unit.grid() || cellsKept || unit.slots().size() > table.rows().get(row).columns().size()) {
      return false;
    }
    String words = RowLabels.words(unit.labels());
    int common = RowLabels.common(words, Normal.key(table.rows().get(row).label()));
    return common >= 4 && common * 10 >= words.length() * 7;
  }

  /**
   * Whether a unit at the table's edge, where nothing beyond holds it in place, has something of
   * the row's label.
   */
  private boolean resembles(Unit unit, int row) {
    String words = RowLabels.words(unit.labels());
    String label = Normal.key(table.rows().get(row).label());
    int common = RowLabels.common(words, label);
    return common >= 2 && common * 2 >= label.length();
  }

  /** Whether a unit is the rest of a row behind a word in a figure's place. */
  private boolean goesOn(Unit above, Unit unit, int row) {
    int words = unit.labels().size();
    return unit.index() == above.index() + 1
        && !unit.grid()
        && words > 0
        && above.slots().size() + words + unit.slots().size()
            <= table.rows().get(row).columns().size()
        && unit.labels().stream().allMatch(word -> isForeign(word, row));
  }

  private boolean isRest(Unit unit, int row) {
    if (row < 0 || unit.labels().isEmpty()) {
      return row >= 0 && unit.labels().isEmpty() && !unit.grid();
    }
    String words = RowLabels.words(unit.labels());
    return words.length() >= 2 && chain.labels().isPieceOf(words, row) && unit.isBlank();
  }

  /**
   * A row that a page break cut: its label begins in one row of the grid, the rest and the figures
   * stand in the next.
   */
  private void joinCutRows() {
    Set<Integer> taken = new HashSet<>();
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      if (unit != null) {
        taken.add(unit.index());
      }
    }
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      if (unit == null || !unit.isBlank()) {
        continue;
      }
      int at = unit.index();
      for (int next : new int[] {at + 1, at - 1}) {
        if (next >= 0 && next < units.size() && !taken.contains(next)) {
          Unit other = withoutBegin(units.get(next), row);
          int last = other.labels().size() - 1;
          String words = last < 0 ? "" : other.labels().get(last).key();
          boolean rest =
              words.length() >= 2 && chain.labels().isPieceOf(words, row)
                  || next > at && chain.labels().isEndOf(words, row)
                  || next < at && chain.labels().isBeginOf(words, row);
          if (!other.isBlank() && rest) {
            chain.put(row, other, SURE);
            break;
          }
        }
      }
    }
  }

  /**
   * A unit with the begin of a row's label among its labels, where it stands before its figures.
   */
  private Unit withoutBegin(Unit unit, int row) {
    List<Token> slots = unit.slots();
    if (!unit.grid()
        || slots.size() != table.rows().get(row).columns().size() + 1
        || slots.get(0).key().length() < 2
        || !chain.labels().isBeginOf(slots.get(0).key(), row)) {
      return unit;
    }
    List<Token> labels = new ArrayList<>(unit.labels());
    labels.add(slots.get(0));
    return new Unit(labels, slots.subList(1, slots.size()), unit.row(), unit.at(), unit.index());
  }

  /**
   * Rows with a damaged label between sure ones are sure where there are as many rows with figures
   * as the form has.
   */
  private void trustWhatIsHeld() {
    int above = -1;
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      if (unit == null || chain.likeness(row) < SURE) {
        continue;
      }
      Unit sureAbove = above < 0 ? null : chain.unit(above);
      if (sureAbove != null && row - above > 1 && isFull(sureAbove, above, unit, row)) {
        for (int held = above + 1; held < row; held++) {
          chain.put(held, Objects.requireNonNull(chain.unit(held)), SURE);
        }
      }
      above = row;
    }
    trustEdge(rows.length - 1, -1);
    trustEdge(0, 1);
  }

  /** The rows at an edge, their labels damaged, are sure where they stand next to a sure one. */
  private void trustEdge(int edge, int step) {
    int held = edge;
    while (held >= 0 && held < rows.length && chain.likeness(held) < SURE) {
      Unit unit = chain.unit(held);
      if (unit == null || unit.slots().size() != table.rows().get(held).columns().size()) {
        return;
      }
      held += step;
    }
    if (held == edge || held < 0 || held >= rows.length || chain.unit(held) == null) {
      return;
    }
    int upper = Math.min(edge, held);
    int lower = Math.max(edge, held);
    Unit above = Objects.requireNonNull(chain.unit(upper));
    Unit below = Objects.requireNonNull(chain.unit(lower));
    if (isFull(above, upper, below, lower)) {
      for (int row = edge; row != held; row += step) {
        chain.put(row, Objects.requireNonNull(chain.unit(row)), SURE);
      }
    }
  }

  private boolean isFull(Unit above, int rowAbove, Unit below, int rowBelow) {
    for (int row = rowAbove + 1; row < rowBelow; row++) {
      if (chain.unit(row) == null) {
        return false;
      }
    }
    int figures = 0;
    for (Unit unit : units.subList(above.index() + 1, below.index())) {
      figures += unit.slots().isEmpty() ? 0 : 1;
    }
    return figures == rowBelow - rowAbove - 1;
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
    boolean sure = chain.likeness(index) >= SURE && !ends;
    @Nullable Token label = label(unit);
    List<Token> slots = slots(unit, columns.size());
    if (slots.size() < columns.size() && !unit.grid()) {
      List<Token> withWords = withWords(index, unit, columns.size());
      boolean whole = withWords.size() == columns.size() && !slots.isEmpty() && regular;
      boolean interrupted = !whole && hasWordAmong(index, unit);
      slots = whole || interrupted ? withWords : slots;
      sure &= !interrupted || slots.size() < columns.size();
    }
    boolean summed = table.key().equals(Edition.REQUESTS);
    boolean torn = summed && !unit.grid() && isTorn(index, unit, slots);
    sure &= !torn && !(unit.grid() && goesOnBelow(unit));
    if (torn && slots.size() == columns.size() && !Torn.addsUp(slots)) {
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
    List<Token> wordsOnly = slots.isEmpty() ? wordsOnly(index, unit) : List.of();
    if (wordsOnly.size() == columns.size()) {
      return new Placed(label, order.arrange(wordsOnly), sure && order.sure(), List.of());
    }
    if (slots.isEmpty()) {
      boolean blank = sure && !cellsKept && !hidden[index];
      return new Placed(label, new Token[columns.size()], blank, crowd());
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
      cells = HeaderOrder.withoutBlankEdge(slots, columns.size(), summed ? columns.size() : 0);
      if (cells != null) {
        return new Placed(label, order.arrange(cells), sure && order.sure(), List.of());
      }
    }
    List<Token> printed =
        slots.stream().filter(slot -> slot.figure().status() != Status.BLANK).toList();
    boolean endsStand = slots.size() < columns.size() && !cellsKept && order.isForm();
    return new Placed(label, new Token[columns.size()], sure && endsStand, printed);
  }

  /** Whether some cells stand next to each other in a row. */
  private static boolean isOneRun(List<Token> slots, List<Token> cells) {
    int from = slots.indexOf(cells.get(0));
    return from + cells.size() <= slots.size()
        && slots.subList(from, from + cells.size()).equals(cells);
  }

  /**
   * The figures of a whole table in one run, column by column or however they lie, words in the
   * place of some; none where there is no such run.
   */
  private List<Token> crowd() {
    if (crowd == null) {
      crowd = findCrowd();
    }
    return crowd;
  }

  private List<Token> findCrowd() {
    for (int row = 0; row < rows.length; row++) {
      Unit unit = chain.unit(row);
      if (unit != null && !unit.grid() && !unit.slots().isEmpty()) {
        List<Token> run = run(unit, row);
        if (run.size() > CROWD * table.rows().get(row).columns().size()) {
          return run;
        }
      }
    }
    return List.of();
  }

  /** The figures of a unit, and of those behind it that have no words but foreign ones. */
  private List<Token> run(Unit unit, int row) {
    List<Token> run = new ArrayList<>(unit.slots());
    for (int i = unit.index() + 1; i < units.size(); i++) {
      Unit next = units.get(i);
      if (next.grid() || !next.labels().stream().allMatch(word -> isForeign(word, row))) {
        break;
      }
      run.addAll(next.labels());
      run.addAll(next.slots());
    }
    return run;
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
   * Whether figures may be torn in pieces, some of which stand on lines between this row and its
   * neighbours, as narrow columns have them.
   */
  private boolean isTorn(int row, Unit unit, List<Token> slots) {
    List<Token> pieces = onOtherLines(unit, slots);
    Unit above = row == 0 ? null : chain.unit(row - 1);
    if (above != null && !above.grid()) {
      int columns = table.rows().get(row - 1).columns().size();
      if (above.slots().size() > columns) {
        List<Token> own = slots(above, columns);
        pieces.addAll(onOtherLines(above, own.size() > columns ? own.subList(0, 1) : own));
      }
      between(above, unit).forEach(each -> pieces.addAll(each.slots()));
    }
    if (row == 0 && unit.index() > 0) {
      pieces.addAll(closeAbove(units.get(unit.index() - 1), unit));
    }
    Unit below = row + 1 == rows.length ? null : chain.unit(row + 1);
    if (below != null) {
      between(unit, below).forEach(each -> pieces.addAll(each.slots()));
    }
    // Where each figure has a line, none is torn: there is room for it.
    if (slots.isEmpty() || !isBeside(slots) && !isBeside(pieces)) {
      return false;
    }
    boolean oneLine = slots.get(0).line() == slots.get(slots.size() - 1).line();
    boolean whole = slots.size() == table.rows().get(row).columns().size();
    if (pieces.isEmpty()) {
      return whole && !oneLine && Torn.isMoved(slots);
    }
    return !whole || !oneLine || pieces.size() > 1 || Torn.explains(slots, pieces.get(0));
  }

  /** A unit's figures on other lines than some. */
  private static List<Token> onOtherLines(Unit unit, List<Token> figures) {
    Set<Integer> lines = new HashSet<>();
    figures.forEach(figure -> lines.add(figure.line()));
    List<Token> others = new ArrayList<>(unit.slots());
    others.removeIf(token -> lines.contains(token.line()));
    return others;
  }

  /** The figures of the unit above that stand on the line right above a unit's. */
  private static List<Token> closeAbove(Unit above, Unit unit) {
    if (above.grid() || above.slots().isEmpty() || unit.slots().isEmpty()) {
      return List.of();
    }
    int line = above.slots().get(above.slots().size() - 1).line();
    return unit.slots().get(0).line() - line == 1
        ? above.slots().stream().filter(token -> token.line() == line).toList()
        : List.of();
  }

  /** Whether two of some figures share a line. */
  private static boolean isBeside(List<Token> figures) {
    for (int i = 1; i < figures.size(); i++) {
      if (figures.get(i).line() == figures.get(i - 1).line()) {
        return true;
      }
    }
    return false;
  }

  /** The few units between two. */
  private List<Unit> between(Unit above, Unit below) {
    int from = above.index() + 1;
    return from < below.index() && below.index() - from < MOST_MOVED
        ? units.subList(from, below.index())
        : List.of();
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
        && next.row().size() < unit.row().size();
  }

  /**
   * The figures of a unit: in lines, those of the one line that has as many as columns, if there is
   * one.
   */
  private static List<Token> slots(Unit unit, int columns) {
    List<Token> all = unit.slotsByLine(columns);
    if (unit.grid() || all.size() <= columns) {
      return all;
    }
    Map<Integer, List<Token>> lines = new HashMap<>();
    for (Token token : all) {
      lines.computeIfAbsent(token.line(), line -> new ArrayList<>()).add(token);
    }
    List<List<Token>> full =
        lines.values().stream().filter(line -> line.size() == columns).toList();
    return full.size() == 1 && columns > 1 ? full.get(0) : all;
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
   * The figures of a row and the words among them, where a word stands in the place of a figure.
   */
  private List<Token> withWords(int row, Unit unit, int columns) {
    List<Token> all = new ArrayList<>();
    if (hasWordBefore(row, unit)) {
      all.add(unit.labels().get(unit.labels().size() - 1));
    }
    all.addAll(unit.slots());
    for (int i = unit.index() + 1; i < units.size() && all.size() < columns; i++) {
      for (Token word : units.get(i).labels()) {
        if (all.size() < columns && isForeign(word, row)) {
          all.add(word);
        } else {
          return all;
        }
      }
      if (all.size() + units.get(i).slots().size() <= columns) {
        all.addAll(units.get(i).slots());
      }
    }
    return all;
  }

  /** The words beside a label that has nothing but words beside it in its row of a grid. */
  private List<Token> wordsOnly(int row, Unit unit) {
    Token label = unit.labels().isEmpty() ? null : unit.labels().get(unit.labels().size() - 1);
    if (label == null || !label.grid() || unit.index() + 1 >= units.size()) {
      return List.of();
    }
    List<Token> beside =
        units.get(unit.index() + 1).labels().stream()
            .takeWhile(word -> word.grid() && word.line() == label.line())
            .toList();
    return beside.stream().allMatch(word -> isForeign(word, row)) ? beside : List.of();
  }

  /** Whether a word stands before or behind the figures of a row of text, in a figure's place. */
  private boolean hasWordAmong(int row, Unit unit) {
    if (hasWordBefore(row, unit)) {
      return true;
    }
    if (unit.grid() || unit.index() + 1 >= units.size()) {
      return false;
    }
    Unit next = units.get(unit.index() + 1);
    boolean taken = row + 1 < rows.length && next == chain.unit(row + 1);
    return !taken
        && !next.grid()
        && !next.labels().isEmpty()
        && next.labels().stream().allMatch(word -> isForeign(word, row));
  }

  /** Whether a word stands between the label and the figures of a row. */
  private boolean hasWordBefore(int row, Unit unit) {
    int last = unit.labels().size() - 1;
    return last >= 1 && isForeign(unit.labels().get(last), row);
  }

  /** Whether a word is no part of any label around a row. */
  private boolean isForeign(Token word, int row) {
    String key = word.key();
    return !key.isEmpty()
        && key.length() <= LONGEST_WORD
        && !OwnWords.of(table).contains(key)
        && !Headings.isHeading(key)
        && !chain.labels().isPieceOfParent(key)
        && !chain.labels().isPieceOf(key, row)
        && (row + 1 >= rows.length || !chain.labels().isPieceOf(key, row + 1));
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
