package org.gongkai.rule.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.IssuerMatcher;
import org.gongkai.rule.Rules;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;
import org.gongkai.rule.config.Configuration;
import org.gongkai.rule.similarity.Shingles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class YearRulesTest {
  private static final String ISSUER = "某市人民政府";

  private static List<Finding> findings(ReportFixture fixture, @Nullable PreviousYear previous) {
    return Rules.standard().check(TestReports.SOURCE, fixture.build(), previous).findings();
  }

  private static PreviousYear last(String path, int figure) {
    return new PreviousYear(
        ISSUER, 2022, Map.of(path, BigDecimal.valueOf(figure)), Shingles.none());
  }

  /** Four carried over by natural persons and all answered. */
  private static ReportFixture fourCarriedOver() {
    ReportFixture fixture = ReportFixture.of("2021");
    for (String row : List.of("carriedOver", "disclosed", "outcomeTotal")) {
      fixture.set("requests/" + row + "/naturalPerson", "4").set("requests/" + row + "/total", "4");
    }
    return fixture;
  }

  @Test
  void whatWasCarriedForwardIsCarriedOver() {
    assertThat(findings(fourCarriedOver(), last("requests/carriedForward/total", 4))).isEmpty();
  }

  @Test
  void anotherFigureIsAWarningThatNamesBoth() {
    Finding finding = findings(fourCarriedOver(), last("requests/carriedForward/total", 5)).get(0);
    assertThat(finding.rule()).isEqualTo("years.carried-over");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.expected()).isEqualByComparingTo("5");
    assertThat(finding.actual()).isEqualByComparingTo("4");
    assertThat(finding.message().zh())
        .startsWith("表三“二、上年结转政府信息公开申请数量”的“总计”为4，2022年度报告同一栏的“四、结转下年度继续办理”为5，两者应当相等。");
  }

  @Test
  void aBlankIsZeroBesideLastYearToo() {
    ReportFixture blank =
        ReportFixture.of("2021")
            .set("requests/carriedOver/other", Status.BLANK, "")
            .set("requests/carriedOver/total", Status.BLANK, "");
    assertThat(findings(blank, last("requests/carriedForward/other", 0)))
        .extracting(Finding::rule)
        .containsExactly("cells.blank-as-zero");
    assertThat(findings(blank, last("requests/carriedForward/other", 2)))
        .extracting(finding -> finding.message().zh())
        .anyMatch(zh -> zh.contains("为空白"));
  }

  @Test
  void whatIsNotSurelyReadIsNotCompared() {
    ReportFixture weak = ReportFixture.of("2021").weak("requests/carriedOver/other", "0");
    assertThat(findings(weak, last("requests/carriedForward/other", 2))).isEmpty();
  }

  @Test
  void anotherIssuerOrAnotherYearIsLeftAlone() {
    Map<String, BigDecimal> five = Map.of("requests/carriedForward/total", BigDecimal.valueOf(5));
    assertThat(findings(fourCarriedOver(), new PreviousYear("某县人民政府", 2022, five, Shingles.none())))
        .isEmpty();
    assertThat(findings(fourCarriedOver(), new PreviousYear(ISSUER, 2021, five, Shingles.none())))
        .isEmpty();
    assertThat(findings(fourCarriedOver(), new PreviousYear(null, 2022, five, Shingles.none())))
        .isEmpty();
    assertThat(
            findings(
                fourCarriedOver(), new PreviousYear("某市 人民政府（办公室）", 2022, five, Shingles.none())))
        .hasSize(1);
    assertThat(findings(fourCarriedOver(), null)).isEmpty();
  }

  /** A report of tables II and III, by natural persons. */
  private static ReportFixture tables(int licensing, int penalties, int fees, int requests) {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .set("proactiveDisclosure/licensing", Integer.toString(licensing))
            .set("proactiveDisclosure/penalties", Integer.toString(penalties))
            .set("proactiveDisclosure/fees", Integer.toString(fees));
    for (String row : List.of("newRequests", "disclosed", "outcomeTotal")) {
      fixture
          .set("requests/" + row + "/naturalPerson", Integer.toString(requests))
          .set("requests/" + row + "/total", Integer.toString(requests));
    }
    return fixture;
  }

  private static PreviousYear lastYear(ReportFixture fixture) {
    return new PreviousYear(
        ISSUER, 2022, PreviousYear.of(fixture.build()).figures(), Shingles.none());
  }

  @Test
  void aTableWithLastYearsFiguresIsSaid() {
    Finding finding =
        findings(tables(812, 47, 35, 9), lastYear(tables(812, 47, 35, 8))).stream()
            .filter(each -> each.rule().equals("years.reused-table"))
            .reduce((one, other) -> other)
            .orElseThrow();
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message().zh()).startsWith("表二的全部数据（3个非零数据）与2022年度报告完全相同，疑误用上年表格。");
    assertThat(finding.cells())
        .containsExactly(
            "proactiveDisclosure/licensing",
            "proactiveDisclosure/penalties",
            "proactiveDisclosure/fees");
  }

  @Test
  void aFewSmallFiguresMayBeTheSameTwice() {
    ReportFixture small = tables(2, 1, 0, 3);
    assertThat(findings(small, lastYear(small))).isEmpty();
    ReportFixture none = tables(0, 0, 0, 0);
    assertThat(findings(none, lastYear(none))).isEmpty();
  }

  @Test
  void aTableWithOneOtherFigureIsThisYears() {
    assertThat(findings(tables(812, 47, 35, 9), lastYear(tables(812, 48, 35, 8)))).isEmpty();
  }

  @Test
  void aFeeSomeTenThousandTimesLastYearsIsInYuan() {
    Finding finding = findings(tables(1, 0, 1_300_000, 0), lastYear(tables(0, 0, 120, 0))).get(0);
    assertThat(finding.rule()).isEqualTo("fees.unit");
    assertThat(finding.message().zh())
        .startsWith("表二“行政事业性收费”的“本年收费金额（单位：万元）”为1300000万元，约为2022年度120万元的10833倍，疑以元为单位填写。");
    assertThat(findings(tables(1, 0, 130_000, 0), lastYear(tables(0, 0, 120, 0)))).isEmpty();
    assertThat(findings(tables(1, 0, 1_300_000, 0), lastYear(tables(0, 0, 0, 0)))).isEmpty();
  }

  @Test
  void aFeeThatNoBodyCollectsIsInYuanWhateverLastYearWas() {
    assertThat(findings(tables(0, 0, 12_043_600, 0), null))
        .extracting(finding -> finding.message().zh())
        .singleElement()
        .asString()
        .startsWith("表二“行政事业性收费”的“本年收费金额（单位：万元）”为12043600万元，疑以元为单位填写。");
    assertThat(findings(tables(0, 0, 2_866_038, 0), null)).isEmpty();
  }

  @Test
  void inForceFollowsFromLastYearAndWhatWasIssuedAndRepealed() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .set("proactiveDisclosure/normativeDocuments/issued", "15")
            .set("proactiveDisclosure/normativeDocuments/repealed", "41")
            .set("proactiveDisclosure/normativeDocuments/inForce", "148");
    String path = "proactiveDisclosure/normativeDocuments/inForce";
    assertThat(findings(fixture, last(path, 174))).isEmpty();
    Finding finding = findings(fixture, last(path, 170)).get(0);
    assertThat(finding.rule()).isEqualTo("years.in-force");
    assertThat(finding.expected()).isEqualByComparingTo("144");
    assertThat(finding.message().zh())
        .startsWith("表二“行政规范性文件”的“现行有效件数”为148；2022年度报告现行有效170件，加本年制发15件，减本年废止41件，应为144件。");
  }

  @Test
  void theEditionOf2019HasNoFiguresInForce() {
    assertThat(
            findings(ReportFixture.of("2019"), last("proactiveDisclosure/regulations/inForce", 3)))
        .isEmpty();
  }

  @Test
  void aReportHandsItsFiguresAndItsTextOn() {
    ReportFixture fixture = fourCarriedOver().section(1, text(1), text(2)).section(6, text(3));
    fixture
        .set("requests/carriedForward/other", Status.BLANK, "")
        .set("requests/disclosed/total", Status.BLANK, "");
    fixture.weak("remedies/reconsideration/other", "3");
    PreviousYear year = PreviousYear.of(fixture.build());
    assertThat(year.issuer()).isEqualTo(ISSUER);
    assertThat(year.year()).isEqualTo(2023);
    assertThat(year.text())
        .isEqualTo(Shingles.of(List.of(text(1), text(2), text(3))))
        .isNotEqualTo(Shingles.none());
    assertThat(year.figures())
        .containsEntry("requests/carriedForward/other", BigDecimal.ZERO)
        .doesNotContainKeys("requests/disclosed/total", "remedies/reconsideration/other")
        .hasSize(198);
  }

  @Test
  void lastYearsTextWithOtherFiguresIsAWarningThatNamesItsParagraphs() {
    String first = text(1) + "全年主动公开信息300条。";
    String second = text(2) + "开展培训2次。";
    ReportFixture fixture = ReportFixture.of("2021").section(1, first, second);
    PreviousYear same =
        new PreviousYear(
            ISSUER,
            2022,
            Map.of(),
            Shingles.of(List.of(first.replace("300", "270"), second.replace("2次", "1次"))));
    Finding finding = findings(fixture, same).get(0);
    assertThat(finding.rule()).isEqualTo("years.reused-text");
    assertThat(finding.message().zh())
        .startsWith("正文与2022年度报告重复较多，约100%相同（数字不计），其中2段基本相同：“" + first.substring(0, 16) + "……”、“");
  }

  @Test
  void fourFifthsOfLastYearsTextAreAWarningHalfOfItIsANoticeLessIsNothing() {
    assertThat(reuse(Configuration.standard(), 1, 2, 3, 4, 9)).containsExactly("years.reused-text");
    assertThat(reuse(Configuration.standard(), 1, 2, 3, 8, 9))
        .containsExactly("years.similar-text");
    assertThat(reuse(Configuration.standard(), 1, 2, 7, 8, 9)).isEmpty();
  }

  @Test
  void theRulesFileSetsTheShares() {
    Configuration stricter =
        Configuration.read(
            "thresholds: {years.similar-text: 30%, years.reused-text: 0.55}", "rules.yaml");
    assertThat(reuse(stricter, 1, 2, 3, 8, 9)).containsExactly("years.reused-text");
    assertThat(reuse(stricter, 1, 2, 7, 8, 9)).containsExactly("years.similar-text");
    Configuration without = Configuration.standard().without("years.reused-text");
    assertThat(reuse(without, 1, 2, 3, 4, 9)).containsExactly("years.similar-text");
  }

  @Test
  void aShortTextIsNoExcuseForTakingItOver() {
    ReportFixture brief = ReportFixture.of("2021").section(6, "本机关无其他需要报告的事项。");
    assertThat(
            findings(
                brief,
                new PreviousYear(ISSUER, 2022, Map.of(), Shingles.of(List.of("本机关无其他需要报告的事项。")))))
        .extracting(Finding::rule)
        .containsExactly("years.reused-text");
  }

  /** What is said of a text of these parts, where the year before had parts 1 to 5. */
  private static List<String> reuse(Configuration configuration, int... parts) {
    String[] text = IntStream.of(parts).mapToObj(YearRulesTest::text).toArray(String[]::new);
    PreviousYear before =
        new PreviousYear(
            ISSUER,
            2022,
            Map.of(),
            Shingles.of(List.of(text(1), text(2), text(3), text(4), text(5))));
    return Rules.standard()
        .with(configuration)
        .check(TestReports.SOURCE, ReportFixture.of("2021").section(1, text).build(), before)
        .findings()
        .stream()
        .map(Finding::rule)
        .filter(rule -> rule.startsWith("years."))
        .toList();
  }

  @Test
  void namesOfOneBodyAreTheSameHoweverSpelled() {
    assertThat(IssuerMatcher.same("某市水务局", " 某市水务局（某市河长办） ")).isTrue();
    assertThat(IssuerMatcher.same("某市Ａ区", "某市A区")).isTrue();
    assertThat(IssuerMatcher.same("某市水务局", "某市财政局")).isFalse();
    assertThat(IssuerMatcher.same(null, null)).isFalse();
  }

  /** 300 characters that no other number gives. */
  public static String text(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append((char) ('一' + Math.floorMod((int) Shingles.mix(number * 1000L + i), 3000)));
    }
    return text.toString();
  }
}
