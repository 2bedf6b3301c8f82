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
 * Suggests corrections for broken relations: the fewest cells, up to three, whose change makes them
 * hold; or a structural error, such as a row in the wrong place or totals without late cases.
 *
 * <p>A correction is certain only where no other of its size works, no structural error explains
 * the same relations and no figure of the text contradicts it. Otherwise all possible corrections
 * are candidates, likeliest first: the text and known typing errors support some of them. Such
 * support never makes a candidate certain.
 */
public final class Diagnoser {
  /** A longer list does not help to find the cell. */
  static final int MOST_CANDIDATES = 24;

  /** The weight of a structural error, which explains as much as several wrong figures. */
  private static final int STRUCTURAL_WEIGHT = 6;

  /** The number of shifts of table IV that are suggested. */
  private static final int MOST_SHIFTS = 3;

  private static final Comparator<RankedCorrection> LIKELIEST_FIRST =
      Comparator.comparing(RankedCorrection::isContradicted)
          .thenComparing(RankedCorrection::isSupported, Comparator.reverseOrder())
          .thenComparing(each -> each.correction.kind() != Kind.LATE_CASES)
          .thenComparing(RankedCorrection::weight, Comparator.reverseOrder());

  private static final String BLANK_TOTAL = "cell.total-blank";

  private final CheckedReport checked;
  private final Report report;
  private final NarrativeEvidence evidence;
  private final TypingErrorFinder typingErrors;
  private final Map<List<String>, Finding> findings = new HashMap<>();
  private final List<Finding> blankTotals = new ArrayList<>();
  private final List<Diagnosis> diagnoses = new ArrayList<>();

  private Diagnoser(CheckedReport checked, List<Finding> findings) {
    this.checked = checked;
    this.report = checked.report();
    this.evidence = new NarrativeEvidence(checked);
    this.typingErrors = new TypingErrorFinder(report, checked.edition());
    for (Finding finding : findings) {
      if (finding.rule().equals(BLANK_TOTAL)) {
        blankTotals.add(finding);
      } else if (finding.expected() != null) {
        this.findings.put(key(finding.rule(), finding.cells()), finding);
      }
    }
  }

  /**
   * Suggests corrections for a report.
   *
   * @param findings its findings; relations whose findings are all waived or switched off are
   *     skipped
   */
  public static List<Diagnosis> diagnose(CheckedReport checked, List<Finding> findings) {
    Assessment assessment = checked.assessment();
    if (assessment.allHold()) {
      return List.of();
    }
    Diagnoser diagnoser = new Diagnoser(checked, findings);
    Set<Relation> explainedRelations = diagnoser.diagnoseShiftedRemedies(assessment);
    Equations.broken(checked.report(), assessment).stream()
        .filter(equations -> !explainedRelations.containsAll(equations.relations()))
        .forEach(diagnoser::diagnose);
    return diagnoser.diagnoses;
  }

  /**
   * Diagnoses figures of table IV one cell off; returns the relations that this surely explains.
   */
  private Set<Relation> diagnoseShiftedRemedies(Assessment assessment) {
    Equations equations = Equations.ofRule(Relation.REMEDY_TOTAL, report, assessment);
    if (equations == null) {
      return Set.of();
    }
    RemedyShiftFinder.Shifts shifts = RemedyShiftFinder.find(equations, report, checked.edition());
    List<RankedCorrection> shifted =
        shifts.corrections().stream()
            .map(correction -> rank(equations, correction))
            .filter(each -> !each.isContradicted())
            .toList();
    if (shifted.isEmpty()) {
      return Set.of();
    }
    Set<Integer> solved = equations.solved(shifted.get(0).correction.changes());
    List<Finding> explained = explained(equations.only(solved));
    if (explained.stream().noneMatch(Finding::counts)) {
      return Set.of();
    }
    boolean certain = shifted.size() == 1 && shifts.blank();
    for (int i = 0; i < Math.min(shifted.size(), MOST_SHIFTS); i++) {
      RankedCorrection one = shifted.get(i);
      Words words =
          certain
              ? DiagnosisMessages.certain(report, one.correction, one.reasons)
              : DiagnosisMessages.candidate(
                  report, one.correction, one.reasons, new Rank(i + 1, 0, i == 0));
      diagnoses.add(diagnosis(certain, one.correction, certain ? 1 : 0, explained, words));
    }
    return certain
        ? solved.stream().map(equations.relations()::get).collect(Collectors.toSet())
        : Set.of();
  }

