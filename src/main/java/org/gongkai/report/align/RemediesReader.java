package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.section.Headings;
import org.gongkai.text.Ascii;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table whose rows the form prints side by side (IV) and has it placed as one row of
 * fifteen columns under two levels of headings.
 */
final class RemediesReader {
  /** The table's figures stand in so many units at most: a line or cell each, words among them. */
  private static final int FARTHEST = 12;

  /** Longer words are the text around a table. */
  private static final int LONGEST_HEADING = 60;

  private final Table table;
  private final List<Unit> units;
  private final ColumnHeadings known;
  private final int group;
  private final int size;
  private final boolean markup;
  private final boolean mayBeCut;

  RemediesReader(Table table, List<Unit> units, Document document) {
    this.table = table;
    this.units = units;
    this.known = ColumnHeadings.ofSideways(table);
    this.group = table.rows().get(0).columns().size();
    this.size = table.rows().size() * group;
    this.markup = document.format() != Format.TEXT;
    this.mayBeCut = !document.whole();
  }

  /**
   * The table.
   *
   * @param headings the words over its figures
   * @param row its figures, in the form's fifteen columns
   */
  record Found(List<Token> headings, PlacedRow row) {
    /** What is printed for a group's name; null for nothing. */
    @Nullable Token name(Row row) {
      return headings.stream()
          .filter(word -> word.key().equals(TextNormalizer.key(row.label())))
          .reduce((one, other) -> other)
          .orElse(null);
    }
  }

  /**
   * Finds it among the units from {@code from} on; null where it is not there.
   *
   * @param other what was found of the table before it; null for nothing
   */
  @Nullable Found read(int from, TableReader.@Nullable Found other) {
    boolean dropped = other != null && other.dropped();
    for (int start = Math.max(0, from); start < units.size(); start++) {
      List<Unit> own = own(start);
      if (own.stream().anyMatch(unit -> !unit.slots().isEmpty())) {
        List<Token> words = own.stream().flatMap(unit -> unit.labels().stream()).toList();
        boolean grid = own.stream().anyMatch(Unit::grid);
        PlacedRow row =
            other != null && other.disordered() && !grid ? null : place(own, words, dropped);
        return new Found(words, row == null ? loose(own) : row);
      }
    }
    return units.stream()
        .skip(Math.max(0, from))
        .filter(unit -> columnsNamed(unit.labels()) == group - 1)
        .findFirst()
        .map(Unit::labels)
        .map(words -> new Found(words, hasTextBelow(words) ? loose(List.of()) : blank()))
        .orElse(null);
  }

  /** Whether a row of a grid with words, and no figure, is below the headings. */
  private boolean hasTextBelow(List<Token> words) {
    int last = words.size() - 1;
    while (last >= 0 && known.heads(words.get(last).key()) < 0) {
      last--;
    }
    return last >= 0
        && last + 1 < words.size()
        && words.get(last + 1).grid()
        && words.get(last + 1).block() == words.get(last).block();
  }

  /** Whether words before figures are this table's headings: two of its columns', or a group's. */
  private boolean isHeaded(List<Token> labels) {
    String words = words(labels);
    return columnsNamed(labels) >= 2
        || table.rows().stream().skip(1).map(RemediesReader::begin).anyMatch(words::contains);
  }

  /** A group's name without its last character, which a wrong decoding may have lost. */
  private static String begin(Row row) {
    String name = TextNormalizer.key(row.label());
    return name.substring(0, name.length() - 1);
  }

  /** How many columns of a group words name, but for the total. */
  private long columnsNamed(List<Token> labels) {
    String words = words(labels);
    return table.rows().get(0).columns().stream()
        .limit(group - 1L)
        .filter(column -> words.contains(TextNormalizer.key(column.label())))
        .count();
  }

  /** What words say together, be they in pieces, but for sentences with figures. */
  private static String words(List<Token> labels) {
    return labels.stream()
        .map(Token::key)
        .filter(key -> key.length() <= LONGEST_HEADING && key.chars().noneMatch(Ascii::isDigit))
        .collect(Collectors.joining());
  }

  /** The units of the table: the first and those close behind it, up to as many figures. */
  private List<Unit> own(int start) {
    List<Unit> own = new ArrayList<>();
    int figures = 0;
    for (int i = start; i < units.size() && i < start + FARTHEST && figures < size; i++) {
      Unit unit = units.get(i);
      List<Token> labels = unit.labels();
      int from = labels.size();
      while (from > 0 && !isTextAround(labels.get(from - 1))) {
        from--;
      }
      List<Token> near = labels.subList(from, labels.size());
      if (i == start ? !isHeaded(near) : from > 0) {
        break;
      }
      Unit each = wholeRow(new Unit(near, unit.slots(), unit.grid(), unit.at(), unit.index()));
      own.add(each);
      figures += each.isBlank() ? 0 : each.slots().size();
    }
    return own;
  }

