package org.gongkai.rule.table;

import java.util.List;
import org.gongkai.document.Document.Pages;
import org.gongkai.report.Report;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PageNumbers;
import org.gongkai.rule.Rule;

/** Pages that hide tables: those that are pictures, and those whose edge cuts a table off. */
final class PagesRule implements Rule {
  private static final String PICTURES = "document.pictures";
  private static final String CUT = "tables.cut";
  private static final int TABLES = 3;

  @Override
  public List<String> ids() {
    // document.pictures is said of documents that cannot be read at all, too.
    return List.of(CUT);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Report report = checked.report();
    Pages pages = report.document().pages();
    if (!pages.cut().isEmpty()) {
      findings.add(CUT).with("pages", PageNumbers.of(pages.cut()));
    }
    if (!pages.pictures().isEmpty() && report.tables().size() < TABLES) {
      findings.add(PICTURES).with("pages", PageNumbers.of(pages.pictures()));
    }
  }
}
