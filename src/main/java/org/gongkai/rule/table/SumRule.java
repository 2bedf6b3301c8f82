package org.gongkai.rule.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.Findings;
import org.gongkai.rule.Findings.Draft;
import org.gongkai.rule.Labels;
import org.gongkai.rule.Message;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Subject;
import org.gongkai.rule.table.Assessment.State;

/**
 * One kind of the relations that the form prescribes: a finding for each that is broken, and one
 * notice for all that could not be assessed.
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
  public final void check(Subject subject, Findings findings) {
    Assessment assessment = subject.assessment();
    if (assessment.sound()) {
      return;
    }
    Map<State, List<Integer>> notAssessable = new EnumMap<>(State.class);
    for (int i = 0; i < assessment.size(); i++) {
      State state = assessment.state(i);
      if (state == State.HOLDS || !assessment.relation(i).rule().equals(rule)) {
        continue;
      }
      if (state == State.BROKEN) {
        broken(subject.report(), assessment, i, findings);
      } else if (subject.report().has(total(assessment.relation(i)).table())) {
        notAssessable.computeIfAbsent(state, s -> new ArrayList<>()).add(i);
      }
    }
    if (!notAssessable.isEmpty()) {
      open(subject.report(), assessment, notAssessable, findings);
    }
  }

  /** What the relation is about: its row or its column. */
  abstract String name(Relation relation);

  /** What tells the relation's cells apart: their columns or their rows. */
  abstract String part(Cell cell);

  /** Puts in what only this kind says. */
  void describe(Draft draft, Report report, Relation relation) {}

  private void broken(Report report, Assessment assessment, int i, Findings findings) {
    Relation relation = assessment.relation(i);
    Cell total = total(relation);
    BigDecimal computed = assessment.left(i);
    BigDecimal stated = assessment.right(i);
    List<Cell> blanks = assessment.blanks(i);
    Draft draft =
        findings
            .add(rule)
            .at(report.at(total).where())
            .cells(relation.parts())
            .cells(relation.totals())
            .expected(computed)
            .actual(stated)
            .with("table", Labels.table(total.table()), Labels.tableInEnglish(total.table()))
            .with("name", name(relation))
            .with("total", part(total))
            .with("computed", Labels.figure(computed))
            .with("stated", Labels.figure(stated))
            .with("difference", Labels.figure(computed.subtract(stated).abs()))
            .with(
                "blanks",
                Labels.list(blanks, this::part),
                Labels.listInEnglish(blanks, this::part));
    describe(draft, report, relation);
  }

  private void open(
      Report report,
      Assessment assessment,
      Map<State, List<Integer>> relations,
      Findings findings) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    Set<String> names = new LinkedHashSet<>();
    Map<Integer, Cell> culprits = new TreeMap<>();
    relations.forEach(
        (state, indexes) -> {
          List<Relation> group = indexes.stream().map(assessment::relation).toList();
          group.forEach(relation -> names.add(name(relation)));
          zh.append(zh.length() == 0 ? "" : "；")
              .append(Labels.list(group, this::name))
              .append(reason(state).zh());
          en.append(en.length() == 0 ? "" : "; ")
              .append(Labels.listInEnglish(group, this::name))
              .append(reason(state).en());
          for (Relation relation : group) {
            for (Cell cell : cells(relation)) {
              if (isWhy(state, assessment, report.at(cell))) {
                culprits.put(cell.index(), cell);
              }
            }
          }
        });
    Cell first = culprits.values().iterator().next();
    findings
        .add(open)
        .at(report.at(first).where())
        .cells(culprits.values())
        .with("table", Labels.table(first.table()), Labels.tableInEnglish(first.table()))
        .with("count", Integer.toString(names.size()))
        .with("which", zh.toString(), en.toString());
  }

  private static boolean isWhy(State state, Assessment assessment, Reading reading) {
    return switch (state) {
      case BLANK_TOTAL -> assessment.blankTotal(reading.cell());
      case TEXT -> reading.status() == Status.TEXT;
      case UNPLACED -> reading.status() == Status.UNPLACED;
      case ABSENT -> reading.status() == Status.ABSENT;
      case WEAK -> !reading.sure();
      case HOLDS, BROKEN -> false;
    };
  }

  private static Message reason(State state) {
    return switch (state) {
      case BLANK_TOTAL ->
          new Message(
              "（总计空白而各部分有数字，空白不能当作零）",
              " (a total is blank though its parts are not: it cannot be taken for zero)");
      case TEXT -> new Message("（有的格里不是数字）", " (a cell holds no number)");
      case UNPLACED ->
          new Message(
              "（空白格丢失，数字属于哪一栏不能确定）",
              " (blank cells were lost, so that a figure's column is not certain)");
      case ABSENT -> new Message("（缺少有关的行或栏）", " (a row or column is missing)");
      case WEAK, HOLDS, BROKEN ->
          new Message("（数字的位置不能确定）", " (the place of a figure is not certain)");
    };
  }

  private static List<Cell> cells(Relation relation) {
    List<Cell> cells = new ArrayList<>(relation.parts());
    cells.addAll(relation.totals());
    return cells;
  }

  private static Cell total(Relation relation) {
    return relation.totals().get(0);
  }
}
