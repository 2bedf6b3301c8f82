package org.gongkai.rule.content;

import java.util.List;
import org.gongkai.rule.Rule;

/** The rules about the report as a text: sections, dates, title and wording. */
public final class ContentRules {
  public static final List<Rule> ALL =
      List.of(
          new MissingSectionRule(),
          new SectionOrderRule(),
          new SectionNumberRule(),
          new RepeatedSectionRule(),
          new EmptySectionRule(),
          new TopicRule(),
          new FeeStatementRule(),
          new UnpaidFeeRule(),
          new FeeAmountRule(),
          new PeriodRule(),
          new OtherYearRule(),
          new PublicationRule(),
          new SignatureDateRule(),
          new TitleRule(),
          new TitleYearRule(),
          new EditionRule(),
          new CitationRule(),
          new InForceBelowIssuedRule(),
          new RegulationMakerRule(),
          new RateRule(),
          new ContactRule(),
          new DeadLinkRule(),
          new LeftoverRule(),
          new PersonalDataRule());

  private ContentRules() {}
}
