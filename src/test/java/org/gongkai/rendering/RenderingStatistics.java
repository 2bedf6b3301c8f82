package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;

/** Counts the results of checking reports of one rendering. */
final class RenderingStatistics {
  static final String HEAD =
      String.format(
          "%-28s %7s %9s %9s %7s %7s %7s %7s  %s",
          "rendering",
          "reports",
          "cells",
          "exact",
          "wrong",
          "alarms",
          "missed",
          "unsure",
          "failing seeds");

  private final Rendering rendering;
  private final List<Long> failing = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();
  private int reports;
  private long cells;
  private long exact;
  private long wrong;
  private int alarms;
  private int missed;
  private int unsure;

  RenderingStatistics(Rendering rendering) {
    this.rendering = rendering;
  }

  void check(long seed) {
    reports++;
    RenderingCheck checked;
    try {
      checked = RenderingCheck.of(rendering.render(Renderings.generated(seed)));
    } catch (RuntimeException e) {
      failing.add(seed);
      examples.add(
          "seed "
              + seed
              + ": "
              + e
              + " at "
              + (e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]));
      return;
    }
    cells += checked.cells();
    exact += checked.exact();
    wrong += checked.wrong().size();
    alarms += checked.falseAlarms().isEmpty() ? 0 : 1;
    missed += checked.missed() ? 1 : 0;
    unsure += checked.unsure() ? 1 : 0;
    if (!checked.good()) {
      failing.add(seed);
      if (examples.size() < 2) {
        examples.add(
            "seed "
                + seed
                + (checked.missed()
                    ? " missed " + checked.renderedReport().generated().plantedError()
                    : "")
                + ": "
                + checked.wrong().stream().limit(3).toList()
                + checked.falseAlarms().stream().limit(2).toList());
      }
    }
  }

  boolean good() {
    return failing.isEmpty();
  }

  /** The first failures. */
  List<String> examples() {
    return List.copyOf(examples);
  }

  @Override
  public String toString() {
    String line =
        String.format(
            "%-28s %7d %9d %9d %7d %7d %7d %7d  %s",
            rendering.name(),
            reports,
            cells,
            exact,
            wrong,
            alarms,
            missed,
            unsure,
            failing.stream().limit(8).toList());
    return examples.isEmpty() ? line : line + "\n    " + String.join("\n    ", examples);
  }
}
