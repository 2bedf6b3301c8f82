package org.gongkai.document.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.document.CharsetFrom;
import org.jspecify.annotations.Nullable;

/**
 * Tells the charset and decodes: by the byte order mark; as UTF-8 where it is that, since
 * declarations are often wrong and UTF-8 is never valid by chance; else as GB18030, or as Big5
 * where that is declared.
 */
public final class Charsets {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** With the characters of Hong Kong: the web means that by Big5. */
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

  /** Bytes looked at for a declaration. */
  private static final int HEAD = 8_192;

  /** Bytes, from the first beyond ASCII, that tell whether it is UTF-8 with some damage. */
  private static final int SAMPLE = 1_024;

  private static final char REPLACEMENT = '\ufffd';

  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:^<\\?xml[^>]*?encoding|<meta[^>]*?charset)[\\s=\"']*([\\w:.+-]+)",
          Pattern.CASE_INSENSITIVE);

  private Charsets() {}

  /**
   * Decodes.
   *
   * @param declared the charset that came with the bytes, such as a MIME header's; null for none
   */
  public static Decoded decode(byte[] bytes, @Nullable String declared) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    int first = firstBeyondAscii(bytes);
    int sample = Math.min(bytes.length - first, SAMPLE);
    // Of other charsets the first bytes beyond ASCII are broken: the rest is not decoded for it.
    if (isMostlyWhole(new String(bytes, first, sample, StandardCharsets.UTF_8)) || isUtf8(bytes)) {
      String utf8 = new String(bytes, StandardCharsets.UTF_8);
      boolean valid = utf8.indexOf(REPLACEMENT) < 0 || isUtf8(bytes);
      CharsetFrom from = valid && first < bytes.length ? CharsetFrom.UTF8 : CharsetFrom.DETECTED;
      return new Decoded(utf8, StandardCharsets.UTF_8.name(), from);
    }
    Charset said = resolve(declared == null ? declaration(bytes) : declared);
    return said == null
        ? decoded(bytes, 0, GB18030, CharsetFrom.DETECTED)
        : decoded(bytes, 0, said, CharsetFrom.DECLARED);
  }

  private static Decoded decoded(byte[] bytes, int skip, Charset charset, CharsetFrom from) {
    String text = new String(bytes, skip, bytes.length - skip, charset);
    return new Decoded(text, charset.equals(BIG5) ? "Big5" : charset.name(), from);
  }

  private static @Nullable Decoded byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
      return decoded(b, 3, StandardCharsets.UTF_8, CharsetFrom.BOM);
    }
    if (b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe) {
      return decoded(b, 2, StandardCharsets.UTF_16LE, CharsetFrom.BOM);
    }
    if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) {
      return decoded(b, 2, StandardCharsets.UTF_16BE, CharsetFrom.BOM);
    }
    return null;
  }

  private static int firstBeyondAscii(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /** Whether bytes are UTF-8 throughout; a replacement character is one like any other. */
  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * Whether characters beyond ASCII outnumber broken ones by far: a few damaged bytes do not make
   * it another charset.
   */
  private static boolean isMostlyWhole(String decoded) {
    long broken = decoded.chars().filter(c -> c == REPLACEMENT).count();
    long whole = decoded.chars().filter(c -> c >= 0x80).count() - broken;
    return whole >= 4 * broken;
  }

  /** The charset that a declared name means for what is no UTF-8; null for none of ours. */
  private static @Nullable Charset resolve(@Nullable String declared) {
    String name = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
    if (name.startsWith("gb") || name.equals("x-gbk")) {
      return GB18030;
    }
    return name.startsWith("big5") ? BIG5 : null;
  }

  /** What a {@code <meta>} or an XML declaration at the head of the file says; null for nothing. */
  private static @Nullable String declaration(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    Matcher said = DECLARATION.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return said.find() ? said.group(1) : null;
  }
}
