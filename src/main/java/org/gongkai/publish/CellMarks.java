package org.gongkai.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Severity;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/** Marks the cells of a result's tables with findings and suggested corrections. */
final class CellMarks {
  /**
   * The most findings listed at a cell, and candidates shown in it: more would hide the figures.
   */
  private static final int MOST_LISTED = 3;

  private final @Nullable Mark[] marks;

  private CellMarks(int cells) {
    marks = new Mark[cells];
  }

  /** The mark of a cell. */
  static final class Mark {
    /** The highest severity of the findings about this cell itself: a wrong total, a bad figure. */
    @Nullable Severity ownSeverity;

    /** The highest severity of the findings about a total that this cell is an addend of. */
    @Nullable Severity addendSeverity;

    /** The numbers, from 1, of its findings that count, without notices. */
    final List<Integer> findings = new ArrayList<>();

    /** The suggested figure; {@link #certain} says whether it is certain. */
    Diagnosis.@Nullable Change change;

    boolean certain;

    /** The numbers to list. */
    List<Integer> listedFindings() {
      return findings.subList(0, Math.min(findings.size(), MOST_LISTED));
    }
  }

  /**
   * Marks the cells of findings and diagnoses.
   *
   * @param findings in the order of their numbers
   * @param diagnoses of the findings that they replace only the totals are marked, as the addends
   *     are half of the table
   */
  static CellMarks of(List<Finding> findings, List<Diagnosis> diagnoses, Edition edition) {
    CellMarks marks = new CellMarks(edition.cells().size());
    marks.addFindings(findings, diagnoses, edition);
    marks.addChanges(diagnoses, edition);
    return marks;
  }

  private void addFindings(List<Finding> findings, List<Diagnosis> diagnoses, Edition edition) {
    Set<String> replaced =
        diagnoses.stream()
            .filter(Diagnosis::replacesFindings)
            .flatMap(diagnosis -> diagnosis.explains().stream())
            .collect(Collectors.toSet());
    int number = 0;
    for (Finding finding : findings) {
      number++;
      if (!finding.counts() || finding.severity() == Severity.NOTICE) {
        continue;
      }
      Relation relation = relation(edition, finding);
      for (String path : finding.cells()) {
        Cell cell = edition.find(path).orElse(null);
        boolean addend = cell != null && relation != null && !relation.totals().contains(cell);
        if (cell == null || addend && replaced.contains(finding.id())) {
          continue;
        }
        Mark mark = markAt(cell.index());
        mark.findings.add(number);
        if (addend) {
          mark.addendSeverity = heavier(mark.addendSeverity, finding.severity());
        } else {
          mark.ownSeverity = heavier(mark.ownSeverity, finding.severity());
        }
      }
    }
  }

  private void addChanges(List<Diagnosis> diagnoses, Edition edition) {
    long candidates = diagnoses.stream().filter(diagnosis -> !diagnosis.certain()).count();
    for (Diagnosis diagnosis : diagnoses) {
      if (!diagnosis.certain() && candidates > MOST_LISTED) {
        continue;
      }
      for (Diagnosis.Change change : diagnosis.changes()) {
        Cell cell = edition.find(change.cell()).orElse(null);
        Mark mark = cell == null ? null : markAt(cell.index());
        if (mark != null && mark.change == null) {
          mark.change = change;
          mark.certain = diagnosis.certain();
        }
      }
    }
  }

  /** The mark at a cell; null for none. */
  @Nullable Mark at(int cell) {
    return marks[cell];
  }

  /** The broken relation that a finding reports; null for another finding. */
  static @Nullable Relation relation(Edition edition, Finding finding) {
    if (finding.cells().isEmpty()) {
      return null;
    }
    String last = finding.cells().get(finding.cells().size() - 1);
    for (Relation relation : edition.relations()) {
      if (relation.rule().equals(finding.rule())
          && relation.totals().get(relation.totals().size() - 1).path().equals(last)) {
        return relation;
      }
    }
    return null;
  }

  private Mark markAt(int cell) {
    Mark mark = marks[cell];
    if (mark == null) {
      mark = new Mark();
      marks[cell] = mark;
    }
    return mark;
  }

  private static Severity heavier(@Nullable Severity one, Severity other) {
    return one == null || other.compareTo(one) < 0 ? other : one;
  }
}
