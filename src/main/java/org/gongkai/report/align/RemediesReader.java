package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Document;
import org.gongkai.form.Column;
import org.gongkai.form.Table;
import org.gongkai.report.Status;
import org.gongkai.report.section.Headings;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table whose rows the form prints side by side (IV): one run of figures under two rows
 * of headings.
 */
public final class RemediesReader {
  private static final int FARTHEST = 12;

  /** So many rows with an ending for their label make a turned table. */
  private static final int LEAST_TURNED = 2;

  private final List<Unit> units;
  private final List<Column> columns;
  private final RemedyHeadings known;
  private final int groups;
  private final int size;

  /** Whether the document may end within a figure. */
  private final boolean mayBeCut;

  private List<Token> headings = List.of();
  private boolean isLast;

  RemediesReader(Table table, List<Unit> units, Document document) {
    this.mayBeCut = !document.whole();
    this.units = units;
    this.columns = table.rows().get(0).columns();
    this.known = new RemedyHeadings(table);
    this.groups = table.rows().size();
    this.size = groups * columns.size();
  }

  /** A row each; null where the table was not found among the units from {@code from} on. */
  @Nullable Placed @Nullable [] read(int from) {
    @Nullable Placed[] rows = rows(from);
    if (rows != null && isLast && mayBeCut) {
      // Where the document ends with the table's figures, the last may be cut off.
      for (int row = 0; row < rows.length; row++) {
        Placed placed = rows[row];
        rows[row] =
            placed == null
                ? null
                : new Placed(placed.label(), placed.cells(), false, placed.loose());
      }
    }
    return rows;
  }

  private @Nullable Placed @Nullable [] rows(int from) {
    int start = start(from);
    if (start < 0) {
      return null;
    }
    if (isWithoutFigures(units.get(start))) {
      if (holdsWords(units.get(start).labels())) {
        return null;
      }
      headings = List.of();
      return blank();
    }
    List<Unit> own = own(start);
    Unit last = own.get(own.size() - 1);
    isLast = last == units.get(units.size() - 1) && !last.slots().isEmpty();
    headings = own.get(0).labels();
    @Nullable Placed[] byRow = labelledRows(own);
    if (byRow != null) {
      return byRow;
    }
    if (isTurned(own)) {
      byRow = labelledEndings(own);
      return byRow != null ? byRow : loose(slots(own));
    }
    byRow = stacked(own);
    if (byRow != null) {
      return byRow;
    }
    List<Unit> full = own.stream().filter(unit -> slots(unit).size() == size).toList();
    for (Unit unit : full) {
      if (!unit.isBlank()) {
        return inOrder(headings, slots(unit), unit);
      }
    }
    List<Token> all = slots(own.stream().filter(unit -> !unit.isBlank()).toList());
    if (all.size() == size) {
      return inOrder(allHeadings(own), all, own.get(0));
    }
    if (!full.isEmpty()) {
      return inOrder(headings, slots(full.get(0)), full.get(0));
    }
    // A table for each group, some of them without a figure.
    List<Token> withBlanks = slots(own);
    if (withBlanks.size() == size) {
      return inOrder(allHeadings(own), withBlanks, own.get(0));
    }
    List<Token> withWords = withWords(own);
    if (withWords.size() == size) {
      return inOrder(headings, withWords, own.get(0));
    }
    Unit largest = largest(own);
    @Nullable Placed[] byPlace = largest.grid() ? byPlace(headings, largest.slots()) : null;
    if (byPlace != null) {
      return byPlace;
    }
    List<Token> edged = BlankEdges.without(largest.slots(), size, columns.size());
    if (edged != null) {
      return inOrder(headings, edged, largest);
    }
    return loose(all);
  }

  /** The unit with the most figures; one that has any before one of blanks. */
  private static Unit largest(List<Unit> own) {
    Unit largest = own.get(0);
    for (Unit unit : own) {
      boolean says = largest.isBlank() && !unit.isBlank();
      boolean more = unit.slots().size() > largest.slots().size();
      largest = says || more && unit.isBlank() == largest.isBlank() ? unit : largest;
    }
    return largest;
  }

  /** Whether groups and endings stand in the form's order, for all that the headings say. */
  boolean isInFormOrder() {
    return known.areInFormOrder(headings);
  }

  /** The words over the figures of the table last read. */
  List<Token> headings() {
    return headings;
  }

  private List<Token> slots(List<Unit> units) {
    return units.stream()
        .flatMap(unit -> (unit.grid() ? unit.unmerged(size) : unit.slots()).stream())
        .toList();
  }

  private List<Token> slots(Unit unit) {
    boolean whole = unit.row().size() == size && unit.row().stream().noneMatch(known::isHeading);
    if (whole) {
      return unit.row();
    }
    return unit.grid() ? unit.unmerged(size) : unit.slotsByLine(size);
  }

