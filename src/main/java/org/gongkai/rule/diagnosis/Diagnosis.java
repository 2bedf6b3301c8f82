package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.rule.Message;
import org.jspecify.annotations.Nullable;

/**
 * One way to make broken relations hold: advice, never a change of what was read.
 *
 * @param kind what kind of error it supposes
 * @param certain whether it is the only smallest change that makes them hold, and neither the text
 *     nor another kind of error speaks against it; otherwise it is one candidate of several
 * @param changes the cells to change together; one or more
 * @param ways how many ways there are to mend these relations, this one among them; 1 where it is
 *     the only one
 * @param explains the ids of the findings that it explains
 * @param message the advice in words
 * @param brief the same without the figures to change, for where these are shown beside it
 */
public record Diagnosis(
    Kind kind,
    boolean certain,
    List<Change> changes,
    int ways,
    List<String> explains,
    Message message,
    Message brief) {
  /** Takes copies of the lists. */
  public Diagnosis {
    changes = List.copyOf(changes);
    explains = List.copyOf(explains);
  }

  /**
   * Whether it is told in place of the findings that it explains: an error in a whole row or in
   * totals breaks many relations at once, and to list them hides it.
   */
  public boolean replacesFindings() {
    return certain && kind != Kind.FIGURES;
  }

  /** What kind of error is supposed. */
  public enum Kind {
    /** A few figures are wrong, each by itself. */
    FIGURES("figures"),
    /** Cases were added to the rows, but not to all totals. */
    LATE_CASES("totals-not-updated"),
    /** The total of the outcomes is not their sum in several columns. */
    TOTAL_ROW("total-row"),
    /** The figures of a row are one cell too far to the right or left. */
    SHIFTED("row-shifted"),
    /** Two rows have each other's figures. */
    SWAPPED("rows-swapped"),
    /** A row was left blank that the totals have. */
    LEFT_OUT("row-left-out");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The name in results. */
    public String key() {
      return key;
    }
  }

  /**
   * A cell and the figure that it should hold.
   *
   * @param cell the path of the cell
   * @param printed the figure printed there; null for a blank
   * @param suggested the figure that would make the relations hold
   */
  public record Change(String cell, @Nullable BigDecimal printed, BigDecimal suggested) {}
}
