package org.gongkai.document.pdf;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/** The operands of an operator. A number that is missing is 0. */
record Operands(List<? extends COSBase> all) {
  @Nullable COSBase get(int index) {
    return index < all.size() ? all.get(index) : null;
  }

  float number(int index) {
    return get(index) instanceof COSNumber number ? number.floatValue() : 0;
  }

  Matrix matrix() {
    return new Matrix(number(0), number(1), number(2), number(3), number(4), number(5));
  }

  /** Whether the numbers of a grey, red-green-blue or ink colour are white. */
  boolean isWhite() {
    boolean ink = all.size() == 4;
    if (!ink && all.size() != 1 && all.size() != 3) {
      return false;
    }
    for (COSBase part : all) {
      if (!(part instanceof COSNumber value)
          || (ink ? value.floatValue() > .02f : value.floatValue() < .98f)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the colour space of that name, or written out, is grey, red-green-blue or ink. */
  static boolean tellsWhite(@Nullable COSBase space) {
    COSBase name = space instanceof COSArray array && array.size() > 0 ? array.getObject(0) : space;
    return COSName.DEVICEGRAY.equals(name)
        || COSName.DEVICERGB.equals(name)
        || COSName.DEVICECMYK.equals(name)
        || COSName.CALGRAY.equals(name)
        || COSName.CALRGB.equals(name)
        || COSName.ICCBASED.equals(name);
  }
}
