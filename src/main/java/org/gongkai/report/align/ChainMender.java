package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.CommonCharacters;
import org.gongkai.report.Normal;
import org.gongkai.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Mends a chain before its figures are placed: what is no figure goes, rows that were not found,
 * were cut in two or took each other's figures get theirs, and rows are trusted that their
 * neighbours hold in place.
 */
final class ChainMender {
  /** What is printed over a column that the form has not. */
  private static final Set<String> REMARKS = Set.of("备注", "备考", "说明", "附注");

  /** Among so many rows one is looked for that took the figures of the next. */
  private static final int MOST_MOVED = 3;

  /** So many rows of figures without a label say that the labels stand elsewhere. */
  private static final int LEAST_APART = 3;

  /** As many rows of a table must be numbered one after the other. */
  private static final int LEAST_NUMBERED = 5;

  private final Chain chain;
  private final List<Unit> units;
  private final Table table;
  private final int size;
  private final boolean cellsKept;
  private final AmongFigures among;
  private final boolean[] hidden;

  /**
   * @param chain what is mended
   * @param units the document's
   * @param cellsKept whether blank cells are there to be seen
   */
  ChainMender(Chain chain, List<Unit> units, boolean cellsKept) {
    this.chain = chain;
    this.units = units;
    this.table = chain.labels().table();
    this.size = table.rows().size();
    this.cellsKept = cellsKept;
    this.among = new AmongFigures(chain, units);
    this.hidden = new boolean[size];
  }

  /**
   * Mends it.
   *
   * @return for each row that was not found, or of which no more than a label was, whether figures
   *     stand where it should that could not be told
   */
  boolean[] mend() {
    takeSerialNumbersOff();
    takeRemarksOff();
    fillGaps();
    closeRanks();
    joinCutRows();
    trustWhatIsHeld();
    doubtLabelsApart();
    return hidden;
  }

  /** Where the labels stand together and the figures elsewhere, nothing says whose they are. */
  private void doubtLabelsApart() {
    int alone = 0;
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      alone += unit != null && lacksFigures(unit) ? 1 : 0;
    }
    if (alone * 2 <= size) {
      return;
    }
    int columns = table.rows().get(0).columns().size();
    long apart =
        units.subList(chain.last() + 1, Math.min(units.size(), chain.last() + 1 + size)).stream()
            .filter(unit -> unit.labels().isEmpty() && unit.slots().size() == columns)
            .count();
    if (apart >= LEAST_APART) {
      for (int row = 0; row < size; row++) {
        hidden[row] = true;
        Unit unit = chain.unit(row);
        if (unit != null) {
          chain.put(row, unit, 0);
        }
      }
    }
  }

  /**
   * Where rows are numbered on lines of their own, each number stands behind the figures of the row
   * before: it is none of them.
   */
  private void takeSerialNumbersOff() {
    List<Integer> found = new ArrayList<>();
    Map<Integer, Integer> leads = new HashMap<>();
    for (int row = 0; row < size; row++) {
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
    Token remarks = remarks();
    if (remarks == null) {
      return;
    }
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      int more = unit == null ? 0 : unit.slots().size() - table.rows().get(row).columns().size();
      if (unit != null
          && unit.grid()
          && (more == 1
              || more > 1 && unit.slots().get(unit.slots().size() - 1).x() == remarks.x())) {
        chain.put(row, unit.withoutLast(), chain.likeness(row));
      }
    }
  }

  /** The last heading of a row of a grid that says that remarks stand under it; null for none. */
  private @Nullable Token remarks() {
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      List<Token> labels = unit == null ? List.of() : unit.labels();
      for (int i = 0; i + 1 < labels.size(); i++) {
        Token token = labels.get(i);
        if (token.grid()
            && token.line() != labels.get(i + 1).line()
            && REMARKS.contains(token.key())) {
          return token;
        }
      }
    }
    return null;
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
    return apart && printed.length() <= 2 && Ascii.isDigits(printed)
        ? Integer.parseInt(printed)
        : 0;
  }

  /**
   * Gives units that nothing claimed to rows that were not found, or of which no more than a label
   * was, where they fit one to one.
   */
  private void fillGaps() {
    int before = -1;
    for (int row = 0; row <= size; row++) {
      if (row < size && lacksFigures(chain.unit(row))) {
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
    @Nullable Unit below = after >= size ? null : chain.unit(after);
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
        chain.put(before + 1 + i, free.get(i), Chain.SURE);
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
    for (int missing = 1; missing < size; missing++) {
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
        chain.put(each + 1, unit, Chain.SURE);
      } else {
        chain.put(each, unit, 0);
      }
    }
    if (begins) {
      chain.put(row, first, Chain.SURE);
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
        || unit.grid() && BlankEdges.without(unit.slots(), columns, 0) != null;
  }

  /** Whether words in lines that lost blank cells are pieces of the row's label, mostly. */
  private boolean isPieces(Unit unit, int row) {
    if (unit.grid() || cellsKept || unit.slots().size() > table.rows().get(row).columns().size()) {
      return false;
    }
    String words = RowLabels.words(unit.labels());
    int common = CommonCharacters.count(words, Normal.key(table.rows().get(row).label()));
    return common >= 4 && common * 10 >= words.length() * 7;
  }

  /**
   * Whether a unit at the table's edge, where nothing beyond holds it in place, has something of
   * the row's label.
   */
  private boolean resembles(Unit unit, int row) {
    String words = RowLabels.words(unit.labels());
    String label = Normal.key(table.rows().get(row).label());
    int common = CommonCharacters.count(words, label);
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
        && unit.labels().stream().allMatch(word -> among.isForeign(word, row));
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
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      if (unit != null) {
        taken.add(unit.index());
      }
    }
    for (int row = 0; row < size; row++) {
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
            chain.put(row, other, Chain.SURE);
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
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      if (unit == null || chain.likeness(row) < Chain.SURE) {
        continue;
      }
      Unit sureAbove = above < 0 ? null : chain.unit(above);
      if (sureAbove != null && row - above > 1 && isFull(sureAbove, above, unit, row)) {
        for (int held = above + 1; held < row; held++) {
          chain.put(held, Objects.requireNonNull(chain.unit(held)), Chain.SURE);
        }
      }
      above = row;
    }
    trustEdge(size - 1, -1);
    trustEdge(0, 1);
  }

  /** The rows at an edge, their labels damaged, are sure where they stand next to a sure one. */
  private void trustEdge(int edge, int step) {
    int held = edge;
    while (held >= 0 && held < size && chain.likeness(held) < Chain.SURE) {
      Unit unit = chain.unit(held);
      if (unit == null || unit.slots().size() != table.rows().get(held).columns().size()) {
        return;
      }
      held += step;
    }
    if (held == edge || held < 0 || held >= size || chain.unit(held) == null) {
      return;
    }
    int upper = Math.min(edge, held);
    int lower = Math.max(edge, held);
    Unit above = Objects.requireNonNull(chain.unit(upper));
    Unit below = Objects.requireNonNull(chain.unit(lower));
    if (isFull(above, upper, below, lower)) {
      for (int row = edge; row != held; row += step) {
        chain.put(row, Objects.requireNonNull(chain.unit(row)), Chain.SURE);
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
}
