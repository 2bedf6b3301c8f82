package org.gongkai.publish;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.publish.FormMarkup.TableMarkup;
import org.gongkai.publish.Marks.Mark;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * Draws the three tables as the form prints them, with what was read and what was found in them.
 */
final class PageTables {
  private static final byte[] CELL_END = Html.utf8("</td>");
  private static final byte[] BLANK =
      Html.utf8(
          " class=\"s blank\"><span class=\"sr\">" + Html.bilingual("空白", "blank") + "</span>");
  private static final byte[] ABSENT =
      Html.utf8(" class=\"s absent\"><i>" + Html.bilingual("缺", "absent") + "</i>");
  private static final byte[] UNPLACED =
      Html.utf8(
          " class=\"s unplaced\"><i><span aria-hidden=\"true\">?</span><span class=\"sr\">"
              + Html.bilingual("位置不明", "not placed")
              + "</span></i>");
  private static final byte[] LEGEND =
      Html.utf8(
          "<p class=\"legend\"><b class=\"blank\"></b> "
              + Html.bilingual("空白", "nothing")
              + " <b class=\"placeholder\"><i>/</i></b> "
              + Html.bilingual("占位符", "placeholder")
              + " <b class=\"unplaced\"><i>?</i></b> "
              + Html.bilingual("所属列无法确定", "column not known")
              + " <b class=\"weak\">0</b> "
              + Html.bilingual("所属列系推定", "column inferred")
              + " <b class=\"absent\"><i>"
              + Html.bilingual("缺", "absent")
              + "</i></b> "
              + Html.bilingual("没有这一行", "no such row")
              + "</p>");
  private static final byte[] ZERO = Html.utf8(" class=\"zero\">0</td>");

  private final Html html;
  private final Report report;

  /** What was found in the cells; null for nothing. */
  private final @Nullable Marks marks;

  PageTables(Html html, Report report, @Nullable Marks marks) {
    this.html = html;
    this.report = report;
    this.marks = marks;
  }

  void write() {
    Edition edition = report.edition();
    if (edition == null) {
      return;
    }
    html.raw("<div class=\"tables\" lang=\"zh-CN\">");
    for (TableMarkup markup : FormMarkup.of(edition).tables()) {
      String key = markup.table().key();
      html.raw("<section id=\"").raw(key).raw("\"><h2 id=\"h-").raw(key).raw("\">");
      html.both(markup.table().label(), markup.table().english());
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
        html.both("没有找到这张表。", "This table was not found.");
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
    html.both(
        "下列各行的空格在原文中被略去，数字属于哪一列无法确定：",
        "These rows lost their blank cells, so that the columns of their figures cannot be told:");
    html.raw("</p><ul class=\"loose\">");
    for (LooseRow row : rows) {
      html.raw("<li><bdi>").text(row.row().label()).raw("</bdi> <span>");
      for (int i = 0; i < row.parts().size(); i++) {
        html.raw(i == 0 ? "" : "、");
        html.figure(row.parts().get(i));
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
          html.figure(value);
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
      case NUMBER -> html.figure(value);
      case BLANK -> {
        if (mark.diagnosis == null) {
          html.raw("<span class=\"sr\">").both("空白", "blank").raw("</span>");
        } else {
          html.both("空白", "blank");
        }
      }
      case ABSENT -> html.raw("<i>").both("缺", "absent").raw("</i>");
      case UNPLACED -> html.raw("<i>?</i>");
      case PLACEHOLDER, TEXT -> words(reading.printed());
    }
    if (mark.diagnosis != null) {
      html.raw("</del><span aria-hidden=\"true\"> → </span><ins>");
      html.figure(mark.diagnosis.suggested());
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
}
