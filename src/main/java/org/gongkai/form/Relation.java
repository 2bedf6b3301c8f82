package org.gongkai.form;

import java.util.List;

/**
 * A relation that the form prescribes: the sum of the parts equals the sum of the totals, exactly.
 *
 * @param rule the id of the rule that checks it: {@code requests.row-total}, {@code
 *     requests.column-total}, {@code requests.balance} or {@code remedies.total}
 * @param parts the cells of the left side
 * @param totals the cells of the right side: one, or for the balance two (outcomes and carried
 *     forward)
 */
public record Relation(String rule, List<Cell> parts, List<Cell> totals) {
  public static final String ROW_TOTAL = "requests.row-total";
  public static final String COLUMN_TOTAL = "requests.column-total";
  public static final String BALANCE = "requests.balance";
  public static final String REMEDY_TOTAL = "remedies.total";

  public Relation {
    parts = List.copyOf(parts);
    totals = List.copyOf(totals);
  }
}
