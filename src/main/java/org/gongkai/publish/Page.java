package org.gongkai.publish;

import java.util.Comparator;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.form.Edition;
import org.gongkai.report.Identity;
import org.gongkai.report.Report;
import org.gongkai.rule.Finding;
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
          Html.bilingual(
                  "一致只说明三张表内的数字相互吻合，不说明数字属实。",
                  "Consistent means that the figures of the three tables agree with"
                      + " each other, not that they are true.")
              + "</p><p>"
              + Validator.NAME
              + " "
              + Validator.VERSION
              + " · "
              + Html.bilingual("规则", "rules")
              + " "
              + Validator.RULES
              + " · <a href=\"result.json\" download=\"result.json\">"
              + Html.bilingual("下载", "Download")
              + " result.json</a></p>"
              + "</footer>"
              + ASSETS.script()
              + "</body></html>\n");
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
    new PageFindings(html, result, findings).write();
    new PageTables(html, report, marks).write();
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
          html.both(
              "<b>勾稽一致</b>，能核对的数字都对得上，有的无法核对",
              "<b>Consistent</b>: the figures that could be checked agree; some could not");
        } else {
          html.both("<b>勾稽一致</b>，三张表内的数字对得上", "<b>Consistent</b>: the figures of the tables agree");
        }
      }
      case FAIL ->
          html.both(
              "<b>" + errors + " 处不符</b>，请逐处核对后更正",
              "<b>"
                  + errors
                  + (errors == 1 ? " mismatch" : " mismatches")
                  + "</b>: please check and correct");
      case UNREADABLE ->
          html.both("<b>无法识别</b>，没有可以核对的表格", "<b>Unreadable</b>: there are no tables to check");
    }
    if (warnings > 0) {
      html.both(
          "；另有 " + warnings + " 处提醒",
          "; " + warnings + (warnings == 1 ? " point" : " points") + " to look at besides");
    }
    html.both("。", ".");
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
      html.raw("<div><dt>").both(zh, en);
      html.raw("</dt><dd><bdi>").text(value.toString()).raw("</bdi></dd></div>");
    }
  }
}
