package org.gongkai.rule.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.rule.TestReports.check;
import static org.gongkai.rule.TestReports.findings;

import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;

class CellRulesTest {
  private static ReportFixture of2021() {
    return ReportFixture.of("2021");
  }

  @Test
  void textWhereANumberBelongsIsAnErrorThatQuotesIt() {
    Finding finding =
        findings(of2021().set("proactiveDisclosure/licensing", Status.TEXT, "见附件"), "cell.text")
            .get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message().zh()).startsWith("表二“行政许可”的“本年处理决定数量”为“见附件”，不是数字。");
    assertThat(finding.message().en())
        .startsWith("Table II, “行政许可”, “本年处理决定数量” says “见附件”, which is not a number.");
  }

  @Test
  void blanksPlaceholdersAndUnplacedFiguresAreNoText() {
    assertThat(
            findings(
                of2021()
                    .set("proactiveDisclosure/licensing", Status.BLANK, "")
                    .set("proactiveDisclosure/penalties", Status.PLACEHOLDER, "无")
                    .set("remedies/reconsideration/other", Status.UNPLACED, ""),
                "cell.text"))
        .isEmpty();
  }

  @Test
  void aNegativeCountIsAnErrorEvenWhereTheSumsHold() {
    ReportFixture fixture =
        of2021()
            .set("remedies/reconsideration/upheld", "-1")
            .set("remedies/reconsideration/other", "1");
    Finding finding = findings(fixture, "cell.negative").get(0);
    assertThat(finding.actual()).isEqualByComparingTo("-1");
    assertThat(finding.message().zh()).startsWith("表四“行政复议”的“结果维持”为-1，件数和金额不能小于零。");
  }

  @Test
  void aNegativeAmountIsAnErrorAndADecreaseIsNot() {
    assertThat(findings(of2021().set("proactiveDisclosure/fees", "-2.5"), "cell.negative"))
        .hasSize(1);
    ReportFixture of2019 =
        ReportFixture.of("2019").set("proactiveDisclosure/licensing/change", "-12");
    assertThat(check(of2019).findings()).isEmpty();
  }

  @Test
  void aFractionalCountIsAnErrorAndAFractionalAmountIsNot() {
    assertThat(check(of2021().set("proactiveDisclosure/fees", "28660.38")).findings()).isEmpty();
    Finding finding =
        findings(of2021().set("proactiveDisclosure/licensing", "6.5"), "cell.fraction").get(0);
    assertThat(finding.message().zh()).startsWith("表二“行政许可”的“本年处理决定数量”为6.5，件数应当是整数。");
  }

  @Test
  void zerosAfterThePointAreNoFraction() {
    assertThat(check(of2021().set("proactiveDisclosure/licensing", "6.00")).findings()).isEmpty();
  }

  @Test
  void whatHasNoCertainPlaceIsANoticeOnly() {
    Result result = check(of2021().weak("proactiveDisclosure/licensing", "-6"));
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.findings()).extracting(Finding::rule).containsExactly("cell.not-assessable");
  }
}
