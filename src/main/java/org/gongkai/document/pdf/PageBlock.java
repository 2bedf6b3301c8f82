package org.gongkai.document.pdf;

import org.gongkai.document.Block;
import org.gongkai.document.TextBuilder;
import org.jspecify.annotations.Nullable;

/** What is on a page: a table or a paragraph. */
sealed interface PageBlock permits TableBlock, LinesBlock {
  /** The page on which it begins. */
  int page();

  /** The page on which it ends. */
  int lastPage();

  /** Where it begins on its page: its first line, or the table there. */
  Box box();

  /** It as a block of the document; null where it says nothing. */
  @Nullable Block block(TextBuilder words, GlyphPlaces places);
}
