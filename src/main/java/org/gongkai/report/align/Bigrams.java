package org.gongkai.report.align;

/**
 * Which of up to 64 labels have which two characters side by side: a table of longs, so that
 * looking up the pairs of a text makes no objects.
 */
final class Bigrams {
  private static final int MULTIPLIER = 0x9E3779B1;

  private int[] pairs = new int[64];
  private long[] labels = new long[64];
  private int size;

  /** Adds all pairs of a key. */
  void addAll(String key, int label) {
    for (int at = 0; at + 1 < key.length(); at++) {
      add(key, at, label);
    }
  }

  /** Adds the pair that begins at a place of a key. */
  void add(String key, int at, int label) {
    if (2 * size >= pairs.length) {
      grow();
    }
    int pair = pair(key, at);
    int slot = slot(pair);
    size += labels[slot] == 0 ? 1 : 0;
    pairs[slot] = pair;
    labels[slot] |= 1L << label;
  }

  /** The labels that have the pair that begins at a place of a text: a bit each. */
  long at(String text, int at) {
    return labels[slot(pair(text, at))];
  }

  /** The labels that have the last pair of a text, which has at least two characters. */
  long atEnd(String text) {
    return at(text, text.length() - 2);
  }

  private int slot(int pair) {
    int mask = pairs.length - 1;
    int slot = pair * MULTIPLIER >>> 16 & mask;
    while (labels[slot] != 0 && pairs[slot] != pair) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldPairs = pairs;
    long[] oldLabels = labels;
    pairs = new int[2 * oldPairs.length];
    labels = new long[pairs.length];
    for (int i = 0; i < oldPairs.length; i++) {
      if (oldLabels[i] != 0) {
        int slot = slot(oldPairs[i]);
        pairs[slot] = oldPairs[i];
        labels[slot] = oldLabels[i];
      }
    }
  }

  private static int pair(String text, int at) {
    return text.charAt(at) << 16 | text.charAt(at + 1);
  }
}
