package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;
import org.gongkai.rule.diagnosis.DiagnosisMessages.Words;
import org.jspecify.annotations.Nullable;

/**
 * A correction that makes broken relations hold.
 *
 * @param changes the cells and the figures that they should hold
 * @param description the error in words; null for single figures, which their changes describe
 */
record Correction(Kind kind, List<Change> changes, @Nullable Words description) {
  /** A cell and the figure that it should hold. */
  record Change(Cell cell, BigDecimal figure) {}

  static Correction ofFigures(Collection<Change> changes) {
    return new Correction(Kind.FIGURES, List.copyOf(changes), null);
  }

  /** The new figures by cell; corrections with equal figures are the same. */
  Map<Cell, BigDecimal> figures() {
    return changes.stream()
        .collect(Collectors.toMap(Change::cell, change -> change.figure().stripTrailingZeros()));
  }

  Set<Cell> cells() {
    return changes.stream().map(Change::cell).collect(Collectors.toSet());
  }
}
