package org.gongkai.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.form.Table;

/**
 * A report of a body that does not exist, with all six sections and the three tables of edition
 * 2021: give it its figures, then take it as a web page or as Word would have saved it.
 */
final class SampleReport {
  /** How the page is made. */
  enum Style {
    /** A site's content system: furniture around the text, one table a section. */
    SITE,
    /** Word's exported HTML, pasted as it was; table II in four pieces. */
    WORD
  }

  private static final Edition EDITION = Editions.find("2021").orElseThrow();

  private final String issuer;
  private final int year;
  private final Map<String, String> figures = new LinkedHashMap<>();
  private final Map<Integer, List<String>> prose = new LinkedHashMap<>();
  private String index = "";
  private String published = "";
  private String contact = "";

  SampleReport(String issuer, int year) {
    this.issuer = issuer;
    this.year = year;
  }

  SampleReport index(String number) {
    index = number;
    return this;
  }

  /** Such as {@code 2024-01-18}. */
  SampleReport published(String date) {
    published = date;
    return this;
  }

  SampleReport contact(String words) {
    contact = words;
    return this;
  }

  /** What stands in a section, a paragraph each. */
  SampleReport section(int number, String... paragraphs) {
    prose.put(number, List.of(paragraphs));
    return this;
  }

  /**
   * The figures of a row, in the form's order; for a row of table III or IV without the total,
   * which is added up.
   */
  SampleReport row(String table, String row, String... row0) {
    Row of = EDITION.table(table).row(row);
    List<String> all = new ArrayList<>(List.of(row0));
    if (all.size() == of.columns().size() - 1) {
      all.add(String.valueOf(all.stream().mapToInt(Integer::parseInt).sum()));
    }
    for (int i = 0; i < all.size(); i++) {
      set(path(EDITION.table(table), of, of.columns().get(i)), all.get(i));
    }
    return this;
  }

  SampleReport requests(String row, int... six) {
    String[] strings = new String[six.length];
    for (int i = 0; i < six.length; i++) {
      strings[i] = String.valueOf(six[i]);
    }
    return row(Edition.REQUESTS, row, strings);
  }

  /**
   * Adds up the outcomes of every column, and what is carried forward. Call it when all other rows
   * are there.
   */
  SampleReport balanced() {
    Table table = EDITION.table(Edition.REQUESTS);
    for (Column column : table.rows().get(0).columns()) {
      int outcomes = 0;
      for (Row row : table.rows()) {
        outcomes += row.outcome() ? number(table, row, column) : 0;
      }
      int received =
          number(table, table.row("newRequests"), column)
              + number(table, table.row("carriedOver"), column);
      set(path(table, table.row("outcomeTotal"), column), String.valueOf(outcomes));
      set(path(table, table.row("carriedForward"), column), String.valueOf(received - outcomes));
    }
    return this;
  }

  /** Prints something else at a cell, whatever the sums say. */
  SampleReport set(String path, String printed) {
    if (EDITION.find(path).isEmpty()) {
      throw new IllegalArgumentException("no cell " + path);
    }
    figures.put(path, printed);
    return this;
  }

  String title() {
    return issuer + year + "年政府信息公开工作年度报告";
  }

  /** The page. */
  String html(Style style, String charset) {
    StringBuilder out = new StringBuilder();
    Markup markup = style == Style.WORD ? new WordMarkup() : new SiteMarkup();
    markup.head(out, charset);
    markup.paragraph(
        out,
        "本报告依据《中华人民共和国政府信息公开条例》和国务院办公厅规定的年度报告格式编制，由"
            + issuer
            + "向社会公布。全文分为六个部分，所列数据的统计期限自"
            + year
            + "年1月1日起，至"
            + year
            + "年12月31日止。"
            + contact);
    for (Section section : Section.ALL) {
      markup.heading(out, "一二三四五六".charAt(section.number() - 1) + "、" + section.title());
      for (String paragraph : prose.getOrDefault(section.number(), List.of())) {
        markup.paragraph(out, paragraph);
      }
      switch (section.number()) {
        case 2 -> proactiveDisclosure(out, markup, style == Style.WORD);
        case 3 -> requests(out, markup);
        case 4 -> remedies(out, markup);
        default -> {}
      }
    }
    markup.foot(out);
    return out.toString();
  }

