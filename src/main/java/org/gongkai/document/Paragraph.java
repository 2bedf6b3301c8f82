package org.gongkai.document;

/**
 * A paragraph, or a line of plain text; never empty.
 *
 * @param text what it says; a line break within it (such as {@code <br>}) begins a new paragraph
 */
public record Paragraph(Text text) implements Block {}
