package org.gongkai.rule.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.gongkai.report.Identity;
import org.gongkai.report.Report;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/** One or all tables follow another edition of the form than the one for the report's year. */
final class EditionRule implements Rule {
  private static final String OUTDATED = "edition.outdated";
  private static final String EARLY = "edition.early";

  @Override
  public List<String> ids() {
    return List.of(OUTDATED, EARLY);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Report report = checked.report();
    Identity identity = report.identity();
    Integer year = identity.year();
    Edition due = year == null ? null : Editions.ofYear(year).orElse(null);
    if (year == null || due == null) {
      return;
    }
    Map<Edition, List<Table>> others = new LinkedHashMap<>();
    for (Table table : checked.edition().tables()) {
      if (report.has(table) && !due.tables().contains(table)) {
        others.computeIfAbsent(Editions.of(table).get(0), used -> new ArrayList<>()).add(table);
      }
    }
    Where where = identity.titleWhere();
    others.forEach(
        (used, tables) -> {
          boolean outdated = Editions.all().indexOf(used) > Editions.all().indexOf(due);
          findings
              .add(outdated ? OUTDATED : EARLY)
              .at(where == null ? Where.DOCUMENT : where)
              .with("year", year.toString())
              .with(
                  "tables",
                  tables.stream().map(Table::label).collect(Collectors.joining("、")),
                  tables.stream().map(Table::english).collect(Collectors.joining("; ")))
              .with("used", used.notice())
              .with("due", due.notice());
        });
  }
}
