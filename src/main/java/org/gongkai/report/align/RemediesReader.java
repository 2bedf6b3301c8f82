package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.form.Table;
import org.gongkai.report.section.Headings;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table whose rows the form prints side by side (IV) and has it placed as one row of
 * fifteen columns under two levels of headings.
 */
final class RemediesReader {
  private static final int FARTHEST = 12;

  /** One run of as many cells as columns under the headings is the table's row. */
  private static final double ONE_RUN = 10;

  /** What is added up of several units says so little that its sums must speak for it. */
  private static final double LEAST = -8;

  private final List<Unit> units;
  private final RemedyHeadings known;
  private final int endings;
  private final int size;
  private final boolean markup;
  private final boolean mayBeCut;

  RemediesReader(Table table, List<Unit> units, Document document) {
    this.units = units;
    this.known = new RemedyHeadings(table);
    this.endings = table.rows().get(0).columns().size();
    this.size = table.rows().size() * endings;
    this.markup = document.format() != Format.TEXT;
    this.mayBeCut = !document.whole();
  }

  /**
   * The table.
   *
   * @param headings the words over its figures
   * @param groups for each group its name as printed; null where it is not
   * @param row its figures, in the form's fifteen columns
   */
  record Found(List<Token> headings, List<@Nullable Token> groups, PlacedRow row) {}

  /**
   * Finds it among the units from {@code from} on; null where it is not there.
   *
   * @param other what was found of the table before it; null for nothing
   */
  @Nullable Found read(int from, TableReader.@Nullable Found other) {
    boolean dropped = other != null && other.dropped();
    int start = start(from);
    if (start < 0) {
      return null;
    }
    List<Token> headings = units.get(start).labels();
    if (isWithoutFigures(units.get(start))) {
      return holdsWords(headings)
          ? null
          : new Found(List.of(), known.groupNames(List.of()), blank());
    }
    List<Unit> own = own(start);
    Unit last = own.get(own.size() - 1);
    boolean ends = mayBeCut && last.index() == units.size() - 1 && !last.slots().isEmpty();
    Unit next = last.index() + 1 < units.size() ? units.get(last.index() + 1) : last;
    boolean goesOn = next != last && !next.grid() && !next.slots().isEmpty();
    @Nullable PlacedRow best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (List<Token> cells : candidates(own)) {
      PrintedRow row = printed(cells, headings, !ends);
      boolean one =
          own.stream().filter(unit -> !unit.slots().isEmpty()).count() == 1
              || cells.size() >= size && own.stream().anyMatch(unit -> slots(unit).equals(cells));
      List<@Nullable PrintedRow> rows = new ArrayList<>();
      rows.add(row);
      TablePlacer placer = new TablePlacer(rows, size, endings);
      int[] groups = one ? null : byGroups(own);
      List<int[]> orders = groups == null ? orders(row, headings) : List.of(groups);
      TablePlacer.Candidate candidate =
          dropped && !row.grid() ? placer.candidate(orders.get(0), true) : placer.best(orders, 0);
      double score = candidate.score() + (one ? ONE_RUN : 0);
      int[] form = ColumnHeadings.formOrder(endings);
      boolean ordered =
          one
              || groups != null
              || own.stream()
                  .allMatch(unit -> Arrays.equals(form, known.endingOrder(unit.labels(), form)));
      // Runs of figures without a name of their own, or with others behind them, may be anything:
      // their sums must hold.
      boolean whole = one && !(goesOn && cells.size() < size);
      boolean told = whole || groups != null || row.grid() || addsUp(candidate.ways().get(0));
      if (ordered && told && score > most && !candidate.ways().get(0).isEmpty()) {
        most = score;
        best = placer.place(candidate, null)[0];
      }
    }
    List<Token> words = own.stream().flatMap(unit -> unit.labels().stream()).toList();
    boolean disordered = other != null && other.disordered() && own.stream().noneMatch(Unit::grid);
    PlacedRow row = best == null || most < LEAST || disordered ? loose(own) : best;
    return new Found(headings, known.groupNames(words), row);
  }

  /** Whether the sums of all groups hold in the best way. */
  private boolean addsUp(List<Way> ways) {
    List<Long> figures = ways.isEmpty() ? null : ways.get(0).figures();
    // A word among them tells that the run is whole.
    for (int from = 0; figures != null && from < size; from += endings) {
      List<Long> group = figures.subList(from, from + endings);
      long sum = group.stream().mapToLong(Long::longValue).sum();
      if (sum != 2 * group.get(endings - 1)) {
        return false;
      }
    }
    return true;
  }