  private void diagnose(Equations equations) {
    Solutions solutions = Solver.solve(equations);
    List<Correction> structural = structuralCorrections(equations);
    List<Part> parts =
        structural.isEmpty()
            ? ErrorSeparator.separate(equations, solutions, report, checked.edition())
            : List.of();
    if (parts.size() < 2) {
      add(new Part(equations, true), solutions, structural);
    }
    for (Part part : parts.size() < 2 ? List.<Part>of() : parts) {
      add(part, Solver.solve(part.equations()), structuralCorrections(part.equations()));
    }
  }

  /** Structural errors that explain all equations and that the text does not contradict. */
  private List<Correction> structuralCorrections(Equations equations) {
    Edition edition = checked.edition();
    boolean requests =
        equations.relations().get(0).totals().get(0).table().key().equals(Edition.REQUESTS);
    List<Correction> structural = new ArrayList<>();
    if (requests) {
      RowErrorFinder.find(equations, report, edition).stream()
          .filter(correction -> equations.solves(correction.changes()))
          .forEach(structural::add);
      Correction totals = TotalsFinder.find(equations, edition);
      if (totals != null) {
        structural.add(totals);
      }
    } else {
      structural.addAll(RemedyShiftFinder.findInGroup(equations, report, edition));
    }
    structural.removeIf(correction -> evidence.of(equations, correction).contradicting() != null);
    return structural;
  }

  private void add(Part part, Solutions solutions, List<Correction> structural) {
    Equations equations = part.equations();
    List<Finding> explained = explained(equations);
    if (explained.stream().noneMatch(Finding::counts)) {
      return;
    }
    List<RankedCorrection> ranked = rank(equations, solutions, structural);
    if (isUnique(part, solutions, ranked) && isSmallest(ranked.get(0).correction, solutions)) {
      RankedCorrection only = ranked.get(0);
      Words words = DiagnosisMessages.certain(report, only.correction, only.reasons);
      diagnoses.add(diagnosis(true, only.correction, 1, explained, words));
    } else {
      addCandidates(solutions, ranked, explained);
    }
  }

  private boolean isUnique(Part part, Solutions solutions, List<RankedCorrection> ranked) {
    return part.sure()
        && !mayBeRowLeftOut(part.equations(), solutions)
        && !solutions.unplaced()
        && !solutions.impossible()
        && solutions.corrections().size() <= 1
        && ranked.stream().filter(each -> !each.isContradicted()).count() == 1;
  }

  private boolean isSmallest(Correction correction, Solutions solutions) {
    return solutions.corrections().isEmpty()
        ? correction.kind() != Kind.LATE_CASES && !mayBeBlankForZero(correction)
        : correction.figures().equals(solutions.corrections().get(0).figures());
  }

  private void addCandidates(
      Solutions solutions, List<RankedCorrection> ranked, List<Finding> explained) {
    boolean many =
        solutions.corrections().size() > 1 && solutions.corrections().get(0).changes().size() > 2;
    if (many) {
      // Of many ways to change three cells, only those that the text supports help.
      ranked.removeIf(each -> each.correction.kind() == Kind.FIGURES && !each.isSupported());
    }
    int ways = many ? 0 : ranked.size() + (solutions.unplaced() ? 1 : 0);
    for (int i = 0; i < Math.min(ranked.size(), MOST_CANDIDATES); i++) {
      RankedCorrection one = ranked.get(i);
      Rank rank = new Rank(i + 1, ways, i == 0 && isClearlyLikeliest(ranked));
      Words words = DiagnosisMessages.candidate(report, one.correction, one.reasons, rank);
      diagnoses.add(diagnosis(false, one.correction, ways, explained, words));
    }
  }

