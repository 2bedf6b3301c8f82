package org.gongkai.rule.years;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The fees of table II seem to be in yuan, not in ten thousand yuan as the form asks: about ten
 * thousand times last year's, or more than any body collects.
 */
final class FeesUnitRule implements Rule {
  private static final String ID = "fees.unit";

  /**
   * Ten thousand times last year's fees, shrunk to a third; {@link #MOST_TIMES}: grown threefold.
   */
  private static final BigDecimal LEAST_TIMES = BigDecimal.valueOf(3_333);

  private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(30_000);

  /** In ten thousand yuan, so a hundred billion yuan. */
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Cell cell = checked.edition().find("proactiveDisclosure/fees").orElse(null);
    if (cell == null) {
      return;
    }
    Reading reading = checked.report().at(cell);
    BigDecimal now = reading.value();
    if (reading.status() != Status.NUMBER || !reading.sure() || now == null) {
      return;
    }
    PreviousYear previous = checked.yearBefore();
    BigDecimal last = previous == null ? null : previous.figures().get(cell.path());
    BigDecimal times = times(now, last);
    if (times == null && now.compareTo(MOST) < 0) {
      return;
    }
    findings
        .add(ID)
        .at(reading.where())
        .cell(cell)
        .actual(now)
        .with("place", PlaceNames.place(cell), PlaceNames.placeInEnglish(cell))
        .with("now", PlaceNames.figure(now))
        .with("year", times == null || previous == null ? "" : String.valueOf(previous.year()))
        .with("last", times == null || last == null ? "" : PlaceNames.figure(last))
        .with("times", times == null ? "" : times.toPlainString());
  }

  /** The ratio to last year's fees where it indicates a wrong unit; else null. */
  private static @Nullable BigDecimal times(BigDecimal now, @Nullable BigDecimal last) {
    if (last == null || last.signum() <= 0) {
      return null;
    }
    BigDecimal times = now.divide(last, 0, RoundingMode.HALF_UP);
    return times.compareTo(LEAST_TIMES) < 0 || times.compareTo(MOST_TIMES) > 0 ? null : times;
  }
}