  /** Each unit that has a cell for each column, or all units together, blank ones or not. */
  private List<List<Token>> candidates(List<Unit> own) {
    List<List<Token>> all = new ArrayList<>();
    List<Token> printed = new ArrayList<>();
    List<Token> together = new ArrayList<>();
    List<Token> worded = new ArrayList<>();
    for (Unit unit : own) {
      List<Token> cells = slots(unit);
      together.addAll(cells);
      if (unit != own.get(0) && !unit.grid()) {
        worded.addAll(unit.labels());
      }
      worded.addAll(cells);
      if (!unit.isBlank()) {
        printed.addAll(cells);
      }
      if (cells.size() >= size) {
        all.add(cells);
      }
    }
    if (!printed.isEmpty()) {
      all.removeIf(cells -> !cells.stream().anyMatch(printed::contains));
    }
    if (all.isEmpty()) {
      boolean withWords = worded.size() == size && worded.stream().noneMatch(known::isHeading);
      all.add(
          withWords ? worded : printed.isEmpty() || together.size() == size ? together : printed);
    }
    return all;
  }

  /**
   * The order of the columns where each group has cells of its own under its name; null where they
   * do not say one.
   */
  private int @Nullable [] byGroups(List<Unit> own) {
    List<Integer> order = new ArrayList<>();
    Set<Integer> groups = new HashSet<>();
    int[] below = ColumnHeadings.formOrder(endings);
    List<Token> before = List.of();
    for (Unit unit : own) {
      List<Integer> named = known.groups(behind(before, unit.labels()));
      before = unit.labels();
      int count = unit.isBlank() && named.isEmpty() ? 0 : slots(unit).size() / endings;
      int[] shown = known.endingOrder(unit.labels(), below);
      if (named.size() < count || shown == null) {
        return null;
      }
      below = shown;
      for (int group : named.subList(named.size() - count, named.size())) {
        groups.add(group);
        Arrays.stream(shown).forEach(ending -> order.add(group * endings + ending));
      }
    }
    boolean whole = order.size() == size && groups.size() * endings == size;
    return whole ? order.stream().mapToInt(Integer::intValue).toArray() : null;
  }

  private PrintedRow printed(List<Token> cells, List<Token> headings, boolean sure) {
    boolean grid = markup && cells.stream().allMatch(Token::grid);
    int[] over = new int[cells.size()];
    Arrays.fill(over, WayFinder.NO_HEADING);
    boolean one = cells.stream().map(Token::line).distinct().count() == 1;
    if (grid && one) {
      over = known.over(headings, cells);
    }
    return new PrintedRow(null, cells, over, grid, sure);
  }

  private List<int[]> orders(PrintedRow row, List<Token> headings) {
    int[] form = ColumnHeadings.formOrder(size);
    int[] printed = ColumnHeadings.order(row.headings(), size);
    if (printed == null) {
      printed = known.order(headings);
    }
    return printed == null || Arrays.equals(form, printed) ? List.of(form) : List.of(form, printed);
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
    return words >= endings;
  }

  /** The units of the table: the first and those close behind it, up to as many figures. */
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

  /** The words that a unit has beyond those that a row of blanks left to it. */
  private static List<Token> behind(List<Token> first, List<Token> words) {
    int shared = 0;
    while (shared < Math.min(first.size(), words.size())
        && first.get(shared) == words.get(shared)) {
      shared++;
    }
    return words.subList(shared, words.size());
  }

  private static boolean endsTable(List<Token> words) {
    for (Token token : words) {
      if (token.key().isEmpty() || token.key().length() > 60 || Headings.isHeading(token.key())) {
        return true;
      }
    }
    return false;
  }

  /** A table whose cells are all blank and were dropped. */
  private PlacedRow blank() {
    boolean[] placed = new boolean[size];
    Arrays.fill(placed, true);
    return new PlacedRow(null, new Token[size], placed, true, List.of(), List.of());
  }

  private PlacedRow loose(List<Unit> own) {
    List<Token> all = own.stream().flatMap(unit -> unit.slots().stream()).toList();
    return new PlacedRow(null, new Token[size], new boolean[size], true, List.of(), all);
  }
}
