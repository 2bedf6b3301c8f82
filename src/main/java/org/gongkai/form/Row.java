package org.gongkai.form;

import java.util.List;

/**
 * A row of a table of the form.
 *
 * @param key the flat key of the form, such as {@code refused.stateSecret}
 * @param label the label as the form prints it, number and all: {@code 1.属于国家秘密}
 * @param parents the labels that are left of it or above it, outermost first: {@code 三、本年度办理结果,
 *     （三）不予公开}; for table II the heading {@code 第二十条第（一）项}
 * @param columns the columns that the row has, in the form's order
 * @param outcome whether the row is one of the outcomes that 总计 adds up (table III)
 * @param aliases other labels seen for it
 */
public record Row(
    String key,
    String label,
    List<String> parents,
    List<Column> columns,
    boolean outcome,
    List<String> aliases) {
  public Row {
    parents = List.copyOf(parents);
    columns = List.copyOf(columns);
    aliases = List.copyOf(aliases);
  }

  /** The same row, with other labels that published reports print for it. */
  Row withAliases(String... others) {
    return new Row(key, label, parents, columns, outcome, List.of(others));
  }
}
