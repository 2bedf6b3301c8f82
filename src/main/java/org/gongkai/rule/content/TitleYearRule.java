package org.gongkai.rule.content;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.report.Identity;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/**
 * The title names one year, the statistical period and the date of publication another: the title
 * was left from an older file. Rules that depend on the report's year do not apply then.
 */
final class TitleYearRule implements Rule {
  private static final String ID = "title.other-year";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Identity identity = checked.report().identity();
    LocalDate from = identity.from();
    LocalDate to = identity.to();
    LocalDate published = identity.published();
    if (!checked.isTitleYearDoubtful() || from == null || to == null || published == null) {
      return;
    }
    Where where = identity.titleWhere();
    findings
        .add(ID)
        .at(where == null ? Where.DOCUMENT : where)
        .with("year", String.valueOf(identity.year()))
        .with("other", Integer.toString(from.getYear()))
        .with("from", ChineseDate.format(from), from.toString())
        .with("to", ChineseDate.format(to), to.toString())
        .with("published", ChineseDate.format(published), published.toString());
  }
}
