package org.gongkai.rendering;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writers of HTML as common tools write it. */
final class HtmlWriters {
  private HtmlWriters() {}

  /** Headings in {@code thead} and {@code th}, the figures' headings too. */
  static final class Th extends HtmlWriter {
    Th(Random random) {
      super(random);
    }

    @Override
    void table(LayoutTable layoutTable) {
      int heads = layoutTable.headRows();
      out.append("<table><caption>附表</caption>\n<thead>\n");
      for (int r = 0; r < layoutTable.rows().size(); r++) {
        if (r == heads) {
          out.append("</thead><tbody>\n");
        }
        out.append("<tr>\n");
        for (LayoutCell layoutCell : layoutTable.rows().get(r)) {
          String tag =
              layoutCell.kind() == LayoutCell.Kind.FIGURE
                      || layoutCell.kind() == LayoutCell.Kind.EMPTY
                  ? "td"
                  : "th";
          out.append('<')
              .append(tag)
              .append(spans(layoutCell))
              .append('>')
              .append(words(layoutCell));
          out.append("</").append(tag).append(">\n");
        }
        out.append("</tr>\n");
      }
      out.append("</tbody></table>\n");
    }
  }

  /** Word's own export: MsoNormal, spans split by language, {@code o:p}, conditional comments. */
  static final class Word extends HtmlWriter {
    private static final Pattern RUN = Pattern.compile("[\\x21-\\x7e]+|[^\\x21-\\x7e]+");

    Word(Random random) {
      super(random);
    }

    @Override
    void begin(String title, String meta) {
      out.append(
              "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\nxmlns:o=\"urn:schemas-microsoft-com:office:office\"\n")
          .append(
              "xmlns:w=\"urn:schemas-microsoft-com:office:word\"\nxmlns=\"http://www.w3.org/TR/REC-html40\">\n\n<head>\n")
          .append(meta)
          .append(
              "<meta name=ProgId content=Word.Document>\n<meta name=Generator content=\"Microsoft Word 15\">\n")
          .append("<link rel=File-List href=\"report.files/filelist.xml\">\n<title>")
          .append(escape(title))
          .append(
              "</title>\n<!--[if gte mso 9]><xml>\n <o:DocumentProperties>\n  <o:Author>user</o:Author>\n")
          .append(
              "  <o:Revision>12</o:Revision>\n  <o:Pages>7</o:Pages>\n </o:DocumentProperties>\n</xml><![endif]-->\n")
          .append(
              "<style>\n<!--\n p.MsoNormal, li.MsoNormal {margin:0cm; font-size:10.5pt;}\n-->\n</style>\n")
          .append(
              "<!--[if gte mso 10]>\n<style>\n table.MsoNormalTable {mso-style-name:普通表格;}\n</style>\n<![endif]-->\n")
          .append(
              "</head>\n\n<body lang=ZH-CN style='tab-interval:21.0pt'>\n\n<div class=WordSection1>\n\n");
    }

    @Override
    void end() {
      out.append("</div>\n\n</body>\n\n</html>\n");
    }

    @Override
    void title(String text) {
      out.append("<p class=MsoNormal align=center style='text-align:center'><b>")
          .append(runs(text));
      out.append("</b></p>\n\n");
    }

    @Override
    void heading(String text) {
      out.append("<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:黑体'>");
      out.append(runs(text)).append("</span></p>\n\n");
    }

    @Override
    void prose(String text) {
      out.append("<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'>")
          .append(runs(text));
      out.append("</p>\n\n");
    }

    @Override
    void table(LayoutTable layoutTable) {
      out.append(
              "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 width=571\n style='border-collapse:")
          .append("collapse;mso-yfti-tbllook:1184'>\n");
      for (int r = 0; r < layoutTable.rows().size(); r++) {
        out.append(" <tr style='mso-yfti-irow:").append(r).append(";height:21.95pt'>\n");
        layoutTable.rows().get(r).forEach(this::cell);
        out.append(" </tr>\n");
      }
      out.append(" <![if !supportMisalignedColumns]>\n <tr height=0>\n");
      int width = layoutTable.width();
      for (int c = 0; c < width; c++) {
        out.append("  <td width=").append(31 + c).append(" style='border:none'></td>\n");
      }
      out.append(" </tr>\n <![endif]>\n</table>\n\n");
    }

