package org.gongkai.rule.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.report.Reading;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;
import org.gongkai.text.TextNormalizer;

/**
 * Regulations (规章) of a body that cannot make them: only departments of the State Council, and
 * governments of provinces, cities with districts and autonomous prefectures can (立法法 articles 91
 * and 93). City governments are not reported: their name does not say whether they have districts.
 */
final class RegulationMakerRule implements Rule {
  private static final String RULE = "regulations.issuer";
  private static final Pattern NATIONAL = Pattern.compile("^(?:国家|国务院|中国|中华|全国|民航|.{2,8}部)");
  private static final String GOVERNMENT = "(?:人民)?政府(?:办公[室厅]|办)?";
  private static final Pattern LOWER =
      Pattern.compile(".*(?:县|旗|镇|乡|(?<!自治)区)" + GOVERNMENT + "|.+(?:街道办事处|街道办|管委会|管理委员会)");
  private static final Pattern LOCAL_DEPARTMENT =
      Pattern.compile(".{1,20}?(?:省|市|县|州|盟|旗|(?<!地)区).{1,20}(?:局|厅|委员会|委)");

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    String issuer = checked.report().identity().issuer();
    if (issuer == null || !cannotMake(issuer)) {
      return;
    }
    for (String column : List.of("issued", "repealed", "inForce")) {
      Cell cell =
          checked
              .edition()
              .find(Edition.PROACTIVE_DISCLOSURE + "/regulations/" + column)
              .orElse(null);
      Reading reading = cell == null ? null : checked.report().at(cell);
      BigDecimal figure = reading == null ? null : reading.value();
      if (cell != null
          && reading != null
          && reading.sure()
          && figure != null
          && figure.signum() > 0) {
        findings
            .add(RULE)
            .at(reading.where())
            .cell(cell)
            .actual(figure)
            .with("issuer", issuer)
            .with("column", PlaceNames.column(cell))
            .with("figure", PlaceNames.figure(figure));
        return;
      }
    }
  }

  private static boolean cannotMake(String issuer) {
    String name = TextNormalizer.simplify(issuer).replace(" ", "");
    return !NATIONAL.matcher(name).find()
        && (LOWER.matcher(name).matches()
            || !name.contains("政府") && LOCAL_DEPARTMENT.matcher(name).matches());
  }
}
