package org.gongkai.document.pdf;

/**
 * A character on a page, in the coordinates that a reader sees: points, x to the right, y down.
 *
 * @param text what it says; U+FFFD where the font does not say
 * @param size of the font, as it is drawn
 * @param index its number on the page, from 0, in the order of drawing
 */
record Glyph(String text, float x0, float y0, float x1, float y1, float size, int index) {
  /** What the font has no character for. */
  static final String UNKNOWN = "\ufffd";

  float centerX() {
    return (x0 + x1) / 2;
  }

  float centerY() {
    return (y0 + y1) / 2;
  }

  boolean isLatin() {
    return text.charAt(text.length() - 1) < 0x80;
  }
}
