package org.gongkai.rule.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.rule.TestReports.check;
import static org.gongkai.rule.TestReports.findings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.RelationCheck;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumRulesTest {
  private static ReportFixture zeros() {
    return ReportFixture.of("2021");
  }

  @Property(tries = 200)
  void aConsistentReportPassesWithoutAWord(@ForAll long seed) {
    for (String edition : List.of("2021", "2019")) {
      Result result = check(TestReports.report(edition, TestReports.figures(edition, seed)));
      assertThat(result.findings()).isEmpty();
      assertThat(result.verdict()).isEqualTo(Verdict.PASS);
      assertThat(result.diagnoses()).isEmpty();
    }
  }

  @Property(tries = 5)
  void oneChangedFigureBreaksExactlyTheRelationsThatItIsIn(@ForAll long seed) {
    Map<String, Long> figures = TestReports.figures("2021", seed);
    for (Cell cell : TestReports.cells("2021")) {
      Map<String, Long> changed = new HashMap<>(figures);
      changed.merge(cell.path(), 3L, Long::sum);
      Result result = check(TestReports.report("2021", changed));
      List<List<String>> broken = result.findings().stream().map(Finding::cells).toList();
      assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(broken)
          .hasSameSizeAs(relationsOf(cell))
          .allMatch(cells -> cells.contains(cell.path()));
    }
  }

  private static List<Relation> relationsOf(Cell cell) {
    return result().report().edition().relations().stream()
        .filter(relation -> relation.parts().contains(cell) || relation.totals().contains(cell))
        .toList();
  }

  private static Result result() {
    return check(zeros());
  }

  @Test
  void ofManyBlanksTheFirstThreeAreNamedAndAPlaceholderIsNoBlank() {
    ReportFixture report = ReportFixture.of("2021").set("requests/disclosed/total", "4");
    for (String column : List.of("naturalPerson", "commercial", "research", "publicInterest")) {
      report.set("requests/disclosed/" + column, Status.PLACEHOLDER, "/");
    }
    assertThat(TestReports.findings(report, "requests.row-total"))
        .singleElement()
        .extracting(finding -> finding.message().zh())
        .asString()
        .contains("（“自然人”、“商业企业”、“科研机构”等4项为占位符号，按零计）");
  }

  @Test
  void aBrokenRowSaysWhereAndBothFigures() {
    Finding finding =
        findings(
                zeros()
                    .set("requests/partiallyDisclosed/naturalPerson", "98")
                    .set("requests/partiallyDisclosed/research", Status.BLANK, "")
                    .set("requests/partiallyDisclosed/other", Status.PLACEHOLDER, "/")
                    .set("requests/partiallyDisclosed/total", "100"),
                "requests.row-total")
            .get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.expected()).isEqualByComparingTo("98");
    assertThat(finding.actual()).isEqualByComparingTo("100");
    assertThat(finding.cells()).hasSize(7).endsWith("requests/partiallyDisclosed/total");
    assertThat(finding.where().column()).isEqualTo("总计");
    assertThat(finding.message().zh())
        .isEqualTo(
            "表三“（二）部分公开”一行：各申请人栏合计98，“总计”栏为100，相差2（“科研机构”、“其他”空白或为占位符号，按零计）。"
                + "请对照登记台账核对这一行的各栏和总计，更正有误之处。");
    assertThat(finding.message().en())
        .startsWith(
            "Table III, row “（二）部分公开”: the applicants add up to 98, “总计” says 100, "
                + "a difference of 2 (“科研机构”, “其他” blank or a placeholder, counted as zero).");
  }

  @Test
  void aBrokenColumnNamesTheColumnAndItsTotal() {
    Finding finding =
        findings(
                zeros().set("requests/refused.internalAffairs/commercial", "4"),
                "requests.column-total")
            .get(0);
    assertThat(finding.message().zh()).startsWith("表三“商业企业”一列：各项办理结果合计4，“（七）总计”为0，相差4。");
    assertThat(finding.cells()).hasSize(22).endsWith("requests/outcomeTotal/commercial");
    assertThat(finding.where().row()).isEqualTo("（七）总计");
  }

  @Test
  void aBrokenBalanceShowsAllFourFigures() {
    Finding finding =
        findings(
                zeros()
                    .set("requests/newRequests/total", "789")
                    .set("requests/carriedOver/total", "4")
                    .set("requests/outcomeTotal/total", "749")
                    .set("requests/carriedForward/total", "43"),
                "requests.balance")
            .get(0);
    assertThat(finding.message().zh())
        .startsWith(
            "表三“总计”一列：“一、本年新收政府信息公开申请数量”789加“二、上年结转政府信息公开申请数量”4，合计793；"
                + "“（七）总计”749加“四、结转下年度继续办理”43，合计792；两者应当相等，相差1。");
    assertThat(finding.expected()).isEqualByComparingTo("793");
    assertThat(finding.actual()).isEqualByComparingTo("792");
    assertThat(finding.cells())
        .containsExactly(
            "requests/newRequests/total",
            "requests/carriedOver/total",
            "requests/outcomeTotal/total",
            "requests/carriedForward/total");
  }

  @Test
  void aBrokenGroupOfRemediesIsNamed() {
    Finding finding =
        findings(zeros().set("remedies/litigationDirect/upheld", "2"), "remedies.total").get(0);
    assertThat(finding.message().zh()).startsWith("表四“行政诉讼·未经复议直接起诉”：各项结果合计2，“总计”为0，相差2。");
    assertThat(finding.cells()).hasSize(5);
  }

  @Test
  void aBlankTotalWhosePartsAreNotBlankCannotBeAssessed() {
    Result result =
        check(
            zeros()
                .set("requests/newRequests/naturalPerson", "3")
                .set("requests/newRequests/total", "3")
                .set("requests/disclosed/naturalPerson", "3")
                .set("requests/disclosed/total", Status.BLANK, "")
                .set("requests/refused.stateSecret/total", Status.BLANK, "")
                .set("requests/outcomeTotal/naturalPerson", "3")
                .set("requests/outcomeTotal/total", "3"));
    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(result.relationCounts()).isEqualTo(new RelationCounts(42, 40, 0, 2));
    assertThat(result.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder(
            "requests.row-total-not-assessable",
            "requests.column-total-not-assessable",
            "cell.total-blank",
            "cells.blank-as-zero");
    Finding row = result.findings().get(0);
    assertThat(row.cells()).containsExactly("requests/disclosed/total");
    assertThat(row.message().zh())
        .isEqualTo("表三有1行未能核对各申请人栏之和与总计（总计空白而各分项不为零）：“（一）予以公开”。请在空白的总计格填上合计数。");
  }

  @Test
  void aBlankTotalIsAWarningThatNamesTheSum() {
    Finding blank =
        findings(
                zeros()
                    .set("remedies/litigationDirect/upheld", "2")
                    .set("remedies/litigationDirect/pending", "1")
                    .set("remedies/litigationDirect/total", Status.BLANK, ""),
                "cell.total-blank")
            .get(0);
    assertThat(blank.severity()).isEqualTo(Severity.WARNING);
    assertThat(blank.cells()).containsExactly("remedies/litigationDirect/total");
    assertThat(blank.expected()).isEqualByComparingTo("3");
    assertThat(blank.message().zh())
        .isEqualTo("表四“行政诉讼·未经复议直接起诉”的“总计”空白，而各分项合计为3。空白的总计不按零计，相关勾稽关系未能核对。请在这一格填上合计数。");
  }

  @Test
  void aBlankTotalOfPartsThatAreNotKnownHasNoSum() {
    Finding blank =
        findings(
                zeros()
                    .set("remedies/litigationDirect/upheld", "2")
                    .set("remedies/litigationDirect/pending", Status.TEXT, "见附件")
                    .set("remedies/litigationDirect/total", Status.BLANK, ""),
                "cell.total-blank")
            .get(0);
    assertThat(blank.expected()).isNull();
    assertThat(blank.message().zh()).startsWith("表四“行政诉讼·未经复议直接起诉”的“总计”空白。空白的总计");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "-", "—", "无", "不适用"})
  void aPlaceholderAsTotalIsNoneSoThatPartsBreakIt(String printed) {
    ReportFixture fixture =
        zeros()
            .set("remedies/litigationDirect/upheld", "2")
            .set("remedies/litigationDirect/total", Status.PLACEHOLDER, printed);
    Result result = check(fixture);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.relationCounts()).isEqualTo(new RelationCounts(42, 41, 1, 0));
    Finding broken = findings(fixture, "remedies.total").get(0);
    assertThat(broken.expected()).isEqualByComparingTo("2");
    assertThat(broken.actual()).isEqualByComparingTo("0");
  }

  @Test
  void aPlaceholderAsTotalOfNothingHolds() {
    Result result =
        check(
            zeros()
                .set("remedies/litigationDirect/upheld", Status.PLACEHOLDER, "/")
                .set("remedies/litigationDirect/total", Status.PLACEHOLDER, "/"));
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aBlankTotalOfBlankOrZeroPartsIsFine() {
    Result result =
        check(
            zeros()
                .set("requests/disclosed/naturalPerson", Status.BLANK, "")
                .set("requests/disclosed/total", Status.BLANK, ""));
    assertThat(result.findings()).extracting(Finding::rule).containsExactly("cells.blank-as-zero");
  }

  @Test
  void aBlankTotalOfBlankTotalsIsUnknownToo() {
    ReportFixture fixture = zeros().set("requests/disclosed/naturalPerson", "3");
    for (Cell cell : TestReports.cells("2021")) {
      if (cell.path().startsWith("requests/outcomeTotal/")
          || cell.path().matches("requests/.*/total")) {
        fixture.set(cell.path(), Status.BLANK, "");
      }
    }
    Result result = check(fixture);
    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(findings(fixture, "requests.balance-not-assessable").get(0).cells())
        .containsExactly("requests/outcomeTotal/naturalPerson", "requests/outcomeTotal/total");
  }

  @Test
  void nothingSurelyBrokenRestsOnAWeakReading() {
    ReportFixture fixture = zeros().weak("remedies/reconsideration/upheld", "3");
    assertThat(check(fixture).verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(findings(fixture, "remedies.total-not-assessable").get(0).message().zh())
        .startsWith("表四有1组未能核对各项结果之和与总计（有的数字属于哪一格不能确定）：“行政复议”。如果报告本身填写无误，请改为上传");
  }

  @Test
  void aWeakReadingThatFitsIsNotWorthAWord() {
    assertThat(
            check(
                    zeros()
                        .weak("remedies/reconsideration/upheld", "3")
                        .set("remedies/reconsideration/total", "3"))
                .findings())
        .isEmpty();
  }

  @Test
  void aRowOfUnplacedFiguresIsStillAddedUp() {
    ReportFixture fixture = zeros();
    for (String column :
        List.of("commercial", "research", "publicInterest", "legalService", "other")) {
      fixture.set("requests/newRequests/" + column, Status.UNPLACED, "");
    }
    fixture
        .loose("requests", "newRequests", "770", "17")
        .set("requests/newRequests/naturalPerson", "770");
    fixture.set("requests/newRequests/total", "789");
    Finding row = findings(fixture, "requests.row-total").get(0);
    assertThat(row.expected()).isEqualByComparingTo("787");
    assertThat(row.severity()).isEqualTo(Severity.ERROR);
    Finding open = findings(fixture, "requests.balance-not-assessable").get(0);
    assertThat(open.cells())
        .containsExactly("requests/newRequests/commercial", "requests/newRequests/other");
    assertThat(open.message().zh()).contains("（文件没有保留空白格，有的数字属于哪一格不能确定）：“商业企业”、“其他”。");
  }

  @Test
  void textInACellLeavesItsSumsOpen() {
    ReportFixture fixture = zeros().set("remedies/reconsideration/upheld", Status.TEXT, "见附件");
    assertThat(check(fixture).findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("cell.text", "remedies.total-not-assessable");
  }

  @Test
  void theRelationsOfAMissingTableAreNotAssessable() {
    Result result = check(zeros().without("requests"));
    assertThat(result.relationCounts()).isEqualTo(new RelationCounts(42, 3, 0, 39));
    assertThat(result.relations().get(0).state()).isEqualTo(RelationCheck.State.TABLE_ABSENT);
  }

  @Test
  void theFormOfTheYears2019And2020HasFortyRelations() {
    assertThat(check(ReportFixture.of("2019")).relationCounts())
        .isEqualTo(new RelationCounts(40, 40, 0, 0));
  }

  @Test
  void aMissingTableIsNotAlsoReportedSumBySum() {
    assertThat(check(zeros().without("remedies").section(3).section(4).section(5)).findings())
        .extracting(Finding::rule)
        .contains("table.missing")
        .doesNotContain("remedies.total-not-assessable", "table.row-missing");
  }

  @Test
  void fractionsAndFiguresBeyondLongAreAddedUpExactly() {
    ReportFixture fixture =
        zeros()
            .set("remedies/reconsideration/upheld", "123456789012345678901234567890")
            .set("remedies/reconsideration/other", "0.5")
            .set("remedies/reconsideration/total", "123456789012345678901234567890.50");
    assertThat(findings(fixture, "remedies.total")).isEmpty();
    fixture.set("remedies/reconsideration/total", "123456789012345678901234567891");
    assertThat(findings(fixture, "remedies.total").get(0).expected())
        .isEqualByComparingTo(new BigDecimal("123456789012345678901234567890.5"));
  }

  @Test
  void whatCannotBeAssessedIsSaidOnceForEachReason() {
    ReportFixture fixture =
        zeros()
            .set("remedies/reconsideration/upheld", Status.TEXT, "见附件")
            .weak("remedies/litigationDirect/upheld", "3");
    List<Finding> open = findings(fixture, "remedies.total-not-assessable");
    assertThat(open)
        .extracting(Finding::cells)
        .containsExactly(
            List.of("remedies/reconsideration/upheld"),
            List.of("remedies/litigationDirect/upheld"));
    assertThat(open.get(0).message().zh())
        .isEqualTo("表四有1组未能核对各项结果之和与总计（有的格里不是数字）：“行政复议”。请将不是数字的内容改为数字，没有的填0。");
    assertThat(open.get(1).message().en())
        .contains("(1; it is not certain to which cell a figure belongs): “行政诉讼·未经复议直接起诉”.");
  }
}
