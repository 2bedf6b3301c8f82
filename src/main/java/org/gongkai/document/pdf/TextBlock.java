package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph.
 *
 * @param lines its lines, of one page or several
 * @param isOpen whether its last line is as full as one that goes on
 */
record TextBlock(List<GlyphLine> lines, boolean isOpen) implements LinesBlock {
  String text() {
    return LineJoiner.text(lines, 0);
  }

  /** It with what goes on on the next page. */
  TextBlock join(TextBlock next) {
    List<GlyphLine> all = new ArrayList<>(lines);
    all.addAll(next.lines);
    return new TextBlock(all, next.isOpen);
  }
}
