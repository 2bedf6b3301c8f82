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

  /** The smallest box around something. */
  record Box(float x0, float y0, float x1, float y1) {
    static Box around(List<Point> points) {
      Point first = points.get(0);
      Box box = new Box(first.x, first.y, first.x, first.y);
      for (Point point : points) {
        box =
            new Box(
                Math.min(box.x0, point.x),
                Math.min(box.y0, point.y),
                Math.max(box.x1, point.x),
                Math.max(box.y1, point.y));
      }
      return box;
    }

    /** Whether it is a line's width larger than that one on all sides. */
    boolean frames(Box inner) {
      return isLine(inner.x0 - x0)
          && isLine(inner.y0 - y0)
          && isLine(x1 - inner.x1)
          && isLine(y1 - inner.y1);
    }

    private static boolean isLine(float width) {
      return width > 0 && width <= THIN;
    }
  }

  private final Budget budget;
  private final List<Point> points = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private int start;
  private boolean clips;

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

  /** What is drawn after the path was painted is seen only within it. */
  void clip() {
    clips = true;
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
    Box last = null;
    for (int from = 0; from < points.size(); ) {
      int to = from + 1;
      while (to < points.size() && points.get(to).kind != Kind.MOVE) {
        to++;
      }
      List<Point> part = points.subList(from, to);
      if (strokes) {
        stroke(state, part);
      }
      if (fills && part.size() > 2) {
        Box box = Box.around(part);
        if (last != null && (last.frames(box) || box.frames(last))) {
          frame(state, last, box);
        } else {
          fill(state, box);
        }
        last = box;
      }
      from = to;
    }
    if (clips && !points.isEmpty()) {
      Box box = Box.around(points);
      state.clipTop = Math.max(state.clipTop, box.y0);
      state.clipBottom = Math.min(state.clipBottom, box.y1);
    }
    clips = false;
    points.clear();
    start = 0;
  }

  private void stroke(GraphicsState state, List<Point> part) {
    for (int i = 1; i < part.size(); i++) {
      Point a = part.get(i - 1);
      Point b = part.get(i);
      float dx = Math.abs(b.x - a.x);
      float dy = Math.abs(b.y - a.y);
      if (b.kind != Kind.CURVE && dx + dy > .05f) {
        if (dy <= LEAN && dx >= dy) {
          rule(state, true, a.x, b.x, (a.y + b.y) / 2);
        } else if (dx <= LEAN) {
          rule(state, false, a.y, b.y, (a.x + b.x) / 2);
        }
      }
    }
  }

  /** Draws a box that is filled: a line where it is thin, a dot of a dotted one where tiny. */
  void fill(GraphicsState state, Box box) {
    float w = box.x1 - box.x0;
    float h = box.y1 - box.y0;
    if (h <= THIN && w > h * 1.5f) {
      rule(state, true, box.x0, box.x1, (box.y0 + box.y1) / 2);
    } else if (w <= THIN && h > w * 1.5f) {
      rule(state, false, box.y0, box.y1, (box.x0 + box.x1) / 2);
    } else if (h <= THIN && w <= THIN && w > 0 && h > 0) {
      rule(state, true, box.x0, box.x1, (box.y0 + box.y1) / 2);
      rule(state, false, box.y0, box.y1, (box.x0 + box.x1) / 2);
    }
  }

  /** Draws what is between two boxes: a cell's border, as WeasyPrint draws it. */
  private void frame(GraphicsState state, Box a, Box b) {
    float x0 = (a.x0 + b.x0) / 2;
    float x1 = (a.x1 + b.x1) / 2;
    float y0 = (a.y0 + b.y0) / 2;
    float y1 = (a.y1 + b.y1) / 2;
    rule(state, true, x0, x1, y0);
    rule(state, true, x0, x1, y1);
    rule(state, false, y0, y1, x0);
    rule(state, false, y0, y1, x1);
  }

  private void rule(GraphicsState state, boolean horizontal, float a, float b, float at) {
    budget.mark();
    float from = Math.min(a, b);
    float to = Math.max(a, b);
    if (horizontal ? isSeen(state, at, at) : isSeen(state, from, to)) {
      rulings.add(
          horizontal
              ? new Ruling(true, from, to, at)
              : new Ruling(
                  false, Math.max(from, state.clipTop), Math.min(to, state.clipBottom), at));
    }
  }

  private static boolean isSeen(GraphicsState state, float from, float to) {
    return to >= state.clipTop && from <= state.clipBottom;
  }
}
