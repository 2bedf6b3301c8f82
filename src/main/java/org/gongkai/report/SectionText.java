package org.gongkai.report;

import java.util.List;
import org.gongkai.document.Text;
import org.gongkai.form.Section;
import org.jspecify.annotations.Nullable;

/**
 * A section as found.
 *
 * @param section which of the form's six; null for a heading that looks like a section's and is
 *     none of them
 * @param printedNumber the number printed before the title (一 is 1); 0 where none is printed or it
 *     was lost
 * @param heading the heading line
 * @param paragraphs its prose, without the tables' cells
 * @param tables how many figures its tables hold
 */
public record SectionText(
    @Nullable Section section, int printedNumber, Text heading, List<Text> paragraphs, int tables) {
  public SectionText {
    paragraphs = List.copyOf(paragraphs);
  }
}
