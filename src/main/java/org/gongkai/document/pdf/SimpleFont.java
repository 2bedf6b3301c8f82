package org.gongkai.document.pdf;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.encoding.DictionaryEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.StandardEncoding;
import org.jspecify.annotations.Nullable;

/** A font of single bytes: Type 1, TrueType, Type 3 (ISO 32000-2, 9.6). */
final class SimpleFont extends Font {
  private static final int NON_SYMBOLIC = 32;

  /** The width of a digit in Helvetica. */
  private static final float USUAL = .556f;

  private final float[] widths = new float[256];
  private final float scale;
  private final float height;
  private final @Nullable Encoding encoding;

  SimpleFont(COSDictionary dictionary) throws IOException {
    super(dictionary);
    COSDictionary descriptor = dictionary.getCOSDictionary(COSName.FONT_DESC);
    COSArray matrix = dictionary.getCOSArray(COSName.FONT_MATRIX);
    boolean drawn = COSName.TYPE3.equals(dictionary.getCOSName(COSName.SUBTYPE)) && matrix != null;
    scale = drawn ? Math.abs(number(matrix, 0)) : .001f;
    height = drawn ? height(dictionary, Math.abs(number(matrix, 3))) : 1;
    encoding = encoding(dictionary, descriptor);
    COSArray given = dictionary.getCOSArray(COSName.WIDTHS);
    if (given == null) {
      // A standard font, whose widths a file need not have: words lie a little off.
      Arrays.fill(widths, USUAL);
    } else {
      float missing =
          descriptor == null ? 0 : number(descriptor.getDictionaryObject(COSName.MISSING_WIDTH), 0);
      int first = dictionary.getInt(COSName.FIRST_CHAR, 0);
      for (int code = 0; code < 256; code++) {
        boolean isGiven = code >= first && code - first < given.size();
        widths[code] = (isGiven ? number(given, code - first) : missing) * scale;
      }
    }
  }

  /** A font that is drawn in units of its own says by its box how high it is. */
  private static float height(COSDictionary dictionary, float scale) {
    COSArray box = dictionary.getCOSArray(COSName.FONT_BBOX);
    float height = box == null ? 0 : Math.abs(number(box, 3) - number(box, 1)) * scale;
    return height > .3f && height < 3 || !(height > 0) ? 1 : height;
  }

  /**
   * What the codes are called; null where only the embedded font knows, whose names need not be
   * letters'.
   */
  private static @Nullable Encoding encoding(
      COSDictionary dictionary, @Nullable COSDictionary descriptor) {
    COSBase given = dictionary.getDictionaryObject(COSName.ENCODING);
    boolean embedded =
        descriptor != null
            && (descriptor.containsKey(COSName.FONT_FILE)
                || descriptor.containsKey(COSName.FONT_FILE2)
                || descriptor.containsKey(COSName.FONT_FILE3));
    int flags = descriptor == null ? 0 : descriptor.getInt(COSName.FLAGS, 0);
    boolean plain = !embedded || (flags & NON_SYMBOLIC) == NON_SYMBOLIC;
    Encoding otherwise = plain ? StandardEncoding.INSTANCE : null;
    if (given instanceof COSName name) {
      Encoding named = Encoding.getInstance(name);
      return named == null ? otherwise : named;
    }
    if (given instanceof COSDictionary differences) {
      return new DictionaryEncoding(differences, plain, plain ? null : new Nameless());
    }
    return otherwise;
  }

  @Override
  long code(byte[] string, int at) {
    return 1L << 32 | string[at] & 0xff;
  }

  @Override
  float width(int code) {
    return widths[code];
  }

  @Override
  float height() {
    return height;
  }

  @Override
  @Nullable String plain(int code) {
    return encoding == null
        ? null
        : GlyphList.getAdobeGlyphList().toUnicode(encoding.getName(code));
  }

  /** An encoding that names no code. */
  private static final class Nameless extends Encoding {
    @Override
    public @Nullable COSBase getCOSObject() {
      return null;
    }

    @Override
    public String getEncodingName() {
      return "";
    }
  }
}
