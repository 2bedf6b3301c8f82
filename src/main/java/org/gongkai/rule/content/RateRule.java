package org.gongkai.rule.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose;

/** A rate or share above 100 %. Growth rates may exceed it. */
final class RateRule implements Rule {
  private static final String RULE = "rate.impossible";
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final Pattern GROWTH = Pattern.compile("升|增|提高|降|减|同比|上年");
  private static final Pattern RATE =
      Pattern.compile(
          "(?:(?:办结|答复|办复|回复|按时|按期|公开|解读|满意|合格|及时|准确|覆盖|备案|普及|知晓|参与|通过)率|满意度|占比|占[^,。;\\d%]{0,16})"
              + "(?:[均都]?[为达是]|[均都]?达到|[均都]?保持在|:)? ?(\\d{3,}(?:\\.\\d+)?) ?%");

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    for (Prose.Paragraph paragraph : checked.prose().paragraphs()) {
      if (paragraph.string().indexOf('%') < 0) {
        continue;
      }
      Matcher rate = RATE.matcher(paragraph.string());
      while (rate.find()) {
        BigDecimal percent = new BigDecimal(rate.group(1));
        if (percent.compareTo(ALL) > 0 && !GROWTH.matcher(rate.group()).find()) {
          findings
              .add(RULE)
              .at(paragraph.where(rate.start(), rate.end()))
              .actual(percent)
              .with("printed", rate.group());
        }
      }
    }
  }
}
