package org.gongkai.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Kind;
import org.gongkai.form.Row;
import org.gongkai.report.Status;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Message;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Writes an overview over many reports: a page that filters and sorts, and tables for other
 * programs.
 *
 * <p>Entries are written as they come, in that order, and then forgotten: memory stays flat
 * whatever their number. Make entries on as many threads as you like; {@link #add} may be called
 * from any.
 *
 * <pre>{@code
 * try (Overview overview = Overview.to(part -> Files.newOutputStream(out.resolve(part.fileName())))) {
 *   for (Result result : results) {
 *     overview.add(OverviewEntry.of(result, result.source().name()));
 *   }
 * }
 * }</pre>
 */
public final class Overview implements Closeable {
  private static final Assets ASSETS = Assets.of("overview");

  /** The files of an overview. */
  public enum Part {
    /** The page for people. */
    PAGE("overview.html"),
    /** A line a report, for spreadsheets; begins with a byte order mark. */
    REPORTS("overview.csv"),
    /** A {@code result.json} a line. */
    RESULTS("overview.jsonl"),
    /**
     * A line a cell of every report, tidy, for statistics; begins with a byte order mark. About 20
     * KB a report.
     */
    CELLS("cells.csv"),
    /**
     * What the columns, keys and statuses of {@link #CELLS} mean; begins with a byte order mark.
     */
    DICTIONARY("dictionary.csv");

    private final String fileName;

    Part(String fileName) {
      this.fileName = fileName;
    }

    /** Its name beside the other files. */
    public String fileName() {
      return fileName;
    }
  }

  /** Opens the file of a part; null where the part is not wanted. */
  @FunctionalInterface
  public interface Opener {
    @Nullable OutputStream open(Part part) throws IOException;
  }

  private final Map<Part, OutputStream> files = new EnumMap<>(Part.class);
  private final Map<String, Integer> rules = new LinkedHashMap<>();
  private final Map<Integer, int[]> years = new TreeMap<>();
  private final Map<String, int[]> broken = new LinkedHashMap<>();
  private final int[] verdicts = new int[Verdict.values().length];
  private int reports;
  private long pageSize;

  private Overview() {}

  /** Opens the files and writes what they begin with. */
  public static Overview to(Opener opener) throws IOException {
    Overview overview = new Overview();
    try {
      for (Part part : Part.values()) {
        OutputStream file = opener.open(part);
        if (file != null) {
          overview.files.put(part, file);
        }
      }
      overview.begin();
      return overview;
    } catch (IOException | RuntimeException e) {
      overview.closeFiles(e);
      throw e;
    }
  }

  private void begin() throws IOException {
    Html html = new Html(32 * 1024);
    html.raw(
            "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>年报勾稽总览 Overview</title>")
        .raw(ASSETS.head())
        .raw(Assets.CHINESE_FIRST)
        .raw("</header><script type=\"application/json\" id=\"data\">[");
    page(html);
    write(
        Part.REPORTS,
        Csv.BYTE_ORDER_MARK
            + "file,verdict,errors,warnings,notices,issuer,year,edition,title,rules\r\n");
    write(
        Part.CELLS,
        Csv.BYTE_ORDER_MARK + "file,issuer,year,edition,table,row,column,value,status\r\n");
    write(Part.DICTIONARY, Csv.BYTE_ORDER_MARK + dictionary());
  }

  /** Adds a report. */
  public void add(OverviewEntry entry) throws IOException {
    String csv = files.containsKey(Part.REPORTS) ? entry.csv() : "";
    String cells = files.containsKey(Part.CELLS) ? entry.cellsCsv() : "";
    synchronized (this) {
      count(entry);
      page(row(entry));
      write(Part.REPORTS, csv);
      write(Part.CELLS, cells);
      OutputStream results = files.get(Part.RESULTS);
      if (results != null) {
        results.write(entry.line());
      }
    }
  }

  private void count(OverviewEntry entry) {
    Summary summary = entry.summary();
    reports++;
    verdicts[summary.verdict().ordinal()]++;
    int year = summary.year() == null ? Integer.MAX_VALUE : summary.year();
    years.computeIfAbsent(year, y -> new int[verdicts.length])[summary.verdict().ordinal()]++;
    for (String rule : entry.rules()) {
      rules.putIfAbsent(rule, rules.size());
      broken.computeIfAbsent(rule, r -> new int[1])[0]++;
    }
  }

  /**
   * {@code [name, folder or 0, verdict, errors, warnings, notices, issuer or 0, year or 0,
   * [rules]]}.
   */
  private Html row(OverviewEntry entry) {
    Summary summary = entry.summary();
    Html row = new Html(256);
    row.raw(reports == 1 ? "\n[" : ",\n[").json(summary.name()).raw(",");
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
      row.raw(separator).number(rules.getOrDefault(rule, 0));
      separator = ",";
    }
    return row.raw("]]");
  }

  /** Writes totals, charts and the rest of the page, and closes all files. */
  @Override
  public synchronized void close() throws IOException {
    try {
      page(new Html(1024).raw("\n]</script>"));
      Html html = new Html(64 * 1024);
      totals(html);
      byYear(html);
      byRule(html);
      table(html);
      html.raw("</main><footer><p>")
          .both(
              "一致只说明表内的数字相互吻合，不说明数字属实。",
              "Consistent means that the figures agree with each other,"
                  + " not that they are true.")
          .raw("</p><p>")
          .raw(Validator.NAME)
          .raw(" ")
          .raw(Validator.VERSION)
          .raw("</p></footer>")
          .raw(ASSETS.script())
          .raw("</body></html>\n");
      page(html);
    } catch (IOException | RuntimeException e) {
      closeFiles(e);
      throw e;
    }
    IOException fault = closeFiles(null);
    if (fault != null) {
      throw fault;
    }
  }

  /** Closes all files, whatever happens; gives the first fault, others within it. */
  private @Nullable IOException closeFiles(@Nullable Exception before) {
    Exception first = before;
    for (OutputStream file : files.values()) {
      try {
        file.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    files.clear();
    return first instanceof IOException fault ? fault : null;
  }

  private void totals(Html html) {
    html.raw("<main><h1>");
    html.both(
        grouped(reports) + " 份年报", grouped(reports) + (reports == 1 ? " report" : " reports"));
    html.raw("</h1><ul class=\"totals\">");
    for (Verdict verdict : Verdict.values()) {
      int count = verdicts[verdict.ordinal()];
      html.raw("<li class=\"")
          .raw(verdict.key())
          .raw("\"><svg viewBox=\"-3 -3 16 16\" aria-hidden=\"true\">")
          .raw(Badge.icon(verdict))
          .raw("</svg><b>")
          .raw(grouped(count))
          .raw("</b> <span>");
      html.both(words(verdict).zh(), words(verdict).en());
      html.raw("</span> <small>").raw(percent(count, reports)).raw("</small></li>");
    }
    html.raw("</ul><p class=\"files\">");
    html.both("本页大小 " + size(pageSize), "This page is " + size(pageSize));
    link(html, Part.REPORTS, "报告表 CSV", "reports, CSV");
    link(html, Part.RESULTS, "全部结果 JSON Lines", "all results, JSON Lines");
    link(html, Part.CELLS, "全部单元格 CSV", "all cells, CSV");
    link(html, Part.DICTIONARY, "数据字典", "data dictionary");
    html.raw("</p>");
  }

  private void link(Html html, Part part, String zh, String en) {
    if (files.containsKey(part)) {
      html.raw(" · <a href=\"").raw(part.fileName()).raw("\">");
      html.both(zh, en);
      html.raw("</a>");
    }
  }

  private static Message words(Verdict verdict) {
    return switch (verdict) {
      case PASS -> new Message("一致", "consistent");
      case FAIL -> new Message("不符", "with mismatches");
      case UNREADABLE -> new Message("无法识别", "unreadable");
    };
  }

  /** Columns a year, the verdicts on top of each other. */
  private void byYear(Html html) {
    if (years.isEmpty()) {
      return;
    }
    int most = years.values().stream().mapToInt(Overview::sum).max().orElse(1);
    int step = 64;
    int width = Math.max(280, years.size() * step + 16);
    html.raw("<div class=\"charts\"><section><h2 id=\"hy\">");
    html.both("按年度", "By year");
    html.raw(
            "</h2><div class=\"w\" tabindex=\"0\" role=\"region\" aria-labelledby=\"hy\"><svg class=\"chart\" width=\"")
        .number(width)
        .raw("\" height=\"230\" viewBox=\"0 0 ")
        .number(width)
        .raw(" 230\" role=\"img\" aria-labelledby=\"hy\">");
    int x = 12;
    for (Map.Entry<Integer, int[]> entry : years.entrySet()) {
      String year = entry.getKey() == Integer.MAX_VALUE ? "—" : String.valueOf(entry.getKey());
      html.raw("<g><title>").raw(year);
      for (Verdict verdict : Verdict.values()) {
        html.raw(" · ")
            .raw(words(verdict).zh())
            .raw(" ")
            .raw(grouped(entry.getValue()[verdict.ordinal()]));
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
                .raw(grouped(count))
                .raw("</text>");
          }
        }
      }
      html.raw("<text x=\"")
          .number(x + 20)
          .raw("\" y=\"")
          .raw(decimal(y - 6))
          .raw("\">")
          .raw(grouped(sum(entry.getValue())))
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
      html.both(words(verdict).zh(), words(verdict).en());
      html.raw("</span>");
    }
    html.raw("</p></section>");
  }

  /** Bars a rule: how many reports break it. */
  private void byRule(Html html) {
    if (years.isEmpty()) {
      return;
    }
    html.raw("<section><h2 id=\"hr\">");
    html.both("按规则（份数）", "By rule (reports)");
    html.raw("</h2>");
    if (broken.isEmpty()) {
      html.raw("<p>");
      html.both("没有发现问题。", "Nothing was found.");
      html.raw("</p></section></div>");
      return;
    }
    int most = broken.values().stream().mapToInt(count -> count[0]).max().orElse(1);
    html.raw("<ul class=\"bars\">");
    broken.entrySet().stream()
        .sorted(
            (a, b) ->
                b.getValue()[0] != a.getValue()[0]
                    ? Integer.compare(b.getValue()[0], a.getValue()[0])
                    : a.getKey().compareTo(b.getKey()))
        .forEach(
            entry -> {
              int count = entry.getValue()[0];
              Message title = title(entry.getKey());
              html.raw("<li><span class=\"z\" lang=\"zh-CN\">")
                  .text(title.zh())
                  .raw("</span><span class=\"e\" lang=\"en\">")
                  .text(title.en())
                  .raw("</span><b>")
                  .raw(grouped(count))
                  .raw("</b><svg width=\"100%\" height=\"8\" aria-hidden=\"true\"><rect width=\"")
                  .raw(decimal(Math.max(0.5, 100.0 * count / most)))
                  .raw("%\" height=\"8\"/></svg></li>");
            });
    html.raw("</ul></section></div>");
  }

  private static Message title(String rule) {
    return Catalogue.standard()
        .find(rule)
        .map(Catalogue.Entry::title)
        .orElse(new Message(rule, rule));
  }

  private void table(Html html) {
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
    for (int year : years.keySet()) {
      String value = year == Integer.MAX_VALUE ? "0" : String.valueOf(year);
      html.raw("<option value=\"")
          .raw(value)
          .raw("\">")
          .raw(value.equals("0") ? "无 none" : value)
          .raw("</option>");
    }
    html.raw("</select></label><label>");
    html.both("规则", "Rule");
    html.raw("<select id=\"r\"><option value=\"\">—</option>");
    rules.forEach(
        (rule, index) ->
            html.raw("<option value=\"")
                .number(index)
                .raw("\">")
                .text(title(rule).zh())
                .raw("</option>"));
    html.raw("</select></label><p id=\"shown\" role=\"status\"></p></form>")
        .raw(
            "<div id=\"rows\" class=\"w\" tabindex=\"0\" role=\"region\" aria-labelledby=\"hl\" hidden><table>")
        .raw("<thead><tr aria-rowindex=\"1\">");
    head(html, "v", 2, "结论", "Verdict");
    head(html, "i", 6, "发布机关", "Issuer");
    head(html, "y", 7, "年度", "Year");
    head(html, "c", 3, "不符", "Errors");
    head(html, "c", 4, "提醒", "Warnings");
    head(html, "f", 0, "文件", "File");
    html.raw("</tr></thead><tbody></tbody></table></div></section>");
  }

  private static void head(Html html, String kind, int field, String zh, String en) {
    html.raw("<th scope=\"col\" class=\"")
        .raw(kind)
        .raw("\"><button type=\"button\" data-field=\"")
        .number(field)
        .raw("\">");
    html.both(zh, en);
    html.raw("</button></th>");
  }

  /** What {@link Part#CELLS} holds, as data. */
  private static String dictionary() {
    StringBuilder lines = new StringBuilder("field,value,edition,zh,en\r\n");
    lines
        .append(Csv.line("file", "", "", "源文件的名称", "name of the source file"))
        .append(
            Csv.line(
                "issuer", "", "", "发布机关；空白为未能识别", "issuing body; empty where it cannot be told"))
        .append(Csv.line("year", "", "", "报告年度", "year reported on"))
        .append(Csv.line("edition", "", "", "表格版本", "edition of the form"))
        .append(Csv.line("table", "", "", "表", "table"))
        .append(Csv.line("row", "", "", "行", "row"))
        .append(
            Csv.line(
                "column", "", "", "列；该行只有一列时为空白", "column; empty where the row has one column"))
        .append(
            Csv.line(
                "value",
                "",
                "",
                "所填数字，小数点为“.”；空白为没有数字",
                "the figure as stated, with a decimal point; empty for none"))
        .append(Csv.line("status", "", "", "单元格里有什么", "what the cell holds"));
    for (Status status : Status.values()) {
      Message meaning = meaning(status);
      lines.append(Csv.line("status", status.key(), "", meaning.zh(), meaning.en()));
    }
    for (Edition edition : Editions.all()) {
      for (Cell cell : edition.cells()) {
        Row row = cell.row();
        Column column = cell.column();
        lines.append(
            Csv.line(
                "table/row/column",
                cell.path(),
                edition.key(),
                String.join(
                        " › ",
                        cell.table().label(),
                        String.join(" › ", row.parents()),
                        row.label(),
                        column.label())
                    .replace(" ›  › ", " › "),
                cell.table().english() + "; " + unit(column.kind())));
      }
    }
    return lines.toString();
  }

  private static String unit(Kind kind) {
    return switch (kind) {
      case COUNT -> "count";
      case CHANGE -> "count, signed";
      case AMOUNT -> "amount in 10,000 yuan (万元), unless the report says otherwise";
    };
  }

  private static Message meaning(Status status) {
    return switch (status) {
      case NUMBER -> new Message("数字", "a figure");
      case BLANK -> new Message("空白，求和时按0计算", "nothing; counts as zero in a sum");
      case PLACEHOLDER ->
          new Message("占位符（如“/”“无”），求和时按0计算", "a placeholder such as /; counts as zero in a sum");
      case TEXT -> new Message("不是数字的文字", "text that is no number");
      case UNPLACED -> new Message("该行有数字无法确定位置", "figures of its row could not be placed");
      case ABSENT -> new Message("没有找到该行或该表", "its row or table was not found");
    };
  }

  private void page(Html html) throws IOException {
    OutputStream page = files.get(Part.PAGE);
    if (page != null) {
      byte[] bytes = html.toBytes();
      page.write(bytes);
      pageSize += bytes.length;
    }
  }

  private void write(Part part, String text) throws IOException {
    OutputStream file = files.get(part);
    if (file != null && !text.isEmpty()) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000 ? Math.max(1, bytes / 1000) + " KB" : decimal(bytes / 1e6) + " MB";
  }
}
