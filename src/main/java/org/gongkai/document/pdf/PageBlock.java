package org.gongkai.document.pdf;

/** What stands on a page: a table or a paragraph. */
sealed interface PageBlock permits TableBlock, LinesBlock {
  /** The page on which it begins. */
  int page();

  /** The page on which it ends. */
  int lastPage();

  /** Where it begins on its page. */
  float top();

  float left();
}
