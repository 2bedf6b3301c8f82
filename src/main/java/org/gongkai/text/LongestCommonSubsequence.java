package org.gongkai.text;

/**
 * The longest common subsequence of two texts: how many characters they share in the same order.
 * Compare damaged labels by it: {@code length("本年新收申请", "本年收申请")} is 5.
 */
public final class LongestCommonSubsequence {
  private LongestCommonSubsequence() {}

  /** How many characters the longest subsequence has that two texts have in common. */
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
