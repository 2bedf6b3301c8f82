package org.gongkai.rule.content;

import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.report.Identity;
import org.gongkai.report.Where;
import org.gongkai.rule.Findings;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Subject;

/** The tables are of another edition of the form than the year's. */
final class EditionRule implements Rule {
  private static final String OUTDATED = "edition.outdated";
  private static final String EARLY = "edition.early";

  @Override
  public List<String> ids() {
    return List.of(OUTDATED, EARLY);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Identity identity = subject.report().identity();
    Edition edition = subject.edition();
    Integer year = identity.year();
    if (year == null || edition.covers(year)) {
      return;
    }
    Edition due = Editions.ofYear(year).orElse(null);
    if (due == null) {
      return;
    }
    boolean outdated = Editions.all().indexOf(edition) > Editions.all().indexOf(due);
    Where where = identity.titleWhere();
    findings
        .add(outdated ? OUTDATED : EARLY)
        .at(where == null ? Where.DOCUMENT : where)
        .with("year", year.toString())
        .with("used", edition.notice())
        .with("due", due.notice());
  }
}
