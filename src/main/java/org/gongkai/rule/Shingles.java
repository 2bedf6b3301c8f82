package org.gongkai.rule;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as overlapping pieces of eight characters, hashed. Figures, spaces and punctuation are
 * left out, so that the same text with other figures has the same pieces.
 */
final class Shingles {
  private static final int LENGTH = 8;

  private Shingles() {}

  /** The pieces of a paragraph in order; none for a short one. */
  static long[] of(String paragraph) {
    String text = letters(paragraph);
    int count = text.length() - LENGTH + 1;
    if (count <= 0) {
      return new long[0];
    }
    long[] shingles = new long[count];
    for (int i = 0; i < count; i++) {
      long hash = 0;
      for (int j = i; j < i + LENGTH; j++) {
        hash = hash * 1_000_003 + text.charAt(j);
      }
      shingles[i] = mix(hash);
    }
    return shingles;
  }

  /** The pieces of all paragraphs, sorted, each once. */
  static long[] set(Iterable<String> paragraphs) {
    long[] all = new long[0];
    int size = 0;
    for (String paragraph : paragraphs) {
      long[] more = of(paragraph);
      if (size + more.length > all.length) {
        all = Arrays.copyOf(all, Math.max(2 * all.length, size + more.length));
      }
      System.arraycopy(more, 0, all, size, more.length);
      size += more.length;
    }
    return Arrays.stream(all, 0, size).sorted().distinct().toArray();
  }

  private static String letters(String paragraph) {
    String folded = Normalizer.normalize(paragraph, Normalizer.Form.NFKC);
    StringBuilder letters = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetter(c) || Character.isSurrogate(c)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** Spreads the bits (the finalizer of SplitMix64). */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
