/**
 * Reads PDF (ISO 32000): glyphs and lines on pages become paragraphs and grids.
 *
 * <p>The way: {@code PdfParser} opens the file, {@code ContentReader} runs a page's content, {@code
 * TableFinder} finds where lines cross, {@code PageLayout} makes blocks of a page, {@code
 * PageJoiner} joins what the page ends cut.
 */
@NullMarked
package org.gongkai.document.pdf;

import org.jspecify.annotations.NullMarked;
