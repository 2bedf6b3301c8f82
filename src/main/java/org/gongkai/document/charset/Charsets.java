package org.gongkai.document.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.document.CharsetFrom;
import org.gongkai.text.Han;
import org.jspecify.annotations.Nullable;

/**
 * Tells the charset and decodes: by the byte order mark, as strict UTF-8, by the declaration where
 * that makes sense, and else by what the text would say in each of the charsets that reports come
 * in.
 */
public final class Charsets {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset BIG5 = big5();

  /** Bytes looked at for NULs and for a declaration. */
  private static final int HEAD = 8_192;

  /** Bytes, from the first beyond ASCII, that tell whether it may be UTF-8. */
  private static final int FIRST = 1_024;

  /** Bytes looked at to weigh a charset. */
  private static final int SAMPLE = 1 << 18;

  /**
   * Sense that only the right charset makes: Chinese text has about 1 in its own and less than 0 in
   * any other.
   */
  private static final double CERTAIN = 0.5;

  /** What a declaration is worth where no charset makes certain sense. */
  private static final double TRUST = 0.15;

  private static final char REPLACEMENT = '\ufffd';

  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:^<\\?xml[^>]*?encoding|<meta[^>]*?charset)[\\s=\"']*([\\w:.+-]+)",
          Pattern.CASE_INSENSITIVE);

  private Charsets() {}

  private static Charset big5() {
    // With the Hong Kong characters and those that Microsoft added: the web means that by Big5.
    return Charset.isSupported("Big5-HKSCS")
        ? Charset.forName("Big5-HKSCS")
        : Charset.forName("Big5");
  }

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
    Charset wide = wide(bytes);
    if (wide != null) {
      return new Decoded(new String(bytes, wide), wide.name(), CharsetFrom.DETECTED);
    }
    int first = firstHigh(bytes);
    int sample = Math.min(bytes.length - first, FIRST);
    if (isMostlyWhole(new String(bytes, first, sample, StandardCharsets.UTF_8)) || isUtf8(bytes)) {
      String utf8 = new String(bytes, StandardCharsets.UTF_8);
      boolean valid = utf8.indexOf(REPLACEMENT) < 0 || isUtf8(bytes);
      if (valid && first < bytes.length) {
        return new Decoded(utf8, "UTF-8", CharsetFrom.UTF8);
      }
      if (valid || isMostlyWhole(utf8)) {
        Charset said = said(bytes, declared);
        // Plain ASCII is the same in all of them, so that the declaration is as good as anything.
        return said == null || !said.equals(StandardCharsets.UTF_8) && first < bytes.length
            ? new Decoded(utf8, "UTF-8", CharsetFrom.DETECTED)
            : new Decoded(utf8, name(said), CharsetFrom.DECLARED);
      }
    }
    return byEvidence(bytes, first, said(bytes, declared));
  }

  private static @Nullable Charset said(byte[] bytes, @Nullable String declared) {
    Charset said = resolve(declared);
    return said != null ? said : resolve(declaration(bytes));
  }

  private static int firstHigh(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    return i;
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
    } else if (b.length >= 4
        && b[0] == (byte) 0x84
        && b[1] == 0x31
        && b[2] == (byte) 0x95
        && b[3] == 0x33) {
      charset = GB18030;
      skip = 4;
    }
    return charset == null
        ? null
        : new Decoded(
            new String(b, skip, b.length - skip, charset), charset.name(), CharsetFrom.BOM);
  }

  /** UTF-16 by its NULs: markup, digits and line ends have one in every second byte. */
  private static @Nullable Charset wide(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    int[] nuls = new int[2];
    for (int i = 0; i < length; i++) {
      nuls[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    if (20 * Math.max(nuls[0], nuls[1]) <= length) {
      return null;
    }
    return nuls[1] > 4 * nuls[0]
        ? StandardCharsets.UTF_16LE
        : nuls[0] > 4 * nuls[1] ? StandardCharsets.UTF_16BE : null;
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
    int whole = 0;
    int broken = 0;
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      whole += c >= 0x80 && c != REPLACEMENT ? 1 : 0;
      broken += c == REPLACEMENT ? 1 : 0;
    }
    return whole >= 4 * broken;
  }

  private static Decoded byEvidence(byte[] bytes, int first, @Nullable Charset said) {
    Set<Charset> candidates = new LinkedHashSet<>();
    if (said != null) {
      candidates.add(said);
    }
    candidates.addAll(List.of(GB18030, BIG5, StandardCharsets.UTF_8));
    // A small file as a whole, so that it need not be decoded again.
    int from = bytes.length <= SAMPLE ? 0 : first;
    int length = Math.min(bytes.length - from, SAMPLE);
    Charset best = GB18030;
    String text = "";
    double most = Double.NEGATIVE_INFINITY;
    for (Charset charset : candidates) {
      String sample = decode(bytes, from, length, charset);
      double sense = Han.sense(sample);
      if (charset.equals(said)) {
        sense += TRUST;
      }
      if (sense > most) {
        most = sense;
        best = charset;
        text = sample;
      }
      if (sense >= CERTAIN) {
        break;
      }
    }
    return new Decoded(
        length == bytes.length ? text : decode(bytes, 0, bytes.length, best),
        name(best),
        best.equals(said) ? CharsetFrom.DECLARED : CharsetFrom.DETECTED);
  }

  private static String decode(byte[] bytes, int from, int length, Charset charset) {
    if (charset.equals(GB18030)) {
      // The platform's GBK is several times as fast, and the same where it gives none of these.
      String gbk = new String(bytes, from, length, GBK);
      if (isGb18030(gbk)) {
        return gbk;
      }
    }
    return new String(bytes, from, length, charset);
  }

  /**
   * Whether a text decoded as GBK is the same in GB18030, which maps what GBK leaves to private
   * use, and U+2641.
   */
  static boolean isGb18030(String gbk) {
    for (int i = 0; i < gbk.length(); i++) {
      char c = gbk.charAt(i);
      if (c >= 0xe000 && (c < 0xf900 || c == REPLACEMENT) || c == 0x2641) {
        return false;
      }
    }
    return true;
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
    if (plain.startsWith("gb") || plain.equals("xgbk") || plain.equals("euccn")) {
      return GB18030;
    }
    if (plain.contains("big5")) {
      return BIG5;
    }
    if (plain.startsWith("utf") || plain.startsWith("unicode")) {
      return StandardCharsets.UTF_8; // HTML, section 13.2.3.3: what says so in ASCII is no UTF-16
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** What a {@code <meta>} or an XML declaration at the head of the file says; null for nothing. */
  private static @Nullable String declaration(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    Matcher said = DECLARATION.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return said.find() ? said.group(1) : null;
  }
}
