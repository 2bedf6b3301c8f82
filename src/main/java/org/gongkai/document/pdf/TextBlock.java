package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph.
 *
 * @param lines its lines, of one page or several
 * @param isOpen whether its last line is as full as one that continues
 */
record TextBlock(List<GlyphLine> lines, boolean isOpen) implements LinesBlock {
  String text() {
    return LineJoiner.text(lines, 0);
  }

  @Override
  public @Nullable Block block(TextBuilder words, GlyphPlaces places) {
    Text passage = LineJoiner.passage(lines, 0, words);
    return passage == null ? null : new Paragraph(passage);
  }

  /** It with what continues it on the next page. */
  TextBlock join(TextBlock next) {
    List<GlyphLine> all = new ArrayList<>(lines);
    all.addAll(next.lines);
    return new TextBlock(all, next.isOpen);
  }
}
