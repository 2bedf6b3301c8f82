package org.gongkai.form;

import java.util.List;

/**
 * A row of a table of the form.
 *
 * @param key its name in paths and result.json, such as {@code refused.stateSecret}
 * @param label the label as the form prints it, with its number: {@code 1.属于国家秘密}
 * @param parents the headings left of it or above it, outermost first: {@code 三、本年度办理结果, （三）不予公开};
 *     for table II the heading {@code 第二十条第（一）项}
 * @param columns its columns, in the form's order
 * @param outcome whether it is an outcome that is added up in 总计 (table III)
 * @param aliases other labels in published reports
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

  /** The same row with other labels from published reports. */
  Row withAliases(String... others) {
    return new Row(key, label, parents, columns, outcome, List.of(others));
  }
}
