package org.gongkai.document.pdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes away page numbers, and the headers and footers that pages repeat. */
final class HeadersAndFooters {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-—–－·•~]*[0-9０-９]{1,3}[-—–－·•~]*|第[0-9一二三四五六七八九十]+页([,，/]?共[0-9一二三四五六七八九十]+页)?|[0-9]{1,3}/[0-9]{1,3}");

  /** The margins, in parts of the page's height. */
  private static final float TOP = .1f;

  private static final float BOTTOM = .88f;

  private HeadersAndFooters() {}

  /** Takes them out of the lines of each page. */
  static void remove(List<PdfPage> pages, List<List<GlyphLine>> lines) {
    Map<String, Integer> repeated = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      Set<String> here = new HashSet<>();
      for (GlyphLine line : lines.get(i)) {
        if (isInMargin(line, pages.get(i))) {
          here.add(key(line));
        }
      }
      here.forEach(key -> repeated.merge(key, 1, Integer::sum));
    }
    int often = Math.max(2, (pages.size() + 1) / 2);
    for (int i = 0; i < pages.size(); i++) {
      PdfPage page = pages.get(i);
      lines
          .get(i)
          .removeIf(
              line ->
                  isInMargin(line, page)
                      && (isNumber(line, page) || repeated.getOrDefault(key(line), 0) >= often));
    }
  }

  private static boolean isInMargin(GlyphLine line, PdfPage page) {
    return line.box().y1() < page.height() * TOP || line.box().y0() > page.height() * BOTTOM;
  }

  /** Whether it is a number with nothing above, or nothing below. */
  private static boolean isNumber(GlyphLine line, PdfPage page) {
    if (!NUMBER.matcher(line.text().replace(" ", "")).matches()) {
      return false;
    }
    boolean top = line.box().y1() < page.height() * TOP;
    for (Glyph glyph : page.glyphs()) {
      if (top ? glyph.centerY() < line.box().y0() : glyph.centerY() > line.box().y1()) {
        return false;
      }
    }
    return true;
  }

  private static String key(GlyphLine line) {
    String words = line.text().replaceAll("[0-9０-９]+", "#").replace(" ", "");
    return Math.round(line.box().y0() / 6) + "|" + words;
  }
}
