package org.gongkai.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All known editions of the form. To add one, write a class like {@link Edition2021} and list it
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
   * The edition with these tables II and III; null for a missing table. Some bodies print table II
   * of one edition and table III of another: for these a mixed edition with the name of the newer
   * one.
   *
   * @throws IllegalArgumentException for tables of no edition
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

  /** The editions with a table. */
  public static List<Edition> of(Table table) {
    return ALL.stream().filter(edition -> edition.tables().contains(table)).toList();
  }

  /** All editions, then all mixed ones. */
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

  /** The edition with a key, such as {@code 2021}. */
  public static Optional<Edition> find(String key) {
    return ALL.stream().filter(edition -> edition.key().equals(key)).findFirst();
  }

  /** The edition for reports of a year; empty before 2019. */
  public static Optional<Edition> ofYear(int year) {
    return ALL.stream().filter(edition -> edition.covers(year)).findFirst();
  }
}
