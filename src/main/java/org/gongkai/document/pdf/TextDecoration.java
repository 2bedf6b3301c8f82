package org.gongkai.document.pdf;

import java.util.List;

/**
 * Lines that belong to words and not to a table. What is struck through is taken away, as Word
 * prints deletions that nobody accepted; what is underlined stays without its line.
 */
final class TextDecoration {
  /** How far within a glyph's height a line through it runs, in parts of the height. */
  private static final float WITHIN = .3f;

  /** How far above a glyph's end, and below, a line under it runs, in parts of the height. */
  private static final float ABOVE = .2f;

  private static final float BELOW = .1f;

  /** A longer line is a table's. */
  private static final float LONGEST = 300;

  /** Glyphs times lines of a page; a report's have a twentieth. */
  private static final long MOST = 20_000_000;

  private final List<Glyph> glyphs;
  private final List<Ruling> through;
  private final List<Ruling> under;

  private TextDecoration(List<Glyph> glyphs, List<Ruling> rulings) {
    this.glyphs = glyphs;
    boolean isWriting = (long) glyphs.size() * rulings.size() < MOST;
    List<Ruling> lines =
        rulings.stream()
            .filter(line -> isWriting && line.horizontal() && line.length() < LONGEST)
            .toList();
    through = lines.stream().filter(line -> belongs(line, TextDecoration::isThrough)).toList();
    under = lines.stream().filter(line -> belongs(line, TextDecoration::isUnder)).toList();
  }

  /** The decorations among the lines of a page. */
  static TextDecoration of(List<Glyph> glyphs, List<Ruling> rulings) {
    return new TextDecoration(glyphs, rulings);
  }

  /** The glyphs that are not struck through. */
  List<Glyph> words() {
    return through.isEmpty()
        ? glyphs
        : glyphs.stream()
            .filter(glyph -> through.stream().noneMatch(line -> isThrough(line, glyph)))
            .toList();
  }

  /** The lines that underline nothing. */
  List<Ruling> without(List<Ruling> rulings) {
    return under.isEmpty()
        ? rulings
        : rulings.stream().filter(line -> !under.contains(line)).toList();
  }

  private interface Place {
    boolean isAt(Ruling line, Glyph glyph);
  }

  /** Whether a line begins and ends with the glyphs that it runs through or under. */
  private boolean belongs(Ruling line, Place place) {
    float from = Float.MAX_VALUE;
    float to = -Float.MAX_VALUE;
    float size = 0;
    for (Glyph glyph : glyphs) {
      if (place.isAt(line, glyph)) {
        from = Math.min(from, glyph.box().x0());
        to = Math.max(to, glyph.box().x1());
        size = Math.max(size, glyph.size());
      }
    }
    return size > 0
        && Math.abs(from - line.from()) < size / 2
        && Math.abs(to - line.to()) < size / 2;
  }

  private static boolean isThrough(Ruling line, Glyph glyph) {
    Box box = glyph.box();
    float inset = WITHIN * box.height();
    return line.at() > box.y0() + inset && line.at() < box.y1() - inset && spans(line, glyph);
  }

  private static boolean isUnder(Ruling line, Glyph glyph) {
    float height = glyph.box().height();
    return line.at() > glyph.box().y1() - ABOVE * height
        && line.at() < glyph.box().y1() + BELOW * height
        && spans(line, glyph);
  }

  private static boolean spans(Ruling line, Glyph glyph) {
    return line.from() < glyph.centerX() && line.to() > glyph.centerX();
  }
}
