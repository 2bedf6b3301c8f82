package org.gongkai.document.pdf;

/**
 * A rectangle along the page's sides, in the coordinates that a reader sees: points, x to the
 * right, y down.
 */
record Box(float x0, float y0, float x1, float y1) {
  float width() {
    return x1 - x0;
  }

  float height() {
    return y1 - y0;
  }

  float centerX() {
    return (x0 + x1) / 2;
  }

  float centerY() {
    return (y0 + y1) / 2;
  }

  float area() {
    return width() * height();
  }

  /** Whether a point is in it, or no further off. */
  boolean isAround(float x, float y, float off) {
    return x >= x0 - off && x <= x1 + off && y >= y0 - off && y <= y1 + off;
  }

  /** The smallest box around both. */
  Box with(Box o) {
    return new Box(Math.min(x0, o.x0), Math.min(y0, o.y0), Math.max(x1, o.x1), Math.max(y1, o.y1));
  }
}
