package org.gongkai.publish;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes words from outside safe for a page. */
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
   * Words for content or a quoted attribute. Markup is escaped; a control character is shown by its
   * picture, one that turns the direction of writing by its number; what is no character by U+FFFD.
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
      } else if (turns(c)) {
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
        : c >= 0xA0 && c < 0xFFFE && !Character.isSurrogate(c) && !turns(c);
  }

  /**
   * Words as a JSON string within a script element: {@code <} never appears, so no element can end.
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

  /**
   * Whether a character is there to turn the direction of the text around it, and shows nothing
   * itself.
   */
  private static boolean turns(char c) {
    return c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }
}
