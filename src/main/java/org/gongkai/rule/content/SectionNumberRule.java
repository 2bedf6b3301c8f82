package org.gongkai.rule.content;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/** Headings whose printed number differs from the form's; one finding for all, at the first. */
final class SectionNumberRule implements Rule {
  private static final String RULE = "section.number";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    List<SectionText> wrong = new ArrayList<>();
    for (SectionText section : Outline.sections(checked.report())) {
      if (section.printedNumber() > 0 && section.printedNumber() != Outline.number(section)) {
        wrong.add(section);
      }
    }
    if (wrong.isEmpty()) {
      return;
    }
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (SectionText section : wrong) {
      String printed = section.heading().string().strip();
      String right = Outline.numeral(Outline.number(section));
      zh.append(zh.length() == 0 ? "" : "；")
          .append('“')
          .append(printed)
          .append("”应为“")
          .append(right)
          .append('”');
      en.append(en.length() == 0 ? "" : "; ")
          .append('“')
          .append(printed)
          .append("” should be “")
          .append(right)
          .append('”');
    }
    SectionText first = wrong.get(0);
    findings
        .add(RULE)
        .at(Where.of(first.heading(), 0, first.heading().string().length()))
        .with("which", zh.toString(), en.toString());
  }
}