  /**
   * A unit whose row has a cell for each column: words before the figures are cells of it as well
   * where they are below the headings. In text, a row may begin with a word of the headings.
   */
  private Unit wholeRow(Unit unit) {
    if (!markup || !unit.grid()) {
      return unit;
    }
    List<Token> labels = unit.labels();
    int first =
        labels.stream()
            .filter(word -> known.heads(word.key()) >= 0)
            .mapToInt(Token::x)
            .min()
            .orElse(Integer.MAX_VALUE);
    int line = unit.slots().get(0).line();
    int from = labels.size();
    while (from > 0 && labels.get(from - 1).line() == line && labels.get(from - 1).x() >= first) {
      from--;
    }
    List<Token> cells = new ArrayList<>(labels.subList(from, labels.size()));
    cells.addAll(unit.slots());
    return cells.size() < size
        ? unit
        : new Unit(labels.subList(0, from), cells, true, unit.at(), unit.index());
  }

  /** Whether it is a section's heading or its text. */
  private static boolean isTextAround(Token word) {
    return word.to() - word.from() > LONGEST_HEADING && word.key().isEmpty()
        || word.key().length() > LONGEST_HEADING
        || Headings.isHeading(word.key());
  }

  private @Nullable PlacedRow place(List<Unit> own, List<Token> words, boolean dropped) {
    Unit last = own.get(own.size() - 1);
    boolean ends = mayBeCut && last.index() == units.size() - 1 && !last.slots().isEmpty();
    Unit next = last.index() + 1 < units.size() ? units.get(last.index() + 1) : last;
    boolean goesOn = next != last && !next.grid() && !next.slots().isEmpty();
    // Where each group has figures of its own, its name tells whose they are.
    boolean apart = own.stream().allMatch(unit -> unit.slots().size() == group);
    boolean named = apart && known.areGroupsNamed(words);
    @Nullable PlacedRow best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (List<Token> cells : candidates(own)) {
      PrintedRow row = printed(cells, words, !ends);
      List<@Nullable PrintedRow> rows = new ArrayList<>();
      rows.add(row);
      int @Nullable [] printed = ColumnHeadings.order(row.headings(), size);
      TablePlacer placer = new TablePlacer(rows, size, group);
      TablePlacer.Candidate candidate = placer.best(printed, 0, dropped && !row.grid());
      // Runs of figures without a name of their own, with others behind them, or too short though
      // no blank cell was dropped before, may be anything: their sums must hold.
      boolean one = own.stream().filter(unit -> !unit.slots().isEmpty()).count() == 1;
      boolean full = cells.size() >= size;
      boolean whole = row.grid() || named && full || one && (full || dropped && !goesOn);
      boolean ordered = known.areInOrder(words) && (named || !apart);
      boolean told = (printed != null || ordered) && (whole || addsUp(candidate, full));
      if (told && !candidate.ways().get(0).isEmpty() && candidate.score() > most) {
        most = candidate.score();
        best = placer.place(candidate, null)[0];
      }
    }
    return best;
  }

  /**
   * Whether the sums of all groups hold in the best way; sums of nothing only where every cell is
   * there.
   */
  private boolean addsUp(TablePlacer.Candidate candidate, boolean full) {
    List<Way> ways = candidate.ways().get(0);
    List<Long> figures = ways.isEmpty() ? null : ways.get(0).figures();
    if (!full && figures != null && figures.stream().allMatch(figure -> figure == 0)) {
      return false;
    }
    // A word among them tells that the run is whole.
    for (int from = 0; figures != null && from < size; from += group) {
      List<Long> own = figures.subList(from, from + group);
      if (own.stream().mapToLong(Long::longValue).sum() != 2 * own.get(group - 1)) {
        return false;
      }
    }
    return true;
  }

  /** Each unit that has a cell for each column, or all units together; blank ones if no other. */
  private List<List<Token>> candidates(List<Unit> own) {
    List<Unit> filled = own.stream().filter(unit -> !unit.isBlank()).toList();
    List<Unit> some = filled.isEmpty() ? own : filled;
    List<Token> all = together(own);
    if (all.size() == size) {
      return List.of(all);
    }
    List<List<Token>> whole =
        some.stream().map(unit -> unit.slots(size)).filter(cells -> cells.size() >= size).toList();
    return whole.isEmpty() ? List.of(together(some)) : whole;
  }

  private List<Token> together(List<Unit> some) {
    return some.stream().flatMap(unit -> unit.slots(group).stream()).toList();
  }

  private PrintedRow printed(List<Token> cells, List<Token> headings, boolean sure) {
    boolean grid = markup && cells.stream().allMatch(Token::grid);
    boolean one = cells.stream().map(Token::line).distinct().count() == 1;
    int[] heads = known.over(grid && one ? headings : List.of());
    return new PrintedRow(null, cells, ColumnHeadings.over(cells, heads), grid, sure);
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
