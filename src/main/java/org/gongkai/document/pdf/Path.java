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

  /**
   * A point of a path.
   *
   * @param isCurved whether a curve leads to it
   */
  private record Point(float x, float y, boolean isCurved) {}

  private final Budget budget;
  private final List<List<Point>> parts = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private boolean clips;

  Path(Budget budget) {
    this.budget = budget;
  }

  List<Ruling> rulings() {
    return rulings;
  }

  void move(Matrix m, float x, float y) {
    parts.add(new ArrayList<>());
    add(m, x, y, false);
  }

  void line(Matrix m, float x, float y) {
    add(m, x, y, false);
  }

  void curve(Matrix m, float x, float y) {
    add(m, x, y, true);
  }

  void rectangle(Matrix m, float x, float y, float width, float height) {
    move(m, x, y);
    line(m, x + width, y);
    line(m, x + width, y + height);
    line(m, x, y + height);
    close();
  }

  void close() {
    if (!parts.isEmpty()) {
      List<Point> part = last();
      part.add(new Point(part.get(0).x, part.get(0).y, false));
    }
  }

  private List<Point> last() {
    return parts.get(parts.size() - 1);
  }

  /** What is drawn after the path was painted is seen only within it. */
  void clip() {
    clips = true;
  }

  private void add(Matrix m, float x, float y, boolean isCurved) {
    budget.operator();
    if (parts.isEmpty()) {
      parts.add(new ArrayList<>());
    }
    last().add(new Point(m.x(x, y), m.y(x, y), isCurved));
  }

  /** Draws the path and begins another. */
  void paint(GraphicsState state, boolean stroke, boolean fill) {
    Matrix m = state.matrix;
    float scale = (float) Math.sqrt(Math.abs(m.a() * m.d() - m.b() * m.c()));
    boolean strokes = stroke && !state.stroke.white() && state.lineWidth * scale <= BROAD;
    boolean fills = fill && !state.fill.white();
    Box last = null;
    for (List<Point> part : parts) {
      if (strokes) {
        stroke(state, part);
      }
      if (fills && part.size() > 2) {
        Box box = around(part);
        if (last != null && (frames(last, box) || frames(box, last))) {
          frame(state, last, box);
        } else {
          fill(state, box);
        }
        last = box;
      }
    }
    if (clips && !parts.isEmpty()) {
      Box box = around(parts.stream().flatMap(List::stream).toList());
      state.clipTop = Math.max(state.clipTop, box.y0());
      state.clipBottom = Math.min(state.clipBottom, box.y1());
    }
    clips = false;
    parts.clear();
  }

  private void stroke(GraphicsState state, List<Point> part) {
    for (int i = 1; i < part.size(); i++) {
      Point a = part.get(i - 1);
      Point b = part.get(i);
      float dx = Math.abs(b.x - a.x);
      float dy = Math.abs(b.y - a.y);
      if (!b.isCurved && dx + dy > .05f) {
        if (dy <= LEAN && dx >= dy) {
          rule(state, true, a.x, b.x, (a.y + b.y) / 2);
        } else if (dx <= LEAN) {
          rule(state, false, a.y, b.y, (a.x + b.x) / 2);
        }
      }
    }
  }

  private static Box around(List<Point> points) {
    float x0 = Float.MAX_VALUE;
    float y0 = Float.MAX_VALUE;
    float x1 = -Float.MAX_VALUE;
    float y1 = -Float.MAX_VALUE;
    for (Point point : points) {
      x0 = Math.min(x0, point.x);
      y0 = Math.min(y0, point.y);
      x1 = Math.max(x1, point.x);
      y1 = Math.max(y1, point.y);
    }
    return new Box(x0, y0, x1, y1);
  }

  /** Whether a box is a line's width larger than another on all sides. */
  private static boolean frames(Box outer, Box inner) {
    return isThin(inner.x0() - outer.x0())
        && isThin(inner.y0() - outer.y0())
        && isThin(outer.x1() - inner.x1())
        && isThin(outer.y1() - inner.y1());
  }

  private static boolean isThin(float width) {
    return width > 0 && width <= THIN;
  }

  /** Draws a box that is filled: a line where it is thin, a dot of a dotted one where tiny. */
  void fill(GraphicsState state, Box box) {
    float w = box.width();
    float h = box.height();
    if (h <= THIN && w > h * 1.5f) {
      rule(state, true, box.x0(), box.x1(), (box.y0() + box.y1()) / 2);
    } else if (w <= THIN && h > w * 1.5f) {
      rule(state, false, box.y0(), box.y1(), (box.x0() + box.x1()) / 2);
    } else if (h <= THIN && w <= THIN && w > 0 && h > 0) {
      rule(state, true, box.x0(), box.x1(), (box.y0() + box.y1()) / 2);
      rule(state, false, box.y0(), box.y1(), (box.x0() + box.x1()) / 2);
    }
  }

  /** Draws what is between two boxes: a cell's border, as WeasyPrint draws it. */
  private void frame(GraphicsState state, Box a, Box b) {
    float x0 = (a.x0() + b.x0()) / 2;
    float x1 = (a.x1() + b.x1()) / 2;
    float y0 = (a.y0() + b.y0()) / 2;
    float y1 = (a.y1() + b.y1()) / 2;
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
