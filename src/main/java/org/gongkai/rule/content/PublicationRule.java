package org.gongkai.rule.content;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.report.Identity;
import org.gongkai.report.Report;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Issuer;

/**
 * The date of publication: after the end of the year and in time (条例第四十九条: departments by 31
 * January, the office in charge of a government's disclosure by 31 March). Governments, their
 * offices and issuers that are not known have until March. A date of a later year is most often the
 * day on which a site was moved.
 */
final class PublicationRule implements Rule {
  private static final String ABSENT = "published.absent";
  private static final String EARLY = "published.early";
  private static final String LATE = "published.late";
  private static final String LATER_YEAR = "published.later-year";

  @Override
  public List<String> ids() {
    return List.of(ABSENT, EARLY, LATE, LATER_YEAR);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Report report = checked.report();
    Identity identity = report.identity();
    Integer year = identity.year();
    LocalDate published = identity.published();
    if (year == null || checked.isTitleYearDoubtful()) {
      return;
    }
    if (published == null) {
      if (report.document().problem() == null && !hasDateOf(report, year + 1)) {
        findings.add(ABSENT);
      }
      return;
    }
    LocalDate due = due(identity, year);
    String rule;
    if (published.getYear() <= year) {
      rule = EARLY;
    } else if (published.getYear() > year + 1) {
      rule = LATER_YEAR;
    } else if (published.isAfter(due)) {
      rule = LATE;
    } else {
      return;
    }
    Where where = identity.publishedWhere();
    findings
        .add(rule)
        .at(where == null ? Where.DOCUMENT : where)
        .with("date", ChineseDate.format(published), published.toString())
        .with("due", ChineseDate.format(due), due.toString())
        .with("year", year.toString());
  }

  private static LocalDate due(Identity identity, int year) {
    String name = identity.issuer();
    Issuer.Kind kind = Issuer.of(name).kind();
    boolean department = kind == Issuer.Kind.BODY && name != null && isDepartment(name);
    return department ? LocalDate.of(year + 1, 1, 31) : LocalDate.of(year + 1, 3, 31);
  }

  /** Zones with an administrative committee have the deadline of governments. */
  private static boolean isDepartment(String name) {
    return !name.contains("管委会")
        && !name.contains("管理委员会")
        && !name.contains("开发区")
        && !name.contains("人民政府");
  }

  /** Whether any paragraph or cell has a date of a year. */
  private static boolean hasDateOf(Report report, int year) {
    String digits = Integer.toString(year);
    for (Block block : report.document().blocks()) {
      if (block instanceof Paragraph paragraph) {
        if (isDate(paragraph.text().string(), digits)) {
          return true;
        }
      } else if (block instanceof Grid grid) {
        for (Grid.GridRow row : grid.rows()) {
          for (Grid.GridCell cell : row.cells()) {
            if (isDate(cell.text().string(), digits)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean isDate(String text, String year) {
    int at = text.indexOf(year);
    if (at < 0 || at + 5 >= text.length() || text.length() > 2000) {
      return false;
    }
    char after = text.charAt(at + 4);
    char next = text.charAt(at + 5);
    return (after == '-' || after == '/' || after == '.' || after == '年')
        && next >= '0'
        && next <= '9';
  }
}
