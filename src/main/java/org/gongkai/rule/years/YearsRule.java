package org.gongkai.rule.years;

import java.util.List;
import org.gongkai.rule.Findings;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Subject;

/** A rule between two years: there is nothing to say where the year before is not known. */
abstract class YearsRule implements Rule {
  private final List<String> ids;

  YearsRule(String... ids) {
    this.ids = List.of(ids);
  }

  @Override
  public final List<String> ids() {
    return ids;
  }

  @Override
  public final void check(Subject subject, Findings findings) {
    PreviousYear previous = subject.yearBefore();
    if (previous != null) {
      check(subject, previous, findings);
    }
  }

  abstract void check(Subject subject, PreviousYear previous, Findings findings);
}
