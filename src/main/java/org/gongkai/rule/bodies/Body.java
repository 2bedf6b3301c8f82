package org.gongkai.rule.bodies;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that owes a report every year.
 *
 * @param number its index in the list, from 0
 * @param name its name: {@code 云溪县教育局}
 * @param aliases other names in its reports
 * @param parent the number of the body that it belongs to, whose figures include its own; -1 for
 *     none
 * @param due the last day for publishing its report, on the year before; null where the list gives
 *     none
 */
public record Body(
    int number, String name, List<String> aliases, int parent, @Nullable LocalDate due) {
  /** Takes a copy of the list. */
  public Body {
    aliases = List.copyOf(aliases);
  }
}
