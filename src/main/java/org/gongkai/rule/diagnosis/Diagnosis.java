package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.rule.Message;
import org.jspecify.annotations.Nullable;

/**
 * One way to make broken relations hold: advice, never a change of what was read.
 *
 * @param kind the supposed kind of error
 * @param certain whether it is the only smallest change that makes the relations hold, and neither
 *     the text nor another kind of error contradicts it; otherwise it is one of several candidates
 * @param changes the cells to change together; one or more
 * @param ways the number of ways to correct these relations, this one included; 1 for the only one,
 *     0 for more than can be listed
 * @param explains the ids of the findings that it explains
 * @param message the advice in words
 * @param brief the same without the figures to change, for places that show these beside it
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
   * Whether to show it in place of the findings that it explains: an error in a row or in totals
   * breaks many relations at once, and a list of these would hide it.
   */
  public boolean replacesFindings() {
    return certain && kind != Kind.FIGURES;
  }

  /** A kind of error. */
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
    /** A row was left blank, but its figures are in the totals. */
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
