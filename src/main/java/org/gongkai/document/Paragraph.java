package org.gongkai.document;

import java.util.List;

/**
 * A paragraph, or a line of plain text; never empty.
 *
 * @param text what it says; a line break within it (such as {@code <br>}) begins a new paragraph
 */
public record Paragraph(Text text) implements Block {
  @Override
  public List<Text> texts() {
    return List.of(text);
  }
}