    @Override
    void cell(LayoutCell layoutCell) {
      out.append("  <td width=").append(40 * layoutCell.columns());
      if (layoutCell.rows() > 1) {
        out.append(" rowspan=").append(layoutCell.rows());
      }
      if (layoutCell.columns() > 1) {
        out.append(" colspan=").append(layoutCell.columns());
      }
      out.append(" style='width:")
          .append(30 * layoutCell.columns())
          .append(".0pt;border:solid windowtext 1.0pt;\n");
      out.append("  padding:0cm 5.4pt 0cm 5.4pt;height:21.95pt'>\n");
      for (String line : layoutCell.text().split("\n", -1)) {
        out.append("  <p class=MsoNormal align=center style='text-align:center'>")
            .append(runs(line));
        out.append("</p>\n");
      }
      out.append("  </td>\n");
    }

    private String runs(String text) {
      if (text.isBlank()) {
        return "<span lang=EN-US style='font-size:10.5pt'><o:p>&nbsp;</o:p></span>";
      }
      StringBuilder runs = new StringBuilder();
      Matcher run = RUN.matcher(text);
      while (run.find()) {
        boolean latin = run.group().charAt(0) < 0x7f;
        String word = run.group();
        int cut =
            word.length() > 3 && random.nextInt(3) == 0
                ? 1 + random.nextInt(word.length() - 1)
                : word.length();
        for (String piece : List.of(word.substring(0, cut), word.substring(cut))) {
          if (!piece.isEmpty()) {
            runs.append("<span ")
                .append(latin ? "lang=EN-US " : "")
                .append("style='font-size:10.5pt;\n  font-family:宋体'>");
            runs.append(escape(piece)).append("</span>");
          }
        }
      }
      return runs.append("<span lang=EN-US><o:p></o:p></span>").toString();
    }
  }

  /** WPS's export: nested spans and fonts, empty {@code o:p}, styles everywhere. */
  static final class Wps extends HtmlWriter {
    Wps(Random random) {
      super(random);
    }

    @Override
    void prose(String text) {
      out.append("<p class=\"p\" style=\"margin:0pt;text-indent:32pt;\">")
          .append(run(text))
          .append("</p>");
    }

    @Override
    void heading(String text) {
      out.append("<p class=\"p\" style=\"margin:0pt;text-indent:32pt;\"><b>")
          .append(run(text))
          .append("</b></p>");
    }

    @Override
    void table(LayoutTable layoutTable) {
      out.append(
          "<div align=\"center\"><table class=\"MsoTableGrid\" style=\"border-collapse:collapse;\"><tbody>");
      for (List<LayoutCell> row : layoutTable.rows()) {
        out.append("<tr style=\"height:24.0000pt;\">");
        row.forEach(this::cell);
        out.append("</tr>");
      }
      out.append("</tbody></table></div>");
    }

    @Override
    void cell(LayoutCell layoutCell) {
      out.append("<td")
          .append(spans(layoutCell))
          .append(" style=\"width:42.5500pt;\" valign=\"center\">");
      for (String line : layoutCell.text().split("\n", -1)) {
        out.append("<p class=\"p\" style=\"text-align:center;\">").append(run(line)).append("</p>");
      }
      out.append("</td>");
    }

    private static String run(String text) {
      String empty = "<span style=\"mso-spacerun:'yes';font-size:10.5000pt;\"><o:p></o:p></span>";
      if (text.isEmpty()) {
        return empty.replace("<o:p>", "<o:p>&nbsp;");
      }
      return "<span style=\"mso-spacerun:'yes';font-size:10.5000pt;\"><font face=\"仿宋_GB2312\" >"
          + escape(text)
          + "</font></span>"
          + empty;
    }
  }

  /** Tags in capitals, attributes without quotes. */
  static final class Upper extends HtmlWriter {
    private static final Pattern TAG =
        Pattern.compile("</?[a-z1-6]+|(?<=\\s)(?:row|col)span=\"(\\d+)\"");

    Upper(Random random) {
      super(random);
    }

    @Override
    void end() {
      super.end();
      Matcher tag = TAG.matcher(out.toString());
      String upper =
          tag.replaceAll(match -> match.group().toUpperCase(Locale.ROOT).replace("\"", ""));
      out.setLength(0);
      out.append(upper);
    }
  }

  /** No end tag of a cell, a row, a paragraph. */
  static final class Unclosed extends HtmlWriter {
    Unclosed(Random random) {
      super(random);
    }

    @Override
    void end() {
      super.end();
      String open = out.toString().replaceAll("</(?:td|tr|p|li|tbody)>", "");
      out.setLength(0);
      out.append(open);
    }
  }

