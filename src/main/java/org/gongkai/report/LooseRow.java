package org.gongkai.report;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Row;
import org.gongkai.form.Table;

/**
 * A row whose blank cells were dropped: its figures are known, the places of some are not.
 *
 * <p>The sum over the row can still be checked; a sum over a column through an unplaced cell
 * cannot.
 *
 * @param table the table
 * @param row the row
 * @param parts all figures of the row but the last, in order
 * @param where where the figures stood
 */
public record LooseRow(Table table, Row row, List<BigDecimal> parts, Where where) {
  public LooseRow {
    parts = List.copyOf(parts);
  }
}
