package org.gongkai.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.document.Position;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.publish.FormMarkup.TableMarkup;
import org.gongkai.publish.Marks.Mark;
import org.gongkai.report.Identity;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.gongkai.rule.Diagnosis;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Draws the page of a result: what it comes to, the findings, the three tables as the form prints
 * them.
 *
 * <p>One file that loads nothing and runs no script but its own, which its Content-Security-Policy
 * names by digest. It says everything without script too; the script adds lighting, copying and the
 * browser's language.
 */
final class Page {
  private static final Assets ASSETS = Assets.of("page");
  private static final byte[] HEAD = Html.utf8(ASSETS.head());
  private static final byte[] TAIL =
      Html.utf8(
          both(
                  "一致只说明三张表内的数字相互吻合，不说明数字属实。",
                  "Consistent means that the figures of the three tables agree with"
                      + " each other, not that they are true.")
              + "</p><p>"
              + Validator.NAME
              + " "
              + Validator.VERSION
              + " · "
              + both("规则", "rules")
              + " "
              + Validator.RULES
              + " · <a href=\"result.json\" download=\"result.json\">"
              + both("下载", "Download")
              + " result.json</a></p>"
              + "</footer>"
              + ASSETS.script()
              + "</body></html>\n");
  private static final byte[] CELL_END = Html.utf8("</td>");
  private static final byte[] BLANK =
      Html.utf8(" class=\"s blank\"><span class=\"sr\">" + both("空白", "blank") + "</span>");
  private static final byte[] ABSENT =
      Html.utf8(" class=\"s absent\"><i>" + both("缺", "absent") + "</i>");
  private static final byte[] UNPLACED =
      Html.utf8(
          " class=\"s unplaced\"><i><span aria-hidden=\"true\">?</span><span class=\"sr\">"
              + both("位置不明", "not placed")
              + "</span></i>");
  private static final byte[] LEGEND =
      Html.utf8(
          "<p class=\"legend\"><b class=\"blank\"></b> "
              + both("空白", "nothing")
              + " <b class=\"placeholder\"><i>/</i></b> "
              + both("占位符", "placeholder")
              + " <b class=\"unplaced\"><i>?</i></b> "
              + both("所属列无法确定", "column not known")
              + " <b class=\"weak\">0</b> "
              + both("所属列系推定", "column inferred")
              + " <b class=\"absent\"><i>"
              + both("缺", "absent")
              + "</i></b> "
              + both("没有这一行", "no such row")
              + "</p>");
  private static final byte[] ZERO = Html.utf8(" class=\"zero\">0</td>");

  private final Html html = new Html(64 * 1024);
  private final Result result;
  private final Report report;
  private final Style style;
  private final @Nullable Marks marks;

  /** The findings as they are numbered: errors first, within a severity in document order. */
  private final List<Finding> findings;

  private Page(Result result, Style style) {
    this.result = result;
    this.report = result.report();
    this.style = style;
    this.findings =
        result.findings().stream().sorted(Comparator.comparing(Finding::severity)).toList();
    boolean plain = findings.isEmpty() && result.diagnoses().isEmpty();
    this.marks =
        plain || report.edition() == null
            ? null
            : Marks.of(findings, result.diagnoses(), report.edition());
  }

  /** The page of a result, in UTF-8. */
  static byte[] html(Result result, Style style) {
    return new Page(result, style).write();
  }

  private byte[] write() {
    html.raw("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>");
    title();
    html.raw(" · ").raw(Summary.of(result).says(style.language())).raw("</title>").raw(HEAD);
    html.raw(style.language() == Style.Language.ZH ? Assets.CHINESE_FIRST : Assets.ENGLISH_FIRST);
    verdict();
    identity();
    html.raw("</header><main").raw(result.findings().isEmpty() ? " class=\"calm\">" : ">");
    findings();
    tables();
    html.raw("</main><footer><p>").raw(TAIL);
    return html.toBytes();
  }

