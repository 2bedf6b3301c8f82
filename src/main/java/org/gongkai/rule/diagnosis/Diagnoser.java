package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.Finding;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;
import org.gongkai.rule.diagnosis.DiagnosisMessages.Rank;
import org.gongkai.rule.diagnosis.DiagnosisMessages.Reasons;
import org.gongkai.rule.diagnosis.DiagnosisMessages.Words;
import org.gongkai.rule.diagnosis.ErrorSeparator.Part;
import org.gongkai.rule.diagnosis.NarrativeEvidence.Opinion;
import org.gongkai.rule.diagnosis.Solver.Solutions;
import org.gongkai.rule.table.Assessment;

/**
 * Says what is wrong where relations are broken: the smallest change, one cell or else two or
 * three, that makes them hold; a row in the wrong place; or totals that leave late cases out.
 *
 * <p>A change is given as certain only where no other of its size would do, no error of another
 * kind explains the same, and no figure of the text contradicts it. Else what is possible are
 * candidates, likeliest first: what the text and typing habits speak for. Such reasons never make a
 * candidate certain.
 */
public final class Diagnoser {
  /** More candidates than that help nobody to find the cell. */
  static final int MOST_CANDIDATES = 24;

  /** What a kind of error weighs that explains as much as several wrong figures. */
  private static final int OF_ROWS = 6;

  /** Shifts of table IV that are told. */
  private static final int MOST_SHIFTS = 3;

  private static final Comparator<Weighed> LIKELIEST_FIRST =
      Comparator.comparing(Weighed::isContradicted)
          .thenComparing(Weighed::isSupported, Comparator.reverseOrder())
          .thenComparing(weighed -> weighed.way.kind() != Kind.LATE_CASES)
          .thenComparing(Weighed::weight, Comparator.reverseOrder());

  private static final String BLANK_TOTAL = "cell.total-blank";

  private final CheckedReport checked;
  private final Report report;
  private final NarrativeEvidence evidence;
  private final TypingErrorFinder habits;
  private final Map<List<String>, Finding> findings = new HashMap<>();
  private final List<Finding> blankTotals = new ArrayList<>();
  private final List<Diagnosis> diagnoses = new ArrayList<>();

