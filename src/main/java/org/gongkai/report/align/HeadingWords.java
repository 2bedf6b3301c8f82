package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.form.Column;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** The words that head columns of the form, and those among what is printed. */
final class HeadingWords {
  /** The heading of a group of columns. */
  static final int GROUP = -2;

  /** No heading. */
  static final int NONE = -1;

  private static final int LONGEST_HEADING = 16;

  private final Map<String, Integer> words = new HashMap<>();
  private final String beginnings;

  /** The characters of the words. */
  private final BitSet characters = new BitSet();

  private int longest;

  HeadingWords(List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      add(TextNormalizer.key(column.label()), i);
      column.aliases().forEach(alias -> add(TextNormalizer.key(alias), columns.indexOf(column)));
      if (!column.group().isEmpty()) {
        add(TextNormalizer.key(column.group()), GROUP);
      }
    }
    beginnings =
        words.keySet().stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
  }

  private void add(String key, int column) {
    if (key.length() >= 2) {
      words.putIfAbsent(key, column);
      key.chars().forEach(characters::set);
      longest = Math.max(longest, key.length());
    }
  }

  /** Which column the cell's words head: its index, -1 for none. */
  int heads(String key) {
    Integer found = words.get(key);
    int column =
        found != null ? found : key.length() >= 2 && key.length() <= longest ? damaged(key) : NONE;
    return column == GROUP ? NONE : column;
  }

  /** Which column a cell of a grid heads; {@link #NONE} for words elsewhere. */
  int headedBy(Token heading) {
    return heading.grid() ? heads(heading.key()) : NONE;
  }

  /** Whether it is the heading of a group. */
  boolean isGroup(Token heading) {
    return words.getOrDefault(heading.key(), NONE) == GROUP;
  }

  /**
   * The columns and groups that the words head, in the words' order.
   *
   * @param printed takes for each column the first of its headings
   */
  List<Integer> scan(List<Token> labels, @Nullable Token[] printed) {
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

  private static void add(int column, Token token, List<Integer> found, @Nullable Token[] printed) {
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
    if (key.isEmpty() || !characters.get(key.charAt(0))) {
      return NONE;
    }
    int best = NONE;
    double most = 0.6;
    for (Map.Entry<String, Integer> entry : words.entrySet()) {
      String word = entry.getKey();
      if (key.length() > word.length()) {
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
}
