package org.gongkai.publish;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes markup as UTF-8. Whatever comes from a report goes through {@link #text}; only the
 * program's own words go through {@link #raw}.
 */
final class Html implements Appendable {
  private static final byte[] @Nullable [] ENTITIES = new byte[128][];

  static {
    ENTITIES['&'] = utf8("&amp;");
    ENTITIES['<'] = utf8("&lt;");
    ENTITIES['>'] = utf8("&gt;");
    ENTITIES['"'] = utf8("&quot;");
    ENTITIES['\''] = utf8("&#39;");
    ENTITIES['`'] = utf8("&#96;");
    for (int c = 0; c < ' '; c++) {
      ENTITIES[c] = utf8(String.valueOf((char) (0x2400 + c)));
    }
    ENTITIES['\t'] = null;
    ENTITIES['\n'] = null;
    ENTITIES['\r'] = utf8(" ");
    ENTITIES[0x7F] = utf8("\u2421");
  }

  private byte[] bytes;
  private int length;

  Html(int capacity) {
    bytes = new byte[capacity];
  }

  /** The bytes of a string, to be written often. */
  static byte[] utf8(String markup) {
    return markup.getBytes(StandardCharsets.UTF_8);
  }

  /** Markup of the program's own. */
  Html raw(byte[] markup) {
    reserve(markup.length);
    System.arraycopy(markup, 0, bytes, length, markup.length);
    length += markup.length;
    return this;
  }

  /** Markup of the program's own; well-formed UTF-16. */
  Html raw(String markup) {
    reserve(markup.length() * 3);
    for (int i = 0; i < markup.length(); i++) {
      char c = markup.charAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (Character.isSurrogate(c)) {
        point(markup.codePointAt(i));
        i++;
      } else {
        point(c);
      }
    }
    return this;
  }

  /** Markup of a template's own. */
  @Override
  public Html append(CharSequence markup) {
    return raw(markup.toString());
  }

  @Override
  public Html append(CharSequence markup, int start, int end) {
    return raw(markup.subSequence(start, end).toString());
  }

  @Override
  public Html append(char c) {
    return raw(String.valueOf(c));
  }

  /** Words from outside, escaped as {@link #text} does. */
  static String escape(String text) {
    return new Html(text.length() * 3 / 2 + 16).text(text).toString();
  }

  /** A number. */
  Html number(long number) {
    return raw(Long.toString(number));
  }

  /**
   * Words from outside, for content or a quoted attribute. Markup is escaped; a control character
   * is shown by its picture, one that turns the direction of writing by its number; what is no
   * character by U+FFFD.
   */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      reserve(8);
      if (c < 0x80) {
        byte[] entity = ENTITIES[c];
        if (entity == null) {
          bytes[length++] = (byte) c;
        } else {
          raw(entity);
        }
      } else if (Character.isSurrogate(c)) {
        int point = text.codePointAt(i);
        if (Character.isSupplementaryCodePoint(point)) {
          i++;
          point((point & 0xFFFE) == 0xFFFE ? 0xFFFD : point);
        } else {
          point(0xFFFD);
        }
      } else if (turns(c)) {
        raw("[U+").raw(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)).raw("]");
      } else if (c < 0xA0 || c >= 0xFFFE) {
        point(0xFFFD);
      } else {
        point(c);
      }
    }
    return this;
  }

  /**
   * Words from outside as a JSON string within a script element: {@code <} never appears, so no
   * element can end.
   */
  Html json(String text) {
    reserve(1);
    bytes[length++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      reserve(8);
      if (c < ' '
          || c == '"'
          || c == '\\'
          || c == '<'
          || c == '>'
          || c == '&'
          || c == 0x2028
          || c == 0x2029) {
        raw("\\u").raw(String.format("%04x", (int) c));
      } else if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (Character.isSurrogate(c)) {
        int point = text.codePointAt(i);
        if (Character.isSupplementaryCodePoint(point)) {
          i++;
          point(point);
        } else {
          point(0xFFFD);
        }
      } else {
        point(c);
      }
    }
    reserve(1);
    bytes[length++] = '"';
    return this;
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

  private void point(int point) {
    if (point < 0x800) {
      bytes[length++] = (byte) (0xC0 | point >> 6);
    } else {
      if (point < 0x10000) {
        bytes[length++] = (byte) (0xE0 | point >> 12);
      } else {
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
      }
      bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
    }
    bytes[length++] = (byte) (0x80 | point & 0x3F);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** All that was written. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** A figure as it is shown; null is a blank. */
  Html figure(@Nullable BigDecimal value) {
    return value == null ? both("空白", "blank") : raw(value.toPlainString());
  }

  /** The program's own words, which may be markup, in both languages. */
  Html both(String zh, String en) {
    return raw(bilingual(zh, en));
  }

  /** The same as a string, to be written often. */
  static String bilingual(String zh, String en) {
    return "<span class=\"z\" lang=\"zh-CN\">"
        + zh
        + "</span><span class=\"e\" lang=\"en\">"
        + en
        + "</span>";
  }
}
