package org.gongkai.rendering;

import java.util.List;
import java.util.Random;

/** Writes a page as HTML; subclasses write as various tools do. */
class HtmlWriter {
  protected final StringBuilder out = new StringBuilder();
  protected final Random random;

  HtmlWriter(Random random) {
    this.random = random;
  }

  /** The whole page; {@code meta} goes into its head. */
  final String page(String title, String meta, List<PageElement> parts) {
    begin(title, meta);
    for (PageElement part : parts) {
      if (part instanceof PageElement.Title it) {
        title(it.text());
      } else if (part instanceof PageElement.Heading it) {
        heading(it.text());
      } else if (part instanceof PageElement.Paragraph it) {
        prose(it.text());
      } else if (part instanceof PageElement.TableElement it) {
        table(it.layoutTable());
      } else if (part instanceof PageElement.Menu it) {
        menu(it.items());
      } else if (part instanceof PageElement.Index it) {
        index(it.rows());
      } else if (part instanceof PageElement.Box it) {
        box(it.lines());
      }
    }
    end();
    return out.toString();
  }

  void begin(String title, String meta) {
    out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n").append(meta);
    out.append("<title>").append(escape(title)).append("</title>\n</head>\n<body>\n");
  }

  void end() {
    out.append("</body>\n</html>\n");
  }

  void title(String text) {
    out.append("<h1>").append(escape(text)).append("</h1>\n");
  }

  void heading(String text) {
    out.append("<p><strong>").append(escape(text)).append("</strong></p>\n");
  }

  void prose(String text) {
    out.append("<p>").append(escape(text)).append("</p>\n");
  }

  void menu(List<String> items) {
    out.append("<ul class=\"menu\">\n");
    items.forEach(
        item -> out.append("<li><a href=\"#\">").append(escape(item)).append("</a></li>\n"));
    out.append("</ul>\n");
  }

  void index(List<List<String>> rows) {
    out.append("<table class=\"index\">\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      row.forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</table>\n");
  }

  void box(List<String> lines) {
    out.append("<div class=\"box\">\n");
    lines.forEach(line -> out.append("<div>").append(escape(line)).append("</div>\n"));
    out.append("</div>\n");
  }

  void table(LayoutTable layoutTable) {
    out.append("<table border=\"1\" cellspacing=\"0\">\n<tbody>\n");
    for (List<LayoutCell> row : layoutTable.rows()) {
      out.append("<tr>\n");
      row.forEach(this::cell);
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  void cell(LayoutCell layoutCell) {
    out.append("<td")
        .append(spans(layoutCell))
        .append('>')
        .append(words(layoutCell))
        .append("</td>\n");
  }

  String words(LayoutCell layoutCell) {
    return escape(layoutCell.text()).replace("\n", "<br>");
  }

  static String spans(LayoutCell layoutCell) {
    return (layoutCell.rows() == 1 ? "" : " rowspan=\"" + layoutCell.rows() + '"')
        + (layoutCell.columns() == 1 ? "" : " colspan=\"" + layoutCell.columns() + '"');
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\u00a0", "&nbsp;");
  }
}
