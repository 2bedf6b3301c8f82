package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.form.Column;
import org.gongkai.form.Table;
import org.gongkai.report.section.Headings;
import org.gongkai.text.Ascii;
import org.gongkai.text.LongestCommonSubsequence;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** The headings of the table of remedies (IV): groups, and the same endings under each of them. */
final class RemedyHeadings {
  private final Table table;
  private final List<Column> columns;
  private final ColumnHeadings endings;
  private final String[] groups;
  private final int size;

  RemedyHeadings(Table table) {
    this.table = table;
    this.columns = table.rows().get(0).columns();
    this.endings = ColumnHeadings.of(columns);
    this.groups =
        table.rows().stream().map(row -> TextNormalizer.key(row.label())).toArray(String[]::new);
    this.size = groups.length * columns.size();
  }

  /** Which ending a word is, by its column; -1 for none. */
  int ending(String key) {
    return endings.heads(key);
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
      different += words.indexOf(TextNormalizer.key(column.label())) >= 0 ? 1 : 0;
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

  /** For each cell of a row of a grid its column by the two headings above it, spans counted. */
  int[] over(List<Token> headings, List<Token> cells) {
    int[] over = new int[cells.size()];
    for (int i = 0; i < over.length; i++) {
      int x = cells.get(i).x();
      int ending = -1;
      int group = -1;
      for (Token heading : headings) {
        if (heading.grid() && heading.x() <= x && x < heading.end()) {
          int own = ending(heading.key());
          ending = own >= 0 ? own : ending;
          int named = own >= 0 ? -1 : group(heading.key());
          group = named >= 0 ? named : group;
        }
      }
      over[i] = ending < 0 || group < 0 ? WayFinder.NO_HEADING : group * columns.size() + ending;
    }
    return over;
  }

  /** The order of all columns that words in lines of text show; null where they show none. */
  int @Nullable [] order(List<Token> headings) {
    List<Token> own = headings.subList(firstHeading(headings), headings.size());
    List<Integer> found = endings(own);
    int[] groupOrder = groupOrder(headings);
    if (found.size() != size && found.size() != columns.size()) {
      return null;
    }
    int[] order = new int[size];
    for (int place = 0; place < size; place++) {
      int group = place / columns.size();
      int from = found.size() == size ? group * columns.size() : 0;
      List<Integer> run = found.subList(from, from + columns.size());
      if (new HashSet<>(run).size() != columns.size()) {
        return null;
      }
      order[place] = groupOrder[group] * columns.size() + run.get(place % columns.size());
    }
    return order;
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
    String litigation = TextNormalizer.key(table.rows().get(1).parents().get(0));
    for (Token token : headings.subList(firstHeading(headings), headings.size())) {
      int group = group(token.key());
      litigationFirst |= token.key().equals(litigation) && !reconsideration;
      reconsideration |= group == 0;
      if (group > 0 && !order.contains(group)) {
        order.add(group);
      }
    }
    if (order.size() < groups.length - 1) {
      return ColumnHeadings.formOrder(groups.length);
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
      int common = LongestCommonSubsequence.length(key, groups[row]);
      if (common >= 3 && common * 4 >= longest * 3) {
        return row;
      }
    }
    return -1;
  }

  /**
   * The order of the endings under each group that some words show; the one before where they show
   * none, null where they contradict the form's. They may begin anew behind the last ending, or the
   * last but one where the word for the total was left out.
   */
  int @Nullable [] endingOrder(List<Token> words, int[] before) {
    List<Integer> found = endings(words);
    int last = columns.size();
    boolean form = true;
    for (int ending : found) {
      boolean again = ending == 0 && last >= columns.size() - 2;
      form &= last == columns.size() || ending > last || again;
      last = ending;
    }
    int size = columns.size();
    boolean whole = found.size() % size == 0;
    for (int from = 0; from < found.size() && whole; from += size) {
      whole = new HashSet<>(found.subList(from, from + size)).size() == size;
      whole &= found.subList(from, from + size).equals(found.subList(0, size));
    }
    // Headings of narrow columns, in lines of text, come in any order.
    boolean sure =
        words.stream().allMatch(Token::grid)
            || words.stream()
                    .filter(word -> ending(word.key()) >= 0)
                    .mapToInt(Token::line)
                    .distinct()
                    .count()
                == 1;
    if (whole && !found.isEmpty() && (form || sure)) {
      return found.subList(0, size).stream().mapToInt(Integer::intValue).toArray();
    }
    return form ? before : null;
  }

  /** The groups that words name, in their order, each once. */
  List<Integer> groups(List<Token> words) {
    List<Integer> groups = new ArrayList<>();
    for (Token word : words) {
      int group = group(word.key());
      if (group >= 0 && !groups.contains(group)) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** For each group the last word that names it; null where there is none. */
  List<@Nullable Token> groupNames(List<Token> words) {
    @Nullable Token[] names = new Token[groups.length];
    for (Token word : words) {
      int group = group(word.key());
      if (group >= 0) {
        names[group] = word;
      }
    }
    return Arrays.asList(names);
  }
}