  private int start(int from) {
    for (int i = Math.max(0, from); i < units.size(); i++) {
      if (known.isHeaded(units.get(i).labels())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the next section begins behind the headings, so that no figures stand under them. */
  private boolean isWithoutFigures(Unit unit) {
    List<Token> labels = unit.labels();
    int last = labels.size() - 1;
    while (last >= 0 && !Headings.isHeading(labels.get(last).key())) {
      last--;
    }
    return unit.slots().isEmpty()
        || last >= 0 && !known.isHeaded(labels.subList(last, labels.size()));
  }

  /** Whether other words stand in cells behind the headings, where figures should. */
  private boolean holdsWords(List<Token> labels) {
    int words = 0;
    boolean below = false;
    for (Token token : labels) {
      if (known.ending(token.key()) >= 0) {
        below = true;
        words = 0;
      } else if (Headings.isHeading(token.key())) {
        below = false;
      } else if (below && token.grid()) {
        words++;
      }
    }
    return words >= columns.size();
  }

  /** A table whose cells are all blank and were dropped. */
  private Placed[] blank() {
    Placed[] rows = new Placed[groups];
    Arrays.setAll(rows, row -> new Placed(null, new Token[columns.size()], true, List.of()));
    return rows;
  }

  /**
   * The units of the table: the first and those close behind it, up to as many figures as the form
   * has.
   */
  private List<Unit> own(int start) {
    List<Unit> own = new ArrayList<>();
    int figures = 0;
    for (int i = start; i < units.size() && i < start + FARTHEST && figures < size; i++) {
      Unit unit = units.get(i);
      List<Token> words = behind(units.get(start).labels(), unit.labels());
      if (i > start && (words.size() > 40 || endsTable(words))) {
        break;
      }
      own.add(unit);
      figures += unit.isBlank() ? 0 : unit.slots().size();
    }
    return own;
  }

  /**
   * The words that a unit has beyond those that it shares with the first: a row of blanks leaves
   * them to the next.
   */
  private static List<Token> behind(List<Token> first, List<Token> words) {
    int shared = 0;
    while (shared < first.size()
        && shared < words.size()
        && first.get(shared) == words.get(shared)) {
      shared++;
    }
    return words.subList(shared, words.size());
  }

  /** The words over all figures of the table, those that several units share once. */
  private static List<Token> allHeadings(List<Unit> own) {
    List<Token> all = new ArrayList<>(own.get(0).labels());
    for (int i = 1; i < own.size(); i++) {
      all.addAll(behind(own.get(i - 1).labels(), own.get(i).labels()));
    }
    return all;
  }

  private static boolean endsTable(List<Token> words) {
    for (Token token : words) {
      if (token.key().isEmpty() || token.key().length() > 60 || Headings.isHeading(token.key())) {
        return true;
      }
    }
    return false;
  }

  /** Three rows, one below the other, each with its label. */
  private @Nullable Placed @Nullable [] labelledRows(List<Unit> own) {
    @Nullable Placed[] rows = new Placed[groups];
    int found = 0;
    HeaderOrder order = known.endings().order(own.get(0).labels());
    for (Unit unit : own) {
      int row =
          unit.labels().isEmpty()
              ? -1
              : known.group(unit.labels().get(unit.labels().size() - 1).key());
      if (row < 0 || rows[row] != null) {
        continue;
      }
      Token label = unit.labels().get(unit.labels().size() - 1);
      @Nullable Token[] cells =
          unit.slots().size() > columns.size()
              ? known.endings().place(headings, unit.slots())
              : null;
      if (cells != null) {
        rows[row] = new Placed(label, cells, true, List.of());
        found++;
      } else if (unit.slots().size() == columns.size()) {
        rows[row] = placed(label, order, unit.slots());
        found++;
      }
    }
    return found == groups ? rows : null;
  }

  /** A table each, one below the other, with headings of its own. */
  private @Nullable Placed @Nullable [] stacked(List<Unit> own) {
    @Nullable Placed[] rows = new Placed[groups];
    boolean[] filled = new boolean[groups];
    for (Unit unit : own) {
      if (unit.slots().size() < columns.size()) {
        continue;
      }
      List<Token> words =
          unit.labels().subList(RemedyHeadings.firstHeading(unit.labels()), unit.labels().size());
      int row = -1;
      for (int i = 0; i < words.size(); i++) {
        int group = known.group(words.get(i).key());
        if (group >= 0) {
          row = group;
          words = words.subList(i, words.size());
          i = 0;
        }
      }
      if (row < 0
          || filled[row]
          || words.stream().noneMatch(token -> known.ending(token.key()) >= 0)) {
        continue;
      }
      @Nullable Token[] cells =
          unit.slots().size() > columns.size() ? known.endings().place(words, unit.slots()) : null;
      if (cells != null) {
        rows[row] = new Placed(known.groupToken(words, row), cells, true, List.of());
        filled[row] = !unit.isBlank();
      } else if (unit.slots().size() == columns.size()) {
        rows[row] =
            placed(known.groupToken(words, row), known.endings().order(words), unit.slots());
        filled[row] = !unit.isBlank();
      }
    }
    return Arrays.stream(rows).allMatch(row -> row != null) ? rows : null;
  }

  /** Whether the table is turned: an ending a row, a group a column. */
  private boolean isTurned(List<Unit> own) {
    return own.stream().filter(unit -> ending(unit) >= 0).count() >= LEAST_TURNED;
  }

  private @Nullable Placed @Nullable [] labelledEndings(List<Unit> own) {
    @Nullable Token[][] cells = noCells();
    int found = 0;
    for (Unit unit : own) {
      int ending = ending(unit);
      if (ending >= 0 && cells[0][ending] == null) {
        for (int row = 0; row < groups; row++) {
          cells[row][ending] = unit.slots().get(row);
        }
        found++;
      }
    }
    if (found < columns.size()) {
      return null;
    }
    @Nullable Placed[] rows = new Placed[groups];
    for (int row = 0; row < groups; row++) {
      rows[row] = new Placed(null, cells[row], true, List.of());
    }
    return rows;
  }

  /** The ending whose figures of all groups a unit has; -1 for none. */
  private int ending(Unit unit) {
    int labels = unit.labels().size();
    return labels == 0 || unit.slots().size() != groups
        ? -1
        : known.ending(unit.labels().get(labels - 1).key());
  }

  private Placed[] inOrder(List<Token> headings, List<Token> slots, Unit unit) {
    int[] groupOrder = known.groupOrder(headings);
    List<HeaderOrder> orders = known.endingOrders(headings);
    boolean sure = orders.stream().allMatch(HeaderOrder::sure) && !isTorn(slots);
    if (!sure && unit.grid()) {
      Placed[] byPlace = byPlace(headings, slots);
      if (byPlace != null) {
        return byPlace;
      }
    }
    Placed[] rows = new Placed[groups];
    for (int i = 0; i < groups; i++) {
      HeaderOrder order = orders.get(i);
      List<Token> own = slots.subList(i * columns.size(), (i + 1) * columns.size());
      Placed placed = placed(known.groupToken(headings, groupOrder[i]), order, own);
      rows[groupOrder[i]] = new Placed(placed.label(), placed.cells(), sure, List.of());
    }
    return rows;
  }

  /**
   * Whether a figure or two stand on a line beside one with most of the others, as those do that
   * are torn in a narrow column: the order of the lines is not theirs then.
   */
  private static boolean isTorn(List<Token> slots) {
    int longest = 0;
    int shortest = Integer.MAX_VALUE;
    for (int from = 0; from < slots.size(); ) {
      int to = from + 1;
      while (to < slots.size() && slots.get(to).line() == slots.get(from).line()) {
        to++;
      }
      longest = Math.max(longest, to - from);
      shortest = Math.min(shortest, to - from);
      from = to;
    }
    return !slots.get(0).grid() && shortest <= 2 && longest > slots.size() / 2;
  }

  private Placed placed(@Nullable Token label, HeaderOrder order, List<Token> slots) {
    return new Placed(label, order.arrange(slots), order.sure(), List.of());
  }

  /**
   * Places figures by the headings above them, spans counted; null where that gives no clear
   * answer.
   */
  private Placed @Nullable [] byPlace(List<Token> headings, List<Token> slots) {
    Map<Integer, Integer> endingAt = new HashMap<>();
    Map<Integer, Integer> groupAt = new HashMap<>();
    for (Token heading : headings) {
      if (!heading.grid()) {
        continue;
      }
      int ending = known.ending(heading.key());
      int group = known.group(heading.key());
      for (int x = heading.x(); x < heading.end(); x++) {
        if (ending >= 0) {
          endingAt.put(x, ending);
        } else if (group >= 0) {
          groupAt.put(x, group);
        }
      }
    }
    @Nullable Token[][] cells = noCells();
    int placed = 0;
    for (Token slot : slots) {
      Integer ending = endingAt.get(slot.x());
      Integer group = groupAt.get(slot.x());
      if (ending == null || group == null) {
        if (slot.figure().status() != Status.BLANK) {
          return null;
        }
      } else if (cells[group][ending] == null) {
        cells[group][ending] = slot;
        placed++;
      } else if (slot.figure().status() != Status.BLANK) {
        return null;
      }
    }
    if (placed < size) {
      return null;
    }
    Placed[] rows = new Placed[groups];
    for (int row = 0; row < groups; row++) {
      rows[row] = new Placed(known.groupToken(headings, row), cells[row], true, List.of());
    }
    return rows;
  }

  /** Figures and the words between them, for a cell that holds a word where a number belongs. */
  private List<Token> withWords(List<Unit> own) {
    List<Token> all = new ArrayList<>(own.get(0).slots());
    for (Unit unit : own.subList(1, own.size())) {
      all.addAll(unit.labels());
      all.addAll(unit.slots());
    }
    return all;
  }

  @SuppressWarnings("NullAway") // It does not follow what an array of arrays holds.
  private @Nullable Token[][] noCells() {
    return new Token[groups][columns.size()];
  }

  private Placed[] loose(List<Token> all) {
    List<Token> figures =
        all.stream().filter(token -> token.figure().status() != Status.BLANK).toList();
    Placed[] rows = new Placed[groups];
    for (int row = 0; row < groups; row++) {
      rows[row] = new Placed(null, new Token[columns.size()], false, figures);
    }
    return rows;
  }
}
