package org.gongkai.rendering;

/**
 * How a program draws a PDF.
 *
 * @param font how it writes characters
 * @param lines how it draws lines
 * @param bold whether it draws each glyph three times, to look bold
 * @param shuffled whether it draws in any order
 * @param turns by how many quarters its pages are turned to the right
 */
public record PdfStyle(Font font, Lines lines, boolean bold, boolean shuffled, int turns) {
  /** As most do. */
  public static final PdfStyle PLAIN = new PdfStyle(Font.MAPPED, Lines.STROKES, false, false, 0);

  /** How characters are written. */
  public enum Font {
    /** Glyph numbers, and a map that says what they mean. */
    MAPPED,
    /** The same, but the map names radicals that look like the characters. */
    RADICALS,
    /** GBK, neither embedded nor mapped. */
    GBK,
    /** UCS-2, neither embedded nor mapped. */
    UCS2,
    /** UTF-16, neither embedded nor mapped. */
    UTF16,
    /** Digits and Latin letters in Helvetica, the rest in GBK. */
    MIXED,
    /** Fonts that are drawn by the file itself, of 256 glyphs each. */
    TYPE3,
    /** Glyph numbers of an embedded font, without a map: nobody knows what they mean. */
    UNKNOWN,
    /** Invisible, as recognition puts it behind the picture of a page. */
    INVISIBLE
  }

  /** How lines are drawn. */
  public enum Lines {
    STROKES,
    /** Boxes of half a point. */
    BOXES,
    DASHES,
    /** A rectangle around each cell. */
    RECTANGLES,
    NONE
  }

  public PdfStyle font(Font other) {
    return new PdfStyle(other, lines, bold, shuffled, turns);
  }

  public PdfStyle lines(Lines other) {
    return new PdfStyle(font, other, bold, shuffled, turns);
  }

  public PdfStyle inBold() {
    return new PdfStyle(font, lines, true, shuffled, turns);
  }

  public PdfStyle inAnyOrder() {
    return new PdfStyle(font, lines, bold, true, turns);
  }

  public PdfStyle turned(int quarters) {
    return new PdfStyle(font, lines, bold, shuffled, quarters);
  }
}
