package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.document.TextBuilder;

/** Glyphs beside one another on a page. */
final class GlyphLine {
  private static final Comparator<Glyph> ACROSS =
      Comparator.comparingDouble(glyph -> glyph.box().x0());

  /** A wider gap between Latin letters or digits is a space, in parts of the size. */
  private static final float SPACE = .25f;

  /** The same between other characters, which are set apart to fill a line. */
  private static final float WIDE_SPACE = 2;

  /** A wider gap is one between columns. */
  private static final float GAP = 1.2f;

  /** So many lines above may still take in a glyph. */
  private static final int OPEN = 6;

  private final int page;
  private final List<Glyph> glyphs;
  private final Box box;
  private final float size;

  private GlyphLine(int page, List<Glyph> glyphs, Box box) {
    this.page = page;
    this.glyphs = glyphs;
    this.box = box;
    glyphs.sort(ACROSS);
    size = (float) glyphs.stream().mapToDouble(Glyph::size).max().orElse(0);
  }

  /** The lines that glyphs of a page make, downwards. */
  static List<GlyphLine> of(int page, List<Glyph> glyphs) {
    List<Glyph> down = new ArrayList<>(glyphs);
    down.sort(Comparator.comparingDouble(Glyph::centerY));
    List<List<Glyph>> groups = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    for (Glyph glyph : down) {
      int i = boxes.size() - 1;
      while (i >= Math.max(0, boxes.size() - OPEN) && !isBeside(boxes.get(i), glyph.box())) {
        i--;
      }
      if (i < Math.max(0, boxes.size() - OPEN)) {
        i = boxes.size();
        boxes.add(glyph.box());
        groups.add(new ArrayList<>());
      }
      boxes.set(i, boxes.get(i).with(glyph.box()));
      groups.get(i).add(glyph);
    }
    List<GlyphLine> lines = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      lines.add(new GlyphLine(page, groups.get(i), boxes.get(i)));
    }
    lines.sort(Comparator.comparingDouble(line -> line.box.centerY()));
    return lines;
  }

  private static boolean isBeside(Box line, Box glyph) {
    float over = Math.min(line.y1(), glyph.y1()) - Math.max(line.y0(), glyph.y0());
    return over > Math.min(line.height(), glyph.height()) / 2;
  }

  /** Whether a glyph is at the height of this line. */
  boolean isBeside(Glyph glyph) {
    return isBeside(box, glyph.box());
  }

  int page() {
    return page;
  }

  /** From left to right. */
  List<Glyph> glyphs() {
    return glyphs;
  }

  Box box() {
    return box;
  }

  /** Of the largest glyph. */
  float size() {
    return size;
  }

  /** How many gaps as between columns it has. */
  int gaps() {
    int gaps = 0;
    for (int i = 1; i < glyphs.size(); i++) {
      gaps += gap(i) > GAP ? 1 : 0;
    }
    return gaps;
  }

  /** The gap before a glyph, in parts of the size. */
  float gap(int i) {
    Glyph last = glyphs.get(i - 1);
    Glyph next = glyphs.get(i);
    return (next.box().x0() - last.box().x1()) / Math.max(last.size(), next.size());
  }

  private boolean isSpace(int i) {
    boolean latin = glyphs.get(i - 1).isLatin() && glyphs.get(i).text().charAt(0) < 0x80;
    return gap(i) > (latin ? SPACE : WIDE_SPACE);
  }

  /** What it says. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < glyphs.size(); i++) {
      if (i > 0 && isSpace(i)) {
        text.append(' ');
      }
      text.append(glyphs.get(i).text());
    }
    return text.toString();
  }

  /** Adds what it says from one glyph to before another. */
  void addTo(TextBuilder words, int from, int to) {
    for (int i = from; i < to; i++) {
      Glyph glyph = glyphs.get(i);
      if (i > from && isSpace(i)) {
        words.addAs(" ", page, glyph.index());
      }
      words.add(glyph.text(), page, 0, glyph.text().length(), glyph.index());
    }
  }
}
