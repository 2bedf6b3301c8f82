package org.gongkai.rule.years;

import java.util.List;
import org.gongkai.rule.Rule;

/** The rules that compare a report with last year's. */
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
