package org.gongkai.rule.content;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.report.Report;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose;

/**
 * Neither the report nor its page says how to reach the body. No article requires it; it is usual
 * at the end of the preamble, so a report saved without its preamble is not checked.
 */
final class ContactRule implements Rule {
  private static final String RULE = "contact.absent";
  private static final int PREAMBLE = 80;
  private static final Pattern CONTACT =
      Pattern.compile(
          "电 *话|传 *真|地 *址|邮 *编|邮 *箱|联系方式|联系人|热线|@|\\d{3,4}[-—－)）] *\\d{7,8}|(?<!\\d)1\\d{10}(?!\\d)");

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Report report = checked.report();
    int preamble = report.preamble().stream().mapToInt(text -> text.string().length()).sum();
    if (preamble >= PREAMBLE
        && Outline.isSound(report)
        && checked.prose().paragraphs().stream()
            .map(Prose.Paragraph::string)
            .noneMatch(this::isContact)
        && report.document().blocks().stream().noneMatch(this::isContact)) {
      findings.add(RULE);
    }
  }

  private boolean isContact(Block block) {
    if (block instanceof Paragraph paragraph) {
      return isContact(paragraph.text().string());
    }
    return block instanceof Grid grid
        && grid.rows().stream()
            .flatMap(row -> row.cells().stream())
            .anyMatch(cell -> isContact(cell.text().string()));
  }

  private boolean isContact(String text) {
    return CONTACT.matcher(text).find();
  }
}
