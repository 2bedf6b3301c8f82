package org.gongkai.report.align;

import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.text.TextNormalizer;

/**
 * The words that tables print besides figures, and those that tell one edition's from another's.
 */
final class TableWords {
  private static final int SHORTEST = 4;
  private static final Map<Table, Set<String>> ALL = new IdentityHashMap<>();
  private static final Map<Table, Set<String>> OWN = new IdentityHashMap<>();

  static {
    for (Edition edition : Editions.all()) {
      edition.tables().forEach(table -> ALL.computeIfAbsent(table, TableWords::all));
    }
    for (Table table : ALL.keySet()) {
      Set<String> own = new HashSet<>(of(table));
      ALL.forEach(
          (other, words) -> {
            if (other != table && other.key().equals(table.key())) {
              own.removeAll(words);
            }
          });
      own.removeIf(word -> word.length() < SHORTEST);
      OWN.put(table, Set.copyOf(own));
    }
  }

  private TableWords() {}

  /** The keys of everything that a table prints but figures. */
  static Set<String> of(Table table) {
    return ALL.getOrDefault(table, Set.of());
  }

  /** How many of the words that only this edition of a table prints are among some keys. */
  static long own(Table table, Collection<String> keys) {
    return OWN.getOrDefault(table, Set.of()).stream().filter(keys::contains).count();
  }

  private static Set<String> all(Table table) {
    Set<String> words = new HashSet<>();
    table.captions().forEach(caption -> words.add(TextNormalizer.key(caption)));
    for (Row row : table.rows()) {
      words.add(TextNormalizer.key(row.label()));
      words.add(RowLabels.core(row.label()));
      row.aliases().forEach(alias -> words.add(TextNormalizer.key(alias)));
      row.parents().forEach(parent -> words.add(TextNormalizer.key(parent)));
      for (Column column : row.columns()) {
        words.add(TextNormalizer.key(column.label()));
        words.add(TextNormalizer.key(column.group()));
        column.aliases().forEach(alias -> words.add(TextNormalizer.key(alias)));
      }
    }
    words.remove("");
    return words;
  }
}
