package org.gongkai.rule.content;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose;

/**
 * A report for 2021 or later says that it follows 国办公开办函〔2019〕60号, which 国办公开办函〔2021〕30号 replaced.
 * A paragraph that names both is left alone: it describes the change.
 */
final class CitationRule implements Rule {
  private static final String RULE = "citation.outdated";
  private static final int FIRST_YEAR = 2021;
  private static final Pattern OF_2019 = notice("2019", "60");
  private static final Pattern OF_2021 = notice("2021", "30");

  private static Pattern notice(String year, String number) {
    return Pattern.compile("国办公开办函 ?[\\[(〔【] ?" + year + " ?[\\])〕】] ?" + number + " ?号");
  }

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Integer year = checked.report().identity().year();
    if (year == null || year < FIRST_YEAR) {
      return;
    }
    for (Prose.Paragraph paragraph : checked.prose().paragraphs()) {
      Matcher cited = OF_2019.matcher(paragraph.string());
      if (cited.find() && !OF_2021.matcher(paragraph.string()).find()) {
        findings
            .add(RULE)
            .at(paragraph.where(cited.start(), cited.end()))
            .with("year", year.toString());
      }
    }
  }
}