  private void proactiveDisclosure(StringBuilder out, Markup markup, boolean inPieces) {
    Table table = EDITION.table(Edition.PROACTIVE_DISCLOSURE);
    String heading = "";
    List<Column> header = List.of();
    for (Row row : table.rows()) {
      boolean first = heading.isEmpty();
      boolean next = !row.parents().get(0).equals(heading);
      if (first || (next && inPieces)) {
        if (!first) {
          markup.endTable(out);
        }
        markup.table(out);
      }
      int span = 3 / row.columns().size();
      if (next) {
        heading = row.parents().get(0);
        markup.row(out, List.of(cell(heading, 1, 4)));
      }
      if (next || !row.columns().equals(header)) {
        header = row.columns();
        List<Printed> cells = new ArrayList<>(List.of(cell("信息内容", 1, 1)));
        header.forEach(column -> cells.add(cell(column.label(), 1, span)));
        markup.row(out, cells);
      }
      List<Printed> cells = new ArrayList<>(List.of(cell(row.label(), 1, 1)));
      row.columns().forEach(column -> cells.add(cell(printed(table, row, column), 1, span)));
      markup.row(out, cells);
    }
    markup.endTable(out);
  }

  private void requests(StringBuilder out, Markup markup) {
    Table table = EDITION.table(Edition.REQUESTS);
    List<Column> columns = table.rows().get(0).columns();
    markup.table(out);
    markup.row(out, List.of(cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), cell("申请人情况", 1, 7)));
    markup.row(
        out,
        List.of(
            cell(columns.get(0).label(), 2, 1),
            cell(columns.get(1).group(), 1, 5),
            cell(columns.get(6).label(), 2, 1)));
    markup.row(
        out, columns.subList(1, 6).stream().map(column -> cell(column.label(), 1, 1)).toList());
    List<String> before = List.of();
    for (Row row : table.rows()) {
      List<Printed> cells = new ArrayList<>();
      for (int depth = 0; depth < row.parents().size(); depth++) {
        String parent = row.parents().get(depth);
        if (before.size() <= depth || !before.get(depth).equals(parent)) {
          cells.add(cell(parent, below(table, depth, parent), 1));
        }
      }
      cells.add(cell(row.label(), 1, 3 - row.parents().size()));
      columns.forEach(column -> cells.add(cell(printed(table, row, column), 1, 1)));
      markup.row(out, cells);
      before = row.parents();
    }
    markup.endTable(out);
  }

  private void remedies(StringBuilder out, Markup markup) {
    Table table = EDITION.table(Edition.REMEDIES);
    List<Row> rows = table.rows();
    List<Printed> endings =
        rows.get(0).columns().stream().map(column -> cell(column.label(), 1, 1)).toList();
    markup.table(out);
    markup.row(
        out, List.of(cell(rows.get(0).label(), 1, 5), cell(rows.get(1).parents().get(0), 1, 10)));
    List<Printed> second =
        new ArrayList<>(endings.stream().map(ending -> cell(ending.words(), 2, 1)).toList());
    second.add(cell(rows.get(1).label(), 1, 5));
    second.add(cell(rows.get(2).label(), 1, 5));
    markup.row(out, second);
    List<Printed> third = new ArrayList<>(endings);
    third.addAll(endings);
    markup.row(out, third);
    List<Printed> figuresOfAll = new ArrayList<>();
    for (Row row : rows) {
      row.columns().forEach(column -> figuresOfAll.add(cell(printed(table, row, column), 1, 1)));
    }
    markup.row(out, figuresOfAll);
    markup.endTable(out);
  }

  private static int below(Table table, int depth, String parent) {
    return (int)
        table.rows().stream()
            .filter(row -> row.parents().size() > depth && row.parents().get(depth).equals(parent))
            .count();
  }

  private String printed(Table table, Row row, Column column) {
    return figures.getOrDefault(path(table, row, column), "0");
  }

  private int number(Table table, Row row, Column column) {
    return Integer.parseInt(printed(table, row, column));
  }

  private static String path(Table table, Row row, Column column) {
    return EDITION.cell(table, row, column).path();
  }

  private static Printed cell(String words, int rows, int columns) {
    return new Printed(words, rows, columns);
  }

  private record Printed(String words, int rows, int columns) {
    String spans() {
      return (rows > 1 ? " rowspan=\"" + rows + "\"" : "")
          + (columns > 1 ? " colspan=\"" + columns + "\"" : "");
    }
  }

  private interface Markup {
    void head(StringBuilder out, String charset);

    void heading(StringBuilder out, String words);

    void paragraph(StringBuilder out, String words);

    void table(StringBuilder out);

    void row(StringBuilder out, List<Printed> cells);

    void endTable(StringBuilder out);

    void foot(StringBuilder out);
  }

  private final class SiteMarkup implements Markup {
    @Override
    public void head(StringBuilder out, String charset) {
      out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"")
          .append(charset)
          .append("\">\n");
      out.append("<title>").append(title()).append("_").append(issuer).append("</title>\n");
      out.append("<meta name=\"PubDate\" content=\"")
          .append(published)
          .append(" 09:30\">\n</head>\n<body>\n");
      out.append("<div class=\"nav\"><a href=\"/\">首页</a> &gt; <a href=\"/zwgk/\">政务公开</a> &gt; ");
      out.append("<a href=\"/zwgk/nb/\">政府信息公开年报</a></div>\n<ul class=\"info\">\n");
      out.append("<li>索引号：")
          .append(index)
          .append("</li>\n<li>发布机构：")
          .append(issuer)
          .append("</li>\n");
      out.append("<li>发布日期：").append(published).append("</li>\n<li>浏览次数：1,286</li>\n</ul>\n");
      out.append("<h1>").append(title()).append("</h1>\n<div class=\"content\">\n");
    }

    @Override
    public void heading(StringBuilder out, String words) {
      out.append("<h2>").append(words).append("</h2>\n");
    }

    @Override
    public void paragraph(StringBuilder out, String words) {
      out.append("<p>").append(words).append("</p>\n");
    }

    @Override
    public void table(StringBuilder out) {
      out.append("<table border=\"1\" cellspacing=\"0\">\n<tbody>\n");
    }

    @Override
    public void row(StringBuilder out, List<Printed> cells) {
      out.append("<tr>");
      cells.forEach(
          cell ->
              out.append("<td")
                  .append(cell.spans())
                  .append('>')
                  .append(cell.words())
                  .append("</td>"));
      out.append("</tr>\n");
    }

    @Override
    public void endTable(StringBuilder out) {
      out.append("</tbody>\n</table>\n");
    }

    @Override
    public void foot(StringBuilder out) {
      out.append("</div>\n<div class=\"footer\">主办：")
          .append(issuer)
          .append("办公室　网站标识码：0000000000</div>\n");
      out.append("</body>\n</html>\n");
    }
  }

  private final class WordMarkup implements Markup {
    @Override
    public void head(StringBuilder out, String charset) {
      out.append("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\r\n<head>\r\n");
      out.append("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=")
          .append(charset)
          .append("\">\r\n");
      out.append("<title>").append(title()).append("</title>\r\n<style>\r\n");
      out.append(
          "p.MsoNormal {margin:0cm; font-size:16.0pt; font-family:仿宋_GB2312;}\r\n</style>\r\n</head>\r\n");
      out.append("<body lang=ZH-CN>\r\n<div class=WordSection1>\r\n");
      out.append("<p class=MsoNormal align=center><b><span style='font-size:22.0pt'>")
          .append(issuer);
      out.append("<span lang=EN-US>")
          .append(year)
          .append("</span>年政府信息公开工作年度报告</span></b></p>\r\n");
      out.append("<p class=MsoNormal align=center><span>发布日期：")
          .append(published)
          .append("</span></p>\r\n");
    }

    @Override
    public void heading(StringBuilder out, String words) {
      out.append("<p class=MsoNormal><b><span style='font-family:黑体'>").append(words);
      out.append("<o:p></o:p></span></b></p>\r\n");
    }

    @Override
    public void paragraph(StringBuilder out, String words) {
      out.append("<p class=MsoNormal style='text-indent:32.0pt'><span>").append(words);
      out.append("<span lang=EN-US><o:p></o:p></span></span></p>\r\n");
    }

    @Override
    public void table(StringBuilder out) {
      out.append("<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>\r\n");
    }

    @Override
    public void row(StringBuilder out, List<Printed> cells) {
      out.append(" <tr style='height:19.85pt'>\r\n");
      for (Printed cell : cells) {
        out.append("  <td valign=center").append(cell.spans().replace("\"", ""));
        out.append(
            " style='border:solid windowtext 1.0pt'>\r\n  <p class=MsoNormal align=center><span>");
        out.append(cell.words()).append("<o:p></o:p></span></p>\r\n  </td>\r\n");
      }
      out.append(" </tr>\r\n");
    }

    @Override
    public void endTable(StringBuilder out) {
      out.append(
          "</table>\r\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\r\n");
    }

    @Override
    public void foot(StringBuilder out) {
      out.append("</div>\r\n</body>\r\n</html>\r\n");
    }
  }
}
