package org.gongkai.rule.years;

import java.util.List;
import org.gongkai.rule.Rule;

/** The rules about a report beside that of the year before. */
public final class YearRules {
  public static final List<Rule> ALL =
      List.of(
          new CarriedOverRule(),
          new InForceRule(),
          new ReusedTextRule(),
          new ReusedTableRule(),
          new FeesUnitRule());

  private YearRules() {}
}
