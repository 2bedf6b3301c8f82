package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** Runs the operators that show text (ISO 32000-2, 9.4) and keeps the glyphs that are seen. */
final class GlyphReader {
  /** Below and above the baseline, in parts of the size. */
  private static final float DESCENT = .12f;

  private static final float ASCENT = .88f;
  private static final int INVISIBLE = 3;

  /** Where the next glyph is drawn, and where the line began. */
  record Place(Matrix next, Matrix line) {}

  private final Budget budget;
  private final float width;
  private final float height;
  private final List<Glyph> glyphs = new ArrayList<>();
  private Place place = new Place(Matrix.IDENTITY, Matrix.IDENTITY);
  private int drawn;
  private int unknown;
  private boolean hasMoreBelow;

  GlyphReader(Budget budget, float width, float height) {
    this.budget = budget;
    this.width = width;
    this.height = height;
  }

  /** The glyphs so far, in the order of drawing. */
  List<Glyph> all() {
    return glyphs;
  }

  /** How many glyphs have no character. */
  int unknown() {
    return unknown;
  }

  /** Whether there are glyphs below the page's edge, where they are not seen. */
  boolean hasMoreBelow() {
    return hasMoreBelow;
  }

  Place place() {
    return place;
  }

  void moveTo(Place to) {
    place = to;
  }

  /**
   * Runs an operator; those that show no text change nothing.
   *
   * @param isArtifact whether it is no part of the page's text
   */
  void run(String operator, Operands o, GraphicsState state, boolean isArtifact) {
    switch (operator) {
      case "BT" -> begin(Matrix.IDENTITY);
      case "Tm" -> begin(o.matrix());
      case "Td" -> move(o.number(0), o.number(1));
      case "TD" -> {
        state.leading = -o.number(1);
        move(o.number(0), o.number(1));
      }
      case "T*" -> move(0, -state.leading);
      case "Tj" -> show(o.get(0), state, isArtifact);
      case "'" -> {
        move(0, -state.leading);
        show(o.get(0), state, isArtifact);
      }
      case "\"" -> {
        state.wordSpacing = o.number(0);
        state.characterSpacing = o.number(1);
        move(0, -state.leading);
        show(o.get(2), state, isArtifact);
      }
      case "TJ" -> {
        if (o.get(0) instanceof COSArray pieces) {
          for (COSBase piece : pieces) {
            if (piece instanceof COSNumber back) {
              advance(-back.floatValue() / 1000 * state.size, state);
            } else {
              show(piece, state, isArtifact);
            }
          }
        }
      }
      default -> {}
    }
  }

  private void begin(Matrix at) {
    place = new Place(at, at);
  }

  private void move(float x, float y) {
    begin(Matrix.shift(x, y).then(place.line));
  }

  /** Moves on within a line, in units of the text. */
  private void advance(float distance, GraphicsState state) {
    Matrix shift =
        state.font != null && state.font.isVertical()
            ? Matrix.shift(0, distance)
            : Matrix.shift(distance * state.horizontalScaling, 0);
    place = new Place(shift.then(place.next), place.line);
  }

  private void show(@Nullable COSBase operand, GraphicsState state, boolean isArtifact) {
    if (!(operand instanceof COSString given)) {
      return;
    }
    byte[] string = given.getBytes();
    Font font = state.font;
    for (int at = 0; at < string.length; ) {
      budget.mark();
      if (font == null) {
        drawn++;
        unknown++;
        at++;
        continue;
      }
      long read = font.code(string, at);
      int code = (int) read;
      int length = (int) (read >>> 32);
      float width = font.width(code);
      if (state.renderingMode != INVISIBLE && !isArtifact) {
        draw(font, code, width, state);
      }
      drawn++;
      float spacing = state.characterSpacing + (length == 1 && code == ' ' ? state.wordSpacing : 0);
      advance((font.isVertical() ? -width : width) * state.size + spacing, state);
      at += length;
    }
  }

  private void draw(Font font, int code, float advance, GraphicsState state) {
    String text = font.text(code);
    if (text.isBlank()) {
      return;
    }
    if (text.equals(Glyph.UNKNOWN)) {
      unknown++;
    }
    Matrix matrix =
        new Matrix(state.size * state.horizontalScaling, 0, 0, state.size, 0, state.rise)
            .then(place.next)
            .then(state.matrix);
    if (matrix.isOblique()) {
      return;
    }
    float tall = font.height();
    Box box =
        font.isVertical()
            ? matrix.box(-.5f, -1, .5f, 0)
            : matrix.box(0, -DESCENT * tall, advance, ASCENT * tall);
    float size = (float) Math.hypot(matrix.c(), matrix.d()) * tall;
    boolean seen = box.centerY() >= state.clipTop && box.centerY() <= state.clipBottom;
    if (size > 0 && seen && box.x1() > -width && box.x0() < 2 * width) {
      glyphs.add(new Glyph(text, box, size, drawn));
    }
    hasMoreBelow |=
        box.centerY() > height && state.clipBottom == height && box.x1() > 0 && box.x0() < width;
  }
}
