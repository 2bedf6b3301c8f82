package org.gongkai.text;

/** How many columns of a screen a character takes: one, two, or as the screen likes. */
public final class Width {
  private Width() {}

  /** Whether it takes two columns where Chinese is shown as it should. */
  public static boolean isWide(char c) {
    return c >= 0x1100
        && (c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf
            || c >= 0xac00 && c <= 0xd7a3
            || Character.isHighSurrogate(c)
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0xffe0 && c <= 0xffe6);
  }

  /** Whether some screens give it one column, some two. */
  public static boolean isAmbiguous(char c) {
    return c >= 0x2010 && c <= 0x203b || c >= 0x2100 && c <= 0x27bf || c == 0xb7 || c == 0xd7;
  }

  /** Whether it takes none: the other half of a pair. */
  public static boolean isNone(char c) {
    return Character.isLowSurrogate(c);
  }

  /** How wide a word is where a wide character is as wide as given. */
  public static int of(String word, int wide) {
    int width = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      width += isWide(c) ? wide : isNone(c) ? 0 : 1;
    }
    return width;
  }
}
