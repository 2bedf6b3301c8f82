package org.gongkai.rendering;

import java.math.BigDecimal;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a careful human reads at a cell.
 *
 * @param status what it holds
 * @param value the figure; null for none
 * @param maybe whether it may as well be left unplaced: a human could not be certain
 */
record Expect(Status status, @Nullable BigDecimal value, boolean maybe) {

  Expect uncertain() {
    return new Expect(status, value, true);
  }

  /** Whether a reading says exactly this. */
  boolean exact(Reading reading) {
    if (reading.status() != status) {
      return false;
    }
    BigDecimal read = reading.value();
    return value == null || (read != null && read.compareTo(value) == 0);
  }

  /** Whether a reading says this or, where it may, that it cannot tell. */
  boolean allows(Reading reading) {
    return exact(reading)
        || (maybe && (reading.status() == Status.UNPLACED || reading.status() == Status.ABSENT));
  }

  @Override
  public String toString() {
    return status.key()
        + (value == null ? "" : " " + value.toPlainString())
        + (maybe ? " or unplaced" : "");
  }
}
