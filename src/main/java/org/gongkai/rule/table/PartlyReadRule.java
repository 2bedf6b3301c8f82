package org.gongkai.rule.table;

import java.util.List;
import java.util.Locale;
import org.gongkai.document.Document;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/** The document was read in part only: what is missing from the report may be in the rest. */
final class PartlyReadRule implements Rule {
  private static final String ID = "document.partial";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Document document = checked.report().document();
    if (document.problem() != null) {
      findings.add(ID).with("format", document.format().key().toUpperCase(Locale.ROOT));
    }
  }
}
