package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/** Takes blank cells off the edges of a row that has more cells than columns. */
final class BlankEdges {
  private BlankEdges() {}

  /**
   * The cells without the blank ones at their edges that are too many. Where that may be done in
   * several ways, the one in which the sums hold; null where it is none, or more than one.
   *
   * @param group how many cells stand together, the last of which is the total of the others; 0 for
   *     no sums: last cells go first then
   */
  static @Nullable List<Token> without(List<Token> slots, int size, int group) {
    List<List<Token>> ways = new ArrayList<>();
    for (int from = 0; from + size <= slots.size(); from++) {
      if (isBlank(slots.subList(0, from)) && isBlank(slots.subList(from + size, slots.size()))) {
        ways.add(slots.subList(from, from + size));
      }
    }
    if (group > 0 && (ways.size() > 1 || ways.size() == 1 && isMoved(slots, ways.get(0), group))) {
      ways.removeIf(way -> !addsUp(way, group));
      return ways.size() == 1 ? ways.get(0) : null;
    }
    return ways.isEmpty() ? null : ways.get(0);
  }

  /**
   * Whether cells lie where they are behind a blank one only because what stands last, such as a
   * remark, was taken for a figure.
   */
  private static boolean isMoved(List<Token> slots, List<Token> way, int group) {
    return way.get(0) != slots.get(0) && addsUp(slots.subList(0, way.size()), group);
  }

  private static boolean isBlank(List<Token> slots) {
    return slots.stream().allMatch(slot -> slot.figure().status() == Status.BLANK);
  }

  private static boolean addsUp(List<Token> slots, int group) {
    for (int from = 0; from < slots.size(); from += group) {
      List<Token> parts = slots.subList(from, from + group - 1);
      Token total = slots.get(from + group - 1);
      BigDecimal sum =
          parts.stream()
              .map(part -> Objects.requireNonNullElse(part.figure().value(), BigDecimal.ZERO))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal printed = Objects.requireNonNullElse(total.figure().value(), BigDecimal.ZERO);
      if (sum.compareTo(printed) != 0) {
        return false;
      }
    }
    return true;
  }
}
