package org.gongkai.rule.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.Gongkai;
import org.gongkai.report.Reading;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money is read in 万元, whatever unit the cell or its heading gives. */
class MoneyUnitRuleTest {
  private static final String FEES = "proactiveDisclosure/fees";

  @ParameterizedTest
  @CsvSource({
    "12043600元, 1204.36, money.unit",
    "'12,043,600元', 1204.36, money.unit",
    "12043600（元）, 1204.36, money.unit",
    "３.５亿元, 35000, money.unit",
    "3.5 亿元, 35000, money.unit",
    "0.1204亿, 1204, money.unit",
    "5千元, 0.5, money.unit",
    "2百万元, 200, money.unit",
    "0.01元, 0.000001, money.unit",
    "1204.36万元, 1204.36, ",
    "1204.36万, 1204.36, ",
    "1204.36, 1204.36, ",
    "0元, 0, ",
    "3.5美元, , money.unit-unknown",
    "3.5USD, , money.unit-unknown",
    "3.5港币, , money.unit-unknown"
  })
  void theUnitInTheCellCounts(String printed, String value, String rule) {
    expect(check("本年收费金额（单位：万元）", printed), value, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "本年收费金额（单位：元）, 12043600, 1204.36, money.unit",
    "本年收费金额（元）, 12043600, 1204.36, money.unit",
    "本年收费金额（单位：亿元）, 0.12, 1200, money.unit",
    "本年收费金额（单位：元）, 1204.36万元, 1204.36, ",
    "本年收费金额（单位：元）, 0, 0, ",
    "本年收费金额（单位：元）, /, , ",
    "本年收费金额（单位：美元）, 3.5, 3.5, money.unit-unknown",
    "本年收费金额, 1204.36, 1204.36, "
  })
  void elseThatInTheHeadingDoes(String heading, String printed, String value, String rule) {
    expect(check(heading, printed), value, rule);
  }

  @Test
  void theCellIsNamedAndWhatWasRead() {
    Finding finding =
        check("本年收费金额（单位：元）", "12043600").findings().stream()
            .filter(each -> each.rule().equals("money.unit"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.cells()).containsExactly(FEES);
    assertThat(finding.message().zh()).contains("“12043600”，表头的单位为元").contains("1204.36万元");
    assertThat(finding.message().en()).contains("the unit in the heading is 元");
  }

  @Test
  void aCountHasNoUnitOfMoney() {
    Result result = check("本年收费金额（单位：万元）", "1", "1万");
    assertThat(result.findings())
        .filteredOn(finding -> finding.cells().equals(List.of("proactiveDisclosure/licensing")))
        .extracting(Finding::rule)
        .containsExactly("cell.text");
  }

  private static void expect(Result result, String value, String rule) {
    Reading fees =
        result.report().readings().stream()
            .filter(reading -> reading.cell().path().equals(FEES))
            .findFirst()
            .orElseThrow();
    if (value == null) {
      assertThat(fees.value()).isNull();
    } else {
      assertThat(fees.value()).isEqualByComparingTo(value);
    }
    assertThat(result.findings())
        .filteredOn(finding -> finding.cells().equals(List.of(FEES)))
        .extracting(Finding::rule)
        .containsExactlyElementsOf(rule == null ? List.of() : List.of(rule));
  }

  private static Result check(String heading, String fees) {
    return check(heading, fees, "12");
  }

  private static Result check(String heading, String fees, String licensing) {
    String page =
        "<h1>临江市水务局2023年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>"
            + "<tr><td colspan=4>第二十条第（一）项</td></tr>"
            + "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
            + "<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>"
            + "<tr><td>行政规范性文件</td><td>1</td><td>0</td><td>3</td></tr>"
            + "<tr><td colspan=4>第二十条第（五）项</td></tr>"
            + "<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>"
            + "<tr><td>行政许可</td><td colspan=3>"
            + licensing
            + "</td></tr>"
            + "<tr><td colspan=4>第二十条第（六）项</td></tr>"
            + "<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>"
            + "<tr><td>行政处罚</td><td colspan=3>3</td></tr><tr><td>行政强制</td><td colspan=3>0</td></tr>"
            + "<tr><td colspan=4>第二十条第（八）项</td></tr>"
            + "<tr><td>信息内容</td><td colspan=3>"
            + heading
            + "</td></tr><tr><td>行政事业性收费</td><td colspan=3>"
            + fees
            + "</td></tr></table>";
    return Gongkai.standard().check(page.getBytes(StandardCharsets.UTF_8), "page.html");
  }
}