  /**
   * Tables within tables within tables that lay the page out; each table of the form within a cell
   * of its own.
   */
  static final class LayoutVariant extends HtmlWriter {
    LayoutVariant(Random random) {
      super(random);
    }

    @Override
    void begin(String title, String meta) {
      super.begin(title, meta);
      out.append(
              "<table width=\"1000\"><tr><td colspan=\"2\">政府信息公开</td></tr>\n<tr><td width=\"200\" valign=\"top\">")
          .append(
              "<table><tr><td>机构职能</td></tr><tr><td>法定主动公开内容</td></tr><tr><td>政府信息公开年报</td></tr></table></td>\n<td><table><tr><td>\n");
    }

    @Override
    void table(LayoutTable layoutTable) {
      out.append("<table width=\"100%\"><tr><td align=\"center\">\n");
      super.table(layoutTable);
      out.append("</td></tr></table>\n");
    }

    @Override
    void end() {
      out.append(
          "</td></tr></table></td></tr>\n<tr><td colspan=\"2\">主办单位 版权所有 访问量 183920</td></tr></table>\n");
      super.end();
    }
  }

  /** Figures cut into several elements, as an editor leaves them. */
  static final class Split extends HtmlWriter {
    Split(Random random) {
      super(random);
    }

    @Override
    String words(LayoutCell layoutCell) {
      String text = layoutCell.text();
      if (layoutCell.kind() != LayoutCell.Kind.FIGURE || text.length() < 2) {
        return "<span>" + super.words(layoutCell) + "</span>";
      }
      int cut = 1 + random.nextInt(text.length() - 1);
      return "<span>"
          + escape(text.substring(0, cut))
          + "</span><font><b>"
          + escape(text.substring(cut))
          + "</b></font>";
    }
  }

  /** An editor's paragraphs in every cell, line feeds and tabs everywhere. */
  static final class Airy extends HtmlWriter {
    Airy(Random random) {
      super(random);
    }

    @Override
    void cell(LayoutCell layoutCell) {
      out.append("\t\t<td").append(spans(layoutCell)).append(">\n");
      for (String line : layoutCell.text().split("\n", -1)) {
        out.append("\t\t\t<p style=\"text-align:center\">\n\t\t\t\t")
            .append(escape(line))
            .append("\n\t\t\t</p>\n");
      }
      out.append("\t\t</td>\n");
    }
  }

  /**
   * Leftovers of a web editor: hidden bookmarks, characters without width, comments with figures.
   */
  static final class Editor extends HtmlWriter {
    Editor(Random random) {
      super(random);
    }

    @Override
    String words(LayoutCell layoutCell) {
      String text = super.words(layoutCell);
      return switch (random.nextInt(6)) {
        case 0 ->
            "<span id=\"_bookmark_start_0\" style=\"display: none; line-height: 0px;\">\u200d</span>"
                + text;
        case 1 -> "\u200b" + text + "\ufeff";
        case 2 -> "<!-- 128 -->" + text;
        case 3 -> "<p><span style=\"font-size:14px\">" + text + "</span></p><p><br/></p>";
        default -> "<p>" + text + "</p>";
      };
    }
  }

  /** A layout table with a row for each section: its heading left, its table right. */
  static final class Sides extends HtmlWriter {
    private boolean open;

    Sides(Random random) {
      super(random);
    }

    @Override
    void heading(String text) {
      out.append(open ? "</td></tr></table>\n" : "")
          .append("<table width=\"900\"><tr><td width=\"160\">");
      super.heading(text);
      out.append("</td><td>\n");
      open = true;
    }

    @Override
    void end() {
      out.append(open ? "</td></tr></table>\n" : "");
      super.end();
    }
  }

  /**
   * What was a text once, pasted into a page: each of its lines a paragraph, or all of them with
   * breaks between.
   */
  static final class Pasted extends HtmlWriter {
    private final TextWriter plain;
    private final boolean paragraphs;

    Pasted(TextWriter plain, boolean paragraphs, Random random) {
      super(random);
      this.plain = plain;
      this.paragraphs = paragraphs;
    }

    @Override
    void table(LayoutTable layoutTable) {
      plain.out.setLength(0);
      plain.table(layoutTable);
      List<String> lines = plain.out.toString().lines().filter(line -> !line.isBlank()).toList();
      if (paragraphs) {
        lines.forEach(this::prose);
      } else {
        out.append("<div>")
            .append(String.join("<br/>\n", lines.stream().map(HtmlWriter::escape).toList()))
            .append("</div>\n");
      }
    }

    TextWriter plain() {
      return plain;
    }
  }
}
