package org.gongkai.rule.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.RelationCheck;
import org.gongkai.rule.RelationCheck.State;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each relation of the form whether it holds in a report, is broken, or is not
 * assessable and why.
 *
 * <p>A blank or a placeholder counts as zero. A blank <em>total</em> does so only if all its parts
 * are blank or zero; otherwise it was forgotten, and no relation with it can be assessed, whether
 * it is the total or a part. A placeholder as total is a printed "none": parts that are not zero
 * break the relation.
 *
 * <p>If figures of a row have no place, a relation is assessed only if the outcome is the same for
 * every possible place.
 */
public final class Assessment {
  private static final long LARGEST = 1_000_000_000_000_000L;

  // How a cell counts in a sum.
  private static final byte LONG = 0;
  private static final byte ZERO = 1;
  private static final byte EXACT = 2;
  private static final byte TOTAL_BLANK = 3;
  private static final byte TEXT = 4;
  private static final byte UNPLACED = 5;
  private static final byte ABSENT = 6;

  private final RelationIndexes sums;
  private final List<Reading> readings;
  private final byte[] kinds;
  private final long[] values;
  private final boolean[] uncertain;
  private final @Nullable LooseRow[] looseRows;
  private final State[] states;
  private final boolean[] uncertainRelations;
  private boolean allHold = true;

  private Assessment(Report report, Edition edition) {
    sums = RelationIndexes.of(edition);
    readings = report.readings();
    kinds = new byte[readings.size()];
    values = new long[readings.size()];
    uncertain = new boolean[readings.size()];
    looseRows = new LooseRow[sums.relations.length];
    states = new State[sums.relations.length];
    uncertainRelations = new boolean[sums.relations.length];
    for (LooseRow row : report.looseRows()) {
      int relation = sums.alongRow(row.row());
      if (relation >= 0) {
        looseRows[relation] = row;
      }
    }
    boolean blanks = false;
    for (int i = 0; i < kinds.length; i++) {
      blanks |= readCell(i);
    }
    if (blanks) {
      withholdBlankTotals();
    }
    for (int i = 0; i < states.length; i++) {
      states[i] = isTableMissing(report, i) ? State.TABLE_ABSENT : assess(i);
      allHold &= states[i] == State.HOLDS;
    }
  }

  /**
   * Assesses a report.
   *
   * @throws IllegalArgumentException for a report without tables
   */
  public static Assessment of(Report report) {
    Edition edition = report.edition();
    if (edition == null) {
      throw new IllegalArgumentException("a report without tables has no relations");
    }
    return new Assessment(report, edition);
  }

  /** The results of all relations, in the form's order. */
  public List<RelationCheck> checks() {
    List<RelationCheck> checks = new ArrayList<>(states.length);
    for (int i = 0; i < states.length; i++) {
      checks.add(check(i));
    }
    return checks;
  }

  /** The result of one relation. */
  public RelationCheck check(int i) {
    return new RelationCheck(sums.relations[i], states[i], cause(i));
  }

  /** Notes how a cell counts in a sum; returns whether it may be blank. */
  private boolean readCell(int i) {
    Reading reading = readings.get(i);
    uncertain[i] = !reading.sure();
    switch (reading.status()) {
      case NUMBER -> {
        BigDecimal value = value(reading);
        long figure = value.longValue();
        boolean fits = value.scale() == 0 && value.precision() < 18 && Math.abs(figure) < LARGEST;
        kinds[i] = fits ? LONG : EXACT;
        values[i] = figure;
      }
      case BLANK, PLACEHOLDER -> kinds[i] = ZERO;
      case TEXT -> kinds[i] = TEXT;
      case UNPLACED -> {
        Long figure = certain(reading.cell());
        kinds[i] = figure == null ? UNPLACED : figure == 0 ? ZERO : LONG;
        values[i] = figure == null ? 0 : figure;
      }
      case ABSENT -> kinds[i] = ABSENT;
    }
    return mayBeBlank(i);
  }

  private boolean isTableMissing(Report report, int relation) {
    return !report.has(sums.relations[relation].totals().get(0).table());
  }

  /** The figure that a cell has for every possible place of its row's figures; null if none. */
  private @Nullable Long certain(Cell cell) {
    int relation = sums.alongRow(cell.row());
    LooseRow row = relation < 0 ? null : looseRows[relation];
    return row == null ? null : row.certain(cell.row().columns().indexOf(cell.column()));
  }

  private static BigDecimal value(Reading reading) {
    BigDecimal value = reading.value();
    if (value == null) {
      throw new IllegalArgumentException(
          "a reading with a figure has none: " + reading.cell().path());
    }
    return value;
  }

