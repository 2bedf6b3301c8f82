package org.gongkai.publish;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Escapes text for HTML pages. */
final class Html {
  private static final @Nullable String[] ENTITIES = new String[128];

  static {
    ENTITIES['&'] = "&amp;";
    ENTITIES['<'] = "&lt;";
    ENTITIES['>'] = "&gt;";
    ENTITIES['"'] = "&quot;";
    ENTITIES['\''] = "&#39;";
    ENTITIES['`'] = "&#96;";
    for (int c = 0; c < ' '; c++) {
      ENTITIES[c] = String.valueOf((char) (0x2400 + c));
    }
    ENTITIES['\t'] = null;
    ENTITIES['\n'] = null;
    ENTITIES['\r'] = " ";
    ENTITIES[0x7F] = "\u2421";
  }

  private Html() {}

  /**
   * Escapes text for content or a quoted attribute. Control characters become control pictures
   * (U+2400), directional formatting characters become {@code [U+202E]}, and what is no character
   * becomes U+FFFD.
   */
  static String escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return escape(text, i);
      }
    }
    return text;
  }

  private static String escape(String text, int from) {
    StringBuilder escaped = new StringBuilder(text.length() + 64).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        escaped.append(c);
      } else if (c < 0x80) {
        escaped.append(ENTITIES[c]);
      } else if (Character.isSurrogate(c)) {
        int point = text.codePointAt(i);
        boolean pair = Character.isSupplementaryCodePoint(point);
        i += pair ? 1 : 0;
        escaped.appendCodePoint(pair && (point & 0xFFFE) != 0xFFFE ? point : 0xFFFD);
      } else if (changesDirection(c)) {
        escaped.append("[U+").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append(']');
      } else {
        escaped.append('\uFFFD');
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(char c) {
    return c < 0x80
        ? ENTITIES[c] == null
        : c >= 0xA0 && c < 0xFFFE && !Character.isSurrogate(c) && !changesDirection(c);
  }

  /**
   * A text as a JSON string within a script element: without {@code <}, so it cannot end the
   * element.
   */
  static String json(String text) {
    StringBuilder json = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || "\"\\<>&\u2028\u2029".indexOf(c) >= 0) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return Unicode.wellFormed(json.append('"').toString());
  }

  /** Whether a character is invisible and changes the direction of the text around it. */
  private static boolean changesDirection(char c) {
    return c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }
}
