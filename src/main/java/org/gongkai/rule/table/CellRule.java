package org.gongkai.rule.table;

import java.util.List;
import org.gongkai.report.Reading;
import org.gongkai.rule.Findings;
import org.gongkai.rule.Findings.Draft;
import org.gongkai.rule.Labels;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Subject;

/**
 * Something that no cell may hold: an error at each cell that does, or a notice where it is not
 * certain that it stands in that cell.
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
  public final void check(Subject subject, Findings findings) {
    for (Reading reading : subject.report().readings()) {
      if (isWrong(reading)) {
        Draft draft = findings.add(reading.sure() ? rule : UNSURE);
        draft
            .at(reading.where())
            .cell(reading.cell())
            .actual(reading.value())
            .with("place", Labels.place(reading.cell()), Labels.placeInEnglish(reading.cell()))
            .with("printed", reading.printed().strip());
      }
    }
  }

  /** Whether a cell holds what it may not. */
  abstract boolean isWrong(Reading reading);
}
