package org.gongkai.rule.table;

import java.util.List;
import org.gongkai.document.Text;
import org.gongkai.form.Cell;
import org.gongkai.form.Table;
import org.gongkai.report.Absence;
import org.gongkai.report.Report;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/**
 * One of the three tables is not there.
 *
 * <p>It is an error only where the document was surely read as a whole there; else a notice says
 * that the table could not be found.
 */
public final class MissingTableRule implements Rule {
  private static final String MISSING = "table.missing";
  private static final String PICTURE = "table.picture";
  private static final String UNREAD = "table.not-assessable";

  @Override
  public List<String> ids() {
    return List.of(MISSING, PICTURE, UNREAD);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Report report = checked.report();
    for (Table table : checked.edition().tables()) {
      if (!report.has(table)) {
        Absence absence = report.absence(table);
        Text text = absence.where();
        List<Cell> cells =
            checked.edition().cells().stream().filter(cell -> cell.table() == table).toList();
        findings
            .add(rule(absence))
            .at(new Where(table.label(), null, null, text, 0, text == null ? "" : text.string()))
            .cells(cells)
            .with("table", table.label(), table.english());
      }
    }
  }

  private static String rule(Absence absence) {
    return switch (absence.reason()) {
      case MISSING -> MISSING;
      case PICTURE -> PICTURE;
      case UNREAD, CUT_OFF -> UNREAD;
    };
  }
}
