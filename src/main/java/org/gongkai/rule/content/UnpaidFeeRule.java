package org.gongkai.rule.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.form.Cell;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose;
import org.jspecify.annotations.Nullable;

/**
 * Table III counts applicants who did not pay after a fee notice, but section 6 says that no notice
 * was issued.
 */
final class UnpaidFeeRule implements Rule {
  private static final String RULE = "fees.unpaid-without-notice";
  private static final String CELL = "requests/otherHandling.feeNotPaid/total";
  private static final Pattern NO_NOTICE =
      Pattern.compile(
          "(?:未|没有)[^,。;]{0,6}(?:发|出具|下达|送达|开具|制作)[^,。;]{0,8}收费通知|无(?:发出)?收费通知"
              + "|收费通知书?(?:的?件数)?[为:]? ?0 ?[件份]|(?:发出|出具) ?0 ?[件份][^,。;]{0,6}收费通知");

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Cell cell = checked.edition().find(CELL).orElse(null);
    BigDecimal unpaid = cell == null ? null : positive(checked.known(cell));
    if (cell == null || unpaid == null) {
      return;
    }
    for (Prose.Paragraph paragraph : checked.prose().paragraphs()) {
      if (paragraph.section() != 6 || !paragraph.string().contains("收费通知")) {
        continue;
      }
      Matcher none = NO_NOTICE.matcher(paragraph.string());
      if (none.find()) {
        findings
            .add(RULE)
            .at(paragraph.where(none.start(), none.end()))
            .cell(cell)
            .actual(unpaid)
            .with("unpaid", PlaceNames.figure(unpaid));
        return;
      }
    }
  }

  private static @Nullable BigDecimal positive(@Nullable BigDecimal figure) {
    return figure != null && figure.signum() > 0 ? figure : null;
  }
}
