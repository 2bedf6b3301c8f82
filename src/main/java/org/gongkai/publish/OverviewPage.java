package org.gongkai.publish;

import java.util.Locale;
import java.util.Set;
import org.gongkai.publish.Overview.Part;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Message;
import org.gongkai.rule.Verdict;

/**
 * Draws the page of an overview: {@link #begin}, a {@link #row} a report, {@link #end}. What is
 * counted stands above the reports but is known after them, so they are data that the page's script
 * lists.
 */
final class OverviewPage {
  private static final Assets ASSETS = Assets.of("overview");

  private final Html html = new Html(64 * 1024);
  private final OverviewCounts counts;
  private final Set<Part> parts;
  private final long before;

  private OverviewPage(OverviewCounts counts, Set<Part> parts, long before) {
    this.counts = counts;
    this.parts = parts;
    this.before = before;
  }

  static Html begin() {
    return new Html(32 * 1024)
        .raw(
            "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>年报勾稽总览 Overview</title>")
        .raw(ASSETS.head())
        .raw(Assets.CHINESE_FIRST)
        .raw("</header><script type=\"application/json\" id=\"data\">[");
  }

  /**
   * A report that has been counted, as data: {@code [name, folder or 0, verdict, errors, warnings,
   * notices, issuer or 0, year or 0, [rules]]}.
   */
  static Html row(OverviewEntry entry, OverviewCounts counts) {
    Summary summary = entry.summary();
    Html row = new Html(256);
    row.raw(counts.reports() == 1 ? "\n[" : ",\n[").json(summary.name()).raw(",");
    if (entry.folder() == null) {
      row.raw("0");
    } else {
      row.json(entry.folder().equals(summary.name()) ? "" : entry.folder());
    }
    row.raw(",")
        .number(summary.verdict().ordinal())
        .raw(",")
        .number(summary.errors())
        .raw(",")
        .number(summary.warnings())
        .raw(",")
        .number(summary.notices())
        .raw(",");
    if (summary.issuer() == null) {
      row.raw("0");
    } else {
      row.json(summary.issuer());
    }
    row.raw(",").number(summary.year() == null ? 0 : summary.year()).raw(",[");
    String separator = "";
    for (String rule : entry.rules()) {
      row.raw(separator).number(counts.index(rule));
      separator = ",";
    }
    return row.raw("]]");
  }

  /**
   * Totals, charts and the rest.
   *
   * @param parts what is written beside the page
   * @param before how many bytes of the page there are so far
   */
  static Html end(OverviewCounts counts, Set<Part> parts, long before) {
    return new OverviewPage(counts, parts, before).rest();
  }

  private Html rest() {
    html.raw("\n]</script>");
    totals();
    new OverviewCharts(html, counts).write();
    table();
    return html.raw("</main><footer><p>")
        .both(
            "一致只说明表内的数字相互吻合，不说明数字属实。",
            "Consistent means that the figures agree with each other, not that they are true.")
        .raw("</p><p>")
        .raw(Validator.NAME)
        .raw(" ")
        .raw(Validator.VERSION)
        .raw("</p></footer>")
        .raw(ASSETS.script())
        .raw("</body></html>\n");
  }

  private void totals() {
    html.raw("<main><h1>");
    html.both(
        grouped(counts.reports()) + " 份年报",
        grouped(counts.reports()) + (counts.reports() == 1 ? " report" : " reports"));
    html.raw("</h1><ul class=\"totals\">");
    for (Verdict verdict : Verdict.values()) {
      int count = counts.of(verdict);
      html.raw("<li class=\"")
          .raw(verdict.key())
          .raw("\"><svg viewBox=\"-3 -3 16 16\" aria-hidden=\"true\">")
          .raw(Badge.icon(verdict))
          .raw("</svg><b>")
          .raw(grouped(count))
          .raw("</b> <span>");
      html.both(words(verdict).zh(), words(verdict).en());
      html.raw("</span> <small>").raw(percent(count, counts.reports())).raw("</small></li>");
    }
    html.raw("</ul><p class=\"files\">");
    html.both("本页大小 " + size(before), "This page is " + size(before));
    link(Part.REPORTS, "报告表 CSV", "reports, CSV");
    link(Part.RESULTS, "全部结果 JSON Lines", "all results, JSON Lines");
    link(Part.CELLS, "全部单元格 CSV", "all cells, CSV");
    link(Part.DICTIONARY, "数据字典", "data dictionary");
    html.raw("</p>");
  }

