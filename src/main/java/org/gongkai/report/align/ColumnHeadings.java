package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/** The headings printed over some columns of the form: over which cell each, and in which order. */
final class ColumnHeadings {
  private static final Map<List<Column>, ColumnHeadings> ALL = all();

  private final List<Column> columns;
  private final HeadingWords words;

  private ColumnHeadings(List<Column> columns) {
    this.columns = columns;
    this.words = new HeadingWords(columns);
  }

  private static Map<List<Column>, ColumnHeadings> all() {
    Map<List<Column>, ColumnHeadings> all = new IdentityHashMap<>();
    for (Edition edition : Editions.all()) {
      for (Table table : edition.tables()) {
        table.rows().forEach(row -> all.computeIfAbsent(row.columns(), ColumnHeadings::new));
      }
    }
    return all;
  }

  /** Those of a list of columns of the form. */
  static ColumnHeadings of(List<Column> columns) {
    return Objects.requireNonNull(ALL.get(columns), "columns of no edition");
  }

  /** The form's order of so many columns. */
  static int[] formOrder(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** Which column a word heads; -1 for none. */
  int heads(String key) {
    return words.heads(key);
  }

  /** For each column the first heading of its own among some words; null where there is none. */
  @Nullable Token[] printed(List<Token> labels) {
    @Nullable Token[] printed = new Token[columns.size()];
    words.scan(labels, printed);
    return printed;
  }

  /** How many columns have their heading in the grid row, or rows, that these words are. */
  int count(List<Token> labels) {
    boolean[] found = new boolean[columns.size()];
    int count = 0;
    for (Token label : labels) {
      int column = words.headedBy(label);
      if (column >= 0 && !found[column]) {
        found[column] = true;
        count++;
      }
    }
    return count;
  }

  /** For each cell of a row of a grid the column whose heading stands above it, spans counted. */
  int[] over(List<Token> headings, List<Token> cells) {
    int[] over = new int[cells.size()];
    Arrays.fill(over, WayFinder.NO_HEADING);
    Set<Integer> lines = new HashSet<>();
    headings.stream().filter(h -> words.headedBy(h) >= 0).forEach(h -> lines.add(h.line()));
    for (Token heading : headings) {
      int column = words.headedBy(heading);
      boolean other =
          column < 0
              && heading.grid()
              && lines.contains(heading.line())
              && heading.key().length() >= 2
              && !words.isGroup(heading);
      for (int i = 0; i < over.length && (column >= 0 || other); i++) {
        int x = cells.get(i).x();
        if (heading.x() <= x && x < heading.end() && (column >= 0 || over[i] < 0)) {
          over[i] = column >= 0 ? column : WayFinder.OTHER_HEADING;
        }
      }
    }
    return over;
  }

  /**
   * The order of the columns that words in lines of text show, their group's members where its
   * heading stands; null where they do not show one.
   */
  int @Nullable [] order(List<Token> labels) {
    @Nullable Token[] printed = new Token[columns.size()];
    List<Integer> found = words.scan(labels, printed);
    List<Integer> members = new ArrayList<>();
    List<Integer> above = new ArrayList<>();
    boolean among = false;
    for (int column : found) {
      boolean member = column != HeadingWords.GROUP && !columns.get(column).group().isEmpty();
      among |= !member && column != HeadingWords.GROUP && !members.isEmpty();
      if (member) {
        members.add(column);
      } else if (column != HeadingWords.GROUP || !above.contains(column)) {
        above.add(column);
      }
    }
    List<Integer> order = new ArrayList<>(found);
    if (among || members.isEmpty() || isOneLine(printed)) {
      order.removeIf(column -> column == HeadingWords.GROUP);
    } else {
      int at = above.indexOf(HeadingWords.GROUP);
      order = above;
      if (at >= 0) {
        order.remove(at);
      }
      order.addAll(at >= 0 ? at : Math.min(1, order.size()), members);
    }
    boolean whole = order.size() == columns.size() && new HashSet<>(order).size() == columns.size();
    return whole ? order.stream().mapToInt(Integer::intValue).toArray() : null;
  }

  /** Whether all headings stand in one line: those of several lines may be in any order. */
  boolean areInOneLine(List<Token> labels) {
    return isOneLine(printed(labels));
  }

  private static boolean isOneLine(@Nullable Token[] printed) {
    return Arrays.stream(printed).filter(Objects::nonNull).mapToInt(Token::line).distinct().count()
        <= 1;
  }

  /** The order that the headings over the cells of a row show; null where they do not show one. */
  static int @Nullable [] order(int[] over, int columns) {
    int[] order = Arrays.stream(over).filter(column -> column >= 0).toArray();
    boolean whole = order.length == columns && Arrays.stream(order).distinct().count() == columns;
    return whole ? order : null;
  }
}
