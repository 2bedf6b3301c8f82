package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Table;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.FindingCollector.Draft;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/**
 * The prose gives another figure than the table for what is plainly the same: one finding a
 * sentence, with all that differs in it.
 */
final class NarrativeFigureRule implements Rule {
  private final String rule;
  private final String table;

  NarrativeFigureRule(String rule, String table) {
    this.rule = rule;
    this.table = table;
  }

  @Override
  public List<String> ids() {
    return List.of(rule);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    List<Claim> together = new ArrayList<>();
    for (Claim claim : checked.narrative().differing()) {
      if (!claim.target().table().equals(table)) {
        continue;
      }
      if (!together.isEmpty() && together.get(0).sentence() != claim.sentence()) {
        add(checked, together, findings);
        together.clear();
      }
      together.add(claim);
    }
    if (!together.isEmpty()) {
      add(checked, together, findings);
    }
  }

  private void add(CheckedReport checked, List<Claim> claims, FindingCollector findings) {
    TableFigures figures = checked.narrative().figures();
    Table of = checked.edition().table(table);
    Set<Cell> cells = new LinkedHashSet<>();
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (Claim claim : claims) {
      zh.append(zh.length() == 0 ? "" : "；");
      en.append(en.length() == 0 ? "" : "; ");
      cells.addAll(figures.cells(claim.target(), claim.target().readings().get(0)));
      describe(claim, figures, zh, en);
    }
    Claim first = claims.get(0);
    Draft draft =
        findings
            .add(rule)
            .at(first.where())
            .cells(cells)
            .with("table", PlaceNames.table(of), PlaceNames.tableInEnglish(of))
            .with("differences", zh.toString(), en.toString());
    if (claims.size() == 1 && first.amount().isWhole()) {
      draft.expected(expected(first, figures)).actual(first.amount().value());
    }
  }

  private static BigDecimal expected(Claim claim, TableFigures figures) {
    return figures.expected(claim.target()).get(0);
  }

  private static void describe(
      Claim claim, TableFigures figures, StringBuilder zh, StringBuilder en) {
    Target target = claim.target();
    zh.append(target.name()).append("，正文").append(claim.amount()).append("件，表中");
    en.append(target.english()).append(": text ").append(claim.amount()).append(", table ");
    for (int i = 0; i < target.readings().size(); i++) {
      String sum = sum(target, target.readings().get(i), figures);
      zh.append(i == 0 ? "" : "（或").append(sum).append("件").append(i == 0 ? "" : "）");
      en.append(i == 0 ? "" : " (or ").append(sum).append(i == 0 ? "" : ")");
    }
    Column column = figures.column(claim);
    if (column != null) {
      zh.append("（")
          .append(claim.amount())
          .append("与“")
          .append(column.label())
          .append("”一栏相同，可能只写了这一栏）");
      en.append(" (the same as the column “").append(column.label()).append("” alone)");
    }
  }

  /** {@code 749}, or {@code 789＋4＝793}. */
  private static String sum(Target target, List<String> rows, TableFigures figures) {
    String sum = PlaceNames.figure(figures.expected(target, rows).get(0));
    if (rows.size() == 1 || rows.size() > 3) {
      return sum;
    }
    StringBuilder addends = new StringBuilder();
    for (String row : rows) {
      String addend = PlaceNames.figure(figures.expected(target, List.of(row)).get(0));
      addends.append(addends.length() == 0 ? "" : "＋").append(addend);
    }
    return addends.append("＝").append(sum).toString();
  }
}
