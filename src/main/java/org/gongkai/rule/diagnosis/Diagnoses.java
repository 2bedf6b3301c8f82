package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Relation;
import org.gongkai.form.Row;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Subject;
import org.gongkai.rule.diagnosis.Equations.Change;
import org.gongkai.rule.diagnosis.Equations.Solutions;
import org.gongkai.rule.narrative.NarrativeFigures;
import org.gongkai.rule.table.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * Which cell is wrong, where relations are broken: the smallest change, one cell or else two or
 * three, that makes them hold.
 *
 * <p>A change is given as certain only where no other of its size would do. Where several would,
 * they are candidates, likeliest first: what typing habits and the figures of the text speak for.
 * Such reasons never make a candidate certain.
 */
public final class Diagnoses {
  /** More candidates than that help nobody to find the cell. */
  static final int MOST_CANDIDATES = 24;

  private final Subject subject;
  private final Report report;
  private final Map<List<String>, Finding> findings;
  private @Nullable Map<String, BigDecimal> prose;

  private Diagnoses(Subject subject, List<Finding> findings) {
    this.subject = subject;
    this.report = subject.report();
    this.findings = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.expected() != null) {
        this.findings.put(key(finding.rule(), finding.cells()), finding);
      }
    }
  }

  /**
   * Diagnoses a report.
   *
   * @param findings its findings; relations whose findings are all waived or switched off are left
   *     alone
   */
  public static List<Diagnosis> of(Subject subject, List<Finding> findings) {
    Assessment assessment = subject.assessment();
    if (assessment.sound()) {
      return List.of();
    }
    Diagnoses diagnoses = new Diagnoses(subject, findings);
    List<Diagnosis> all = new ArrayList<>();
    for (Equations equations : Equations.broken(subject.report(), assessment)) {
      List<Finding> explained = diagnoses.explained(equations, assessment);
      if (explained.stream().anyMatch(Finding::counts)) {
        diagnoses.add(equations.solve(), explained.stream().map(Finding::id).toList(), all);
      }
    }
    return all;
  }

  private List<Finding> explained(Equations equations, Assessment assessment) {
    List<Finding> explained = new ArrayList<>();
    for (int i : equations.brokenRelations()) {
      Relation relation = assessment.relation(i);
      List<String> cells = new ArrayList<>();
      relation.parts().forEach(cell -> cells.add(cell.path()));
      relation.totals().forEach(cell -> cells.add(cell.path()));
      Finding finding = findings.get(key(relation.rule(), cells));
      if (finding != null) {
        explained.add(finding);
      }
    }
    return explained;
  }

  private static List<String> key(String rule, List<String> cells) {
    List<String> key = new ArrayList<>(cells);
    key.add(rule);
    return key;
  }

  private void add(Solutions solutions, List<String> explains, List<Diagnosis> all) {
    List<Weighed> weighed = new ArrayList<>();
    for (List<Change> changes : solutions.changes()) {
      weighed.add(weigh(changes));
    }
    if (solutions.unique()) {
      Weighed only = weighed.get(0);
      for (int i = 0; i < only.changes.size(); i++) {
        all.add(
            diagnosis(
                true, only, i, explains, Advice.certain(report, only.changes, i, only.reasons)));
      }
      return;
    }
    weighed.sort(Comparator.comparingInt(Weighed::weight).reversed());
    int ways = weighed.size() + (solutions.unplaced() ? 1 : 0);
    boolean oneStandsOut =
        weighed.size() > 1
            && weighed.get(0).weight() >= Habit.STRONG
            && weighed.get(0).weight() > weighed.get(1).weight() + 1;
    Set<Change> listed = new HashSet<>();
    for (int w = 0; w < weighed.size(); w++) {
      Weighed way = weighed.get(w);
      for (int i = 0; i < way.changes.size(); i++) {
        if (listed.size() < MOST_CANDIDATES && listed.add(way.changes.get(i))) {
          boolean likeliest = w == 0 && oneStandsOut;
          Message message = Advice.candidate(report, way.changes, i, way.reasons, ways, likeliest);
          all.add(diagnosis(false, way, i, explains, message));
        }
      }
    }
  }

  private Diagnosis diagnosis(
      boolean certain, Weighed way, int i, List<String> explains, Message message) {
    Change change = way.changes.get(i);
    BigDecimal printed = report.at(change.cell()).value();
    return new Diagnosis(
        certain, change.cell().path(), printed, change.figure(), explains, message);
  }

  /** A way to mend the relations and what speaks for it. */
  private record Weighed(List<Change> changes, Set<Habit> reasons, int weight) {}

  private Weighed weigh(List<Change> changes) {
    Set<Habit> reasons = EnumSet.noneOf(Habit.class);
    Set<Habit> shared = EnumSet.allOf(Habit.class);
    int weight = 0;
    for (Change change : changes) {
      Set<Habit> ofOne = habits(change);
      weight += ofOne.stream().mapToInt(habit -> habit.weight).max().orElse(0);
      weight += ofOne.contains(Habit.PROSE) && ofOne.size() > 1 ? 1 : 0;
      reasons.addAll(ofOne);
      shared.retainAll(ofOne);
    }
    if (changes.size() > 2) {
      reasons = shared; // Of so many cells, only what is true of each says something.
    }
    if (changes.size() == 2) {
      Habit together = together(changes.get(0), changes.get(1));
      if (together != null) {
        reasons = EnumSet.of(together);
        weight = 2 * together.weight;
      }
    }
    return new Weighed(changes, reasons, weight);
  }

  private @Nullable Habit together(Change one, Change two) {
    BigDecimal first = printed(one);
    BigDecimal second = printed(two);
    boolean swapped = same(first, two.figure()) && same(second, one.figure());
    if (!swapped) {
      return null;
    }
    return first.signum() == 0 || second.signum() == 0 ? Habit.MOVED : Habit.SWAPPED;
  }

  private Set<Habit> habits(Change change) {
    Set<Habit> habits = EnumSet.noneOf(Habit.class);
    Reading reading = report.at(change.cell());
    if (reading.status() != Status.NUMBER) {
      habits.add(Habit.FORGOTTEN);
    } else {
      for (Habit habit : Habit.values()) {
        if (habit.explains(printed(change), change.figure())) {
          habits.add(habit);
        }
      }
      if (printed(change).signum() != 0 && repeatsNeighbour(change.cell())) {
        habits.add(Habit.NEIGHBOUR);
      }
    }
    if (isInTheProse(change)) {
      habits.add(Habit.PROSE);
    }
    return habits;
  }

  /** Whether the prose gives a cell that figure, or a sum of which it makes the rest. */
  private boolean isInTheProse(Change change) {
    Cell cell = change.cell();
    String start = cell.table().key() + '/';
    String end = '/' + cell.column().key();
    for (Map.Entry<String, BigDecimal> said : prose().entrySet()) {
      String path = said.getKey();
      if (path.startsWith(start) && path.endsWith(end)) {
        List<String> rows =
            List.of(path.substring(start.length(), path.length() - end.length()).split("\\+"));
        if (rows.contains(cell.row().key())) {
          BigDecimal sum = sumOfOthers(rows, change);
          if (sum != null && same(sum.add(change.figure()), said.getValue())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private @Nullable BigDecimal sumOfOthers(List<String> rows, Change change) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String key : rows) {
      if (!key.equals(change.cell().row().key())) {
        BigDecimal figure = report.at(sister(change.cell(), key)).addend();
        if (figure == null) {
          return null;
        }
        sum = sum.add(figure);
      }
    }
    return sum;
  }

  /** The cell of another row in the same column. */
  private Cell sister(Cell cell, String row) {
    return subject.edition().cell(cell.table(), cell.table().row(row), cell.column());
  }

  private BigDecimal printed(Change change) {
    BigDecimal figure = report.at(change.cell()).addend();
    return figure == null ? BigDecimal.ZERO : figure;
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }

  private boolean repeatsNeighbour(Cell cell) {
    List<Row> rows = cell.table().rows();
    List<Column> columns = cell.row().columns();
    int row = rows.indexOf(cell.row());
    int column = columns.indexOf(cell.column());
    return repeats(cell, rows, columns, row - 1, column)
        || repeats(cell, rows, columns, row + 1, column)
        || repeats(cell, rows, columns, row, column - 1)
        || repeats(cell, rows, columns, row, column + 1);
  }

  private boolean repeats(Cell cell, List<Row> rows, List<Column> columns, int row, int column) {
    if (row < 0
        || row >= rows.size()
        || column < 0
        || column >= columns.size()
        || report.edition() == null) {
      return false;
    }
    Cell neighbour = report.edition().cell(cell.table(), rows.get(row), columns.get(column));
    BigDecimal figure = report.at(neighbour).value();
    BigDecimal own = report.at(cell).value();
    return figure != null && own != null && same(figure, own);
  }

  /** The figures that the prose gives for cells. */
  private Map<String, BigDecimal> prose() {
    if (prose == null) {
      prose = NarrativeFigures.of(subject.narrative().claims().all());
    }
    return prose;
  }
}
