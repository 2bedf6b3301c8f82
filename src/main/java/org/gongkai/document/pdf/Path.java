package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** A path being drawn, and the straight lines that were: strokes, thin boxes, thin pictures. */
final class Path {
  /** A filled box up to that wide is a line. */
  private static final float THIN = 3.2f;

  /** A wider stroke fills an area. */
  private static final float BROAD = 6;

  /** What a line may lean and still be straight. */
  private static final float LEAN = .5f;

  private enum Kind {
    MOVE,
    LINE,
    CURVE
  }

  private record Point(float x, float y, Kind kind) {}

  private final Budget budget;
  private final List<Point> points = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private int start;

  Path(Budget budget) {
    this.budget = budget;
  }

  List<Ruling> rulings() {
    return rulings;
  }

  void move(Matrix m, float x, float y) {
    start = points.size();
    add(m, x, y, Kind.MOVE);
  }

  void line(Matrix m, float x, float y) {
    add(m, x, y, points.isEmpty() ? Kind.MOVE : Kind.LINE);
  }

  void curve(Matrix m, float x, float y) {
    add(m, x, y, points.isEmpty() ? Kind.MOVE : Kind.CURVE);
  }

  void rectangle(Matrix m, float x, float y, float width, float height) {
    move(m, x, y);
    line(m, x + width, y);
    line(m, x + width, y + height);
    line(m, x, y + height);
    close();
  }

  void close() {
    if (start < points.size()) {
      Point first = points.get(start);
      points.add(new Point(first.x, first.y, Kind.LINE));
    }
  }

  void clear() {
    points.clear();
    start = 0;
  }

  private void add(Matrix m, float x, float y, Kind kind) {
    budget.operator();
    points.add(new Point(m.x(x, y), m.y(x, y), kind));
  }

  /** Draws the path and begins another. */
  void paint(GraphicsState state, boolean stroke, boolean fill) {
    Matrix m = state.matrix;
    float scale = (float) Math.sqrt(Math.abs(m.a() * m.d() - m.b() * m.c()));
    boolean strokes = stroke && !state.stroke.white() && state.lineWidth * scale <= BROAD;
    boolean fills = fill && !state.fill.white();
    for (int from = 0; from < points.size(); ) {
      int to = from + 1;
      while (to < points.size() && points.get(to).kind != Kind.MOVE) {
        to++;
      }
      List<Point> part = points.subList(from, to);
      if (strokes) {
        stroke(part);
      }
      if (fills) {
        fill(part);
      }
      from = to;
    }
    clear();
  }

  private void stroke(List<Point> part) {
    for (int i = 1; i < part.size(); i++) {
      Point a = part.get(i - 1);
      Point b = part.get(i);
      float dx = Math.abs(b.x - a.x);
      float dy = Math.abs(b.y - a.y);
      if (b.kind != Kind.CURVE && dx + dy > .05f) {
        if (dy <= LEAN && dx >= dy) {
          rule(true, a.x, b.x, (a.y + b.y) / 2);
        } else if (dx <= LEAN) {
          rule(false, a.y, b.y, (a.x + b.x) / 2);
        }
      }
    }
  }

  private void fill(List<Point> part) {
    if (part.size() < 3) {
      return;
    }
    float x0 = Float.MAX_VALUE;
    float y0 = Float.MAX_VALUE;
    float x1 = -Float.MAX_VALUE;
    float y1 = -Float.MAX_VALUE;
    for (Point point : part) {
      x0 = Math.min(x0, point.x);
      x1 = Math.max(x1, point.x);
      y0 = Math.min(y0, point.y);
      y1 = Math.max(y1, point.y);
    }
    box(x0, y0, x1, y1);
  }

  /** A box that is filled: a line where it is thin, a dot of a dotted one where it is tiny. */
  void box(float x0, float y0, float x1, float y1) {
    float w = x1 - x0;
    float h = y1 - y0;
    if (h <= THIN && w > h * 1.5f) {
      rule(true, x0, x1, (y0 + y1) / 2);
    } else if (w <= THIN && h > w * 1.5f) {
      rule(false, y0, y1, (x0 + x1) / 2);
    } else if (h <= THIN && w <= THIN && w > 0 && h > 0) {
      rule(true, x0, x1, (y0 + y1) / 2);
      rule(false, y0, y1, (x0 + x1) / 2);
    }
  }

  private void rule(boolean horizontal, float a, float b, float at) {
    budget.mark();
    rulings.add(new Ruling(horizontal, Math.min(a, b), Math.max(a, b), at));
  }
}
