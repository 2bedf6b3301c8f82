package org.gongkai.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Column;
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

  /** Finds headings among words; made once for a list of columns. */
  static final class Finder {
    private static final int GROUP = -2;
    private static final int LONGEST_HEADING = 16;

    private final List<Column> columns;
    private final Map<String, Integer> words = new HashMap<>();
    private int longest;

    Finder(List<Column> columns) {
      this.columns = columns;
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        add(Normal.key(column.label()), i);
        column.aliases().forEach(alias -> add(Normal.key(alias), columns.indexOf(column)));
        if (!column.group().isEmpty()) {
          add(Normal.key(column.group()), GROUP);
        }
      }
      for (int i = 0; i < columns.size(); i++) {
        damaged(Normal.key(columns.get(i).label()), i);
        if (!columns.get(i).group().isEmpty()) {
          damaged(Normal.key(columns.get(i).group()), GROUP);
        }
      }
    }

    List<Column> columns() {
      return columns;
    }

    /** The order that the headings among these words show; the form's where they show none. */
    HeaderOrder order(List<Token> labels) {
      @Nullable Token[] printed = new Token[columns.size()];
      List<Integer> found = scan(labels, printed);
      List<Integer> order = expand(found);
      int size = columns.size();
      if (order.size() == size && order.stream().distinct().count() == size) {
        return new HeaderOrder(order.stream().mapToInt(Integer::intValue).toArray(), true, printed);
      }
      return new HeaderOrder(canonical(), ascending(order), printed);
    }

    /** The form's own order. */
    HeaderOrder form() {
      return new HeaderOrder(canonical(), true, new Token[columns.size()]);
    }

    /** Which column the cell's words head: its index, -1 for none. */
    int heads(String key) {
      Integer found = words.get(key);
      return found == null || found == GROUP ? -1 : found;
    }

    private int[] canonical() {
      int[] order = new int[columns.size()];
      Arrays.setAll(order, i -> i);
      return order;
    }

    private List<Integer> scan(List<Token> labels, @Nullable Token[] printed) {
      StringBuilder all = new StringBuilder();
      List<Token> owners = new ArrayList<>();
      for (Token token : labels) {
        if (token.key().length() > LONGEST_HEADING) {
          continue;
        }
        all.append(token.key());
        for (int i = 0; i < token.key().length(); i++) {
          owners.add(token);
        }
      }
      List<Integer> found = new ArrayList<>();
      int at = 0;
      while (at < all.length()) {
        int length = Math.min(longest, all.length() - at);
        Integer column = null;
        while (length >= 2 && column == null) {
          column = words.get(all.substring(at, at + length));
          if (column == null) {
            length--;
          }
        }
        if (column == null) {
          at++;
          continue;
        }
        found.add(column);
        if (column >= 0 && printed[column] == null) {
          printed[column] = owners.get(at);
        }
        at += length;
      }
      return found;
    }

    /** Puts the columns of a group where the group's heading stands among those of the row above. */
    private List<Integer> expand(List<Integer> found) {
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
      if (!above.contains(GROUP)) {
        return found;
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

    private void damaged(String key, int column) {
      if (key.length() >= 3) {
        add(key.substring(0, key.length() - 1), column);
      }
      if (key.length() >= 4) {
        add(key.substring(1), column);
      }
    }
  }
}
