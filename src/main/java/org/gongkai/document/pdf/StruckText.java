package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** Takes away what is struck through, as Word prints deletions that nobody accepted. */
final class StruckText {
  /** How far within a glyph's height the line runs. */
  private static final float WITHIN = .3f;

  /** A longer line is a table's. */
  private static final float LONGEST = 300;

  private StruckText() {}

  static List<Glyph> remove(List<Glyph> glyphs, List<Ruling> rulings) {
    List<Ruling> strokes = new ArrayList<>();
    for (Ruling ruling : rulings) {
      if (ruling.horizontal() && ruling.length() < LONGEST && crosses(ruling, glyphs)) {
        strokes.add(ruling);
      }
    }
    if (strokes.isEmpty()) {
      return glyphs;
    }
    return glyphs.stream()
        .filter(glyph -> strokes.stream().noneMatch(stroke -> isStruck(glyph, stroke)))
        .toList();
  }

  /** Whether a line begins and ends with the glyphs that it crosses. */
  private static boolean crosses(Ruling ruling, List<Glyph> glyphs) {
    float from = Float.MAX_VALUE;
    float to = -Float.MAX_VALUE;
    float size = 0;
    for (Glyph glyph : glyphs) {
      if (isStruck(glyph, ruling)) {
        from = Math.min(from, glyph.x0());
        to = Math.max(to, glyph.x1());
        size = Math.max(size, glyph.size());
      }
    }
    return size > 0
        && Math.abs(from - ruling.from()) < size / 2
        && Math.abs(to - ruling.to()) < size / 2;
  }

  private static boolean isStruck(Glyph glyph, Ruling ruling) {
    float inset = WITHIN * (glyph.y1() - glyph.y0());
    return ruling.at() > glyph.y0() + inset
        && ruling.at() < glyph.y1() - inset
        && ruling.from() < glyph.centerX()
        && ruling.to() > glyph.centerX();
  }
}
