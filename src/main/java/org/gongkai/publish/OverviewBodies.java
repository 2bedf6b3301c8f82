package org.gongkai.publish;

import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.rule.Labels;
import org.gongkai.rule.bodies.Body;
import org.gongkai.rule.bodies.BodyFinding;
import org.gongkai.rule.bodies.BodyList;
import org.gongkai.rule.bodies.BodyResults;
import org.gongkai.rule.bodies.BodyState;
import org.gongkai.rule.bodies.Difference;

/** The bodies of a list as tables: {@link OverviewDictionary} says what the columns mean. */
final class OverviewBodies {
  static final String BODIES_HEADER =
      "body,parent,due,year,reports,verdict,late,conflicting,sum,"
          + "bodiesBelow,pass,incomplete,fail,unreadable,missing,lateBelow\r\n";
  static final String DIFFERENCES_HEADER =
      "body,year,rule,cell,place,stated,compared,difference,parts,files\r\n";

  private OverviewBodies() {}

  static String bodies(BodyResults results, BodyList list) {
    StringBuilder lines = new StringBuilder();
    for (BodyState state : results.states()) {
      Body body = state.body();
      Body parent = list.parent(body);
      BodyState.Counts below = state.below();
      lines.append(
          Csv.line(
              body.name(),
              parent == null ? "" : parent.name(),
              body.due() == null ? "" : body.due().toString(),
              state.year() == null ? "" : state.year().toString(),
              String.valueOf(state.reports()),
              state.verdict() == null ? "missing" : state.verdict().key(),
              String.valueOf(state.late()),
              String.valueOf(state.conflicting()),
              state.sum().key(),
              String.valueOf(below.bodies() - 1),
              String.valueOf(below.pass()),
              String.valueOf(below.incomplete()),
              String.valueOf(below.fail()),
              String.valueOf(below.unreadable()),
              String.valueOf(below.missing()),
              String.valueOf(below.late())));
    }
    return lines.toString();
  }

  static String differences(BodyResults results) {
    StringBuilder lines = new StringBuilder();
    for (BodyFinding finding : results.findings()) {
      Body body = finding.body();
      for (Difference difference : finding.differences()) {
        Cell cell = difference.cell();
        lines.append(
            // Figures are numbers; only texts may be taken for formulas.
            Csv.field(body == null ? "" : body.name())
                + ','
                + (finding.year() == null ? "" : finding.year())
                + ','
                + finding.rule()
                + ','
                + cell.path()
                + ','
                + Csv.field(Labels.place(cell))
                + ','
                + Labels.figure(difference.stated())
                + ','
                + Labels.figure(difference.compared())
                + ','
                + Labels.figure(difference.stated().subtract(difference.compared()))
                + ','
                + Csv.field(parts(difference))
                + ','
                + Csv.field(String.join("；", finding.sources()))
                + "\r\n");
      }
    }
    return lines.toString();
  }

  static String parts(Difference difference) {
    return difference.parts().stream()
        .map(part -> part.name() + ' ' + Labels.figure(part.figure()))
        .collect(Collectors.joining("；"));
  }
}
