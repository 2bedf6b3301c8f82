package org.gongkai.form;

/**
 * A cell of the form: the place of one figure.
 *
 * @param index its number within the edition, from 0, in the form's order; use it as an array index
 * @param table the table it is in
 * @param row the row it is in
 * @param column the column it is in
 */
public record Cell(int index, Table table, Row row, Column column) {

  /** {@code table/row/column}, or {@code table/row} where the row has one column only. */
  public String path() {
    String start = table.key() + '/' + row.key();
    return column.key().isEmpty() ? start : start + '/' + column.key();
  }

  /** The kind of its figures. */
  public FigureKind kind() {
    return column.kind();
  }

  /** The index: the hash of all components would visit the whole table. */
  @Override
  public int hashCode() {
    return index;
  }
}
