package org.gongkai.rule.content;

import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Paragraph;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is said of the information processing fee: section 6 is to say what was charged
 * (国办公开办函〔2021〕30号, section 6; 国办函〔2020〕109号). A statement elsewhere in the report is accepted.
 */
final class FeeStatementRule implements Rule {
  private static final String RULE = "fees.statement";
  private static final int FIRST_YEAR = 2021;
  private static final List<String> FEES = List.of("处理费", "收取", "收费", "费用", "信息处理收");

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Integer year = checked.report().identity().year();
    if (year == null || year < FIRST_YEAR || !Outline.isSound(checked.report())) {
      return;
    }
    SectionText section = sectionSix(checked);
    if (section == null || mentionsFees(checked)) {
      return;
    }
    findings.add(RULE).at(Where.of(section.heading(), 0, section.heading().string().length()));
  }

  private static @Nullable SectionText sectionSix(CheckedReport checked) {
    for (SectionText section : checked.report().sections()) {
      if (Outline.number(section) == 6) {
        return section;
      }
    }
    return null;
  }

  private static boolean mentionsFees(CheckedReport checked) {
    for (Prose.Paragraph paragraph : checked.prose().paragraphs()) {
      String string = paragraph.string();
      if (paragraph.section() == 6) {
        String spaceless = string.indexOf(' ') < 0 ? string : string.replace(" ", "");
        if (FEES.stream().anyMatch(spaceless::contains)) {
          return true;
        }
      } else if (string.contains("处理费")) {
        return true;
      }
    }
    for (Block block : checked.report().document().blocks()) {
      if (block instanceof Paragraph paragraph
          && TextNormalizer.key(paragraph.text().string()).contains("信息处理费")) {
        return true;
      }
    }
    return false;
  }
}