  private void link(Part part, String zh, String en) {
    if (parts.contains(part)) {
      html.raw(" · <a href=\"").raw(part.fileName()).raw("\">");
      html.both(zh, en);
      html.raw("</a>");
    }
  }

  static Message words(Verdict verdict) {
    return switch (verdict) {
      case PASS -> new Message("一致", "consistent");
      case FAIL -> new Message("不符", "with mismatches");
      case UNREADABLE -> new Message("无法识别", "unreadable");
    };
  }

  static Message title(String rule) {
    return Catalogue.standard()
        .find(rule)
        .map(Catalogue.Entry::title)
        .orElse(new Message(rule, rule));
  }

  private void table() {
    html.raw("<section class=\"list\"><h2 id=\"hl\">");
    html.both("各份年报", "Reports");
    html.raw("</h2><noscript><p>");
    html.both(
        "筛选、排序和逐份查看需要启用脚本；同样的内容见旁边的 CSV 文件。",
        "Filtering and sorting need scripts; the CSV file beside this page says the same.");
    html.raw("</p></noscript><form class=\"filters\" hidden><label>");
    html.both("查找机关或文件", "Issuer or file");
    html.raw("<input type=\"search\" id=\"q\"></label><label>");
    html.both("结论", "Verdict");
    html.raw("<select id=\"v\"><option value=\"\">—</option>");
    for (Verdict verdict : Verdict.values()) {
      html.raw("<option value=\"")
          .number(verdict.ordinal())
          .raw("\">")
          .raw(words(verdict).zh())
          .raw(" ")
          .raw(words(verdict).en())
          .raw("</option>");
    }
    html.raw("</select></label><label>");
    html.both("年度", "Year");
    html.raw("<select id=\"y\"><option value=\"\">—</option>");
    for (int year : counts.years().keySet()) {
      String value = year == OverviewCounts.NO_YEAR ? "0" : String.valueOf(year);
      html.raw("<option value=\"")
          .raw(value)
          .raw("\">")
          .raw(value.equals("0") ? "无 none" : value)
          .raw("</option>");
    }
    html.raw("</select></label><label>");
    html.both("规则", "Rule");
    html.raw("<select id=\"r\"><option value=\"\">—</option>");
    for (String rule : counts.rules()) {
      html.raw("<option value=\"")
          .number(counts.index(rule))
          .raw("\">")
          .text(title(rule).zh())
          .raw("</option>");
    }
    html.raw("</select></label><p id=\"shown\" role=\"status\"></p></form>")
        .raw(
            "<div id=\"rows\" class=\"w\" tabindex=\"0\" role=\"region\" aria-labelledby=\"hl\" hidden><table>")
        .raw("<thead><tr aria-rowindex=\"1\">");
    head("v", 2, "结论", "Verdict");
    head("i", 6, "发布机关", "Issuer");
    head("y", 7, "年度", "Year");
    head("c", 3, "不符", "Errors");
    head("c", 4, "提醒", "Warnings");
    head("f", 0, "文件", "File");
    html.raw("</tr></thead><tbody></tbody></table></div></section>");
  }

  private void head(String kind, int field, String zh, String en) {
    html.raw("<th scope=\"col\" class=\"")
        .raw(kind)
        .raw("\"><button type=\"button\" data-field=\"")
        .number(field)
        .raw("\">");
    html.both(zh, en);
    html.raw("</button></th>");
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1000) + " KB"
        : String.format(Locale.ROOT, "%.1f", bytes / 1e6) + " MB";
  }
}
