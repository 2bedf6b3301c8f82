package org.gongkai.rule.similarity;

import java.util.Arrays;
import org.gongkai.report.Report;
import org.gongkai.report.SectionText;

/**
 * A text in 64 numbers, made to be compared with those of many others: as many of two sketches are
 * the same as of all pieces of the two texts are in both, give or take a twentieth.
 *
 * <p>One permutation hashing (Li, Owen, Zhang 2012): each piece is hashed once, falls into one of
 * the bins by its first bits, and the least of each bin is kept; an empty one takes what the next
 * has (Shrivastava, Li 2014).
 */
public final class Sketch {
  static final int BINS = 64;
  private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(BINS);
  private static final int EMPTY = Integer.MAX_VALUE;

  private final int[] least = new int[BINS];
  private int pieces;

  private Sketch() {
    Arrays.fill(least, EMPTY);
  }

  /** Of a report's prose. */
  public static Sketch of(Report report) {
    Sketch sketch = new Sketch();
    for (SectionText section : report.sections()) {
      section.paragraphs().forEach(text -> sketch.take(Shingles.of(text.string())));
    }
    sketch.fill();
    return sketch;
  }

  /** Of a text, paragraph by paragraph. */
  public static Sketch of(Iterable<String> paragraphs) {
    Sketch sketch = new Sketch();
    for (String paragraph : paragraphs) {
      sketch.take(Shingles.of(paragraph));
    }
    sketch.fill();
    return sketch;
  }

  /** How many pieces the text has: about as many as letters. */
  int pieces() {
    return pieces;
  }

  int at(int bin) {
    return least[bin];
  }

  private void take(int[] shingles) {
    pieces += shingles.length;
    for (int shingle : shingles) {
      int bin = shingle >>> SHIFT;
      least[bin] = Math.min(least[bin], shingle & (1 << SHIFT) - 1);
    }
  }

  private void fill() {
    int[] own = least.clone();
    for (int bin = 0; bin < BINS; bin++) {
      int steps = 0;
      while (steps < BINS && own[(bin + steps) % BINS] == EMPTY) {
        steps++;
      }
      least[bin] = steps == BINS ? EMPTY : own[(bin + steps) % BINS] + steps;
    }
  }

  /** The share of the numbers that are the same, 0 to 1. */
  double alike(Sketch other) {
    int same = 0;
    for (int bin = 0; bin < BINS; bin++) {
      same += least[bin] == other.least[bin] ? 1 : 0;
    }
    return (double) same / BINS;
  }
}
