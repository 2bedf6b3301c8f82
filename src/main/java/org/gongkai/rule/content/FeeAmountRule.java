package org.gongkai.rule.content;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose;

/**
 * Fees were charged, or notices of fees issued, and no amount is given: section 6 is to give the
 * notices and the total (国办公开办函〔2021〕30号, section 6; 国办函〔2020〕109号).
 */
final class FeeAmountRule implements Rule {
  private static final String RULE = "fees.amount";
  private static final Pattern CHARGED =
      Pattern.compile(
          "(?:收取了|已收取|共收取|共计收取|实际收取了?|依法收取了|按规定收取了|依规收取了)[^,。;\\d]{0,12}处理费(?=[,。;]|$)"
              + "|(?:发出|出具|下达|送达)[^,。;\\d]{0,10}收费通知书?[^,。;\\d]{0,4}(?!0)\\d+ ?[件份]");
  private static final Pattern NONE = Pattern.compile("未|没有|无|不|免|零");
  private static final Pattern AMOUNT = Pattern.compile("[\\d零一二三四五六七八九十百千万.] ?[万亿]?元");

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Prose.Paragraph first = null;
    int from = 0;
    int to = 0;
    for (Prose.Paragraph paragraph : checked.prose().paragraphs()) {
      if (paragraph.section() != 6) {
        continue;
      }
      String text = paragraph.string();
      // Plain searches first: the patterns take a millisecond on a long section.
      if (text.contains("元") && AMOUNT.matcher(text).find()) {
        return;
      }
      if (first != null || !text.contains("处理费") && !text.contains("收费通知")) {
        continue;
      }
      Matcher charged = CHARGED.matcher(text);
      if (charged.find() && !NONE.matcher(text).find()) {
        first = paragraph;
        from = charged.start();
        to = charged.end();
      }
    }
    if (first != null) {
      findings.add(RULE).at(first.where(from, to));
    }
  }
}
