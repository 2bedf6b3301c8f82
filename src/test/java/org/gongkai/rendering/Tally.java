package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;

/** Counts what came of the reports of one rendering. */
final class Tally {
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

  Tally(Rendering rendering) {
    this.rendering = rendering;
  }

  void check(long seed) {
    reports++;
    Outcome outcome;
    try {
      outcome = Outcome.of(rendering.render(Renderings.drawn(seed)));
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
    cells += outcome.cells();
    exact += outcome.exact();
    wrong += outcome.wrong().size();
    alarms += outcome.falseAlarms().isEmpty() ? 0 : 1;
    missed += outcome.missed() ? 1 : 0;
    unsure += outcome.unsure() ? 1 : 0;
    if (!outcome.good()) {
      failing.add(seed);
      if (examples.size() < 2) {
        examples.add(
            "seed "
                + seed
                + (outcome.missed() ? " missed " + outcome.rendered().drawn().plant() : "")
                + ": "
                + outcome.wrong().stream().limit(3).toList()
                + outcome.falseAlarms().stream().limit(2).toList());
      }
    }
  }

  boolean good() {
    return failing.isEmpty();
  }

  /** What went wrong first. */
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