  /** Repeats until nothing changes, as a total of totals is unknown if one of those is. */
  private void withholdBlankTotals() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < sums.relations.length; i++) {
        int total = sums.totals[i][0];
        if (sums.totals[i].length == 1 && mayBeBlank(total) && !allZero(i)) {
          boolean blank = readings.get(total).status() == Status.BLANK;
          kinds[total] = blank ? TOTAL_BLANK : UNPLACED;
          changed = true;
        }
      }
    }
  }

  /** Whether a cell that counts as zero may be blank, without even a placeholder. */
  private boolean mayBeBlank(int cell) {
    return kinds[cell] == ZERO && readings.get(cell).status() != Status.PLACEHOLDER;
  }

  private boolean allZero(int relation) {
    for (int part : sums.parts[relation]) {
      boolean zero = kinds[part] == ZERO || kinds[part] == LONG && values[part] == 0;
      if (!zero) {
        return false;
      }
    }
    return true;
  }

  private State assess(int relation) {
    int[] parts = sums.parts[relation];
    int[] totals = sums.totals[relation];
    byte worst = LONG;
    boolean anyUncertain = false;
    long residual = 0;
    LooseRow row = looseRows[relation];
    if (row == null) {
      for (int part : parts) {
        worst = worse(worst, kinds[part]);
        anyUncertain |= uncertain[part];
        residual += values[part];
      }
    } else {
      worst = EXACT;
    }
    for (int total : totals) {
      worst = worse(worst, kinds[total]);
      anyUncertain |= uncertain[total];
      residual -= values[total];
    }
    uncertainRelations[relation] = anyUncertain;
    boolean holds;
    switch (worst) {
      case LONG -> holds = residual == 0;
      case EXACT -> holds = sumOfParts(relation).compareTo(sumOfTotals(relation)) == 0;
      case TOTAL_BLANK -> {
        return State.TOTAL_BLANK;
      }
      case TEXT -> {
        return State.TEXT;
      }
      case UNPLACED -> {
        return State.UNPLACED;
      }
      default -> {
        return State.CELL_ABSENT;
      }
    }
    if (holds) {
      return State.HOLDS;
    }
    return anyUncertain ? State.UNCERTAIN : State.BROKEN;
  }

  private static byte worse(byte a, byte b) {
    byte kind = b == ZERO ? LONG : b;
    return a > kind ? a : kind;
  }

  /** Whether every relation could be assessed and holds. */
  public boolean allHold() {
    return allHold;
  }

  public int size() {
    return states.length;
  }

  public Relation relation(int i) {
    return sums.relations[i];
  }

  /**
   * Whether a relation is evidence about its cells: all its readings are certain, and its total is
   * not a blank that counts as zero only because all its parts are zero.
   */
  public boolean isCertain(int i) {
    int[] totals = sums.totals[i];
    boolean blankTotal = totals.length == 1 && mayBeBlank(totals[0]);
    return states[i].isAssessed() && !uncertainRelations[i] && !blankTotal;
  }

  /** How a relation was assessed. */
  public State state(int i) {
    return states[i];
  }

  /** The sum of the parts. */
  public BigDecimal sumOfParts(int i) {
    LooseRow row = looseRows[i];
    if (row != null) {
      return row.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    return sum(sums.parts[i]);
  }

  /** The sum of the totals. */
  public BigDecimal sumOfTotals(int i) {
    return sum(sums.totals[i]);
  }

  private BigDecimal sum(int[] cells) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int cell : cells) {
      if (readings.get(cell).status() == Status.NUMBER) {
        sum = sum.add(value(readings.get(cell)));
      } else if (kinds[cell] == LONG) {
        sum = sum.add(BigDecimal.valueOf(values[cell]));
      }
    }
    return sum;
  }

  /** Whether the figure of every part is known, a blank as zero. */
  boolean knowsParts(int i) {
    for (int part : sums.parts[i]) {
      if (kinds[part] > EXACT) {
        return looseRows[i] != null;
      }
    }
    return true;
  }

  /** The blanks and placeholders of a relation that count as zero. */
  List<Cell> blanks(int i) {
    List<Cell> blanks = new ArrayList<>();
    if (looseRows[i] == null) {
      collectBlanks(sums.relations[i].parts(), blanks);
    }
    collectBlanks(sums.relations[i].totals(), blanks);
    return blanks;
  }

  private void collectBlanks(List<Cell> cells, List<Cell> blanks) {
    for (Cell cell : cells) {
      if (kinds[cell.index()] == ZERO) {
        blanks.add(cell);
      }
    }
  }

  /** The cells because of which a relation is not assessable. */
  private List<Cell> cause(int i) {
    if (states[i].isAssessed()) {
      return List.of();
    }
    List<Cell> cause = new ArrayList<>();
    for (List<Cell> side : List.of(sums.relations[i].parts(), sums.relations[i].totals())) {
      for (Cell cell : side) {
        if (isCause(states[i], cell.index())) {
          cause.add(cell);
        }
      }
    }
    return cause;
  }

  private boolean isCause(State state, int cell) {
    return switch (state) {
      case TOTAL_BLANK -> kinds[cell] == TOTAL_BLANK;
      case TEXT -> kinds[cell] == TEXT;
      case UNPLACED -> kinds[cell] == UNPLACED;
      case CELL_ABSENT, TABLE_ABSENT -> kinds[cell] == ABSENT;
      case UNCERTAIN -> uncertain[cell];
      case HOLDS, BROKEN -> false;
    };
  }

  /** Whether a cell is a blank total whose parts are not zero: its figure is unknown, not zero. */
  public boolean isBlankTotal(Cell cell) {
    return kinds[cell.index()] == TOTAL_BLANK;
  }
}
