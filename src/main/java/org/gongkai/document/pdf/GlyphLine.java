package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.document.TextBuilder;

/** Glyphs beside one another on a page. */
final class GlyphLine {
  private static final Comparator<Glyph> ACROSS = Comparator.comparingDouble(Glyph::x0);

  /** A wider gap between Latin letters or digits is a space, in parts of the size. */
  private static final float SPACE = .25f;

  /** The same between other characters, which are set apart to fill a line. */
  private static final float WIDE_SPACE = 2;

  /** A wider gap is one between columns. */
  private static final float GAP = 1.2f;

  /** So many lines above may still take in a glyph. */
  private static final int OPEN = 6;

  private final int page;
  private final List<Glyph> glyphs = new ArrayList<>();
  private float x0 = Float.MAX_VALUE;
  private float x1 = -Float.MAX_VALUE;
  private float y0 = Float.MAX_VALUE;
  private float y1 = -Float.MAX_VALUE;
  private float size;

  private GlyphLine(int page) {
    this.page = page;
  }

  /** The lines that glyphs of a page make, downwards. */
  static List<GlyphLine> of(int page, List<Glyph> glyphs) {
    List<Glyph> down = new ArrayList<>(glyphs);
    down.sort(Comparator.comparingDouble(Glyph::centerY));
    List<GlyphLine> lines = new ArrayList<>();
    for (Glyph glyph : down) {
      GlyphLine line = null;
      for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - OPEN) && line == null; i--) {
        line = lines.get(i).takes(glyph) ? lines.get(i) : null;
      }
      if (line == null) {
        line = new GlyphLine(page);
        lines.add(line);
      }
      line.add(glyph);
    }
    for (GlyphLine line : lines) {
      line.glyphs.sort(ACROSS);
    }
    lines.sort(Comparator.comparingDouble(GlyphLine::centerY));
    return lines;
  }

  private boolean takes(Glyph glyph) {
    float over = Math.min(y1, glyph.y1()) - Math.max(y0, glyph.y0());
    return over > Math.min(y1 - y0, glyph.y1() - glyph.y0()) / 2;
  }

  private void add(Glyph glyph) {
    glyphs.add(glyph);
    x0 = Math.min(x0, glyph.x0());
    x1 = Math.max(x1, glyph.x1());
    y0 = Math.min(y0, glyph.y0());
    y1 = Math.max(y1, glyph.y1());
    size = Math.max(size, glyph.size());
  }

  int page() {
    return page;
  }

  List<Glyph> glyphs() {
    return glyphs;
  }

  float x0() {
    return x0;
  }

  float x1() {
    return x1;
  }

  float y0() {
    return y0;
  }

  float y1() {
    return y1;
  }

  float size() {
    return size;
  }

  float centerY() {
    return (y0 + y1) / 2;
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
    return (next.x0() - last.x1()) / Math.max(last.size(), next.size());
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
