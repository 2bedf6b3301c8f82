package org.gongkai.rule;

import java.util.List;

/** The rules about the three tables. */
final class TableRules {
  static final List<Rule> ALL = List.of();

  private TableRules() {}
}
