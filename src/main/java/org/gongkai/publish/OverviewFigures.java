package org.gongkai.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.publish.OverviewTotals.Measure;
import org.gongkai.rule.Message;

/**
 * The totals of requests, outcomes and remedies as charts, and the same as a table. Lengths in
 * pixels.
 *
 * @param years the years of the columns
 * @param charts one per group of measures
 * @param rows one per measure, with the total of each year
 * @param withoutDoubles whether nothing is counted twice, as only bodies without bodies below count
 */
record OverviewFigures(
    List<Integer> years, List<Chart> charts, List<Row> rows, boolean withoutDoubles) {
  private static final int STEP = 72;
  private static final int WIDTH = 44;
  private static final int BASELINE = 160;
  private static final int HIGHEST = 136;

  /**
   * One stacked column per year.
   *
   * @param number its number on the page, from 1
   */
  record Chart(int number, Message title, int width, List<Column> columns, List<Legend> legend) {}

  /**
   * A year's column.
   *
   * @param middle x of its middle
   * @param top y of the label with the sum
   */
  record Column(int year, int middle, String top, String sum, List<Bar> bars) {}

  /** A measure's part of a column. */
  record Bar(String key, Message title, String count, int x, int width, String y, String height) {}

  /** The measure of a colour. */
  record Legend(String key, Message title) {}

  /** A measure's totals. */
  record Row(Message title, List<String> totals) {}

  /** Draws what was added up. */
  static OverviewFigures of(OverviewTotals totals, boolean withoutDoubles) {
    List<Row> rows = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      rows.add(
          new Row(
              measure.title(),
              totals.years().stream().map(year -> grouped(totals.of(year, measure))).toList()));
    }
    return new OverviewFigures(
        totals.years(),
        List.of(
            chart(totals, 1, new Message("新收申请", "New requests"), Measure.NEW_REQUESTS),
            chart(
                totals,
                2,
                new Message("办理结果", "Outcomes"),
                Measure.DISCLOSED,
                Measure.PARTIALLY_DISCLOSED,
                Measure.REFUSED,
                Measure.UNAVAILABLE,
                Measure.NOT_PROCESSED,
                Measure.OTHER_HANDLING),
            chart(
                totals,
                3,
                new Message("行政复议、行政诉讼", "Reconsideration and litigation"),
                Measure.CORRECTED,
                Measure.NOT_CORRECTED,
                Measure.PENDING)),
        rows,
        withoutDoubles);
  }

  private static Chart chart(
      OverviewTotals totals, int number, Message title, Measure... measures) {
    double most = 1;
    for (int year : totals.years()) {
      most = Math.max(most, sum(totals, year, measures).doubleValue());
    }
    List<Column> columns = new ArrayList<>();
    int x = 14;
    for (int year : totals.years()) {
      List<Bar> bars = new ArrayList<>();
      double y = BASELINE;
      for (int i = 0; i < measures.length; i++) {
        BigDecimal count = totals.of(year, measures[i]);
        if (count.signum() > 0) {
          double height = HIGHEST * count.doubleValue() / most;
          y -= height;
          bars.add(
              new Bar(
                  key(i),
                  measures[i].title(),
                  grouped(count),
                  x,
                  WIDTH,
                  decimal(y),
                  decimal(height)));
        }
      }
      columns.add(
          new Column(
              year, x + WIDTH / 2, decimal(y - 6), grouped(sum(totals, year, measures)), bars));
      x += STEP;
    }
    List<Legend> legend = new ArrayList<>();
    for (int i = 0; i < measures.length && measures.length > 1; i++) {
      legend.add(new Legend(key(i), measures[i].title()));
    }
    return new Chart(number, title, Math.max(STEP, x), columns, legend);
  }

  private static String key(int place) {
    return "m" + place;
  }

  private static BigDecimal sum(OverviewTotals totals, int year, Measure... measures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Measure measure : measures) {
      sum = sum.add(totals.of(year, measure));
    }
    return sum;
  }

  private static String grouped(BigDecimal number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
