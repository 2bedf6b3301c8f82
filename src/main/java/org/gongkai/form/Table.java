package org.gongkai.form;

import java.util.List;

/**
 * A table of the form.
 *
 * @param key {@code proactiveDisclosure}, {@code requests} or {@code remedies}
 * @param label its name in messages: {@code 表二 主动公开政府信息情况}
 * @param english its English name in messages
 * @param section the number of the section that holds it: 2, 3 or 4
 * @param rows its rows in the form's order
 * @param sideways whether the form prints the rows side by side, one line of figures for all (table
 *     IV)
 * @param captions texts above the columns that are no headings: {@code 信息内容}, {@code 申请人情况}
 */
public record Table(
    String key,
    String label,
    String english,
    int section,
    List<Row> rows,
    boolean sideways,
    List<String> captions) {
  public Table {
    rows = List.copyOf(rows);
    captions = List.copyOf(captions);
  }

  /**
   * The row with a key.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Row row(String rowKey) {
    for (Row row : rows) {
      if (row.key().equals(rowKey)) {
        return row;
      }
    }
    throw new IllegalArgumentException("no row " + rowKey + " in table " + key);
  }
}
