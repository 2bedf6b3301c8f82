package org.gongkai.rule.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.FindingCollector.Draft;
import org.gongkai.rule.Message;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.RelationCheck;
import org.gongkai.rule.RelationCheck.State;
import org.gongkai.rule.Rule;

/**
 * One kind of the relations that the form prescribes: a finding for each that is broken, and a
 * notice for each reason why some could not be assessed.
 */
abstract class SumRule implements Rule {
  private final String rule;
  private final String open;

  SumRule(String rule) {
    this.rule = rule;
    this.open = rule + "-not-assessable";
  }

  @Override
  public final List<String> ids() {
    return List.of(rule, open);
  }

  @Override
  public final void check(CheckedReport checked, FindingCollector findings) {
    Assessment assessment = checked.assessment();
    if (assessment.allHold()) {
      return;
    }
    Map<State, List<RelationCheck>> open = new EnumMap<>(State.class);
    for (int i = 0; i < assessment.size(); i++) {
      State state = assessment.state(i);
      if (state == State.HOLDS || !assessment.relation(i).rule().equals(rule)) {
        continue;
      }
      if (state == State.BROKEN) {
        broken(checked.report(), assessment, i, findings);
      } else if (state != State.TABLE_ABSENT) {
        open.computeIfAbsent(state, s -> new ArrayList<>()).add(assessment.check(i));
      }
    }
    open.forEach((state, checks) -> open(checked.report(), state, checks, findings));
  }

  /** What the relation is about: its row or its column. */
  abstract String name(Relation relation);

  /** What tells the relation's cells apart: their columns or their rows. */
  abstract String part(Cell cell);

  /** Puts in what only this kind says. */
  void describe(Draft draft, Report report, Relation relation) {}

  private void broken(Report report, Assessment assessment, int i, FindingCollector findings) {
    Relation relation = assessment.relation(i);
    Cell total = total(relation);
    BigDecimal computed = assessment.sumOfParts(i);
    BigDecimal stated = assessment.sumOfTotals(i);
    List<Cell> blanks = assessment.blanks(i);
    Draft draft =
        findings
            .add(rule)
            .at(report.at(total).where())
            .cells(relation.parts())
            .cells(relation.totals())
            .expected(computed)
            .actual(stated)
            .with(
                "table", PlaceNames.table(total.table()), PlaceNames.tableInEnglish(total.table()))
            .with("name", name(relation))
            .with("total", part(total))
            .with("computed", PlaceNames.figure(computed))
            .with("stated", PlaceNames.figure(stated))
            .with("difference", PlaceNames.figure(computed.subtract(stated).abs()))
            .with("blanks", blanks(report, blanks).zh(), blanks(report, blanks).en());
    describe(draft, report, relation);
  }

  /** What counts as zero, and whether it is blank or a placeholder; empty for none. */
  private Message blanks(Report report, List<Cell> cells) {
    long blank = cells.stream().filter(cell -> report.at(cell).status() == Status.BLANK).count();
    Message what =
        blank == cells.size()
            ? new Message("空白", "blank")
            : blank == 0
                ? new Message("为占位符号", "a placeholder")
                : new Message("空白或为占位符号", "blank or a placeholder");
    return cells.isEmpty()
        ? new Message("", "")
        : new Message(
            PlaceNames.list(cells, this::part) + what.zh(),
            PlaceNames.listInEnglish(cells, this::part) + ' ' + what.en());
  }

  /** Says which relations could not be assessed for the same reason. */
  private void open(
      Report report, State state, List<RelationCheck> checks, FindingCollector findings) {
    Map<Integer, Cell> cause = new TreeMap<>();
    checks.forEach(check -> check.cause().forEach(cell -> cause.put(cell.index(), cell)));
    Cell first = cause.values().iterator().next();
    List<Relation> relations = checks.stream().map(RelationCheck::relation).toList();
    findings
        .add(open)
        .at(report.at(first).where())
        .cells(cause.values())
        .with("table", PlaceNames.table(first.table()), PlaceNames.tableInEnglish(first.table()))
        .with("count", Integer.toString(relations.size()))
        .with(
            "which",
            PlaceNames.list(relations, this::name),
            PlaceNames.listInEnglish(relations, this::name))
        .with("reason", state.reason().zh(), state.reason().en())
        .remedy(state.remedy());
  }

  private static Cell total(Relation relation) {
    return relation.totals().get(0);
  }
}
