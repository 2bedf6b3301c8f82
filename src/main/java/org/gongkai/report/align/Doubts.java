package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/** What of the readings cannot be sure for what the others say, all of them being known. */
public final class Doubts {
  /** So many rows without their figures say nothing of the others. */
  private static final int FEW_LOST = 5;

  private final Edition edition;
  private final @Nullable Reading[] readings;
  private final List<LooseRow> loose;

  Doubts(Edition edition, @Nullable Reading[] readings, List<LooseRow> loose) {
    this.edition = edition;
    this.readings = readings;
    this.loose = loose;
  }

  /** Doubts the words in a table that has little else: its figures did not come through. */
  void doubtWords() {
    for (Table table : edition.tables()) {
      List<Reading> words = new ArrayList<>();
      int others = 0;
      for (Row row : table.rows()) {
        for (Column column : row.columns()) {
          Reading reading = readings[edition.cell(table, row, column).index()];
          if (reading != null && reading.status() == Status.TEXT) {
            words.add(reading);
          } else {
            others += reading == null || reading.status() == Status.ABSENT ? 0 : 1;
          }
        }
      }
      if (words.size() > others) {
        words.forEach(word -> put(word.doubted()));
      }
    }
  }

  /**
   * Rows with dropped cells whose sum can be trusted: where many do not add up, their totals were
   * dropped too; where the figures of more rows were not found than add up, theirs may stand among
   * them; where the column of the totals holds with all of a row's figures for its parts, its own
   * total was.
   */
  List<LooseRow> trusted() {
    List<LooseRow> telling = new ArrayList<>();
    List<LooseRow> broken = new ArrayList<>();
    for (LooseRow row : loose) {
      BigDecimal sum = sum(row);
      BigDecimal total = totalOf(row).addend();
      if (sum.signum() != 0 || total != null && total.signum() != 0) {
        telling.add(row);
        if (total == null || sum.compareTo(total) != 0) {
          broken.add(row);
        }
      }
    }
    if (telling.isEmpty()) {
      return loose;
    }
    boolean mostHold = broken.size() < 3 || broken.size() * 2 <= telling.size();
    if (mostHold && lost() <= Math.max(FEW_LOST, telling.size() - broken.size())) {
      broken.removeIf(row -> !isWithoutTotal(row));
      for (LooseRow row : broken) {
        Reading total = totalOf(row);
        put(new Reading(total.cell(), Status.UNPLACED, null, "", false, total.where()));
      }
      return without(broken);
    }
    telling.forEach(row -> put(totalOf(row).doubted()));
    return without(telling);
  }

  private void put(Reading reading) {
    readings[reading.cell().index()] = reading;
  }

  private static BigDecimal sum(LooseRow row) {
    return row.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<LooseRow> without(List<LooseRow> doubted) {
    if (doubted.isEmpty()) {
      return loose;
    }
    List<LooseRow> sure = new ArrayList<>(loose);
    sure.removeAll(doubted);
    return sure;
  }

  /** Whether the totals add up if all figures of a row are parts, and its total is their sum. */
  private boolean isWithoutTotal(LooseRow row) {
    Reading last = totalOf(row);
    BigDecimal total = last.addend();
    if (total == null || total.signum() == 0 && sum(row).signum() == 0) {
      return false;
    }
    boolean some = false;
    for (Relation relation : edition.relations()) {
      boolean across = relation.rule().equals(Relation.ROW_TOTAL);
      boolean about =
          relation.parts().contains(last.cell()) || relation.totals().contains(last.cell());
      if (about && !across) {
        BigDecimal parts = sum(relation.parts(), last.cell(), sum(row));
        BigDecimal totals = sum(relation.totals(), last.cell(), sum(row));
        if (parts == null || totals == null || parts.compareTo(totals) != 0) {
          return false;
        }
        some = true;
      }
    }
    return some;
  }

  /** What cells add up to if one of them has so much more; null where one is not known. */
  private @Nullable BigDecimal sum(List<Cell> cells, Cell one, BigDecimal more) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : cells) {
      Reading reading = readings[cell.index()];
      BigDecimal figure = reading == null ? null : reading.addend();
      if (figure == null) {
        return null;
      }
      sum = sum.add(figure).add(cell == one ? more : BigDecimal.ZERO);
    }
    return sum;
  }

  /** Rows of which no figure was found, though they have some. */
  private long lost() {
    return edition.tables().stream()
        .mapToLong(
            table ->
                table.rows().stream()
                    .filter(row -> !isLoose(table, row) && isUnplaced(table, row))
                    .count())
        .sum();
  }

  private boolean isLoose(Table table, Row row) {
    return loose.stream().anyMatch(each -> each.table() == table && each.row() == row);
  }

  private boolean isUnplaced(Table table, Row row) {
    return row.columns().stream().allMatch(column -> isUnplaced(edition.cell(table, row, column)));
  }

  private boolean isUnplaced(Cell cell) {
    Reading reading = readings[cell.index()];
    return reading != null && reading.status() == Status.UNPLACED;
  }

  private Reading totalOf(LooseRow row) {
    List<Column> columns = row.row().columns();
    Cell cell = edition.cell(row.table(), row.row(), columns.get(columns.size() - 1));
    return Objects.requireNonNull(readings[cell.index()]);
  }
}
