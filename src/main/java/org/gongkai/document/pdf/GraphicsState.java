package org.gongkai.document.pdf;

import org.jspecify.annotations.Nullable;

/** What holds while a page is drawn (ISO 32000-2, 8.4): as much of it as words and lines need. */
final class GraphicsState implements Cloneable {
  Matrix matrix;
  @Nullable Font font;
  float size;
  float characterSpacing;
  float wordSpacing;
  float horizontalScaling = 1;
  float leading;
  float rise;
  int renderingMode;
  float lineWidth = 1;

  /**
   * What is drawn above or below is not seen. wkhtmltopdf draws what a page's end cuts through on
   * both pages, and each shows its part.
   */
  float clipTop;

  float clipBottom;
  Paint fill = new Paint(true, false);
  Paint stroke = new Paint(true, false);

  GraphicsState(Matrix matrix, float clipTop, float clipBottom) {
    this.matrix = matrix;
    this.clipTop = clipTop;
    this.clipBottom = clipBottom;
  }

  GraphicsState copy() {
    try {
      return (GraphicsState) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs an operator that sets what is here; others change nothing. */
  void set(String operator, Operands o) {
    switch (operator) {
      case "cm" -> matrix = o.matrix().then(matrix);
      case "w" -> lineWidth = o.number(0);
      case "Tc" -> characterSpacing = o.number(0);
      case "Tw" -> wordSpacing = o.number(0);
      case "Tz" -> horizontalScaling = o.number(0) / 100;
      case "TL" -> leading = o.number(0);
      case "Ts" -> rise = o.number(0);
      case "Tr" -> renderingMode = (int) o.number(0);
      case "g", "rg", "k" -> fill = new Paint(true, o.isWhite());
      case "G", "RG", "K" -> stroke = new Paint(true, o.isWhite());
      case "sc", "scn" -> fill = fill.of(o);
      case "SC", "SCN" -> stroke = stroke.of(o);
      default -> {}
    }
  }

  /**
   * A colour, of which only white matters: lines drawn white on white are none.
   *
   * @param known whether its numbers are grey, red-green-blue or ink, and not a tint of something
   */
  record Paint(boolean known, boolean white) {
    private Paint of(Operands o) {
      return new Paint(known, known && o.isWhite());
    }
  }
}
