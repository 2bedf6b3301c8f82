package org.gongkai.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Format;
import org.gongkai.document.Position;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Report;
import org.gongkai.report.Where;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/** Draws what a page says about findings and corrections, each with a link to its cells. */
final class PageFindings {
  private final Html html;
  private final Result result;
  private final Report report;

  /** As they are numbered. */
  private final List<Finding> findings;

  PageFindings(Html html, Result result, List<Finding> findings) {
    this.html = html;
    this.result = result;
    this.report = result.report();
    this.findings = findings;
  }

  void write() {
    if (result.findings().isEmpty() && result.diagnoses().isEmpty()) {
      return;
    }
    html.raw("<section class=\"findings\" aria-labelledby=\"hf\"><h2 id=\"hf\">");
    html.both("核对结果", "Findings");
    html.raw("<button type=\"button\" id=\"copy\" hidden>");
    html.both("复制为文字", "Copy as text");
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
      html.both("错在这里", "Where it went wrong");
      html.raw("</h3>");
      corrections(certain, "certain");
    }
  }

  /** Corrections of which only one can be right: folded away, so that they hide no finding. */
  private void candidates() {
    List<Diagnosis> candidates =
        result.diagnoses().stream().filter(diagnosis -> !diagnosis.certain()).toList();
    if (!candidates.isEmpty()) {
      html.raw("<details class=\"candidates\"><summary>");
      html.both(
          "可能错在这里：" + candidates.size() + " 种改法都说得通，无法断定",
          "Where it may have gone wrong: " + candidates.size() + " ways to mend it, none certain");
      html.raw("</summary>");
      corrections(candidates, "maybe");
      html.raw("</details>");
    }
  }

  private void corrections(List<Diagnosis> diagnoses, String style) {
    html.raw("<ul class=\"diagnoses\">");
    for (Diagnosis diagnosis : diagnoses) {
      html.raw("<li class=\"").raw(style).raw("\">");
      correction(diagnosis);
      message(diagnosis.message());
      html.raw("</li>");
    }
    html.raw("</ul>");
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
    html.figure(diagnosis.printed());
    html.raw("</del> <span aria-hidden=\"true\">→</span> <ins>");
    html.figure(diagnosis.suggested());
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
          case ERROR -> html.both("不符", "Mismatches");
          case WARNING -> html.both("提醒", "Worth a look");
          case NOTICE -> html.both("说明", "Notes");
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
      html.raw("<p class=\"why\">").both("已豁免：", "Waived: ");
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
      html.both("正文", "In the text");
    } else {
      html.both("整篇", "The report as a whole");
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
      html.figure(report.at(cell).addend());
      html.raw("</a>");
    }
    if (counted.size() > 1) {
      html.raw(" = ");
      html.figure(sum);
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
      html.both(prose ? "正文 " : "所填 ", prose ? "text " : "stated ");
      html.raw("<b>");
      html.figure(finding.actual());
      html.raw("</b> ");
    }
    if (finding.expected() != null) {
      html.both(prose ? "· 表中 " : "· 核算 ", prose ? "· table " : "· computed ");
      html.raw("<b>");
      html.figure(finding.expected());
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
    html.both(
        "原文第 " + position.line() + (word ? " 段" : " 行") + "第 " + position.column() + " 字",
        (word ? "Source paragraph " : "Source line ")
            + position.line()
            + ", character "
            + position.column());
    html.raw("</p>");
  }

  private @Nullable Cell cell(String path) {
    return report.edition() == null ? null : report.edition().find(path).orElse(null);
  }
}
