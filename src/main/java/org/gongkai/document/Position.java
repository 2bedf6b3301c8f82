package org.gongkai.document;

/**
 * Where something stands in the source, as an editor counts.
 *
 * <p>For a Word document, which has no lines, the line is the number of the paragraph. For a page
 * saved as a single file (MHTML) it is the line in the page once its transfer encoding is undone.
 *
 * @param line from 1
 * @param column from 1, in characters (code points; a tab is one)
 */
public record Position(int line, int column) {}
