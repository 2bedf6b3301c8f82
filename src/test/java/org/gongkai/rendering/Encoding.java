package org.gongkai.rendering;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.jspecify.annotations.Nullable;

/** How characters become bytes, and what the page says about it. */
enum Encoding {
  UTF8("UTF-8", "", "utf-8"),
  UTF8_UNDECLARED("UTF-8", "", null),
  UTF8_BOM("UTF-8", "\ufeff", null),
  UTF8_AS_GBK("UTF-8", "", "gb2312"),
  GBK("GBK", "", "gb2312"),
  GBK_UNDECLARED("GBK", "", null),
  GBK_AS_UTF8("GBK", "", "utf-8"),
  GBK_AS_LATIN("GBK", "", "iso-8859-1"),
  GB18030("GB18030", "", "gb18030"),
  GB18030_UNDECLARED("GB18030", "", null),
  GB18030_AS_UTF8("GB18030", "", "utf-8"),
  UTF16_LE("UTF-16LE", "\ufeff", null),
  UTF16_BE("UTF-16BE", "\ufeff", null),
  UTF16_LE_AS_UTF8("UTF-16LE", "\ufeff", "utf-8"),
  BIG5("Big5", "", "big5");

  private final Charset charset;
  private final String mark;
  private final @Nullable String declared;

  Encoding(String charset, String mark, @Nullable String declared) {
    this.charset = Charset.forName(charset);
    this.mark = mark;
    this.declared = declared;
  }

  /** Whether only traditional characters can be written in it. */
  boolean traditional() {
    return charset.name().equals("Big5");
  }

  /** Whether every character can be written in it. */
  boolean unicode() {
    return charset.name().startsWith("UTF");
  }

  /** The charset's name. */
  String charset() {
    return charset.name();
  }

  /** What goes into the head of a page. */
  String meta() {
    if (declared == null) {
      return "";
    }
    return ordinal() % 2 == 0
        ? "<meta charset=\"" + declared + "\">\n"
        : "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + declared + "\">\n";
  }

  /**
   * The bytes; what the charset lacks becomes a character reference in HTML and is an error in
   * text.
   */
  byte[] bytes(String text, boolean html) {
    String whole = mark + text;
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.canEncode(whole)) {
      return whole.getBytes(charset);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(whole.length() * 3);
    int from = 0;
    for (int i = 0; i < whole.length(); i = whole.offsetByCodePoints(i, 1)) {
      int next = whole.offsetByCodePoints(i, 1);
      if (!encoder.canEncode(whole.substring(i, next))) {
        if (!html) {
          throw new IllegalStateException(name() + " lacks " + whole.substring(i, next));
        }
        write(bytes, encoder, whole.substring(from, i) + "&#" + whole.codePointAt(i) + ';');
        from = next;
      }
    }
    write(bytes, encoder, whole.substring(from));
    return bytes.toByteArray();
  }

  private static void write(ByteArrayOutputStream bytes, CharsetEncoder encoder, String text) {
    try {
      ByteBuffer buffer = encoder.encode(CharBuffer.wrap(text));
      bytes.write(buffer.array(), buffer.arrayOffset(), buffer.limit());
    } catch (CharacterCodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
