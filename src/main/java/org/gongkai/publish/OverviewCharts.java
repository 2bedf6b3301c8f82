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
 * Charts of verdicts by year and of findings by rule. Lengths in pixels.
 *
 * @param width of the chart of years
 * @param years one stacked column per year
 * @param rules one bar per rule, the most frequent first
 */
record OverviewCharts(int width, List<Year> years, List<Rule> rules) {
  private static final int STEP = 64;
  private static final int BASELINE = 200;
  private static final int HIGHEST = 170;

  /**
   * A year's column.
   *
   * @param middle x of its middle
   * @param top y of the label with the sum
   */
  record Year(
      String year, int middle, String top, String sum, List<Count> counts, List<Bar> bars) {}

  /** The number of reports with a verdict, for screen readers. */
  record Count(String zh, String count) {}

  /**
   * A verdict's part of a column; omitted for no reports.
   *
   * @param label y of its count; null where there is no room or the sum is the same
   */
  record Bar(String key, int x, String y, String height, String count, @Nullable String label) {}

  /** A rule's bar; its share in percent of the longest. */
  record Rule(Message title, String reports, String share) {}

  /** Draws what was counted. */
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
    double y = BASELINE;
    for (Verdict verdict : Verdict.values()) {
      int count = reports[verdict.ordinal()];
      counts.add(new Count(VerdictText.word(verdict).zh(), OverviewPage.grouped(count)));
      if (count > 0) {
        double height = (double) HIGHEST * count / most;
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
