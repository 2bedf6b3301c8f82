package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a character that is drawn again beside itself, to look bold or shadowed, as one. */
final class Overprint {
  /** How far beside, in parts of the size. */
  private static final float BESIDE = .22f;

  private static final float OTHER_SIZE = .3f;
  private static final float CELL = 4;

  /** More glyphs than that within four points are no writing. */
  private static final int CROWD = 32;

  private Overprint() {}

  /** The glyphs, each once, in their order. */
  static List<Glyph> remove(List<Glyph> glyphs) {
    Map<Long, List<Glyph>> near = new HashMap<>();
    List<Glyph> once = new ArrayList<>(glyphs.size());
    for (Glyph glyph : glyphs) {
      int x = Math.round(glyph.box().x0() / CELL);
      int y = Math.round(glyph.box().y0() / CELL);
      if (!isDrawn(near, glyph, x, y)) {
        List<Glyph> there = near.computeIfAbsent(key(x, y), k -> new ArrayList<>(2));
        if (there.size() < CROWD) {
          there.add(glyph);
        }
        once.add(glyph);
      }
    }
    return once;
  }

  private static boolean isDrawn(Map<Long, List<Glyph>> near, Glyph glyph, int x, int y) {
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (Glyph other : near.getOrDefault(key(x + i, y + j), List.of())) {
          if (other.text().equals(glyph.text())
              && Math.abs(other.box().x0() - glyph.box().x0()) < BESIDE * glyph.size()
              && Math.abs(other.box().y0() - glyph.box().y0()) < BESIDE * glyph.size()
              && Math.abs(other.size() - glyph.size()) < OTHER_SIZE * glyph.size()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static long key(int x, int y) {
    return (long) x << 32 ^ y & 0xffffffffL;
  }
}
