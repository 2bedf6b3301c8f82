package org.gongkai.rule.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gongkai.report.Status;
import org.gongkai.rule.FaultlessReport;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;
import org.gongkai.rule.similarity.Shingles;
import org.gongkai.rule.years.PreviousYear;
import org.junit.jupiter.api.Test;

class NarrativeRulesTest {
  private static FaultlessReport report(String sentence) {
    return FaultlessReport.report()
        .requests("newRequests", "789")
        .requests("carriedOver", "4")
        .requests("disclosed", "288")
        .requests("partiallyDisclosed", "100")
        .requests("unavailable.notHeld", "361")
        .requests("outcomeTotal", "749")
        .requests("carriedForward", "44")
        .figure("proactiveDisclosure/normativeDocuments/issued", "15")
        .figure("proactiveDisclosure/normativeDocuments/inForce", "148")
        .figure("remedies/reconsideration/upheld", "7")
        .figure("remedies/reconsideration/corrected", "3")
        .figure("remedies/reconsideration/total", "10")
        .figure("remedies/litigationDirect/upheld", "2")
        .figure("remedies/litigationDirect/total", "2")
        .section(1, "2023年，全市认真做好政府信息公开工作。", sentence);
  }

  @Test
  void whatAgreesWithTheTablesIsNotSpokenOf() {
    for (String fine :
        List.of(
            "全市收到政府信息公开申请789件，上年结转4件，办结749件，结转下年度44件。",
            "全市收到政府信息公开申请793件（含上年结转4件），予以公开及部分公开388件，占51.8%。",
            "全市收到政府信息公开申请793件，答复749件，其中予以公开288件，占38.4%。",
            "全市收到政府信息公开申请?89件。",
            "制发行政规范性文件15件。",
            "因政府信息公开被申请行政复议10件，其中维持7件，纠正3件；行政诉讼2件。")) {
      assertThat(report(fine).rules()).as(fine).isEmpty();
    }
  }

  @Test
  void documentsSortedByOpennessAreNoOutcomes() {
    assertThat(report("全市收到政府信息公开申请789件，答复749件。本年印发公文1003件，主动公开853件、依申请公开101件、不予公开49件。").rules())
        .isEmpty();
    assertThat(report("全市收到政府信息公开申请789件，办结746件，主动公开信息853条。").rules())
        .containsExactly("narrative.requests");
  }

  @Test
  void aWholeRegionBesideTheBodysOwnFigureIsNotCompared() {
    assertThat(report("全市共收到政府信息公开申请2349件，办结2340件；市本级收到申请789件。").rules()).isEmpty();
    assertThat(report("本机关收到政府信息公开申请789件。全市收到政府信息公开申请2349件。").rules()).isEmpty();
    assertThat(report("全市共收到政府信息公开申请2349件；市本级收到申请12件。").rules())
        .containsExactly("narrative.requests");
  }

  @Test
  void theYearBeforeInBracketsIsNotTheSentences() {
    assertThat(report("全市收到政府信息公开申请789件（2022年为117件），办结749件，结转下年度44件。").rules()).isEmpty();
    assertThat(report("全市收到政府信息公开申请789件（2022年为117件），办结746件。").rules())
        .containsExactly("narrative.requests");
  }

  @Test
  void anotherYearIsSaidWhereTheSentenceNamesIt() {
    assertThat(report("2022年，全市收到政府信息公开申请789件，办结749件。").rules()).containsExactly("narrative.year");
    assertThat(report("2022年收到政府信息公开申请12件。发布信息4394条。办结政府信息公开申请749件。").rules()).isEmpty();
  }

