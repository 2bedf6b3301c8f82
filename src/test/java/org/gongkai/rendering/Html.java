package org.gongkai.rendering;

import java.util.List;
import java.util.Random;

/** Writes a page as HTML; subclasses are the habits of the tools that make them. */
class Html {
  protected final StringBuilder out = new StringBuilder();
  protected final Random random;

  Html(Random random) {
    this.random = random;
  }

  /** The whole page; {@code meta} goes into its head. */
  final String page(String title, String meta, List<Part> parts) {
    begin(title, meta);
    for (Part part : parts) {
      if (part instanceof Part.Title it) {
        title(it.text());
      } else if (part instanceof Part.Heading it) {
        heading(it.text());
      } else if (part instanceof Part.Prose it) {
        prose(it.text());
      } else if (part instanceof Part.Tabled it) {
        table(it.sheet());
      } else if (part instanceof Part.Menu it) {
        menu(it.items());
      } else if (part instanceof Part.Index it) {
        index(it.rows());
      } else if (part instanceof Part.Box it) {
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

  void table(Sheet sheet) {
    out.append("<table border=\"1\" cellspacing=\"0\">\n<tbody>\n");
    for (List<Slot> row : sheet.rows()) {
      out.append("<tr>\n");
      row.forEach(this::cell);
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  void cell(Slot slot) {
    out.append("<td").append(spans(slot)).append('>').append(words(slot)).append("</td>\n");
  }

  String words(Slot slot) {
    return escape(slot.text()).replace("\n", "<br>");
  }

  static String spans(Slot slot) {
    return (slot.rows() == 1 ? "" : " rowspan=\"" + slot.rows() + '"')
        + (slot.columns() == 1 ? "" : " colspan=\"" + slot.columns() + '"');
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\u00a0", "&nbsp;");
  }
}
