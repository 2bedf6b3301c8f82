package org.gongkai.document.pdf;

import java.util.List;

/** A block that is made of lines. */
sealed interface LinesBlock extends PageBlock permits BareTable, TextBlock {
  /** Its lines in reading order; one or more. */
  List<GlyphLine> lines();

  @Override
  default int page() {
    return lines().get(0).page();
  }

  @Override
  default int lastPage() {
    return lines().get(lines().size() - 1).page();
  }

  @Override
  default Box box() {
    return lines().get(0).box();
  }
}
