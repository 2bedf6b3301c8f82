package org.gongkai.form;

import java.util.List;

/**
 * A sum that the form prescribes: the parts add up to the totals, exactly, in integers.
 *
 * @param rule the id of the rule that checks it: {@code requests.row-total}, {@code
 *     requests.column-total}, {@code requests.balance} or {@code remedies.total}
 * @param parts the cells of the left side
 * @param totals the cells of the right side; one but for the balance, where outcomes and carried
 *     forward are there
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