  @Test
  void anotherFigureThanTheTablesIsSaidWithBoth() {
    Finding finding = report("全市收到政府信息公开申请789件，办结746件。").only("narrative.requests");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message().zh()).startsWith("正文与表三数据不一致：办结（答复），正文746件，表中749件。");
    assertThat(finding.expected()).isEqualByComparingTo("749");
    assertThat(finding.actual()).isEqualByComparingTo("746");
    assertThat(finding.cells()).containsExactly("requests/outcomeTotal/total");
    assertThat(finding.where().excerpt()).isEqualTo("全市收到政府信息公开申请789件，办结746件。");
  }

  @Test
  void everythingThatDiffersInASentenceIsOneFinding() {
    Finding finding = report("全市收到政府信息公开申请774件（含上年结转15件），办结730件。").only("narrative.requests");
    assertThat(finding.message().zh())
        .contains("正文774件，表中789＋4＝793件")
        .contains("正文15件，表中4件")
        .contains("正文730件");
    assertThat(finding.cells()).hasSize(3);
  }

  @Test
  void receivedMayBeWithOrWithoutThoseCarriedOver() {
    Finding finding = report("全市收到政府信息公开申请700件。").only("narrative.requests");
    assertThat(finding.message().zh()).contains("收到申请，正文700件，表中789件（或789＋4＝793件）");
    assertThat(finding.message().en())
        .contains("requests received: text 700, table 789 (or 789＋4＝793)");
  }

  @Test
  void aColumnGivenForTheTotalIsNamed() {
    FaultlessReport report =
        report("全市办结政府信息公开申请730件。")
            .figure("requests/outcomeTotal/naturalPerson", "730")
            .figure("requests/outcomeTotal/other", "19");
    assertThat(report.only("narrative.requests").message().zh())
        .contains("（730与“自然人”一栏相同，可能只写了这一栏）");
  }

  @Test
  void aDamagedFigureIsHeldAgainstWhatIsLeftOfIt() {
    assertThat(report("全市收到政府信息公开申请?88件。").rules()).containsExactly("narrative.requests");
  }

  @Test
  void aTotalThatIsNotTheSumOfItsPartsAllowsBoth() {
    FaultlessReport report =
        report("全市办结政府信息公开申请740件。").figure("requests/outcomeTotal/naturalPerson", "740");
    assertThat(report.rules()).isEmpty();
  }

  @Test
  void aTotalLeftBlankIsTheSumOfItsParts() {
    assertThat(
            TestReports.findings(
                report("办结政府信息公开申请749件。")
                    .fixture()
                    .set("requests/outcomeTotal/total", Status.BLANK, ""),
                "narrative.requests"))
        .isEmpty();
  }

  @Test
  void whatTheTableDoesNotSurelySayIsLeftAlone() {
    assertThat(
            TestReports.findings(
                report("办结政府信息公开申请1件。").fixture().weak("requests/outcomeTotal/total", "749"),
                "narrative.requests"))
        .isEmpty();
    assertThat(
            TestReports.findings(
                report("办结政府信息公开申请1件。").fixture().without("requests"), "narrative.requests"))
        .isEmpty();
  }

  @Test
  void aSmallerFigureBesideTheRightOneIsAPart() {
    assertThat(report("全市收到政府信息公开申请789件。收到申请88件。").rules()).isEmpty();
    assertThat(report("全市收到政府信息公开申请789件。收到申请888件。").rules()).containsExactly("narrative.requests");
  }

  @Test
  void documentsAndRemediesAreHeldAgainstTheirTables() {
    assertThat(report("制发行政规范性文件16件。").only("narrative.documents").message().zh())
        .startsWith("正文与表二数据不一致：制发规范性文件，正文16件，表中15件。");
    assertThat(report("因政府信息公开被申请行政复议9件。").only("narrative.remedies").message().zh())
        .startsWith("正文与表四数据不一致：行政复议，正文9件，表中10件。");
    assertThat(report("未发生因政府信息公开引发的行政复议、行政诉讼。").only("narrative.remedies").message().zh())
        .contains("行政复议和行政诉讼，正文0件，表中0＋2＋10＝12件");
  }

  @Test
  void percentagesAreComputedAgain() {
    Finding finding = report("全市答复政府信息公开申请749件，予以公开288件，占58.4%。").only("narrative.percentage");
    assertThat(finding.message().zh()).startsWith("正文中“予以公开”288件占58.4%，按749件计算应为38.5%。");
    for (String rounded : List.of("38.4", "38.5", "38", "39", "38.45", "36.5", "36.3")) {
      assertThat(report("全市答复政府信息公开申请749件，予以公开288件，占" + rounded + "%。").rules())
          .as(rounded)
          .isEmpty();
    }
    assertThat(report("全市答复政府信息公开申请749件，予以公开288件，占答复总数的36.5%。").rules())
        .containsExactly("narrative.percentage");
  }

  @Test
  void aRiseIsComputedOnlyWithTheYearBeforeAtHand() {
    FaultlessReport report = report("全市收到政府信息公开申请789件，较上年增长20%。");
    assertThat(report.rules()).isEmpty();
    assertThat(rules(report, "700")).containsExactly("narrative.change");
    assertThat(rules(report, "657")).isEmpty();
    FaultlessReport fallen = report("全市收到政府信息公开申请789件，同比下降20.0%。");
    assertThat(rules(fallen, "987")).isEmpty();
    Finding finding = fallen.check(previous("700", "某市人民政府", 2022)).findings().get(0);
    assertThat(finding.message().zh()).startsWith("正文中“收到申请”789件，比上年下降20.0%；上年报告为700件，应为上升12.7%。");
    assertThat(finding.message().en()).contains("down 20.0").contains("up 12.7");
    assertThat(finding.expected()).isEqualTo("12.7");
    assertThat(finding.actual()).isEqualTo("-20.0");
    Finding risen = report.check(previous("900", "某市人民政府", 2022)).findings().get(0);
    assertThat(risen.message().en()).contains("up 20").contains("down 12");
    assertThat(risen.expected()).isEqualTo("-12");
    assertThat(risen.actual()).isEqualTo("20");
    assertThat(fallen.check(previous("700", "另一市人民政府", 2022)).findings()).isEmpty();
    assertThat(fallen.check(previous("700", "某市人民政府", 2021)).findings()).isEmpty();
  }

  @Test
  void thisYearsFiguresUnderAnotherYearAreSaid() {
    assertThat(report("2022年，全市收到政府信息公开申请789件，办结749件。").rules()).containsExactly("narrative.year");
    assertThat(report("2022年，全市收到政府信息公开申请640件，办结635件。").rules()).isEmpty();
    assertThat(report("2022年，制发行政规范性文件15件。").rules()).isEmpty();
  }

  private static List<String> rules(FaultlessReport report, String before) {
    return report.check(previous(before, "某市人民政府", 2022)).findings().stream()
        .map(Finding::rule)
        .filter(rule -> rule.startsWith("narrative."))
        .toList();
  }

  private static PreviousYear previous(String received, String issuer, int year) {
    return new PreviousYear(
        issuer,
        year,
        Map.of(
            "requests/newRequests/total", new BigDecimal(received),
            "requests/carriedOver/total", BigDecimal.ZERO,
            "requests/carriedForward/total", new BigDecimal("4")),
        Shingles.none());
  }
}
