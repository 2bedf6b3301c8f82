package org.gongkai.form;

import java.util.List;

/**
 * A column of a row.
 *
 * @param key the name that paths and the result JSON use; empty where the row has one column only,
 *     which then has no name in its path ({@code proactiveDisclosure/licensing})
 * @param label the heading as the form prints it, such as {@code 商业企业}
 * @param group the heading above it, such as {@code 法人或其他组织}; empty for none
 * @param kind what figures it takes
 * @param aliases other headings seen for it, such as {@code 本年废止或失效件数}
 */
public record Column(String key, String label, String group, Kind kind, List<String> aliases) {
  /** Takes a copy of the list. */
  public Column {
    aliases = List.copyOf(aliases);
  }

  static Column count(String key, String label, String... aliases) {
    return new Column(key, label, "", Kind.COUNT, List.of(aliases));
  }

  /** What tells columns apart: hashing all of it costs where lists of columns are keys. */
  @Override
  public int hashCode() {
    return 31 * key.hashCode() + label.hashCode();
  }
}
