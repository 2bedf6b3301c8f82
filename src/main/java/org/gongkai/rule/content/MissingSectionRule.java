package org.gongkai.rule.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Table;
import org.gongkai.report.Report;
import org.gongkai.report.SectionText;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;
import org.gongkai.rule.table.MissingTableRule;

/**
 * A section is missing (国办公开办函〔2021〕30号: six sections). Reported only where at least three others
 * were found and no heading resembles its own; {@link MissingTableRule} reports a section whose
 * table is missing too.
 */
final class MissingSectionRule implements Rule {
  private static final String RULE = "section.missing";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Report report = checked.report();
    Set<Integer> found = new HashSet<>();
    for (SectionText section : report.sections()) {
      found.add(Outline.number(section));
    }
    List<String> missing = new ArrayList<>();
    for (int number = 1; number <= 6; number++) {
      if (!found.contains(number)
          && !isTableMissing(checked, number)
          && Outline.isSound(report)
          && !Outline.hasHeading(report, number)) {
        missing.add(Outline.title(number));
      }
    }
    if (!missing.isEmpty()) {
      findings
          .add(RULE)
          .with(
              "sections",
              PlaceNames.all(missing, s -> s),
              PlaceNames.allInEnglish(missing, s -> s));
    }
  }

  private static boolean isTableMissing(CheckedReport checked, int number) {
    for (Table table : checked.edition().tables()) {
      if (table.section() == number && !checked.report().has(table)) {
        return true;
      }
    }
    return false;
  }
}
