package org.gongkai.text;

/** Han characters and what is set solid with them. */
public final class Han {
  private Han() {}

  /**
   * Whether it is written without spaces around it: Han, and the punctuation and full-width forms
   * of its script.
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
   * Whether a line that begins with {@code next} goes on where {@code before} ends without a space
   * between.
   */
  public static boolean joinsWithoutSpace(CharSequence before, String next) {
    return isSetSolid(Character.codePointBefore(before, before.length()))
        && isSetSolid(next.codePointAt(0));
  }
}
