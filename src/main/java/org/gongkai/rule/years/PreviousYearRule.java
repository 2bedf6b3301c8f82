package org.gongkai.rule.years;

import java.util.List;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Subject;

/** A rule between two years: there is nothing to say where the year before is not known. */
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
  public final void check(Subject subject, FindingCollector findings) {
    PreviousYear previous = subject.yearBefore();
    if (previous != null) {
      check(subject, previous, findings);
    }
  }

  abstract void check(Subject subject, PreviousYear previous, FindingCollector findings);
}
