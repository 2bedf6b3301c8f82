package org.gongkai.rule.similarity;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures how much of a text was copied from an earlier one. Different figures are no difference.
 */
public final class NarrativeReuse {
  /** A paragraph counts as copied from this share on. */
  private static final double SAME_PARAGRAPH = 0.9;

  private NarrativeReuse() {}

  /**
   * The copied part of a text.
   *
   * @param share the share of the text that is also in the earlier one, 0 to 1
   * @param characters the length of the text without figures and punctuation
   * @param paragraphs the indexes of the copied paragraphs, from 0
   */
  public record Reused(double share, int characters, List<Integer> paragraphs) {
    public Reused {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** Compares the paragraphs of a text with an earlier text. */
  public static Reused compare(List<String> text, Shingles earlier) {
    int all = 0;
    int reused = 0;
    List<Integer> paragraphs = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      int[] shingles = Shingles.of(text.get(i));
      int found = 0;
      for (int shingle : shingles) {
        found += earlier.contains(shingle) ? 1 : 0;
      }
      all += shingles.length;
      reused += found;
      if (shingles.length > 0 && found >= SAME_PARAGRAPH * shingles.length) {
        paragraphs.add(i);
      }
    }
    return new Reused(all == 0 ? 0 : (double) reused / all, all, paragraphs);
  }
}
