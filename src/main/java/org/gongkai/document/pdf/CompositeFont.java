package org.gongkai.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** A font of many characters (ISO 32000-2, 9.7): codes of one to four bytes, told by a CMap. */
final class CompositeFont extends Font {
  private static final Map<String, CMap> PREDEFINED = new ConcurrentHashMap<>();

  /** So many widths are more than any font has. */
  private static final int MAX_WIDTHS = 200_000;

  private final Map<Integer, Float> widths = new HashMap<>();
  private final float usual;

  /** How codes become characters; null where they are the same, of two bytes. */
  private final @Nullable CMap codes;

  private final boolean vertical;

  /** Whether the codes are Unicode's. */
  private final boolean unicode;

  /** What the characters are; null where only the embedded font knows. */
  private final @Nullable CMap characters;

  CompositeFont(COSDictionary dictionary) throws IOException {
    super(dictionary);
    COSArray descendants = dictionary.getCOSArray(COSName.DESCENDANT_FONTS);
    if (descendants == null || !(descendants.getObject(0) instanceof COSDictionary descendant)) {
      throw new IOException("no descendant font");
    }
    usual = number(descendant.getDictionaryObject(COSName.DW), 1000) / 1000;
    widths(descendant.getCOSArray(COSName.W));
    COSBase encoding = dictionary.getDictionaryObject(COSName.ENCODING);
    String name = encoding instanceof COSName given ? given.getName() : "";
    codes = name.startsWith("Identity") ? null : codes(name, encoding);
    vertical = name.endsWith("V") || codes != null && codes.getWMode() == 1;
    unicode = name.startsWith("Uni") && (name.contains("UCS2") || name.contains("UTF16"));
    COSDictionary system = descendant.getCOSDictionary(COSName.CIDSYSTEMINFO);
    String ordering = system == null ? null : system.getString(COSName.ORDERING);
    if (codes != null && !name.isEmpty()) {
      ordering = codes.getOrdering();
    }
    characters = unicode ? null : characters(ordering);
  }

  private static CMap codes(String name, @Nullable COSBase encoding) throws IOException {
    if (encoding instanceof LimitedStream stream) {
      byte[] map = stream.decode();
      // What maps to Unicode has no place in it, and its ranges would be written out one by one.
      if (new String(map, StandardCharsets.ISO_8859_1).contains("bfrange")) {
        throw new IOException("an encoding that maps to Unicode");
      }
      return new CMapParser().parse(new RandomAccessReadBuffer(map));
    }
    return predefined(name);
  }

  private static @Nullable CMap characters(@Nullable String ordering) {
    if (!"GB1".equals(ordering) && !"CNS1".equals(ordering)) {
      return null;
    }
    try {
      return predefined("Adobe-" + ordering + "-UCS2");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CMap predefined(String name) throws IOException {
    CMap known = PREDEFINED.get(name);
    if (known == null) {
      known = new CMapParser().parsePredefined(name);
      PREDEFINED.put(name, known);
    }
    return known;
  }

  private void widths(@Nullable COSArray given) {
    int room = MAX_WIDTHS;
    for (int i = 0; given != null && i + 1 < given.size() && room > 0; ) {
      int first = (int) number(given, i);
      if (given.getObject(i + 1) instanceof COSArray list) {
        for (int j = 0; j < list.size() && --room > 0; j++) {
          widths.put(first + j, number(list, j) / 1000);
        }
        i += 2;
      } else {
        int last = Math.min((int) number(given, i + 1), 0xffff);
        float width = number(given, i + 2) / 1000;
        for (int cid = Math.max(first, 0); cid <= last && --room > 0; cid++) {
          widths.put(cid, width);
        }
        i += 3;
      }
    }
  }

  @Override
  long code(byte[] string, int at) {
    CMap map = codes;
    if (map == null) {
      int second = at + 1 < string.length ? string[at + 1] & 0xff : 0;
      return 2L << 32 | (string[at] & 0xff) << 8 | second;
    }
    ByteArrayInputStream in = new ByteArrayInputStream(string, at, string.length - at);
    try {
      int code = map.readCode(in);
      long length = Math.max(1, string.length - at - in.available());
      return length << 32 | code & 0xffffffffL;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int character(int code) {
    return codes == null ? code : codes.toCID(code);
  }

  @Override
  float width(int code) {
    return vertical ? 1 : widths.getOrDefault(character(code), usual);
  }

  @Override
  boolean isVertical() {
    return vertical;
  }

  @Override
  @Nullable String plain(int code) {
    if (unicode) {
      return code > 0xffff
          ? new String(new char[] {(char) (code >>> 16), (char) code})
          : Character.toString((char) code);
    }
    return characters == null ? null : characters.toUnicode(character(code));
  }
}