  private void title() {
    String title = report.identity().title();
    html.text(title == null ? result.source().name() : title);
  }

  private void verdict() {
    Verdict verdict = result.verdict();
    html.raw("<h1 class=\"")
        .raw(verdict.key())
        .raw("\"><svg viewBox=\"-3 -3 16 16\" aria-hidden=\"true\">")
        .raw(Badge.icon(verdict))
        .raw("</svg><span>");
    int errors = result.count(Severity.ERROR);
    int warnings = result.count(Severity.WARNING);
    switch (verdict) {
      case PASS -> {
        if (isPartly()) {
          both(
              html,
              "<b>勾稽一致</b>，能核对的数字都对得上，有的无法核对",
              "<b>Consistent</b>: the figures that could be checked agree; some could not");
        } else {
          both(
              html, "<b>勾稽一致</b>，三张表内的数字对得上", "<b>Consistent</b>: the figures of the tables agree");
        }
      }
      case FAIL ->
          both(
              html,
              "<b>" + errors + " 处不符</b>，请逐处核对后更正",
              "<b>"
                  + errors
                  + (errors == 1 ? " mismatch" : " mismatches")
                  + "</b>: please check and correct");
      case UNREADABLE ->
          both(html, "<b>无法识别</b>，没有可以核对的表格", "<b>Unreadable</b>: there are no tables to check");
    }
    if (warnings > 0) {
      both(
          html,
          "；另有 " + warnings + " 处提醒",
          "; " + warnings + (warnings == 1 ? " point" : " points") + " to look at besides");
    }
    both(html, "。", ".");
    html.raw("</span></h1>");
  }

  /** Whether some relation could not be assessed. */
  private boolean isPartly() {
    return findings.stream().anyMatch(finding -> finding.rule().endsWith("-not-assessable"))
        || report.edition() != null && report.tables().size() < report.edition().tables().size();
  }

  private void identity() {
    Identity identity = report.identity();
    html.raw("<p class=\"title\" lang=\"zh-CN\"><bdi>");
    title();
    html.raw("</bdi></p><dl>");
    entry("发布机关", "Issuer", identity.issuer());
    entry("年度", "Year", identity.year());
    Edition edition = report.edition();
    if (edition != null) {
      entry("表格版本", "Edition of the form", edition.key() + "（" + edition.notice() + "）");
    }
    if (identity.from() != null && identity.to() != null) {
      entry("统计期间", "Period", identity.from() + " – " + identity.to());
    }
    entry("发布日期", "Published", identity.published());
    entry("索引号", "Index number", identity.indexNumber());
    entry("文件", "File", result.source().name());
    Document document = report.document();
    String charset = document.charset() == null ? "" : " · " + document.charset();
    entry("格式", "Format", document.format().key() + charset);
    html.raw("</dl>");
  }

  private void entry(String zh, String en, @Nullable Object value) {
    if (value != null) {
      both(html.raw("<div><dt>"), zh, en);
      html.raw("</dt><dd><bdi>").text(value.toString()).raw("</bdi></dd></div>");
    }
  }

  private void findings() {
    if (result.findings().isEmpty() && result.diagnoses().isEmpty()) {
      return;
    }
    html.raw("<section class=\"findings\" aria-labelledby=\"hf\"><h2 id=\"hf\">");
    both(html, "核对结果", "Findings");
    html.raw("<button type=\"button\" id=\"copy\" hidden>");
    both(html, "复制为文字", "Copy as text");
    html.raw("</button></h2><p id=\"copied\" role=\"status\"></p>");
    certain();
    list(Severity.ERROR);
    candidates();
    list(Severity.WARNING);
    list(Severity.NOTICE);
    html.raw("</section>");
  }

