package org.gongkai.rule.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.DocumentFixture;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.FaultlessReport;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;
import org.junit.jupiter.api.Test;

class StructureRulesTest {
  @Test
  void aWholeReportPassesWithoutAWord() {
    assertThat(FaultlessReport.report().check().findings()).isEmpty();
    assertThat(FaultlessReport.of2019(2020).check().findings()).isEmpty();
  }

  @Test
  void aMissingSectionIsNamed() {
    Finding finding = FaultlessReport.report().order(1, 2, 3, 4, 6).only("section.missing");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message().zh()).startsWith("报告缺少“五、存在的主要问题及改进情况”。");
  }

  @Test
  void aSectionUnderAnotherTitleIsNotMissing() {
    ReportFixture fixture = FaultlessReport.report().order(1, 2, 3, 4, 6).fixture();
    assertThat(TestReports.findings(fixture.document(page(fixture, "五、下一步打算")), "section.missing"))
        .isEmpty();
    assertThat(
            TestReports.findings(
                fixture.document(page(fixture, "……等工作。 五、存在的主要问题及改进情")), "section.missing"))
        .isEmpty();
  }

  @Test
  void aHeadingInTheCellOfALayoutTableIsNotMissing() {
    ReportFixture fixture = FaultlessReport.report().order(1, 2, 3, 4, 6).fixture();
    Grid.GridCell cell = new Grid.GridCell(fixture.text("五、存在的主要问题及改进情况"), 1, 1);
    Block grid = new Grid(List.of(new Grid.GridRow(List.of(cell, cell))));
    Document page = DocumentFixture.page(grid);
    assertThat(TestReports.findings(fixture.document(page), "section.missing")).isEmpty();
  }

  @Test
  void theListOfSectionsInThePreambleIsNoHeading() {
    ReportFixture fixture = FaultlessReport.report().order(1, 2, 3, 4, 6).fixture();
    Document page = page(fixture, "本报告包括总体情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。");
    assertThat(TestReports.findings(fixture.document(page), "section.missing")).hasSize(1);
  }

  @Test
  void whereHardlyAnySectionWasFoundNoneIsMissing() {
    assertThat(FaultlessReport.report().order(3, 4).rules()).isEmpty();
    assertThat(TestReports.check(ReportFixture.of("2021")).findings()).isEmpty();
  }

  @Test
  void aDocumentThatWasNotReadWholeLacksNothingForSure() {
    Document damaged = DocumentFixture.blank(Format.DOCX, "", Document.Problem.DAMAGED);
    ReportFixture fixture = FaultlessReport.report().order(1, 2, 3, 4).fixture().document(damaged);
    assertThat(TestReports.check(fixture).findings())
        .extracting(Finding::rule)
        .doesNotContain("section.missing", "fees.statement");
  }

  @Test
  void sectionsOutOfOrderAreSaidOnce() {
    Finding finding = FaultlessReport.report().order(1, 3, 2, 4, 5, 6).only("section.order");
    assertThat(finding.message().zh()).startsWith("“二、主动公开政府信息情况”应排在“三、收到和处理政府信息公开申请情况”之前。");
    assertThat(finding.where().excerpt()).startsWith("二、");
  }

  @Test
  void aWrongNumberBeforeATitleIsSaid() {
    ReportFixture fixture =
        FaultlessReport.report()
            .order(1, 2, 3, 4, 5)
            .fixture()
            .section(6, 5, "五、其他需要报告的事项", "未收取信息处理费。");
    Finding finding = TestReports.findings(fixture, "section.number").get(0);
    assertThat(finding.message().zh()).startsWith("标题序号与规定不一致：“五、其他需要报告的事项”应为“六”。");
  }

  @Test
  void aLostNumberIsNotWrong() {
    ReportFixture fixture =
        FaultlessReport.report()
            .order(1, 2, 3, 4, 5)
            .fixture()
            .section(6, 0, "、其他需要报告事项", "未收取信息处理费。");
    assertThat(TestReports.check(fixture).findings()).isEmpty();
  }

  @Test
  void aSectionTwiceIsSaid() {
    Finding finding = FaultlessReport.report().order(1, 2, 3, 4, 5, 5, 6).only("section.repeated");
    assertThat(finding.message().zh()).startsWith("“五、存在的主要问题及改进情况”重复出现。");
  }

  @Test
  void aSubheadingWithTheWordsOfASectionIsNone() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .section(1, 1, "一、总体情况")
            .section(2, 1, "1.主动公开情况。", "发布信息10条，办理申请2件，清理文件，维护网站，开展培训。")
            .section(2)
            .section(3)
            .section(4)
            .section(5, "解读还不够多。")
            .section(6, "未收取信息处理费。");
    assertThat(TestReports.check(fixture).findings()).isEmpty();
  }

  @Test
  void aHeadingWithoutTextIsSaidInTheSectionsThatAreText() {
    assertThat(FaultlessReport.report().section(1).rules()).containsExactly("section.empty");
    assertThat(FaultlessReport.report().section(5).rules()).containsExactly("section.empty");
    assertThat(FaultlessReport.report().section(6).rules())
        .containsExactly("section.empty", "fees.statement");
    assertThat(FaultlessReport.report().section(5).only("section.empty").message().zh())
        .startsWith("“五、存在的主要问题及改进情况”只有标题，没有内容。");
  }

  @Test
  void theSignatureIsNoTextOfTheLastSection() {
    assertThat(FaultlessReport.report().section(6, "某市人民政府", "2024年1月20日", "扫一扫在手机打开当前页").rules())
        .containsExactly("section.empty", "fees.statement");
  }

  @Test
  void aPageNumberBehindAHeadingIsNeitherTheTextNorItsEnd() {
    assertThat(FaultlessReport.report().section(6, "7 / 12", "本年度没有收取信息处理费。").rules()).isEmpty();
    assertThat(FaultlessReport.report().section(6, "— ７ —", "第 8 页").rules())
        .containsExactly("section.empty", "fees.statement");
  }

  @Test
  void problemsAreOwedAndOtherMattersAreNot() {
    Finding finding = FaultlessReport.report().section(5, "无。").only("section.nothing");
    assertThat(finding.message().zh()).contains("只写“无。”");
    assertThat(FaultlessReport.report().section(6, "本年度未收取信息处理费。其他：无。").rules()).isEmpty();
  }

  @Test
  void aReportSilentAboutFeesIsSaid() {
    assertThat(FaultlessReport.report().section(6, "无。").rules()).containsExactly("fees.statement");
    assertThat(FaultlessReport.report().section(6, "无其他需要报告的事项。").rules())
        .containsExactly("fees.statement");
  }

  @Test
  void feesMayBeSpokenOfInOtherWordsOrElsewhere() {
    for (String said :
        List.of("本年度未收取任何费用。", "收取信息处理费0元。", "不存在收取信息处理费用的情形。", "没有收费。", "未收取信 息 处 理 费。")) {
      assertThat(FaultlessReport.report().section(6, said).rules()).as(said).isEmpty();
    }
    assertThat(FaultlessReport.report().section(1, "2023年，工作正常，未收取信息处理费。").section(6, "无。").rules())
        .isEmpty();
  }

  @Test
  void feesWereNotAskedForBefore2021() {
    assertThat(FaultlessReport.of2019(2020).section(6, "无。").rules()).isEmpty();
  }

  private static Document page(ReportFixture fixture, String line) {
    Block block = new Paragraph(fixture.text(line));
    return DocumentFixture.page(block);
  }
}
