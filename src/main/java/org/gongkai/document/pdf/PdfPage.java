package org.gongkai.document.pdf;

import java.util.List;

/**
 * What is seen on a page.
 *
 * @param number from 1
 * @param glyphs in the order of drawing, each once
 * @param rulings lines drawn
 * @param hasMoreBelow whether words are written below its edge, where they are not seen
 * @param unknown how many glyphs have no character
 * @param pictures how much of the page pictures cover, 0 to 1
 * @param pictureTops where pictures begin that are large enough to hold a table
 */
record PdfPage(
    int number,
    float width,
    float height,
    List<Glyph> glyphs,
    List<Ruling> rulings,
    boolean hasMoreBelow,
    int unknown,
    float pictures,
    List<Float> pictureTops) {
  /** Part of the page that a picture of a page covers at least. */
  private static final float MOST = .5f;

  /** Fewer glyphs than that beside a picture are a page number or a stamp's. */
  private static final int FEW = 40;

  /** Whether it is a picture of a page: no words but those that recognition put behind it. */
  boolean isPicture() {
    return pictures > MOST && glyphs.size() < FEW;
  }
}
