package org.gongkai.document.pdf;

import org.gongkai.document.Document.Problem;

/**
 * What reading one file may cost: bytes decoded, operators, glyphs, lines, pages. A report takes a
 * hundredth of it; more is refused.
 */
final class Budget {
  /** What one stream may decode to: 16 MiB. */
  static final int STREAM = 16 << 20;

  static final int PAGES = 500;

  private int bytes = 48 << 20;
  private int operators = 1_000_000;
  private int marks = 400_000;
  private int pages = PAGES;

  /** A file that asks for more than it may. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;

    Exceeded(Problem problem) {
      super(problem.name(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  void decode(int count) {
    bytes -= count;
    if (bytes < 0) {
      throw new Exceeded(Problem.BOMB);
    }
  }

  void operator() {
    if (--operators < 0) {
      throw new Exceeded(Problem.BOMB);
    }
  }

  /** A glyph or a line. */
  void mark() {
    if (--marks < 0) {
      throw new Exceeded(Problem.BOMB);
    }
  }

  void page() {
    if (--pages < 0) {
      throw new Exceeded(Problem.TOO_LARGE);
    }
  }
}
