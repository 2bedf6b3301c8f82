package org.gongkai.rule.table;

import java.util.List;
import org.gongkai.report.Reading;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.FindingCollector.Draft;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/**
 * Something that no cell may hold: an error at each cell that does, or a notice where it is not
 * certain that it is in that cell.
 */
abstract class CellRule implements Rule {
  /** The notice for all such rules. */
  static final String UNSURE = "cell.not-assessable";

  private final String rule;

  CellRule(String rule) {
    this.rule = rule;
  }

  @Override
  public final List<String> ids() {
    return List.of(rule, UNSURE);
  }

  @Override
  public final void check(CheckedReport checked, FindingCollector findings) {
    for (Reading reading : checked.report().readings()) {
      if (isWrong(reading)) {
        Draft draft = findings.add(reading.sure() ? rule : UNSURE);
        draft
            .at(reading.where())
            .cell(reading.cell())
            .actual(reading.value())
            .with(
                "place",
                PlaceNames.place(reading.cell()),
                PlaceNames.placeInEnglish(reading.cell()))
            .with("printed", reading.printed().strip());
      }
    }
  }

  /** Whether a cell has content that the rule forbids. */
  abstract boolean isWrong(Reading reading);
}
