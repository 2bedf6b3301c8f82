package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds wrong totals in table III: totals that were not updated when cases were added to the rows,
 * all too small by the same amount; and a total of the outcomes that omits a row or counts one
 * twice.
 */
final class TotalsFinder {
  /** The most cases that may be added late without an outcome; more are a wrong figure. */
  private static final int MOST_WITHOUT_OUTCOME = 9;

  private final Equations equations;
  private final Edition edition;
  private final Table table;
  private final List<Column> columns;

  /** The number of columns for applicants; the total follows them. */
  private final int applicants;

  private TotalsFinder(Equations equations, Edition edition) {
    this.equations = equations;
    this.edition = edition;
    this.table = edition.table(Edition.REQUESTS);
    this.columns = table.rows().get(0).columns();
    this.applicants = columns.size() - 1;
  }

  /** The totals computed from the rows; null where that explains nothing. */
  static @Nullable Correction find(Equations equations, Edition edition) {
    return new TotalsFinder(equations, edition).find();
  }

  private @Nullable Correction find() {
    List<Change> changes = new ArrayList<>();
    BigDecimal[] outcomes = new BigDecimal[applicants + 1];
    Arrays.fill(outcomes, BigDecimal.ZERO);
    @Nullable Row outcomeTotal = null;
    for (Row row : table.rows()) {
      if (row.key().equals("outcomeTotal")) {
        outcomeTotal = row;
        continue;
      }
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i <= applicants; i++) {
        Cell cell = edition.cell(table, row, columns.get(i));
        BigDecimal figure = equations.figure(cell);
        if (figure == null) {
          return null;
        }
        if (i < applicants) {
          sum = sum.add(figure);
        } else {
          add(changes, cell, figure, sum);
          figure = sum;
        }
        if (row.outcome()) {
          outcomes[i] = outcomes[i].add(figure);
        }
      }
    }
    for (int i = 0; outcomeTotal != null && i <= applicants; i++) {
      Cell cell = edition.cell(table, outcomeTotal, columns.get(i));
      BigDecimal figure = equations.figure(cell);
      if (figure == null) {
        return null;
      }
      add(changes, cell, figure, outcomes[i]);
    }
    return correction(changes);
  }

  private static void add(List<Change> changes, Cell cell, BigDecimal printed, BigDecimal sum) {
    if (printed.compareTo(sum) != 0) {
      changes.add(new Change(cell, sum));
    }
  }

  private @Nullable Correction correction(List<Change> changes) {
    if (changes.isEmpty()) {
      return null;
    }
    BigDecimal amount = shortfall(changes.get(0));
    boolean late =
        amount.signum() > 0
            && changes.stream().allMatch(change -> shortfall(change).compareTo(amount) == 0);
    long[] left = equations.after(changes);
    long open = Arrays.stream(left).filter(residual -> residual != 0).count();
    if (open == 0 && changes.size() > 1) {
      if (late) {
        return new Correction(
            Kind.LATE_CASES, changes, DiagnosisMessages.late(changes, amount, this::printed));
      }
      Row row = changes.get(0).cell().row();
      return changes.stream().allMatch(change -> change.cell().row() == row)
          ? new Correction(
              Kind.TOTAL_ROW, changes, DiagnosisMessages.totalRow(changes, this::printed))
          : null;
    }
    boolean withoutOutcome =
        late
            && open == 2
            && changes.get(0).cell().row().key().equals("newRequests")
            && amount.compareTo(BigDecimal.valueOf(MOST_WITHOUT_OUTCOME)) <= 0
            && isBalance(left, amount);
    return withoutOutcome
        ? new Correction(
            Kind.LATE_CASES,
            changes,
            DiagnosisMessages.withoutOutcome(changes, amount, this::printed))
        : null;
  }

  private BigDecimal shortfall(Change change) {
    BigDecimal printed = equations.figure(change.cell());
    return printed == null ? BigDecimal.ZERO : change.figure().subtract(printed);
  }

  private String printed(Cell cell) {
    BigDecimal printed = equations.figure(cell);
    return printed == null ? "" : PlaceNames.figure(printed);
  }

  /** Whether the remaining residuals mean that this many requests were received but not handled. */
  private boolean isBalance(long[] left, BigDecimal amount) {
    for (int i = 0; i < left.length; i++) {
      boolean balance = equations.relations().get(i).rule().equals(Relation.BALANCE);
      if (left[i] != 0 && !(balance && equations.figure(left[i]).compareTo(amount) == 0)) {
        return false;
      }
    }
    return true;
  }
}
