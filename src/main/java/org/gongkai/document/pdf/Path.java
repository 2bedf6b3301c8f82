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
  private record Point(float x, float y, boolean isCurved) {
    Point straight() {
      return new Point(x, y, false);
    }
  }

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

  /** Runs an operator (ISO 32000-2, 8.5); those of no path change nothing. */
  void run(String operator, Operands o, GraphicsState state) {
    Matrix m = state.matrix;
    switch (operator) {
      case "m" -> move(m, o.number(0), o.number(1));
      case "l" -> add(m, o.number(0), o.number(1), false);
      case "c" -> add(m, o.number(4), o.number(5), true);
      case "v", "y" -> add(m, o.number(2), o.number(3), true);
      case "h" -> close();
      case "re" -> {
        move(m, o.number(0), o.number(1));
        add(m, o.number(0) + o.number(2), o.number(1), false);
        add(m, o.number(0) + o.number(2), o.number(1) + o.number(3), false);
        add(m, o.number(0), o.number(1) + o.number(3), false);
        close();
      }
      case "S" -> paint(state, true, false);
      case "s" -> {
        close();
        paint(state, true, false);
      }
      case "f", "F", "f*" -> paint(state, false, true);
      case "B", "B*" -> paint(state, true, true);
      case "b", "b*" -> {
        close();
        paint(state, true, true);
      }
      case "n" -> paint(state, false, false);
      // What is drawn after the path was painted is seen only within it.
      case "W", "W*" -> clips = true;
      default -> {}
    }
  }

  private void move(Matrix m, float x, float y) {
    parts.add(new ArrayList<>());
    add(m, x, y, false);
  }

  private void add(Matrix m, float x, float y, boolean isCurved) {
    budget.operator();
    if (parts.isEmpty()) {
      parts.add(new ArrayList<>());
    }
    last().add(new Point(m.x(x, y), m.y(x, y), isCurved));
  }

  private void close() {
    if (!parts.isEmpty()) {
      last().add(last().get(0).straight());
    }
  }

  private List<Point> last() {
    return parts.get(parts.size() - 1);
  }

  /** Draws the path and begins another. */
  private void paint(GraphicsState state, boolean stroke, boolean fill) {
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
    if (box.height() <= THIN && box.width() > 0) {
      rule(state, true, box.x0(), box.x1(), box.centerY());
    }
    if (box.width() <= THIN && box.height() > 0) {
      rule(state, false, box.y0(), box.y1(), box.centerX());
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
    if (horizontal && at >= state.clipTop && at <= state.clipBottom) {
      rulings.add(new Ruling(true, from, to, at));
    } else if (!horizontal && to >= state.clipTop && from <= state.clipBottom) {
      rulings.add(
          new Ruling(false, Math.max(from, state.clipTop), Math.min(to, state.clipBottom), at));
    }
  }
}
