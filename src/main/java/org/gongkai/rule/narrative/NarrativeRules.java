package org.gongkai.rule.narrative;

import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.rule.Rule;

/** The rules that hold the prose against the tables. */
public final class NarrativeRules {
  public static final List<Rule> ALL =
      List.of(
          new NarrativeFigureRule("narrative.requests", Edition.REQUESTS),
          new NarrativeFigureRule("narrative.documents", Edition.PROACTIVE_DISCLOSURE),
          new NarrativeFigureRule("narrative.remedies", Edition.REMEDIES),
          new NarrativeShareRule(),
          new NarrativeChangeRule(),
          new NarrativeYearRule());

  private NarrativeRules() {}
}
