package org.gongkai.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.publish.OverviewCounts.Broken;
import org.gongkai.rule.Message;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How many reports a year and a rule are right and wrong. Lengths in pixels.
 *
 * @param width of the chart of years
 * @param years a column each, the verdicts on top of each other
 * @param rules a bar each, the one that most reports break first
 */
record OverviewCharts(int width, List<Year> years, List<Rule> rules) {
  private static final int STEP = 64;
  private static final int FOOT = 200;
  private static final int HEIGHT = 170;

  /**
   * A year's column.
   *
   * @param middle its middle from the left
   * @param top where the sum is
   */
  record Year(
      String year, int middle, String top, String sum, List<Count> counts, List<Bar> bars) {}

  /** How many reports have a verdict, in words. */
  record Count(String zh, String count) {}

  /**
   * A verdict's part of a column; none where there are no reports.
   *
   * @param label where its count is; null where there is no room or the sum says it
   */
  record Bar(String key, int x, String y, String height, String count, @Nullable String label) {}

  /** A rule's bar, in percent of the longest. */
  record Rule(Message title, String reports, String share) {}

  /** Of what was counted. */
  static OverviewCharts of(OverviewCounts counts) {
    int most = counts.years().values().stream().mapToInt(OverviewCharts::sum).max().orElse(1);
    List<Year> years = new ArrayList<>();
    int x = 12;
    for (Map.Entry<Integer, int[]> entry : counts.years().entrySet()) {
      years.add(year(entry.getKey(), entry.getValue(), x, most));
      x += STEP;
    }
    return new OverviewCharts(
        Math.max(280, years.size() * STEP + 16), years, rules(counts.broken()));
  }

  private static Year year(int number, int[] reports, int x, int most) {
    List<Count> counts = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    double y = FOOT;
    for (Verdict verdict : Verdict.values()) {
      int count = reports[verdict.ordinal()];
      counts.add(new Count(VerdictText.word(verdict).zh(), OverviewPage.grouped(count)));
      if (count > 0) {
        double height = (double) HEIGHT * count / most;
        y -= height;
        bars.add(
            new Bar(
                verdict.key(),
                x,
                decimal(y),
                decimal(height),
                OverviewPage.grouped(count),
                height >= 16 && count < sum(reports) ? decimal(y + height / 2 + 4) : null));
      }
    }
    return new Year(
        number == OverviewCounts.NO_YEAR ? "—" : String.valueOf(number),
        x + 20,
        decimal(y - 6),
        OverviewPage.grouped(sum(reports)),
        counts,
        bars);
  }

  private static List<Rule> rules(List<Broken> broken) {
    int most = broken.isEmpty() ? 1 : broken.get(0).reports();
    return broken.stream()
        .map(
            each ->
                new Rule(
                    OverviewPage.title(each.rule()),
                    OverviewPage.grouped(each.reports()),
                    decimal(Math.max(0.5, 100.0 * each.reports() / most))))
        .toList();
  }

  boolean nothingFound() {
    return rules.isEmpty();
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
