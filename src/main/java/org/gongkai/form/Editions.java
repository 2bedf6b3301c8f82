package org.gongkai.form;

import java.util.List;
import java.util.Optional;

/**
 * All editions that Gongkai knows. A new one is a class beside {@link Edition2021} and an entry
 * here.
 */
public final class Editions {
  private static final List<Edition> ALL = List.of(Edition2021.EDITION, Edition2019.EDITION);

  private Editions() {}

  /** All editions, the one in force first. */
  public static List<Edition> all() {
    return ALL;
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
