package org.gongkai.publish;

/** Makes text fit for UTF-8. */
final class Unicode {
  private Unicode() {}

  /** The text with U+FFFD in place of lone surrogates. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      return repaired(text, i);
    }
    return text;
  }

  private static String repaired(String text, int from) {
    StringBuilder builder = new StringBuilder(text.length()).append(text, 0, from);
    int i = from;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      builder.appendCodePoint(lone ? 0xFFFD : point);
    }
    return builder.toString();
  }
}
