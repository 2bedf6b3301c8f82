package org.gongkai.text;

/** Joins lines of Chinese text, which is written without spaces. */
public final class Han {
  private Han() {}

  /**
   * Whether no space stands beside it: a Han character, Chinese punctuation, or a full-width form
   * other than a digit.
   */
  static boolean isSetSolid(int c) {
    return c >= 0x4e00 && c <= 0x9fff
        || c >= 0x3001 && c <= 0x303f
        || c >= 0x3400 && c <= 0x4dbf
        || c >= 0xff00 && c <= 0xff65 && !(c >= 0xff10 && c <= 0xff19)
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0x20000 && c <= 0x3ffff
        || c >= 0x2018 && c <= 0x201f;
  }

  /**
   * Whether {@code next} continues {@code before} without a space between the two. Neither may be
   * empty.
   */
  public static boolean joinsWithoutSpace(CharSequence before, String next) {
    return isSetSolid(Character.codePointBefore(before, before.length()))
        && isSetSolid(next.codePointAt(0));
  }
}
