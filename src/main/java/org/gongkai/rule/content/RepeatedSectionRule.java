package org.gongkai.rule.content;

import java.util.List;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Subject;

/** The same section twice. */
final class RepeatedSectionRule implements Rule {
  private static final String RULE = "section.repeated";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(Subject subject, FindingCollector findings) {
    int[] seen = new int[7];
    for (SectionText section : Outline.sections(subject.report())) {
      int number = Outline.number(section);
      if (++seen[number] == 2) {
        findings
            .add(RULE)
            .at(Where.of(section.heading(), 0, section.heading().string().length()))
            .with("section", Outline.title(number));
      }
    }
  }
}
