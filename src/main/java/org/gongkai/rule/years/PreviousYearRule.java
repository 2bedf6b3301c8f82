package org.gongkai.rule.years;

import java.util.List;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/** A rule that compares two years; it does nothing where the year before is not known. */
abstract class PreviousYearRule implements Rule {
  private final List<String> ids;

  PreviousYearRule(String... ids) {
    this.ids = List.of(ids);
  }

  @Override
  public final List<String> ids() {
    return ids;
  }

  @Override
  public final void check(CheckedReport checked, FindingCollector findings) {
    PreviousYear previous = checked.yearBefore();
    if (previous != null) {
      check(checked, previous, findings);
    }
  }

  abstract void check(CheckedReport checked, PreviousYear previous, FindingCollector findings);
}