  private void certain() {
    List<Diagnosis> certain = result.diagnoses().stream().filter(Diagnosis::certain).toList();
    if (!certain.isEmpty()) {
      html.raw("<h3>");
      both(html, "错在这里", "Where it went wrong");
      html.raw("</h3><ul class=\"diagnoses\">");
      for (Diagnosis diagnosis : certain) {
        html.raw("<li class=\"certain\">");
        correction(diagnosis);
        message(diagnosis.message());
        html.raw("</li>");
      }
      html.raw("</ul>");
    }
  }

  /** Corrections of which only one can be right: folded away, so that they hide no finding. */
  private void candidates() {
    List<Diagnosis> candidates =
        result.diagnoses().stream().filter(diagnosis -> !diagnosis.certain()).toList();
    if (!candidates.isEmpty()) {
      html.raw("<details class=\"candidates\"><summary>");
      both(
          html,
          "可能错在这里：" + candidates.size() + " 种改法都说得通，无法断定",
          "Where it may have gone wrong: " + candidates.size() + " ways to mend it, none certain");
      html.raw("</summary><ul class=\"diagnoses\">");
      for (Diagnosis diagnosis : candidates) {
        html.raw("<li class=\"maybe\">");
        correction(diagnosis);
        message(diagnosis.message());
        html.raw("</li>");
      }
      html.raw("</ul></details>");
    }
  }

  private void correction(Diagnosis diagnosis) {
    Cell cell = cell(diagnosis.cell());
    html.raw("<a class=\"fix\"");
    if (cell != null) {
      html.raw(" href=\"#c").number(cell.index()).raw("\"");
    }
    html.raw("><span class=\"where\" lang=\"zh-CN\">");
    path(cell, diagnosis.cell());
    html.raw("</span> <del>");
    figure(diagnosis.printed());
    html.raw("</del> <span aria-hidden=\"true\">→</span> <ins>");
    figure(diagnosis.suggested());
    html.raw(diagnosis.certain() ? "</ins></a>" : "</ins> ?</a>");
  }

