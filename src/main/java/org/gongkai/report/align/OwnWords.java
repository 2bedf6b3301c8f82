package org.gongkai.report.align;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Normal;

/** The words that only one edition of the form prints; they tell the editions apart. */
public final class OwnWords {
  private static final int SHORTEST = 4;
  private static final Map<Table, Set<String>> BY_TABLE = byTable();
  private static final Map<String, Set<String>> WORDS = words();
  private static final int LONGEST =
      WORDS.values().stream().flatMap(Set::stream).mapToInt(String::length).max().orElse(0);

  private OwnWords() {}

  private static Set<String> of(Edition edition) {
    return WORDS.getOrDefault(edition.key(), Set.of());
  }

  /** Whether some token is one of the words that only that edition prints. */
  static boolean isNamed(Edition edition, List<Token> tokens) {
    Set<String> words = of(edition);
    for (Token token : tokens) {
      String key = token.key();
      if (key.length() >= SHORTEST && key.length() <= LONGEST && words.contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** The keys of everything that a table prints but figures. */
  static Set<String> of(Table table) {
    Set<String> known = BY_TABLE.get(table);
    return known == null ? all(table) : known;
  }

  private static Map<Table, Set<String>> byTable() {
    Map<Table, Set<String>> all = new IdentityHashMap<>();
    Editions.all()
        .forEach(
            edition -> edition.tables().forEach(table -> all.put(table, Set.copyOf(all(table)))));
    return all;
  }

  private static Set<String> all(Table table) {
    Set<String> words = new HashSet<>();
    table.captions().forEach(caption -> words.add(Normal.key(caption)));
    for (Row row : table.rows()) {
      words.add(Normal.key(row.label()));
      words.add(RowLabels.core(row.label()));
      row.aliases().forEach(alias -> words.add(Normal.key(alias)));
      row.parents().forEach(parent -> words.add(Normal.key(parent)));
      for (Column column : row.columns()) {
        words.add(Normal.key(column.label()));
        words.add(Normal.key(column.group()));
        column.aliases().forEach(alias -> words.add(Normal.key(alias)));
      }
    }
    words.remove("");
    return words;
  }

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> own = new HashMap<>();
    for (Edition edition : Editions.all()) {
      Set<String> words = new HashSet<>(all(edition));
      for (Edition other : Editions.all()) {
        if (other != edition) {
          words.removeAll(all(other));
        }
      }
      words.removeIf(word -> word.length() < SHORTEST);
      own.put(edition.key(), words);
    }
    return own;
  }

  private static Set<String> all(Edition edition) {
    Set<String> words = new HashSet<>();
    edition.tables().forEach(table -> words.addAll(of(table)));
    return words;
  }
}
