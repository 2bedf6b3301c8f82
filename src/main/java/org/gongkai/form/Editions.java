package org.gongkai.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All editions that Gongkai knows. A new one is a class beside {@link Edition2021} and an entry
 * here.
 */
public final class Editions {
  private static final List<Edition> ALL = List.of(Edition2021.EDITION, Edition2019.EDITION);

  private static final List<Edition> MIXED = mixed();

  private Editions() {}

  /** All editions, the one in force first. */
  public static List<Edition> all() {
    return ALL;
  }

  /**
   * The edition with those tables II and III; null for a table that is not there. Some bodies print
   * table II of one edition with table III of another: then a form of both, under the name of the
   * newer one.
   */
  public static Edition withTables(@Nullable Table disclosure, @Nullable Table requests) {
    for (Edition edition : MIXED) {
      if ((disclosure == null || edition.tables().contains(disclosure))
          && (requests == null || edition.tables().contains(requests))) {
        return edition;
      }
    }
    throw new IllegalArgumentException("tables of no edition");
  }

  /** The editions that have that table. */
  public static List<Edition> of(Table table) {
    return ALL.stream().filter(edition -> edition.tables().contains(table)).toList();
  }

  /** All editions, then those that mix the tables of two. */
  private static List<Edition> mixed() {
    List<Edition> mixed = new ArrayList<>(ALL);
    for (Edition one : ALL) {
      for (Edition other : ALL) {
        if (one != other) {
          Edition newer = ALL.indexOf(one) < ALL.indexOf(other) ? one : other;
          mixed.add(newer.with(one.tables().get(0), other.tables().get(1)));
        }
      }
    }
    return List.copyOf(mixed);
  }

  /** The edition of that name, such as {@code 2021}. */
  public static Optional<Edition> find(String key) {
    return ALL.stream().filter(edition -> edition.key().equals(key)).findFirst();
  }

  /** The edition that reports of that year are to use; empty before 2019. */
  public static Optional<Edition> ofYear(int year) {
    return ALL.stream().filter(edition -> edition.covers(year)).findFirst();
  }
}