  private void list(Severity severity) {
    boolean open = false;
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (finding.severity() != severity) {
        continue;
      }
      if (!open) {
        open = true;
        html.raw("<h3>");
        switch (severity) {
          case ERROR -> both(html, "不符", "Mismatches");
          case WARNING -> both(html, "提醒", "Worth a look");
          case NOTICE -> both(html, "说明", "Notes");
        }
        html.raw("</h3><ol class=\"").raw(severity.key()).raw("\">");
      }
      finding(finding, i + 1);
    }
    if (open) {
      html.raw("</ol>");
    }
  }

  private void finding(Finding finding, int number) {
    html.raw("<li id=\"f").number(number).raw("\" value=\"").number(number).raw("\" class=\"f");
    if (!finding.counts()) {
      html.raw(" waived");
    }
    Relation relation = report.edition() == null ? null : Marks.relation(report.edition(), finding);
    html.raw("\"");
    lit(finding, relation);
    html.raw("><p class=\"h\"><span class=\"n\">").number(number).raw("</span> ");
    where(finding);
    html.raw("</p>");
    message(finding.message());
    if (finding.waiver() != null) {
      both(html.raw("<p class=\"why\">"), "已豁免：", "Waived: ");
      html.raw("<bdi>").text(finding.waiver()).raw("</bdi></p>");
    }
    if (relation != null) {
      equation(relation, finding);
    } else {
      stated(finding);
    }
    position(finding.where());
    html.raw("</li>");
  }

  /** The cells to light up: addends, and after a bar the totals. */
  private void lit(Finding finding, @Nullable Relation relation) {
    if (finding.cells().isEmpty() || report.edition() == null) {
      return;
    }
    StringBuilder parts = new StringBuilder();
    StringBuilder totals = new StringBuilder();
    for (String path : finding.cells()) {
      Cell cell = cell(path);
      if (cell != null) {
        boolean part = relation != null && !relation.totals().contains(cell);
        (part ? parts : totals).append(' ').append(cell.index());
      }
    }
    html.raw(" data-parts=\"")
        .raw(parts.toString())
        .raw("\" data-totals=\"")
        .raw(totals.toString())
        .raw("\"");
  }

  /** Where it stood, as a link to the last of its cells. */
  private void where(Finding finding) {
    Where where = finding.where();
    Cell last =
        finding.cells().isEmpty() ? null : cell(finding.cells().get(finding.cells().size() - 1));
    if (last != null) {
      html.raw("<a lang=\"zh-CN\" href=\"#c").number(last.index()).raw("\">");
      if (where.table() == null) {
        path(last, "");
      } else {
        labels(where);
      }
      html.raw("</a>");
    } else if (where.table() != null) {
      html.raw("<span lang=\"zh-CN\">");
      labels(where);
      html.raw("</span>");
    } else if (where.text() != null) {
      both(html, "正文", "In the text");
    } else {
      both(html, "整篇", "The report as a whole");
    }
  }

  private void labels(Where where) {
    html.raw("<bdi>").text(String.valueOf(where.table())).raw("</bdi>");
    if (where.row() != null) {
      html.raw(" › <bdi>").text(where.row()).raw("</bdi>");
    }
    if (where.column() != null) {
      html.raw(" › <bdi>").text(where.column()).raw("</bdi>");
    }
  }

  private void path(@Nullable Cell cell, String otherwise) {
    if (cell == null) {
      html.text(otherwise);
    } else {
      html.text(cell.table().label())
          .raw(" › ")
          .text(cell.row().label())
          .raw(" › ")
          .text(cell.column().label());
    }
  }

  private void message(Message message) {
    html.raw("<p class=\"m z\" lang=\"zh-CN\"><bdi>")
        .text(message.zh())
        .raw("</bdi></p><p class=\"m e\" lang=\"en\"><bdi>")
        .text(message.en())
        .raw("</bdi></p>");
  }

  /** {@code 90 + 5 = 95 ≠ 98}, each figure a link to its cell; zeros and blanks left out. */
  private void equation(Relation relation, Finding finding) {
    BigDecimal left = sum(relation.parts());
    BigDecimal right = sum(relation.totals());
    if (left == null
        || right == null
        || !is(left, finding.expected())
        || !is(right, finding.actual())) {
      stated(finding);
      return;
    }
    html.raw("<p class=\"sum\">");
    terms(relation.parts(), left);
    html.raw(" <b>≠</b> ");
    terms(relation.totals(), right);
    html.raw("</p>");
  }

  private void terms(List<Cell> cells, BigDecimal sum) {
    List<Cell> counted = new ArrayList<>();
    for (Cell cell : cells) {
      BigDecimal addend = report.at(cell).addend();
      if (addend != null && addend.signum() != 0) {
        counted.add(cell);
      }
    }
    if (counted.isEmpty()) {
      counted.add(cells.get(0));
    }
    for (int i = 0; i < counted.size(); i++) {
      Cell cell = counted.get(i);
      html.raw(i == 0 ? "<a href=\"#c" : " + <a href=\"#c").number(cell.index()).raw("\">");
      figure(report.at(cell).addend());
      html.raw("</a>");
    }
    if (counted.size() > 1) {
      html.raw(" = ");
      figure(sum);
    }
  }

  private @Nullable BigDecimal sum(List<Cell> cells) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : cells) {
      BigDecimal addend = report.at(cell).addend();
      if (addend == null) {
        return null;
      }
      sum = sum.add(addend);
    }
    return sum;
  }

  private static boolean is(BigDecimal sum, @Nullable BigDecimal figure) {
    return figure != null && sum.compareTo(figure) == 0;
  }

  private void stated(Finding finding) {
    if (finding.expected() == null && finding.actual() == null) {
      return;
    }
    boolean prose = finding.where().table() == null && !finding.cells().isEmpty();
    html.raw("<p class=\"sum\">");
    if (finding.actual() != null) {
      both(html, prose ? "正文 " : "所填 ", prose ? "text " : "stated ");
      html.raw("<b>");
      figure(finding.actual());
      html.raw("</b> ");
    }
    if (finding.expected() != null) {
      both(html, prose ? "· 表中 " : "· 核算 ", prose ? "· table " : "· computed ");
      html.raw("<b>");
      figure(finding.expected());
      html.raw("</b>");
    }
    html.raw("</p>");
  }

  private void position(Where where) {
    if (where.table() == null && !where.excerpt().isEmpty()) {
      html.raw("<blockquote lang=\"zh-CN\"><bdi>").text(where.excerpt()).raw("</bdi></blockquote>");
    }
    Position position = where.position();
    if (position == null) {
      return;
    }
    boolean word = report.document().format() == Format.DOCX;
    html.raw("<p class=\"at\">");
    both(
        html,
        "原文第 " + position.line() + (word ? " 段" : " 行") + "第 " + position.column() + " 字",
        (word ? "Source paragraph " : "Source line ")
            + position.line()
            + ", character "
            + position.column());
    html.raw("</p>");
  }

  private void tables() {
    Edition edition = report.edition();
    if (edition == null) {
      return;
    }
    html.raw("<div class=\"tables\" lang=\"zh-CN\">");
    for (TableMarkup markup : FormMarkup.of(edition).tables()) {
      String key = markup.table().key();
      html.raw("<section id=\"").raw(key).raw("\"><h2 id=\"h-").raw(key).raw("\">");
      both(html, markup.table().label(), markup.table().english());
      html.raw("</h2>");
      if (report.has(markup.table())) {
        html.raw("<div class=\"w\" tabindex=\"0\" role=\"region\" aria-labelledby=\"h-")
            .raw(key)
            .raw("\">");
        for (int i = 0; i < markup.before().length; i++) {
          html.raw(markup.before()[i]);
          cell(report.readings().get(markup.first() + i));
        }
        html.raw(markup.after()).raw("</div>");
        loose(key);
      } else {
        html.raw("<p class=\"missing\">");
        both(html, "没有找到这张表。", "This table was not found.");
        html.raw("</p>");
      }
      html.raw("</section>");
    }
    if (report.readings().stream()
        .anyMatch(reading -> reading.status() != Status.NUMBER || !reading.sure())) {
      html.raw(LEGEND);
    }
    html.raw("</div>");
  }

  private void loose(String table) {
    List<LooseRow> rows =
        report.looseRows().stream().filter(row -> row.table().key().equals(table)).toList();
    if (rows.isEmpty()) {
      return;
    }
    html.raw("<p class=\"loose\">");
    both(
        html,
        "下列各行的空格在原文中被略去，数字属于哪一列无法确定：",
        "These rows lost their blank cells, so that the columns of their figures cannot be told:");
    html.raw("</p><ul class=\"loose\">");
    for (LooseRow row : rows) {
      html.raw("<li><bdi>").text(row.row().label()).raw("</bdi> <span>");
      for (int i = 0; i < row.parts().size(); i++) {
        html.raw(i == 0 ? "" : "、");
        figure(row.parts().get(i));
      }
      html.raw("</span></li>");
    }
    html.raw("</ul>");
  }

  /** The rest of a cell's start tag, its content and its end tag. */
  private void cell(Reading reading) {
    Mark mark = marks == null ? null : marks.at(reading.cell().index());
    if (mark != null) {
      marked(reading, mark);
      return;
    }
    switch (reading.status()) {
      case NUMBER -> {
        BigDecimal value = reading.value();
        if (value == null) {
          html.raw(">").raw(CELL_END);
        } else if (reading.sure() && value.signum() == 0 && reading.printed().equals("0")) {
          html.raw(ZERO);
        } else {
          html.raw(
              reading.sure() ? value.signum() == 0 ? " class=\"zero\"" : "" : " class=\"weak\"");
          printed(reading, value);
          html.raw(">");
          figure(value);
          html.raw(CELL_END);
        }
      }
      case BLANK -> html.raw(BLANK).raw(CELL_END);
      case ABSENT -> html.raw(ABSENT).raw(CELL_END);
      case UNPLACED -> html.raw(UNPLACED).raw(CELL_END);
      case PLACEHOLDER, TEXT -> {
        html.raw(" class=\"s ").raw(reading.status().key()).raw("\">");
        words(reading.printed());
        html.raw(CELL_END);
      }
    }
  }

  private void marked(Reading reading, Mark mark) {
    html.raw(" class=\"k");
    if (mark.own != null) {
      html.raw(" own-").raw(mark.own.key());
    } else if (mark.part != null) {
      html.raw(" part-").raw(mark.part.key());
    }
    if (mark.diagnosis != null) {
      html.raw(mark.diagnosis.certain() ? " certain" : " maybe");
    }
    html.raw(reading.sure() ? " " : " weak ").raw(reading.status().key()).raw("\"");
    BigDecimal value = reading.value();
    if (value != null) {
      printed(reading, value);
    }
    html.raw(">");
    if (mark.diagnosis != null) {
      html.raw("<del>");
    }
    switch (reading.status()) {
      case NUMBER -> figure(value);
      case BLANK -> {
        if (mark.diagnosis == null) {
          both(html.raw("<span class=\"sr\">"), "空白", "blank").raw("</span>");
        } else {
          both(html, "空白", "blank");
        }
      }
      case ABSENT -> both(html.raw("<i>"), "缺", "absent").raw("</i>");
      case UNPLACED -> html.raw("<i>?</i>");
      case PLACEHOLDER, TEXT -> words(reading.printed());
    }
    if (mark.diagnosis != null) {
      html.raw("</del><span aria-hidden=\"true\"> → </span><ins>");
      figure(mark.diagnosis.suggested());
      html.raw(mark.diagnosis.certain() ? "</ins>" : "?</ins>");
    }
    boolean bare =
        mark.own == null && mark.diagnosis == null && (value == null || value.signum() == 0);
    if (!mark.findings.isEmpty() && !bare) {
      html.raw("<sup>");
      for (int number : mark.named()) {
        html.raw("<a href=\"#f").number(number).raw("\">").number(number).raw("</a> ");
      }
      html.raw(mark.findings.size() > mark.named().size() ? "…</sup>" : "</sup>");
    }
    html.raw(CELL_END);
  }

  /** Says how a figure is printed where that is not how it is shown. */
  private void printed(Reading reading, BigDecimal value) {
    if (!reading.printed().equals(value.toPlainString()) && reading.printed().length() <= 40) {
      html.raw(" title=\"原文：").text(reading.printed()).raw("\"");
    }
  }

  private void words(String printed) {
    int end =
        printed.offsetByCodePoints(0, Math.min(60, printed.codePointCount(0, printed.length())));
    html.raw("<i><bdi>")
        .text(printed.substring(0, end))
        .raw(end < printed.length() ? "…</bdi></i>" : "</bdi></i>");
  }

  private void figure(@Nullable BigDecimal value) {
    if (value == null) {
      both(html, "空白", "blank");
    } else {
      html.raw(value.toPlainString());
    }
  }

  private @Nullable Cell cell(String path) {
    return report.edition() == null ? null : report.edition().find(path).orElse(null);
  }

  /** The program's own words in both languages, as markup. */
  static String both(String zh, String en) {
    return "<span class=\"z\" lang=\"zh-CN\">"
        + zh
        + "</span><span class=\"e\" lang=\"en\">"
        + en
        + "</span>";
  }

  private static Html both(Html html, String zh, String en) {
    return html.raw("<span class=\"z\" lang=\"zh-CN\">")
        .raw(zh)
        .raw("</span><span class=\"e\" lang=\"en\">")
        .raw(en)
        .raw("</span>");
  }
}
