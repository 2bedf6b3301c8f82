package org.gongkai.document.pdf;

import org.jspecify.annotations.Nullable;

/** What holds while a page is drawn (ISO 32000-2, 8.4): as much of it as words and lines need. */
final class GraphicsState {
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
  Paint fill = new Paint();
  Paint stroke = new Paint();

  GraphicsState(Matrix matrix, float clipTop, float clipBottom) {
    this.matrix = matrix;
    this.clipTop = clipTop;
    this.clipBottom = clipBottom;
  }

  GraphicsState copy() {
    GraphicsState copy = new GraphicsState(matrix, clipTop, clipBottom);
    copy.font = font;
    copy.size = size;
    copy.characterSpacing = characterSpacing;
    copy.wordSpacing = wordSpacing;
    copy.horizontalScaling = horizontalScaling;
    copy.leading = leading;
    copy.rise = rise;
    copy.renderingMode = renderingMode;
    copy.lineWidth = lineWidth;
    copy.fill = fill;
    copy.stroke = stroke;
    return copy;
  }

  /**
   * A colour, of which only white matters: lines drawn white on white are none.
   *
   * @param known whether its numbers are grey, red-green-blue or ink, and not a tint of something
   */
  record Paint(boolean known, boolean white) {
    Paint() {
      this(true, false);
    }
  }
}
