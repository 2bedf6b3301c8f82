package org.gongkai.document.pdf;

/** An affine transformation, written as PDF does: [a b c d e f]. */
record Matrix(float a, float b, float c, float d, float e, float f) {
  /** About six degrees: pages that were scanned lean less. */
  private static final float OBLIQUE = .1f;

  static final Matrix IDENTITY = new Matrix(1, 0, 0, 1, 0, 0);

  /** This one first, then the other. */
  Matrix then(Matrix o) {
    return new Matrix(
        a * o.a + b * o.c,
        a * o.b + b * o.d,
        c * o.a + d * o.c,
        c * o.b + d * o.d,
        e * o.a + f * o.c + o.e,
        e * o.b + f * o.d + o.f);
  }

  /** Whether what is written runs neither across nor down the page, as a watermark does. */
  boolean isOblique() {
    return Math.min(Math.abs(a), Math.abs(b)) > OBLIQUE * Math.max(Math.abs(a), Math.abs(b));
  }

  float x(float x, float y) {
    return a * x + c * y + e;
  }

  float y(float x, float y) {
    return b * x + d * y + f;
  }

  /** The smallest box around what it makes of another. */
  Box box(float x0, float y0, float x1, float y1) {
    return new Box(
        e + Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1),
        f + Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1),
        e + Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1),
        f + Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1));
  }

  static Matrix shift(float x, float y) {
    return new Matrix(1, 0, 0, 1, x, y);
  }
}
