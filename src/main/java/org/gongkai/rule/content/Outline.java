package org.gongkai.rule.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.form.Section;
import org.gongkai.report.Report;
import org.gongkai.report.SectionText;
import org.gongkai.rule.narrative.Prose;
import org.gongkai.text.TextNormalizer;

/** The sections of a report as its headings show them. */
final class Outline {
  private static final String NUMERALS = "一二三四五六";

  private Outline() {}

  /** The sections of the form that were found, in document order. */
  static List<SectionText> sections(Report report) {
    return Prose.sections(report);
  }

  /** The same as a set, compared by identity. */
  static Set<SectionText> sectionSet(Report report) {
    return Prose.sectionSet(report);
  }

  /**
   * Whether the document was read completely and has at least three sections: only then a section
   * that was not found is missing.
   */
  static boolean isSound(Report report) {
    return report.document().problem() == null
        && sections(report).stream().map(SectionText::section).distinct().count() >= 3;
  }

  /** The number of a section in the form, 1 to 6; 0 for another heading. */
  static int number(SectionText section) {
    Section known = section.section();
    return known == null ? 0 : known.number();
  }

  /** {@code 五、存在的主要问题及改进情况}. */
  static String title(int number) {
    return NUMERALS.charAt(number - 1) + "、" + Section.ALL.get(number - 1).title();
  }

  /** The number a heading prints: {@code 五}. */
  static String numeral(int number) {
    return number >= 1 && number <= 6
        ? NUMERALS.substring(number - 1, number)
        : Integer.toString(number);
  }

  /**
   * Whether any line of the document may be the heading of a section: the end of a damaged line, or
   * its number with another title.
   */
  static boolean hasHeading(Report report, int number) {
    String numeral = NUMERALS.substring(number - 1, number);
    Section section = Section.ALL.get(number - 1);
    List<String> titles = new ArrayList<>(section.aliases());
    titles.add(section.title());
    List<String> keys = titles.stream().map(TextNormalizer::key).toList();
    for (Block block : report.document().blocks()) {
      if (block instanceof Paragraph paragraph) {
        if (isHeading(paragraph.text().string(), numeral, keys)) {
          return true;
        }
      } else if (block instanceof Grid grid) {
        for (Grid.GridRow row : grid.rows()) {
          for (Grid.GridCell cell : row.cells()) {
            if (isHeading(cell.text().string(), numeral, keys)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean isHeading(String string, String numeral, List<String> titles) {
    String line = string.stripLeading();
    if (line.length() <= 40 && line.startsWith(numeral + "、")) {
      return true;
    }
    if (string.indexOf(numeral.charAt(0)) < 0 && string.length() > 40) {
      return false;
    }
    String key = TextNormalizer.key(string);
    for (String title : titles) {
      // Damaged lines often lose their last character too.
      if (key.contains(numeral + title.substring(0, Math.max(2, title.length() - 2)))
          || key.length() <= title.length() + 2 && key.endsWith(title)) {
        return true;
      }
    }
    return false;
  }
}
