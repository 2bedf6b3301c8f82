package org.gongkai.document.pdf;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.jspecify.annotations.Nullable;

/** Lines that belong together: those of a cell or a paragraph. */
final class LineJoiner {
  /** A cell's figure: digits, their unit, or a sign that there is none. */
  private static final Pattern FIGURE =
      Pattern.compile("[\\s0-9０-９.,，+/／—－-]*[件项条宗个元万亿次]*|无|不适用|N/A");

  /** How a numbered heading, label or paragraph begins. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?s)\\s*([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[条项章]|[0-9]{1,2}[.．、]).*");

  /** What a broken line may leave free at its end, in parts of the size. */
  private static final float SLACK = 2.2f;

  private static final float DIGIT = .6f;

  /** What a cell keeps free at both sides. */
  private static final float PADDING = 12;

  private LineJoiner() {}

  static boolean isFigure(String text) {
    return FIGURE.matcher(text).matches();
  }

  static boolean isNumbered(String text) {
    return NUMBERED.matcher(text).matches();
  }

  /** Whether what is said ends a paragraph. */
  static boolean isEnd(String text) {
    return text.endsWith("。") || text.endsWith("：") || text.endsWith("；") || text.endsWith("！");
  }

  /** What they say. */
  static String text(List<GlyphLine> lines, float width) {
    StringBuilder text = new StringBuilder();
    GlyphLine last = null;
    for (GlyphLine line : lines) {
      if (last != null && isApart(last, line, width)) {
        text.append(' ');
      }
      text.append(line.text());
      last = line;
    }
    return text.toString();
  }

  /** What they say and where; null where there are none. */
  static @Nullable Text passage(List<GlyphLine> lines, float width, TextBuilder words) {
    GlyphLine last = null;
    for (GlyphLine line : lines) {
      if (last != null && isApart(last, line, width)) {
        words.addAs(" ", line.page(), line.glyphs().get(0).index());
      }
      line.addTo(words, 0, line.glyphs().size());
      last = line;
    }
    return words.take();
  }

  /** Whether a line is as full as one that is broken, in a column of that width. */
  static boolean isFull(GlyphLine line, float width) {
    return width - line.box().width() < SLACK * line.size() + PADDING;
  }

  /** Whether a figure is so long that it is broken: another digit had no room. */
  static boolean isBroken(GlyphLine line, float width) {
    return width - line.box().width() < DIGIT * line.size() + PADDING;
  }

  /**
   * Whether a space separates two lines: between Latin words, and between figures that are two and
   * not one broken.
   */
  private static boolean isApart(GlyphLine last, GlyphLine next, float width) {
    char a = last(last);
    char b = next.glyphs().get(0).text().charAt(0);
    if (isDigit(a) && isDigit(b)) {
      return !isBroken(last, width);
    }
    return a < 0x80 && b < 0x80 && Character.isLetter(a) && Character.isLetter(b);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c >= '０' && c <= '９';
  }

  private static char last(GlyphLine line) {
    String text = line.glyphs().get(line.glyphs().size() - 1).text();
    return text.charAt(text.length() - 1);
  }
}
