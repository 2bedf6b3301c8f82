package org.gongkai.form;

import java.util.List;

/**
 * A column of a row.
 *
 * @param key its name in paths and result.json; empty for the only column of a row, which is not
 *     part of the path ({@code proactiveDisclosure/licensing})
 * @param label the heading as the form prints it, such as {@code 商业企业}
 * @param group the heading above it, such as {@code 法人或其他组织}; empty for none
 * @param kind the kind of its figures
 * @param aliases other headings in published reports, such as {@code 本年废止或失效件数}
 */
public record Column(
    String key, String label, String group, FigureKind kind, List<String> aliases) {
  /** Copies the list. */
  public Column {
    aliases = List.copyOf(aliases);
  }

  static Column count(String key, String label, String... aliases) {
    return new Column(key, label, "", FigureKind.COUNT, List.of(aliases));
  }

  /** Of key and label only: cheaper, as lists of columns are used as keys. */
  @Override
  public int hashCode() {
    return 31 * key.hashCode() + label.hashCode();
  }
}
