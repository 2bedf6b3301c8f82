package org.gongkai.rule;

import java.util.List;

/** The rules about a report beside that of the year before. */
final class YearRules {
  static final List<Rule> ALL =
      List.of(new CarriedOverRule(), new InForceRule(), new ReusedTextRule());

  private YearRules() {}
}
