package org.gongkai.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.gongkai.publish.OverviewCounts.Broken;
import org.gongkai.rule.Message;
import org.gongkai.rule.Verdict;

/** Draws how many reports a year and a rule are right and wrong. */
final class OverviewCharts {
  private final Html html;
  private final OverviewCounts counts;

  OverviewCharts(Html html, OverviewCounts counts) {
    this.html = html;
    this.counts = counts;
  }

  void write() {
    if (counts.reports() > 0) {
      html.raw("<div class=\"charts\">");
      byYear();
      byRule();
      html.raw("</div>");
    }
  }

  /** Columns a year, the verdicts on top of each other. */
  private void byYear() {
    SortedMap<Integer, int[]> years = counts.years();
    int most = years.values().stream().mapToInt(OverviewCharts::sum).max().orElse(1);
    int step = 64;
    int width = Math.max(280, years.size() * step + 16);
    html.raw("<section><h2 id=\"hy\">");
    html.both("按年度", "By year");
    html.raw(
            "</h2><div class=\"w\" tabindex=\"0\" role=\"region\" aria-labelledby=\"hy\"><svg class=\"chart\" width=\"")
        .number(width)
        .raw("\" height=\"230\" viewBox=\"0 0 ")
        .number(width)
        .raw(" 230\" role=\"img\" aria-labelledby=\"hy\">");
    int x = 12;
    for (Map.Entry<Integer, int[]> entry : years.entrySet()) {
      String year = entry.getKey() == OverviewCounts.NO_YEAR ? "—" : String.valueOf(entry.getKey());
      html.raw("<g><title>").raw(year);
      for (Verdict verdict : Verdict.values()) {
        html.raw(" · ")
            .raw(OverviewPage.words(verdict).zh())
            .raw(" ")
            .raw(OverviewPage.grouped(entry.getValue()[verdict.ordinal()]));
      }
      html.raw("</title>");
      double y = 200;
      for (Verdict verdict : Verdict.values()) {
        int count = entry.getValue()[verdict.ordinal()];
        double height = 170.0 * count / most;
        if (count > 0) {
          y -= height;
          html.raw("<rect class=\"")
              .raw(verdict.key())
              .raw("\" x=\"")
              .number(x)
              .raw("\" y=\"")
              .raw(decimal(y))
              .raw("\" width=\"40\" height=\"")
              .raw(decimal(height))
              .raw("\"/>");
          if (height >= 16 && count < sum(entry.getValue())) {
            html.raw("<text class=\"in ")
                .raw(verdict.key())
                .raw("\" x=\"")
                .number(x + 20)
                .raw("\" y=\"")
                .raw(decimal(y + height / 2 + 4))
                .raw("\">")
                .raw(OverviewPage.grouped(count))
                .raw("</text>");
          }
        }
      }
      html.raw("<text x=\"")
          .number(x + 20)
          .raw("\" y=\"")
          .raw(decimal(y - 6))
          .raw("\">")
          .raw(OverviewPage.grouped(sum(entry.getValue())))
          .raw("</text><text x=\"")
          .number(x + 20)
          .raw("\" y=\"220\">")
          .raw(year)
          .raw("</text></g>");
      x += step;
    }
    html.raw("</svg></div><p class=\"legend\">");
    for (Verdict verdict : Verdict.values()) {
      html.raw("<span class=\"")
          .raw(verdict.key())
          .raw("\"><svg width=\"14\" height=\"14\" aria-hidden=\"true\">")
          .raw("<rect class=\"")
          .raw(verdict.key())
          .raw("\" width=\"14\" height=\"14\"/></svg> ");
      html.both(OverviewPage.words(verdict).zh(), OverviewPage.words(verdict).en());
      html.raw("</span>");
    }
    html.raw("</p></section>");
  }

  /** Bars a rule: how many reports break it. */
  private void byRule() {
    List<Broken> broken = counts.broken();
    html.raw("<section><h2 id=\"hr\">");
    html.both("按规则（份数）", "By rule (reports)");
    html.raw("</h2>");
    if (broken.isEmpty()) {
      html.raw("<p>");
      html.both("没有发现问题。", "Nothing was found.");
      html.raw("</p></section>");
      return;
    }
    int most = broken.get(0).reports();
    html.raw("<ul class=\"bars\">");
    for (Broken each : broken) {
      Message title = OverviewPage.title(each.rule());
      html.raw("<li><span class=\"z\" lang=\"zh-CN\">")
          .text(title.zh())
          .raw("</span><span class=\"e\" lang=\"en\">")
          .text(title.en())
          .raw("</span><b>")
          .raw(OverviewPage.grouped(each.reports()))
          .raw("</b><svg width=\"100%\" height=\"8\" aria-hidden=\"true\"><rect width=\"")
          .raw(decimal(Math.max(0.5, 100.0 * each.reports() / most)))
          .raw("%\" height=\"8\"/></svg></li>");
    }
    html.raw("</ul></section>");
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
