package org.gongkai.document;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells the charset and decodes: by the byte order mark, as strict UTF-8, by the declaration where that makes sense, and
 * else by what the text would say in each of the charsets that reports come in.
 */
final class Charsets {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = big5();
  private static final int SAMPLE = 16_384;
  private static final int HEAD = 8_192;
  /** What a declaration is worth: it decides where the text says about as much in two charsets. */
  private static final double TRUST = 0.15;

  private Charsets() {}

  private static Charset big5() {
    // With the Hong Kong characters and those that Microsoft added: the web means that by Big5.
    return Charset.isSupported("Big5-HKSCS") ? Charset.forName("Big5-HKSCS") : Charset.forName("Big5");
  }

  /**
   * Decodes.
   *
   * @param declared the charset that came with the bytes, such as a MIME header's; null for none
   */
  static Decoded decode(byte[] bytes, @Nullable String declared) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    boolean nul = utf8.indexOf(0) >= 0;
    if (nul) {
      Charset wide = wide(bytes);
      if (wide != null) {
        return new Decoded(new String(bytes, wide), wide.name(), CharsetFrom.DETECTED);
      }
    }
    int good = 0;
    int bad = 0;
    if (utf8.indexOf('\ufffd') >= 0) {
      long counts = sequences(bytes);
      good = (int) (counts >>> 32);
      bad = (int) counts;
    }
    Charset said = resolve(declared != null ? declared : declaration(bytes));
    if (bad == 0) {
      if (utf8.length() < bytes.length) {
        return new Decoded(utf8, "UTF-8", CharsetFrom.UTF8);
      }
      // Plain ASCII is the same in all of them.
      return said == null
          ? new Decoded(utf8, "UTF-8", CharsetFrom.DETECTED)
          : new Decoded(utf8, name(said), CharsetFrom.DECLARED);
    }
    if (good >= 4 * bad) {
      return new Decoded(
          utf8, "UTF-8", StandardCharsets.UTF_8.equals(said) ? CharsetFrom.DECLARED : CharsetFrom.DETECTED);
    }
    return byEvidence(bytes, said);
  }

  private static @Nullable Decoded byMark(byte[] b) {
    Charset charset = null;
    int skip = 2;
    if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
      charset = StandardCharsets.UTF_8;
      skip = 3;
    } else if (b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe) {
      charset = StandardCharsets.UTF_16LE;
    } else if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) {
      charset = StandardCharsets.UTF_16BE;
    } else if (b.length >= 4 && b[0] == (byte) 0x84 && b[1] == 0x31 && b[2] == (byte) 0x95 && b[3] == 0x33) {
      charset = GB18030;
      skip = 4;
    }
    return charset == null
        ? null
        : new Decoded(new String(b, skip, b.length - skip, charset), charset.name(), CharsetFrom.BOM);
  }

  /** UTF-16 by its NULs: markup, digits and line ends have one in every second byte. */
  private static @Nullable Charset wide(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        if ((i & 1) == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (odd > 4 * even && odd * 20 > length) {
      return StandardCharsets.UTF_16LE;
    }
    return even > 4 * odd && even * 20 > length ? StandardCharsets.UTF_16BE : null;
  }

  /** How many multi-byte sequences are well formed (high int) and how many bytes or sequences are not (low int). */
  private static long sequences(byte[] b) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < b.length; ) {
      int c = b[i];
      if (c >= 0) {
        i++;
        continue;
      }
      int more = (c & 0xe0) == 0xc0 && c >= (byte) 0xc2 ? 1 : (c & 0xf0) == 0xe0 ? 2 : (c & 0xf8) == 0xf0 ? 3 : 0;
      int end = i + 1;
      while (end <= i + more && end < b.length && (b[end] & 0xc0) == 0x80) {
        end++;
      }
      if (more > 0 && end == i + more + 1) {
        good++;
      } else {
        bad++;
      }
      i = end;
    }
    return (long) good << 32 | bad;
  }

  private static Decoded byEvidence(byte[] bytes, @Nullable Charset said) {
    List<Charset> candidates = new ArrayList<>();
    if (said != null) {
      candidates.add(said);
    }
    for (Charset charset : List.of(GB18030, BIG5, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      if (!charset.equals(said)) {
        candidates.add(charset);
      }
    }
    int start = 0;
    while (start < bytes.length && bytes[start] >= 0) {
      start++;
    }
    Charset best = GB18030;
    double most = Double.NEGATIVE_INFINITY;
    for (Charset charset : candidates) {
      boolean wide = charset.name().startsWith("UTF-16");
      int from = wide ? start & ~1 : start;
      int length = Math.min(bytes.length - from, SAMPLE);
      double sense = Han.sense(new String(bytes, from, length, charset)) + (charset.equals(said) ? TRUST : 0);
      if (sense > most) {
        most = sense;
        best = charset;
      }
    }
    return new Decoded(
        new String(bytes, best), name(best), best.equals(said) ? CharsetFrom.DECLARED : CharsetFrom.DETECTED);
  }

  private static String name(Charset charset) {
    return charset.equals(BIG5) ? "Big5" : charset.name();
  }

  /** The charset that a declared name means on the web; null where nobody knows it. */
  private static @Nullable Charset resolve(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    if (plain.startsWith("gb") || plain.equals("xgbk") || plain.equals("euccn") || plain.equals("chinese")) {
      return GB18030;
    }
    if (plain.startsWith("big5") || plain.equals("cnbig5") || plain.equals("xxbig5") || plain.equals("ms950")) {
      return BIG5;
    }
    if (plain.equals("utf8") || plain.equals("unicode11utf8")) {
      return StandardCharsets.UTF_8;
    }
    if (plain.equals("unicode") || plain.equals("utf16")) {
      return StandardCharsets.UTF_16LE;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** What a {@code <meta>} or an XML declaration at the head of the file says; null for nothing. */
  private static @Nullable String declaration(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (head.startsWith("<?xml")) {
      String found = value(head, head.indexOf("encoding"), "encoding".length(), head.indexOf("?>"));
      if (found != null) {
        return found;
      }
    }
    for (int meta = head.indexOf("<meta"); meta >= 0; meta = head.indexOf("<meta", meta + 1)) {
      int end = head.indexOf('>', meta);
      String found = value(head, head.indexOf("charset", meta), "charset".length(), end < 0 ? head.length() : end);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String value(String head, int at, int length, int end) {
    if (at < 0 || at > end) {
      return null;
    }
    int i = at + length;
    while (i < end && (head.charAt(i) <= ' ' || head.charAt(i) == '=' || head.charAt(i) == '"' || head.charAt(i) == '\'')) {
      i++;
    }
    int start = i;
    while (i < end && (Character.isLetterOrDigit(head.charAt(i)) || "-_:.+".indexOf(head.charAt(i)) >= 0)) {
      i++;
    }
    return i == start ? null : head.substring(start, i);
  }
}
