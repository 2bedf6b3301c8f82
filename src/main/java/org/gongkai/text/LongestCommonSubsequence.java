package org.gongkai.text;

/**
 * The longest common subsequence of two texts: the characters that both have in the same order. Use
 * its length to compare damaged labels: {@code length("本年新收申请", "本年收申请")} is 5.
 */
public final class LongestCommonSubsequence {
  private LongestCommonSubsequence() {}

  /** The number of characters in the longest common subsequence. */
  public static int length(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
