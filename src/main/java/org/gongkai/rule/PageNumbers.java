package org.gongkai.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Formats page numbers for messages: {@code 3、5–7}. */
public final class PageNumbers {
  private PageNumbers() {}

  /** Joins ascending numbers; runs of three and more become ranges. */
  public static String of(List<Integer> pages) {
    StringBuilder all = new StringBuilder();
    for (int from = 0; from < pages.size(); ) {
      int to = from;
      while (to + 1 < pages.size() && pages.get(to + 1) == pages.get(to) + 1) {
        to++;
      }
      String run =
          to - from > 1
              ? pages.get(from) + "–" + pages.get(to)
              : pages.subList(from, to + 1).stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining("、"));
      all.append(all.length() == 0 ? "" : "、").append(run);
      from = to + 1;
    }
    return all.toString();
  }
}
