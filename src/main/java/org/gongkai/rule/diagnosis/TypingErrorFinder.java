package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.jspecify.annotations.Nullable;

/** Finds the typing errors that explain wrong figures. */
final class TypingErrorFinder {
  private final Report report;
  private final Edition edition;

  TypingErrorFinder(Report report, Edition edition) {
    this.report = report;
    this.edition = edition;
  }

  /**
   * The typing errors that explain a correction.
   *
   * @param typingErrors the errors; for three cells only those that explain each of them
   * @param weight their weight together
   */
  record Explanation(Set<TypingError> typingErrors, int weight) {}

  Explanation find(Correction correction) {
    List<Change> changes = correction.changes();
    if (changes.size() == 2) {
      TypingError swappedOrMoved = swappedOrMoved(changes.get(0), changes.get(1));
      if (swappedOrMoved != null) {
        return new Explanation(EnumSet.of(swappedOrMoved), 2 * swappedOrMoved.weight);
      }
    }
    Set<TypingError> ofAnyCell = EnumSet.noneOf(TypingError.class);
    Set<TypingError> ofEveryCell = EnumSet.allOf(TypingError.class);
    int weight = 0;
    for (Change change : changes) {
      Set<TypingError> ofOne = typingErrors(change);
      weight += ofOne.stream().mapToInt(typingError -> typingError.weight).max().orElse(0);
      ofAnyCell.addAll(ofOne);
      ofEveryCell.retainAll(ofOne);
    }
    return new Explanation(changes.size() > 2 ? ofEveryCell : ofAnyCell, weight);
  }

  private @Nullable TypingError swappedOrMoved(Change one, Change two) {
    BigDecimal first = printed(one);
    BigDecimal second = printed(two);
    if (!same(first, two.figure()) || !same(second, one.figure())) {
      return null;
    }
    return first.signum() == 0 || second.signum() == 0 ? TypingError.MOVED : TypingError.SWAPPED;
  }

  private Set<TypingError> typingErrors(Change change) {
    Set<TypingError> typingErrors = EnumSet.noneOf(TypingError.class);
    Reading reading = report.at(change.cell());
    if (reading.status() != Status.NUMBER) {
      return EnumSet.of(TypingError.FORGOTTEN);
    }
    for (TypingError typingError : TypingError.values()) {
      if (typingError.explains(printed(change), change.figure())) {
        typingErrors.add(typingError);
      }
    }
    if (printed(change).signum() != 0 && repeatsNeighbour(change.cell())) {
      typingErrors.add(TypingError.NEIGHBOUR);
    }
    return typingErrors;
  }

  private BigDecimal printed(Change change) {
    BigDecimal figure = report.at(change.cell()).addend();
    return figure == null ? BigDecimal.ZERO : figure;
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }

  private boolean repeatsNeighbour(Cell cell) {
    int row = cell.table().rows().indexOf(cell.row());
    int column = cell.row().columns().indexOf(cell.column());
    return repeats(cell, row - 1, column)
        || repeats(cell, row + 1, column)
        || repeats(cell, row, column - 1)
        || repeats(cell, row, column + 1);
  }

  private boolean repeats(Cell cell, int row, int column) {
    List<Row> rows = cell.table().rows();
    List<Column> columns = cell.row().columns();
    if (row < 0 || row >= rows.size() || column < 0 || column >= columns.size()) {
      return false;
    }
    Cell neighbour = edition.cell(cell.table(), rows.get(row), columns.get(column));
    BigDecimal figure = report.at(neighbour).value();
    BigDecimal own = report.at(cell).value();
    return figure != null && own != null && same(figure, own);
  }
}
