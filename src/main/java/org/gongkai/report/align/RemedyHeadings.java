package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.form.Column;
import org.gongkai.form.Table;
import org.gongkai.report.CommonCharacters;
import org.gongkai.report.Normal;
import org.gongkai.report.section.Headings;
import org.gongkai.text.Ascii;
import org.jspecify.annotations.Nullable;

/** The headings of the table of remedies (IV): groups, and the same endings under each of them. */
final class RemedyHeadings {
  private final Table table;
  private final List<Column> columns;
  private final HeaderOrder.Finder endings;
  private final String[] groups;
  private final int size;

  RemedyHeadings(Table table) {
    this.table = table;
    this.columns = table.rows().get(0).columns();
    this.endings = HeaderOrder.Finder.of(columns);
    this.groups = table.rows().stream().map(row -> Normal.key(row.label())).toArray(String[]::new);
    this.size = groups.length * columns.size();
  }

  /** Which ending a word is, by its column; -1 for none. */
  int ending(String key) {
    return endings.heads(key);
  }

  /** The endings of one group. */
  HeaderOrder.Finder endings() {
    return endings;
  }

  /** Whether groups and endings stand in the form's order, for all that headings say. */
  boolean areInFormOrder(List<Token> headings) {
    return HeaderOrder.isInOrder(groupOrder(headings))
        && endingOrders(headings).stream().allMatch(HeaderOrder::isForm);
  }

  /** Whether a word that is no figure names a group or an ending. */
  boolean isHeading(Token token) {
    return !token.isValue() && (ending(token.key()) >= 0 || group(token.key()) >= 0);
  }

  /** Whether words before figures are this table's headings. */
  boolean isHeaded(List<Token> labels) {
    String words = words(labels);
    int different = 0;
    for (Column column : columns.subList(0, columns.size() - 1)) {
      different += words.indexOf(Normal.key(column.label())) >= 0 ? 1 : 0;
    }
    boolean named = false;
    for (int i = 1; i < groups.length; i++) {
      named |= words.indexOf(groups[i].substring(0, groups[i].length() - 1)) >= 0;
    }
    return different >= 2 || named;
  }

  /** What headings say together, without the sentences between them. */
  private static String words(List<Token> headings) {
    return headings.stream()
        .filter(token -> token.key().length() <= 40 && !isSentence(token))
        .map(Token::key)
        .collect(Collectors.joining());
  }

  /** Whether it tells of figures, as the text of the section does: headings hold none. */
  private static boolean isSentence(Token token) {
    String printed = token.printed();
    return printed.indexOf('，') >= 0
        || printed.indexOf('。') >= 0
        || token.key().chars().anyMatch(Ascii::isDigit);
  }

  /** The order of the endings under each group; the form's where the headings are not all there. */
  List<HeaderOrder> endingOrders(List<Token> headings) {
    List<Token> own = headings.subList(firstHeading(headings), headings.size());
    List<Integer> found = endings(own);
    if (found.size() != size) {
      // The same five headings three times over: what one run of five says holds for all.
      return Collections.nCopies(groups.length, onlyOrder(found));
    }
    List<HeaderOrder> orders = new ArrayList<>();
    for (int from = 0; from < size; from += columns.size()) {
      List<Integer> run = found.subList(from, from + columns.size());
      orders.add(isWhole(run) ? order(run) : unsure());
    }
    return orders;
  }

  /** The endings that stand in the headings, each a word, in pieces, or together with others. */
  private List<Integer> endings(List<Token> headings) {
    String words = words(headings);
    List<Integer> found = new ArrayList<>();
    int at = 0;
    while (at < words.length()) {
      int column = -1;
      int length = Math.min(5, words.length() - at + 1);
      while (length > 2 && column < 0) {
        length--;
        column = ending(words.substring(at, at + length));
      }
      if (column >= 0) {
        found.add(column);
        at += length;
      } else {
        at++;
      }
    }
    return found;
  }

  /** The order that all complete runs of endings agree on. */
  private HeaderOrder onlyOrder(List<Integer> found) {
    if (isWhole(found)) {
      return order(found);
    }
    int inversions = 0;
    for (int i = 1; i < found.size(); i++) {
      inversions += found.get(i) < found.get(i - 1) ? 1 : 0;
    }
    return inversions < groups.length ? endings.form() : unsure();
  }

  private boolean isWhole(List<Integer> endings) {
    return endings.size() == columns.size()
        && endings.stream().distinct().count() == columns.size();
  }

  private HeaderOrder order(List<Integer> endings) {
    int[] order = endings.stream().mapToInt(Integer::intValue).toArray();
    return new HeaderOrder(order, true, new Token[order.length]);
  }

  private HeaderOrder unsure() {
    HeaderOrder form = endings.form();
    return new HeaderOrder(form.columns(), false, form.printed());
  }

  /** Where this table's own words begin: behind the first heading of a section among them. */
  static int firstHeading(List<Token> headings) {
    for (int i = 0; i < headings.size(); i++) {
      if (Headings.isHeading(headings.get(i).key()) && i + 1 < headings.size()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The order of the groups; the form's where they are not all named. */
  int[] groupOrder(List<Token> headings) {
    List<Integer> order = new ArrayList<>();
    boolean litigationFirst = false;
    boolean reconsideration = false;
    String litigation = Normal.key(table.rows().get(1).parents().get(0));
    for (Token token : headings.subList(firstHeading(headings), headings.size())) {
      int group = group(token.key());
      litigationFirst |= token.key().equals(litigation) && !reconsideration;
      reconsideration |= group == 0;
      if (group > 0 && !order.contains(group)) {
        order.add(group);
      }
    }
    if (order.size() < groups.length - 1) {
      return HeaderOrder.inOrder(groups.length);
    }
    order.add(litigationFirst && reconsideration ? order.size() : 0, 0);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The group that a heading names, a character or two lost; -1 for none. */
  int group(String key) {
    for (int row = 0; row < groups.length; row++) {
      if (key.equals(groups[row])) {
        return row;
      }
    }
    for (int row = 0; row < groups.length; row++) {
      int longest = Math.max(key.length(), groups[row].length());
      int shortest = Math.min(key.length(), groups[row].length());
      if (key.length() > 12
          || shortest < 3
          || shortest * 4 < longest * 3
          || row == 0 && !key.startsWith(groups[0].substring(0, 2))) {
        continue;
      }
      int common = CommonCharacters.count(key, groups[row]);
      if (common >= 3 && common * 4 >= longest * 3) {
        return row;
      }
    }
    return -1;
  }

  /** The last word that names a group; null for none. */
  @Nullable Token groupToken(List<Token> headings, int row) {
    for (int i = headings.size() - 1; i >= 0; i--) {
      if (group(headings.get(i).key()) == row) {
        return headings.get(i);
      }
    }
    return null;
  }
}
