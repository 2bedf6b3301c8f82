package org.gongkai.document.pdf;

/**
 * A character on a page.
 *
 * @param text what it says; U+FFFD where the font does not say
 * @param size of the font, as it is drawn
 * @param index its number on the page, from 0, in the order of drawing
 */
record Glyph(String text, Box box, float size, int index) {
  /** What the font has no character for. */
  static final String UNKNOWN = "\ufffd";

  float centerX() {
    return box.centerX();
  }

  float centerY() {
    return box.centerY();
  }

  boolean isLatin() {
    return text.charAt(text.length() - 1) < 0x80;
  }
}
