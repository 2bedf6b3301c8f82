package org.gongkai.document;

/**
 * Where something is in the source, as an editor counts.
 *
 * <p>For a Word document, which has no lines, the line is the number of the paragraph. For a page
 * saved as a single file (MHTML) it is the line in the page once its transfer encoding is undone.
 * For a PDF it is the line of the page, from its top.
 *
 * @param page from 1; 0 where the source has no pages
 * @param line from 1
 * @param column from 1, in characters (code points; a tab is one)
 */
public record Position(int page, int line, int column) {
  /** A position in a source without pages. */
  public Position(int line, int column) {
    this(0, line, column);
  }
}
