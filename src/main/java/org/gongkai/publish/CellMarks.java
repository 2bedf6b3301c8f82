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

/** What is to be marked at each cell of a result's tables. */
final class CellMarks {
  /**
   * Findings that are named at a cell, and candidates that are shown in place: more would hide the
   * figures.
   */
  private static final int NAMED = 3;

  private final @Nullable Mark[] marks;

  private CellMarks(int cells) {
    marks = new Mark[cells];
  }

  /** What is marked at a cell. */
  static final class Mark {
    /**
     * The heaviest severity of a finding that rests on this cell itself: a total that is not met, a
     * bad figure.
     */
    @Nullable Severity own;

    /** The heaviest severity of a finding that it only takes part in: an addend. */
    @Nullable Severity part;

    /** The numbers (from 1) of the findings that count and are about it, notices aside. */
    final List<Integer> findings = new ArrayList<>();

    /** What the cell should hold, and whether that is certain. */
    Diagnosis.@Nullable Change change;

    boolean certain;

    /** The numbers to name. */
    List<Integer> named() {
      return findings.subList(0, Math.min(findings.size(), NAMED));
    }
  }

  /**
   * Marks of findings and diagnoses.
   *
   * @param findings in the order of their numbers
   * @param diagnoses of findings that one is told in place of, only the totals are marked: their
   *     addends would be half of the table
   */
  static CellMarks of(List<Finding> findings, List<Diagnosis> diagnoses, Edition edition) {
    Set<String> replaced =
        diagnoses.stream()
            .filter(Diagnosis::replacesFindings)
            .flatMap(diagnosis -> diagnosis.explains().stream())
            .collect(Collectors.toSet());
    CellMarks marks = new CellMarks(edition.cells().size());
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
        if (cell != null && !(addend && replaced.contains(finding.id()))) {
          Mark mark = marks.make(cell.index());
          mark.findings.add(number);
          if (!addend) {
            mark.own = heavier(mark.own, finding.severity());
          } else {
            mark.part = heavier(mark.part, finding.severity());
          }
        }
      }
    }
    long candidates = diagnoses.stream().filter(diagnosis -> !diagnosis.certain()).count();
    for (Diagnosis diagnosis : diagnoses) {
      if (!diagnosis.certain() && candidates > NAMED) {
        continue;
      }
      for (Diagnosis.Change change : diagnosis.changes()) {
        edition
            .find(change.cell())
            .ifPresent(
                cell -> {
                  Mark mark = marks.make(cell.index());
                  if (mark.change == null) {
                    mark.change = change;
                    mark.certain = diagnosis.certain();
                  }
                });
      }
    }
    return marks;
  }

  /** The mark at a cell; null for none. */
  @Nullable Mark at(int cell) {
    return marks[cell];
  }

  /** The relation that a finding says is broken; null where it is about something else. */
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

  private Mark make(int cell) {
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
