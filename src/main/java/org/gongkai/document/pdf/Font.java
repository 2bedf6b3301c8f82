package org.gongkai.document.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a page are written in: codes, what they mean and how wide they are. Font
 * programs are not opened: what is drawn for a code does not say what it means.
 */
abstract class Font {
  private final @Nullable ToUnicode map;

  Font(COSDictionary dictionary) throws IOException {
    map =
        dictionary.getCOSStream(COSName.TO_UNICODE) instanceof LimitedStream stream
            ? ToUnicode.read(stream.decode())
            : null;
  }

  /** The font of a dictionary; throws {@link IOException} for what is none. */
  static Font read(COSDictionary dictionary) throws IOException {
    return COSName.TYPE0.equals(dictionary.getCOSName(COSName.SUBTYPE))
        ? new CompositeFont(dictionary)
        : new SimpleFont(dictionary);
  }

  /** The code that begins there, its length in the upper half. */
  abstract long code(byte[] string, int at);

  /** How wide a code's glyph is, in parts of the font's size. */
  abstract float width(int code);

  /** Whether it is written downwards. */
  boolean isVertical() {
    return false;
  }

  /** How high its glyphs are, in parts of its size. */
  float height() {
    return 1;
  }

  /** What a code means without a map; null where the font does not say. */
  abstract @Nullable String plain(int code);

  /** What a code means; {@link Glyph#UNKNOWN} where the font does not say. */
  final String text(int code) {
    String text = map == null ? null : map.get(code);
    if (text == null || text.isEmpty() || text.charAt(0) == 0) {
      text = plain(code);
    }
    return text == null || text.isEmpty() ? Glyph.UNKNOWN : Radicals.resolve(text);
  }

  static float number(COSArray array, int index) {
    return index < array.size() && array.getObject(index) instanceof COSNumber number
        ? number.floatValue()
        : 0;
  }

  static float number(@Nullable COSBase base, float otherwise) {
    return base instanceof COSNumber number ? number.floatValue() : otherwise;
  }
}
