package org.gongkai.rendering;

import java.math.BigDecimal;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a cell by a careful person.
 *
 * @param status the status of the cell
 * @param value the figure; null for none
 * @param maybe whether it may also be unplaced, as a person could not be certain
 */
record ExpectedReading(Status status, @Nullable BigDecimal value, boolean maybe) {

  ExpectedReading uncertain() {
    return new ExpectedReading(status, value, true);
  }

  /** Whether a reading is exactly this. */
  boolean exact(Reading reading) {
    if (reading.status() != status) {
      return false;
    }
    BigDecimal read = reading.value();
    return value == null || (read != null && read.compareTo(value) == 0);
  }

  /** Whether a reading is this, or unplaced where that is allowed. */
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