  private Diagnoser(CheckedReport checked, List<Finding> findings) {
    this.checked = checked;
    this.report = checked.report();
    this.evidence = new NarrativeEvidence(checked);
    this.habits = new TypingErrorFinder(report, checked.edition());
    for (Finding finding : findings) {
      if (finding.rule().equals(BLANK_TOTAL)) {
        blankTotals.add(finding);
      } else if (finding.expected() != null) {
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
  public static List<Diagnosis> diagnose(CheckedReport checked, List<Finding> findings) {
    Assessment assessment = checked.assessment();
    if (assessment.sound()) {
      return List.of();
    }
    Diagnoser diagnoser = new Diagnoser(checked, findings);
    Set<Relation> told = diagnoser.diagnoseShiftedRemedies(assessment);
    Equations.broken(checked.report(), assessment).stream()
        .filter(equations -> !told.containsAll(equations.relations()))
        .forEach(diagnoser::diagnose);
    return diagnoser.diagnoses;
  }

  /** Tells of figures of table IV one cell off; gives the relations that this surely explains. */
  private Set<Relation> diagnoseShiftedRemedies(Assessment assessment) {
    Equations equations = Equations.ofRule(Relation.REMEDY_TOTAL, report, assessment);
    if (equations == null) {
      return Set.of();
    }
    RemedyShiftFinder.Shifts shifts = RemedyShiftFinder.find(equations, report, checked.edition());
    List<Weighed> ways =
        shifts.ways().stream()
            .map(way -> weigh(equations, way))
            .filter(way -> !way.isContradicted())
            .toList();
    if (ways.isEmpty()) {
      return Set.of();
    }
    Set<Integer> mended = equations.mended(ways.get(0).way.changes());
    List<Finding> explained = explained(equations.only(mended));
    if (explained.stream().noneMatch(Finding::counts)) {
      return Set.of();
    }
    boolean certain = ways.size() == 1 && shifts.blank();
    for (int i = 0; i < Math.min(ways.size(), MOST_SHIFTS); i++) {
      Weighed one = ways.get(i);
      Words words =
          certain
              ? DiagnosisMessages.certain(report, one.way, one.reasons)
              : DiagnosisMessages.candidate(
                  report, one.way, one.reasons, new Rank(i + 1, 0, i == 0));
      diagnoses.add(diagnosis(certain, one.way, certain ? 1 : 0, explained, words));
    }
    return certain
        ? mended.stream().map(equations.relations()::get).collect(Collectors.toSet())
        : Set.of();
  }

  private void diagnose(Equations equations) {
    Solutions solutions = Solver.solve(equations);
    List<Correction> acts = acts(equations);
    List<Part> parts =
        acts.isEmpty()
            ? ErrorSeparator.separate(equations, solutions, report, checked.edition())
            : List.of();
    if (parts.size() < 2) {
      add(new Part(equations, true), solutions, acts);
    }
    for (Part part : parts.size() < 2 ? List.<Part>of() : parts) {
      add(part, Solver.solve(part.equations()), acts(part.equations()));
    }
  }

  /** Errors of other kinds than wrong figures that explain everything and the text allows. */
  private List<Correction> acts(Equations equations) {
    Edition edition = checked.edition();
    boolean requests =
        equations.relations().get(0).totals().get(0).table().key().equals(Edition.REQUESTS);
    List<Correction> acts = new ArrayList<>();
    if (requests) {
      RowErrorFinder.find(equations, report, edition).stream()
          .filter(way -> equations.mends(way.changes()))
          .forEach(acts::add);
      Correction totals = TotalsFinder.find(equations, edition);
      if (totals != null) {
        acts.add(totals);
      }
    } else {
      acts.addAll(RemedyShiftFinder.findInGroup(equations, report, edition));
    }
    acts.removeIf(way -> evidence.of(equations, way).contradicting() != null);
    return acts;
  }

  private void add(Part part, Solutions solutions, List<Correction> acts) {
    Equations equations = part.equations();
    List<Finding> explained = explained(equations);
    if (explained.stream().noneMatch(Finding::counts)) {
      return;
    }
    List<Weighed> weighed = weigh(equations, solutions, acts);
    boolean unique =
        part.sure()
            && !mayBeRowLeftOut(equations, solutions)
            && !solutions.unplaced()
            && !solutions.impossible()
            && solutions.ways().size() <= 1
            && weighed.stream().filter(way -> !way.isContradicted()).count() == 1;
    if (unique) {
      Weighed only = weighed.get(0);
      boolean smallest =
          solutions.ways().isEmpty()
              ? only.way.kind() != Kind.LATE_CASES && !mayBeBlankForZero(only.way)
              : only.way.figures().equals(solutions.ways().get(0).figures());
      if (smallest) {
        Words words = DiagnosisMessages.certain(report, only.way, only.reasons);
        diagnoses.add(diagnosis(true, only.way, 1, explained, words));
        return;
      }
    }
    boolean many = solutions.ways().size() > 1 && solutions.ways().get(0).changes().size() > 2;
    if (many) {
      // Of many ways to change three cells, only one that something speaks for helps.
      weighed.removeIf(way -> way.way.kind() == Kind.FIGURES && !way.isSupported());
    }
    int ways = many ? 0 : weighed.size() + (solutions.unplaced() ? 1 : 0);
    for (int i = 0; i < Math.min(weighed.size(), MOST_CANDIDATES); i++) {
      Weighed one = weighed.get(i);
      Rank rank = new Rank(i + 1, ways, i == 0 && standsOut(weighed));
      Words words = DiagnosisMessages.candidate(report, one.way, one.reasons, rank);
      diagnoses.add(diagnosis(false, one.way, ways, explained, words));
    }
  }

  /** Whether a row said to be left out may be one of zeros, as blanks are elsewhere. */
  private boolean mayBeBlankForZero(Correction way) {
    Cell first = way.changes().get(0).cell();
    return way.kind() == Kind.LEFT_OUT
        && report.readings().stream()
            .filter(reading -> reading.status() == Status.BLANK)
            .map(Reading::cell)
            .anyMatch(cell -> cell.table() == first.table() && cell.row() != first.row());
  }

  /** A row left out holds by itself: what it lacks looks like two or three wrong figures. */
  private boolean mayBeRowLeftOut(Equations equations, Solutions solutions) {
    return !solutions.ways().isEmpty()
        && solutions.ways().get(0).changes().size() > 1
        && RowErrorFinder.hasBlankRow(equations, report, checked.edition());
  }

  /** Whether the first is likelier than all others. */
  private static boolean standsOut(List<Weighed> weighed) {
    int first = weighed.get(0).weight;
    return weighed.size() > 1
        && first >= TypingError.STRONG
        && weighed.stream().skip(1).allMatch(way -> way.weight + 1 < first);
  }

  private List<Finding> explained(Equations equations) {
    List<Finding> explained = new ArrayList<>();
    for (int equation : equations.broken()) {
      Relation relation = equations.relations().get(equation);
      List<String> cells = Equations.cells(relation).stream().map(Cell::path).toList();
      Finding finding = findings.get(key(relation.rule(), cells));
      if (finding != null) {
        explained.add(finding);
      }
    }
    return explained;
  }

  /** Findings of totals left blank that the way fills in. */
  private List<Finding> blankTotals(Correction way) {
    Set<String> cells = way.cells().stream().map(Cell::path).collect(Collectors.toSet());
    return blankTotals.stream().filter(finding -> cells.containsAll(finding.cells())).toList();
  }

  private static List<String> key(String rule, List<String> cells) {
    List<String> key = new ArrayList<>(cells);
    key.add(rule);
    return key;
  }

  private Diagnosis diagnosis(
      boolean certain, Correction way, int ways, List<Finding> explained, Words words) {
    List<String> explains = new ArrayList<>();
    explained.forEach(finding -> explains.add(finding.id()));
    if (certain) {
      blankTotals(way).forEach(finding -> explains.add(finding.id()));
    }
    List<Diagnosis.Change> changes =
        way.changes().stream()
            .map(
                change ->
                    new Diagnosis.Change(
                        change.cell().path(), report.at(change.cell()).value(), change.figure()))
            .toList();
    return new Diagnosis(
        way.kind(), certain, changes, ways, explains, words.whole(), words.brief());
  }

  /** A way, what speaks for it and against it, and what that weighs. */
  private record Weighed(Correction way, Reasons reasons, int weight) {
    boolean isContradicted() {
      return reasons.opinion().contradicting() != null;
    }

    boolean isSupported() {
      return reasons.opinion().supporting() != null;
    }
  }

  /** All ways, likeliest first; one that is also an act has its words. */
  private List<Weighed> weigh(Equations equations, Solutions solutions, List<Correction> acts) {
    Set<Map<Cell, BigDecimal>> seen = new HashSet<>();
    List<Weighed> weighed = new ArrayList<>();
    for (Correction way : acts) {
      if (seen.add(way.figures())) {
        weighed.add(weigh(equations, way));
      }
    }
    for (Correction way : solutions.ways()) {
      if (seen.add(way.figures())) {
        weighed.add(weigh(equations, way));
      }
    }
    weighed.sort(LIKELIEST_FIRST);
    return weighed;
  }

  private Weighed weigh(Equations equations, Correction way) {
    Opinion opinion = evidence.of(equations, way);
    Set<TypingError> reasons = Set.of();
    int weight = OF_ROWS;
    if (way.kind() == Kind.FIGURES) {
      TypingErrorFinder.Found found = habits.find(way);
      reasons = found.habits();
      weight = found.weight();
    } else if (way.kind() == Kind.LATE_CASES && !equations.mends(way.changes())) {
      weight = TypingError.STRONG - 1;
    }
    weight += opinion.supporting() == null ? 0 : TypingError.STRONG;
    weight -= opinion.contradicting() == null ? 0 : 2 * OF_ROWS;
    return new Weighed(way, new Reasons(reasons, opinion), weight);
  }
}
