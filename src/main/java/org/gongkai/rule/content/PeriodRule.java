package org.gongkai.rule.content;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.report.Identity;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/** The statistical period is to be the calendar year of the title (条例第五十条; 国办公开办函〔2021〕30号). */
final class PeriodRule implements Rule {
  private static final String RULE = "period.year";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Identity identity = checked.report().identity();
    Integer year = identity.year();
    LocalDate from = identity.from();
    LocalDate to = identity.to();
    if (year == null
        || checked.isTitleYearDoubtful()
        || from == null
        || to == null
        || from.equals(LocalDate.of(year, 1, 1)) && to.equals(LocalDate.of(year, 12, 31))) {
      return;
    }
    Where where = identity.periodWhere();
    findings
        .add(RULE)
        .at(where == null ? Where.DOCUMENT : where)
        .with("from", ChineseDate.format(from), from.toString())
        .with("to", ChineseDate.format(to), to.toString())
        .with("year", year.toString());
  }
}
