package org.gongkai.text;

/** How many characters two keys share in the same order. */
public final class CommonCharacters {
  private CommonCharacters() {}

  /** The length of the longest subsequence that two keys have in common. */
  public static int count(String a, String b) {
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
