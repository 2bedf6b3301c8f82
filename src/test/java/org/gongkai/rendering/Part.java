package org.gongkai.rendering;

import java.util.List;

/** A piece of a page. */
sealed interface Part {
  /** The report's title. */
  record Title(String text) implements Part {}

  /** A section's heading. */
  record Heading(String text) implements Part {}

  /** A paragraph of prose. */
  record Prose(String text) implements Part {}

  /** One of the form's tables, or a piece of it. */
  record Tabled(Sheet sheet) implements Part {}

  /** A list of links or such: menus, related reports. */
  record Menu(List<String> items) implements Part {}

  /** A block of names and values: 索引号, 发布机构. */
  record Index(List<List<String>> rows) implements Part {}

  /** Lines of an infographic or a sidebar. */
  record Box(List<String> lines) implements Part {}
}
