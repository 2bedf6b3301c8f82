package org.gongkai.rule.content;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.form.Table;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/** A section or table occurs twice; or most sections do, as the report was pasted twice. */
final class RepeatedSectionRule implements Rule {
  private static final String SECTION = "section.repeated";
  private static final String TABLE = "table.repeated";
  private static final String REPORT = "report.repeated";

  /** From this number of repeated sections on the whole report was pasted twice. */
  private static final int WHOLE_REPORT = 4;

  @Override
  public List<String> ids() {
    return List.of(SECTION, REPORT, TABLE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    int[] seen = new int[7];
    List<SectionText> repeated = new ArrayList<>();
    for (SectionText section : Outline.sections(checked.report())) {
      if (++seen[Outline.number(section)] == 2) {
        repeated.add(section);
      }
    }
    if (repeated.size() >= WHOLE_REPORT) {
      findings
          .add(REPORT)
          .at(heading(repeated.get(0)))
          .with("count", Integer.toString(repeated.size()));
    } else {
      for (SectionText section : repeated) {
        findings.add(SECTION).at(heading(section)).with("section", title(section));
      }
      Where table = checked.report().repeated();
      if (table != null) {
        Table requests = checked.edition().table(Edition.REQUESTS);
        findings
            .add(TABLE)
            .at(table)
            .with("table", PlaceNames.table(requests), PlaceNames.tableInEnglish(requests));
      }
    }
  }

  private static Where heading(SectionText section) {
    return Where.of(section.heading(), 0, section.heading().string().length());
  }

  private static String title(SectionText section) {
    return Outline.title(Outline.number(section));
  }
}
