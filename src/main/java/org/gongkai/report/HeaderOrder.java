package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
record HeaderOrder(int[] columns, boolean sure, @Nullable Token[] printed) {

  /** Whether it is surely the form's own. */
  boolean isForm() {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] != i) {
        return false;
      }
    }
    return sure;
  }

  /** Puts as many cells as there are columns where the form has them. */
  @Nullable Token[] arrange(List<Token> slots) {
    @Nullable Token[] cells = new Token[columns.length];
    for (int i = 0; i < cells.length; i++) {
      cells[columns[i]] = slots.get(i);
    }
    return cells;
  }

  /**
   * The cells without the blank ones at their edges that are too many. Where that may be done in
   * several ways, the one in which the sums hold; null where it is none, or more than one.
   *
   * @param group how many cells stand together, the last of which is the total of the others; 0 for
   *     no sums: last cells go first then
   */
  static @Nullable List<Token> withoutBlankEdge(List<Token> slots, int size, int group) {
    List<List<Token>> ways = new ArrayList<>();
    for (int from = 0; from + size <= slots.size(); from++) {
      if (isBlank(slots.subList(0, from)) && isBlank(slots.subList(from + size, slots.size()))) {
        ways.add(slots.subList(from, from + size));
      }
    }
    if (group > 0 && (ways.size() > 1 || ways.size() == 1 && isMoved(slots, ways.get(0), group))) {
      ways.removeIf(way -> !addsUp(way, group));
      return ways.size() == 1 ? ways.get(0) : null;
    }
    return ways.isEmpty() ? null : ways.get(0);
  }

  /**
   * Whether cells lie where they are behind a blank one only because what stands last, such as a
   * remark, was taken for a figure.
   */
  private static boolean isMoved(List<Token> slots, List<Token> way, int group) {
    return way.get(0) != slots.get(0) && addsUp(slots.subList(0, way.size()), group);
  }

  private static boolean isBlank(List<Token> slots) {
    return slots.stream().allMatch(slot -> slot.figure().status() == Status.BLANK);
  }

  private static boolean addsUp(List<Token> slots, int group) {
    for (int from = 0; from < slots.size(); from += group) {
      List<Token> parts = slots.subList(from, from + group - 1);
      Token total = slots.get(from + group - 1);
      BigDecimal sum =
          parts.stream()
              .map(part -> Objects.requireNonNullElse(part.figure().value(), BigDecimal.ZERO))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal printed = Objects.requireNonNullElse(total.figure().value(), BigDecimal.ZERO);
      if (sum.compareTo(printed) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Finds headings among words; made once for a list of columns of the form. */
  static final class Finder {
    private static final Map<List<Column>, Finder> ALL = all();

    private static final int GROUP = -2;
    private static final int NONE = -1;
    private static final int LONGEST_HEADING = 16;
    private static final int WIDEST = 40;

    /** Headings on lines with others, so many of which say how all lie. */
    private static final int LEAST_BESIDE = 3;

    private final List<Column> columns;
    private final Map<String, Integer> words = new HashMap<>();
    private final String beginnings;
    private int longest;

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
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        add(Normal.key(column.label()), i);
        column.aliases().forEach(alias -> add(Normal.key(alias), columns.indexOf(column)));
        if (!column.group().isEmpty()) {
          add(Normal.key(column.group()), GROUP);
        }
      }
      beginnings =
          words.keySet().stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }

    List<Column> columns() {
      return columns;
    }

    /** The order that the headings among these words show; the form's where they show none. */
    HeaderOrder order(List<Token> labels) {
      @Nullable Token[] printed = new Token[columns.size()];
      List<Integer> found = scan(labels, printed);
      List<Integer> order =
          isAmongOthers(found) || isBelowGroup(labels, printed)
              ? found.stream().filter(column -> column != GROUP).toList()
              : expand(found, isOneRow(printed), isGroupElsewhere(labels, printed));
      int size = columns.size();
      // A group that stands elsewhere is none of the columns.
      if (order.size() == size
          && order.stream().distinct().count() == size
          && !order.contains(GROUP)) {
        return new HeaderOrder(order.stream().mapToInt(Integer::intValue).toArray(), true, printed);
      }
      return new HeaderOrder(canonical(), ascending(order) || isInFormOrder(printed), printed);
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
        int column = heading.grid() ? heads(heading.key()) : NONE;
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

    /**
     * Places cells by the headings above them, spans counted.
     *
     * @param headings the words over the columns
     * @param slots the cells of a row
     * @return a cell for each column; null where that gives no clear answer
     */
    @Nullable Token @Nullable [] place(List<Token> headings, List<Token> slots) {
      Map<Integer, Integer> columnAt = new HashMap<>();
      boolean[] headed = new boolean[columns.size()];
      int first = Integer.MAX_VALUE;
      int end = 0;
      int[] heads =
          headings.stream().mapToInt(each -> each.grid() ? heads(each.key()) : NONE).toArray();
      for (int i = 0; i < heads.length; i++) {
        Token heading = headings.get(i);
        int column = heads[i];
        if (column >= 0) {
          headed[column] = true;
          first = Math.min(first, heading.x());
          end = Math.max(end, heading.x() + Math.min(heading.span(), WIDEST));
          for (int x = heading.x(); x < heading.x() + Math.min(heading.span(), WIDEST); x++) {
            columnAt.put(x, column);
          }
        }
      }
      Set<Integer> others = headedBeside(headings, heads, columnAt.keySet(), slots);
      if (others.isEmpty() && slots.get(0).x() == first) {
        others = headedBeyond(headings, end);
      }
      @Nullable Token[] cells = new Token[columns.size()];
      for (Token slot : slots) {
        if (others.contains(slot.x())) {
          continue;
        }
        Integer column = columnAt.get(slot.x());
        boolean blank = slot.figure().status() == Status.BLANK;
        Token before = column == null ? null : cells[column];
        if (column != null
            && (before == null || !blank && before.figure().status() == Status.BLANK)) {
          cells[column] = slot;
        } else if (!blank) {
          return null;
        }
      }
      for (int i = 0; i < cells.length; i++) {
        if (!headed[i] || cells[i] == null) {
          return null;
        }
      }
      return cells;
    }

    /** Where, behind the form's columns, others stand under headings of their own. */
    private static Set<Integer> headedBeyond(List<Token> headings, int end) {
      Set<Integer> places = new HashSet<>();
      for (Token heading : headings) {
        if (heading.grid() && heading.x() >= end && !heading.key().isEmpty()) {
          for (int x = heading.x(); x < heading.x() + Math.min(heading.span(), WIDEST); x++) {
            places.add(x);
          }
        }
      }
      return places;
    }

    /**
     * Where, before the form's columns and among them, others stand under headings of their own:
     * last year's figures, numbers of lines, shares. None unless each cell of the row stands under
     * a heading, and each heading over one.
     *
     * @param heads which column each of the headings heads; negative for none
     */
    private static Set<Integer> headedBeside(
        List<Token> headings, int[] heads, Set<Integer> known, List<Token> slots) {
      Set<Integer> lines = new HashSet<>();
      for (int i = 0; i < heads.length; i++) {
        if (heads[i] >= 0) {
          lines.add(headings.get(i).line());
        }
      }
      int from = slots.get(0).x();
      Set<Integer> begins = new HashSet<>();
      Set<Integer> others = new HashSet<>();
      for (int i = 0; i < heads.length; i++) {
        Token heading = headings.get(i);
        if (!heading.grid() || heading.x() < from || !lines.contains(heading.line())) {
          continue;
        }
        if (heads[i] >= 0) {
          begins.add(heading.x());
        } else if (!heading.key().isEmpty() && !known.contains(heading.x())) {
          begins.add(heading.x());
          others.add(heading.x());
        }
      }
      boolean each =
          begins.size() == slots.size()
              && slots.stream().allMatch(slot -> begins.contains(slot.x()));
      return each ? others : Set.of();
    }

    /** The form's own order. */
    HeaderOrder form() {
      return new HeaderOrder(canonical(), true, new Token[columns.size()]);
    }

    /** Which column the cell's words head: its index, -1 for none. */
    int heads(String key) {
      Integer found = words.get(key);
      int column =
          found != null
              ? found
              : key.length() >= 2 && key.length() <= longest ? damaged(key) : NONE;
      return column == GROUP ? NONE : column;
    }

    private int[] canonical() {
      int[] order = new int[columns.size()];
      Arrays.setAll(order, i -> i);
      return order;
    }

    /** The columns and groups that the words head, in the words' order. */
    private List<Integer> scan(List<Token> labels, @Nullable Token[] printed) {
      List<Integer> found = new ArrayList<>();
      int at = 0;
      while (at < labels.size()) {
        int taken = joined(labels, at, found, printed);
        if (taken == 0) {
          Token token = labels.get(at);
          String key = token.key();
          if (key.length() <= LONGEST_HEADING) {
            // One character is a heading with others lost; one that stands alone is a piece of an
            // upright heading.
            boolean piece = key.length() == 1 && !isDamaged(token.printed());
            int column = piece ? NONE : damaged(key);
            if (column != NONE) {
              add(column, token, found, printed);
            } else {
              within(token, found, printed);
            }
          }
          taken = 1;
        }
        at += taken;
      }
      return found;
    }

    private static boolean isDamaged(String printed) {
      return printed.indexOf('?') >= 0 || printed.indexOf('\uFFFD') >= 0;
    }

    /**
     * Takes the heading that some tokens are together, such as {@code 商业} and {@code 企业}; how many
     * they are.
     */
    private int joined(List<Token> labels, int at, List<Integer> found, @Nullable Token[] printed) {
      String beginning = labels.get(at).key();
      if (!beginning.isEmpty() && beginnings.indexOf(beginning.charAt(0)) < 0) {
        return 0;
      }
      StringBuilder joined = new StringBuilder();
      int taken = 0;
      int column = NONE;
      for (int i = at; i < labels.size() && joined.length() < longest; i++) {
        joined.append(labels.get(i).key());
        Integer match = words.get(joined.toString());
        if (match != null) {
          taken = i - at + 1;
          column = match;
        }
      }
      if (taken > 0) {
        add(column, labels.get(at), found, printed);
      }
      return taken;
    }

    /**
     * Takes the headings that one token is a run of; a sentence that has one of the words among
     * others is none.
     */
    private void within(Token token, List<Integer> found, @Nullable Token[] printed) {
      String key = token.key();
      List<Integer> run = new ArrayList<>();
      int covered = 0;
      int at = 0;
      while (at < key.length()) {
        int length = Math.min(longest, key.length() - at);
        Integer column = null;
        boolean begins = beginnings.indexOf(key.charAt(at)) >= 0;
        while (begins && length >= 2 && column == null) {
          column = words.get(key.substring(at, at + length));
          length -= column == null ? 1 : 0;
        }
        if (column != null) {
          run.add(column);
          covered += length;
        }
        at += column == null ? 1 : length;
      }
      if (covered * 3 >= key.length() * 2) {
        run.forEach(column -> add(column, token, found, printed));
      }
    }

    private static void add(
        int column, Token token, List<Integer> found, @Nullable Token[] printed) {
      found.add(column);
      if (column >= 0 && printed[column] == null) {
        printed[column] = token;
      }
    }

    /**
     * The column or group whose heading a word is with characters lost; {@link #NONE} for none, or
     * several.
     */
    private int damaged(String key) {
      int best = NONE;
      double most = 0.6;
      for (Map.Entry<String, Integer> entry : words.entrySet()) {
        String word = entry.getKey();
        if (key.length() > word.length() || key.isEmpty()) {
          continue;
        }
        double likeness = isLeftOf(key, word) ? (double) key.length() / word.length() : 0;
        if (key.length() == 1 && word.length() == 2 && likeness > 0) {
          likeness = 0.65;
        }
        if (likeness > most) {
          most = likeness;
          best = entry.getValue();
        } else if (likeness == most && best != entry.getValue()) {
          best = NONE;
        }
      }
      return best;
    }

    /** Whether a key is what is left of a word when some characters are lost. */
    private static boolean isLeftOf(String key, String word) {
      int at = 0;
      for (int i = 0; i < key.length(); i++) {
        at = word.indexOf(key.charAt(i), at) + 1;
        if (at == 0) {
          return false;
        }
      }
      return true;
    }

    /**
     * Puts the columns of a group where the group's heading stands among those of the row above.
     */
    private List<Integer> expand(List<Integer> found, boolean oneRow, boolean groupElsewhere) {
      List<Integer> members = new ArrayList<>();
      List<Integer> above = new ArrayList<>();
      for (int column : found) {
        if (column == GROUP) {
          if (!above.contains(GROUP)) {
            above.add(GROUP);
          }
        } else if (columns.get(column).group().isEmpty()) {
          above.add(column);
        } else {
          members.add(column);
        }
      }
      if (groupElsewhere) {
        // Lines of text do not say what stands before what in other lines.
        above.remove(Integer.valueOf(GROUP));
      }
      if (!above.contains(GROUP)) {
        boolean lost =
            !oneRow
                && above.size() > 1
                && (groupElsewhere || above.equals(found.subList(0, above.size())))
                && ascending(above);
        if (!lost) {
          return found;
        }
        above.add(
            1, GROUP); // the group's heading was lost: the form has it behind the first column
      }
      List<Integer> order = new ArrayList<>();
      for (int column : above) {
        if (column == GROUP) {
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
        boolean other = column != GROUP && columns.get(column).group().isEmpty();
        if (member && other) {
          return true;
        }
        member |= column != GROUP && !other;
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
              .noneMatch(token -> words.getOrDefault(token.key(), NONE) == GROUP);
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
            return labels.stream()
                .filter(token -> token.line() == line)
                .noneMatch(token -> words.getOrDefault(token.key(), NONE) == GROUP);
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

    private void add(String key, int column) {
      if (key.length() >= 2) {
        words.putIfAbsent(key, column);
        longest = Math.max(longest, key.length());
      }
    }
  }
}
