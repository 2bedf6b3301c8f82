package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * The order of a table's columns as its headings have it.
 *
 * @param columns for each place, the index of the form's column that stands there
 * @param sure whether the headings said so, or said nothing against the form's order
 * @param printed for each of the form's columns its heading as printed; null where it was not found
 */
@SuppressWarnings("ArrayRecordComponent")
public record HeaderOrder(int[] columns, boolean sure, @Nullable Token[] printed) {

  /** Whether it is surely the form's own. */
  boolean isForm() {
    return sure && isInOrder(columns);
  }

  /** The form's order of so many columns or groups. */
  static int[] inOrder(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** Whether it is the form's order. */
  static boolean isInOrder(int[] order) {
    return Arrays.equals(order, inOrder(order.length));
  }

  /** Puts as many cells as there are columns where the form has them. */
  @Nullable Token[] arrange(List<Token> slots) {
    @Nullable Token[] cells = new Token[columns.length];
    for (int i = 0; i < cells.length; i++) {
      cells[columns[i]] = slots.get(i);
    }
    return cells;
  }

  /** Finds headings among words; made once for a list of columns of the form. */
  static final class Finder {
    private static final Map<List<Column>, Finder> ALL = all();

    /** The one for the columns of table III. */
    static final Finder APPLICANTS =
        of(Editions.all().get(0).table(Edition.REQUESTS).rows().get(0).columns());

    /** Headings on lines with others, so many of which say how all lie. */
    private static final int LEAST_BESIDE = 3;

    private final List<Column> columns;
    private final HeadingWords words;

    private static Map<List<Column>, Finder> all() {
      Map<List<Column>, Finder> all = new IdentityHashMap<>();
      for (Edition edition : Editions.all()) {
        for (Table table : edition.tables()) {
          table.rows().forEach(row -> all.computeIfAbsent(row.columns(), Finder::new));
        }
      }
      return all;
    }

    /** The one for a list of columns of the form. */
    static Finder of(List<Column> columns) {
      return Objects.requireNonNull(ALL.get(columns), "columns of no edition");
    }

    private Finder(List<Column> columns) {
      this.columns = columns;
      this.words = new HeadingWords(columns);
    }

    List<Column> columns() {
      return columns;
    }

    /** The order that the headings among these words show; the form's where they show none. */
    HeaderOrder order(List<Token> labels) {
      @Nullable Token[] printed = new Token[columns.size()];
      List<Integer> found = words.scan(labels, printed);
      List<Integer> order =
          isAmongOthers(found) || isBelowGroup(labels, printed)
              ? found.stream().filter(column -> column != HeadingWords.GROUP).toList()
              : expand(found, isOneRow(printed), isGroupElsewhere(labels, printed));
      int size = columns.size();
      // A group that stands elsewhere is none of the columns.
      if (order.size() == size
          && order.stream().distinct().count() == size
          && !order.contains(HeadingWords.GROUP)) {
        return new HeaderOrder(order.stream().mapToInt(Integer::intValue).toArray(), true, printed);
      }
      return new HeaderOrder(
          inOrder(columns.size()), ascending(order) || isInFormOrder(printed), printed);
    }

    /**
     * Whether headings that narrow columns broke over lines of text stand in the form's order on
     * each of the lines that have several: what stands on different lines has no order.
     */
    private static boolean isInFormOrder(@Nullable Token[] printed) {
      int known = 0;
      int beside = 0;
      for (int i = 0; i < printed.length; i++) {
        Token one = printed[i];
        boolean shares = false;
        for (int j = 0; j < printed.length && one != null; j++) {
          Token other = printed[j];
          if (j != i && other != null && other.line() == one.line()) {
            if (one.grid() || (one.from() < other.from()) != (i < j)) {
              return false;
            }
            shares = true;
          }
        }
        known += one == null ? 0 : 1;
        beside += shares ? 1 : 0;
      }
      return beside >= LEAST_BESIDE && beside * 2 > known;
    }

    /**
     * Whether the headings that are known, the last column's among them, stand over the cells in
     * the form's order, so that those printed otherwise can only be the others.
     */
    boolean agrees(List<Token> headings, List<Token> slots) {
      if (slots.size() != columns.size()) {
        return false;
      }
      boolean[] over = new boolean[columns.size()];
      for (Token heading : headings) {
        int column = words.headedBy(heading);
        if (column >= 0) {
          if (slots.get(column).x() != heading.x()) {
            return false;
          }
          over[column] = true;
        }
      }
      int known = 0;
      for (boolean each : over) {
        known += each ? 1 : 0;
      }
      return known > 1 && over[over.length - 1];
    }

    /** The cells of a row by the headings above them, as {@link HeadedCells#place} has it. */
    @Nullable Token @Nullable [] place(List<Token> headings, List<Token> slots) {
      return HeadedCells.place(words, columns.size(), headings, slots);
    }

    /** Which column the cell's words head: its index, -1 for none. */
    int heads(String key) {
      return words.heads(key);
    }

    /** The form's own order. */
    HeaderOrder form() {
      return new HeaderOrder(inOrder(columns.size()), true, new Token[columns.size()]);
    }

    /**
     * Puts the columns of a group where the group's heading stands among those of the row above.
     */
    private List<Integer> expand(List<Integer> found, boolean oneRow, boolean groupElsewhere) {
      List<Integer> members = new ArrayList<>();
      List<Integer> above = new ArrayList<>();
      for (int column : found) {
        if (column == HeadingWords.GROUP) {
          if (!above.contains(HeadingWords.GROUP)) {
            above.add(HeadingWords.GROUP);
          }
        } else if (columns.get(column).group().isEmpty()) {
          above.add(column);
        } else {
          members.add(column);
        }
      }
      if (groupElsewhere) {
        // Lines of text do not say what stands before what in other lines.
        above.remove(Integer.valueOf(HeadingWords.GROUP));
      }
      if (!above.contains(HeadingWords.GROUP)) {
        boolean lost =
            !oneRow
                && above.size() > 1
                && (groupElsewhere || above.equals(found.subList(0, above.size())))
                && ascending(above);
        if (!lost) {
          return found;
        }
        above.add(
            1,
            HeadingWords
                .GROUP); // the group's heading was lost: the form has it behind the first column
      }
      List<Integer> order = new ArrayList<>();
      for (int column : above) {
        if (column == HeadingWords.GROUP) {
          order.addAll(members);
        } else {
          order.add(column);
        }
      }
      return order;
    }

    /**
     * Whether the columns of a group stand in one row with the others, which go on behind them: the
     * group's heading is above them all then, and says nothing.
     */
    private boolean isAmongOthers(List<Integer> found) {
      boolean member = false;
      for (int column : found) {
        boolean other = column != HeadingWords.GROUP && columns.get(column).group().isEmpty();
        if (member && other) {
          return true;
        }
        member |= column != HeadingWords.GROUP && !other;
      }
      return false;
    }

    /** Whether all columns stand in one row of a grid, their group's heading in another. */
    private boolean isBelowGroup(List<Token> labels, @Nullable Token[] printed) {
      Token first = printed[0];
      return first != null
          && first.grid()
          && Arrays.stream(printed).allMatch(Objects::nonNull)
          && isOneRow(printed)
          && labels.stream()
              .filter(token -> token.line() == first.line())
              .noneMatch(words::isGroup);
    }

    /**
     * Whether, in lines of text, the columns of no group have a line to themselves and their
     * group's heading stands in another.
     */
    private boolean isGroupElsewhere(List<Token> labels, @Nullable Token[] printed) {
      Token first = null;
      for (int i = 0; i < printed.length; i++) {
        Token each = printed[i];
        if (each != null && columns.get(i).group().isEmpty()) {
          if (each.grid() || first != null && each.line() != first.line()) {
            return false;
          }
          if (first != null) {
            int line = first.line();
            return labels.stream().filter(token -> token.line() == line).noneMatch(words::isGroup);
          }
          first = each;
        }
      }
      return false;
    }

    private static boolean isOneRow(@Nullable Token[] printed) {
      return Arrays.stream(printed)
              .filter(Objects::nonNull)
              .mapToInt(Token::line)
              .distinct()
              .count()
          <= 1;
    }

    private static boolean ascending(List<Integer> order) {
      for (int i = 1; i < order.size(); i++) {
        if (order.get(i) <= order.get(i - 1)) {
          return false;
        }
      }
      return true;
    }
  }
}