  /** Whether a blank row may mean zeros, as other blank cells of the table do. */
  private boolean mayBeBlankForZero(Correction correction) {
    Cell first = correction.changes().get(0).cell();
    return correction.kind() == Kind.LEFT_OUT
        && report.readings().stream()
            .filter(reading -> reading.status() == Status.BLANK)
            .map(Reading::cell)
            .anyMatch(cell -> cell.table() == first.table() && cell.row() != first.row());
  }

  /** Whether a blank row may explain what looks like two or three wrong figures. */
  private boolean mayBeRowLeftOut(Equations equations, Solutions solutions) {
    return !solutions.corrections().isEmpty()
        && solutions.corrections().get(0).changes().size() > 1
        && RowErrorFinder.hasBlankRow(equations, report, checked.edition());
  }

  /** Whether the first correction is clearly likelier than all others. */
  private static boolean isClearlyLikeliest(List<RankedCorrection> ranked) {
    int first = ranked.get(0).weight;
    return ranked.size() > 1
        && first >= TypingError.STRONG
        && ranked.stream().skip(1).allMatch(each -> each.weight + 1 < first);
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

  /** Findings about blank totals that the correction fills in. */
  private List<Finding> blankTotals(Correction correction) {
    Set<String> cells = correction.cells().stream().map(Cell::path).collect(Collectors.toSet());
    return blankTotals.stream().filter(finding -> cells.containsAll(finding.cells())).toList();
  }

  private static List<String> key(String rule, List<String> cells) {
    List<String> key = new ArrayList<>(cells);
    key.add(rule);
    return key;
  }

  private Diagnosis diagnosis(
      boolean certain, Correction correction, int ways, List<Finding> explained, Words words) {
    List<String> explains = new ArrayList<>();
    explained.forEach(finding -> explains.add(finding.id()));
    if (certain) {
      blankTotals(correction).forEach(finding -> explains.add(finding.id()));
    }
    List<Diagnosis.Change> changes =
        correction.changes().stream()
            .map(
                change ->
                    new Diagnosis.Change(
                        change.cell().path(), report.at(change.cell()).value(), change.figure()))
            .toList();
    return new Diagnosis(
        correction.kind(), certain, changes, ways, explains, words.whole(), words.brief());
  }

  /** A correction with the reasons for and against it and their weight. */
  private record RankedCorrection(Correction correction, Reasons reasons, int weight) {
    boolean isContradicted() {
      return reasons.opinion().contradicting() != null;
    }

    boolean isSupported() {
      return reasons.opinion().supporting() != null;
    }
  }

  /** All corrections, likeliest first; of two with the same figures the structural one. */
  private List<RankedCorrection> rank(
      Equations equations, Solutions solutions, List<Correction> structural) {
    Set<Map<Cell, BigDecimal>> seen = new HashSet<>();
    List<RankedCorrection> ranked = new ArrayList<>();
    for (Correction correction : structural) {
      if (seen.add(correction.figures())) {
        ranked.add(rank(equations, correction));
      }
    }
    for (Correction correction : solutions.corrections()) {
      if (seen.add(correction.figures())) {
        ranked.add(rank(equations, correction));
      }
    }
    ranked.sort(LIKELIEST_FIRST);
    return ranked;
  }

  private RankedCorrection rank(Equations equations, Correction correction) {
    Opinion opinion = evidence.of(equations, correction);
    Set<TypingError> reasons = Set.of();
    int weight = STRUCTURAL_WEIGHT;
    if (correction.kind() == Kind.FIGURES) {
      TypingErrorFinder.Explanation found = typingErrors.find(correction);
      reasons = found.typingErrors();
      weight = found.weight();
    } else if (correction.kind() == Kind.LATE_CASES && !equations.solves(correction.changes())) {
      weight = TypingError.STRONG - 1;
    }
    weight += opinion.supporting() == null ? 0 : TypingError.STRONG;
    weight -= opinion.contradicting() == null ? 0 : 2 * STRUCTURAL_WEIGHT;
    return new RankedCorrection(correction, new Reasons(reasons, opinion), weight);
  }
}
