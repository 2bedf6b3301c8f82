package org.gongkai.rendering;

import java.util.List;

/** An element of a page. */
sealed interface PageElement {
  /** The report's title. */
  record Title(String text) implements PageElement {}

  /** A section's heading. */
  record Heading(String text) implements PageElement {}

  /** A paragraph of prose. */
  record Paragraph(String text) implements PageElement {}

  /** One of the form's tables, or a part of it. */
  record TableElement(LayoutTable layoutTable) implements PageElement {}

  /** A list of links or such: menus, related reports. */
  record Menu(List<String> items) implements PageElement {}

  /** A block of names and values: 索引号, 发布机构. */
  record Index(List<List<String>> rows) implements PageElement {}

  /** Lines of an infographic or a sidebar. */
  record Box(List<String> lines) implements PageElement {}
}
