package org.gongkai.document.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/** Reads pages (ISO 32000-2, 7.7.3): their size, rotation and content. */
final class PageReader {
  private static final int PARENTS = 50;
  private static final Box LETTER = new Box(0, 0, 612, 792);

  private final Budget budget;
  private final Map<COSDictionary, @Nullable Font> fonts = new IdentityHashMap<>();

  PageReader(Budget budget) {
    this.budget = budget;
  }

  PdfPage read(COSDictionary page, int number) throws IOException {
    Box box = box(page);
    COSBase rotate = inherited(page, COSName.ROTATE);
    int turns = rotate instanceof COSNumber n ? Math.floorMod(n.intValue() / 90, 4) : 0;
    Matrix display =
        switch (turns) {
          case 1 -> new Matrix(0, 1, 1, 0, -box.y0(), -box.x0());
          case 2 -> new Matrix(-1, 0, 0, 1, box.x1(), -box.y0());
          case 3 -> new Matrix(0, -1, -1, 0, box.y1(), box.x1());
          default -> new Matrix(1, 0, 0, -1, -box.x0(), box.y1());
        };
    boolean upright = turns % 2 == 0;
    ContentReader content =
        new ContentReader(
            budget,
            this::font,
            display,
            upright ? box.width() : box.height(),
            upright ? box.height() : box.width());
    COSBase resources = inherited(page, COSName.RESOURCES);
    content.read(
        content(page), resources instanceof COSDictionary given ? given : new COSDictionary());
    return content.page(number);
  }

  private static @Nullable COSBase inherited(COSDictionary page, COSName name) {
    COSDictionary node = page;
    for (int i = 0; i < PARENTS && node != null; i++) {
      COSBase value = node.getDictionaryObject(name);
      if (value != null) {
        return value;
      }
      node = node.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  /** The part of the page that is seen, y upwards. */
  private static Box box(COSDictionary page) {
    for (COSName name : List.of(COSName.CROP_BOX, COSName.MEDIA_BOX)) {
      if (inherited(page, name) instanceof COSArray array && array.size() >= 4) {
        Box box =
            Matrix.IDENTITY.box(
                Font.number(array, 0),
                Font.number(array, 1),
                Font.number(array, 2),
                Font.number(array, 3));
        if (box.width() > 0 && box.height() > 0) {
          return box;
        }
      }
    }
    return LETTER;
  }

  private byte[] content(COSDictionary page) throws IOException {
    COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
    if (contents instanceof LimitedStream stream) {
      return stream.decode();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (contents instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        budget.operator();
        if (array.getObject(i) instanceof LimitedStream stream) {
          all.write(stream.decode());
          all.write('\n');
        }
      }
    }
    return all.toByteArray();
  }

  /** A font; null for one that is damaged, whose glyphs then have no characters. */
  private @Nullable Font font(COSDictionary dictionary) {
    if (!fonts.containsKey(dictionary)) {
      Font font = null;
      try {
        font = Font.read(dictionary);
      } catch (Budget.Exceeded e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        // A damaged one.
      }
      fonts.put(dictionary, font);
    }
    return fonts.get(dictionary);
  }
}
