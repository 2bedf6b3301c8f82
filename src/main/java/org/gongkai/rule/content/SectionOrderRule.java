package org.gongkai.rule.content;

import java.util.List;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/** A section comes after one that should follow it. */
final class SectionOrderRule implements Rule {
  private static final String RULE = "section.order";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    List<SectionText> sections = Outline.sections(checked.report());
    int last = 0;
    boolean[] seen = new boolean[7];
    for (SectionText section : sections) {
      int number = Outline.number(section);
      if (seen[number]) {
        continue; // reported by RepeatedSectionRule
      }
      seen[number] = true;
      if (number < last) {
        String heading = section.heading().string();
        findings
            .add(RULE)
            .at(Where.of(section.heading(), 0, heading.length()))
            .with("section", Outline.title(number))
            .with("before", Outline.title(last));
        return;
      }
      last = number;
    }
  }
}
