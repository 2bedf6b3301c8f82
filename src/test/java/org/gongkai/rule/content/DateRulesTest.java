package org.gongkai.rule.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.Identity;
import org.gongkai.rule.FaultlessReport;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRulesTest {
  @Test
  void thePeriodIsTheCalendarYear() {
    Finding finding =
        FaultlessReport.report()
            .identity(period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)))
            .only("period.year");
    assertThat(finding.message().zh())
        .startsWith("统计期限为2022年1月1日至2022年12月31日，应为2023年1月1日至2023年12月31日。");
    assertThat(
            FaultlessReport.report()
                .identity(period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 11, 30)))
                .rules())
        .containsExactly("period.year");
  }

  @Test
  void thePeriodAndTheDateTogetherSayThatTheTitleIsWrong() {
    Identity identity = ofTitle(2022, LocalDate.of(2024, 1, 20));
    assertThat(FaultlessReport.report().identity(identity).rules())
        .containsExactly("title.other-year");
    assertThat(FaultlessReport.report().identity(identity).only("title.other-year").message().zh())
        .startsWith("标题年度为2022年，而统计期限为2023年1月1日至2023年12月31日，公布日期为2024年1月20日，均与2023年度报告相符，疑标题年度有误。");
  }

  @Test
  void thePeriodAloneIsWrongWhereTheDateGoesWithTheTitle() {
    assertThat(FaultlessReport.report().identity(ofTitle(2022, LocalDate.of(2023, 1, 20))).rules())
        .contains("period.year")
        .doesNotContain("title.other-year");
    assertThat(FaultlessReport.report().identity(ofTitle(2022, null)).rules())
        .contains("period.year")
        .doesNotContain("title.other-year");
  }

  /** A report for 2023 under a title of another year. */
  private static Identity ofTitle(int year, LocalDate published) {
    return new Identity(
        "某市人民政府" + year + "年政府信息公开工作年度报告",
        "某市人民政府",
        year,
        published,
        null,
        LocalDate.of(2023, 1, 1),
        LocalDate.of(2023, 12, 31),
        null,
        null,
        null);
  }

  @Test
  void aPeriodThatWasNotFoundIsNotWrong() {
    assertThat(FaultlessReport.report().identity(period(null, null)).rules()).isEmpty();
  }

  @Test
  void departmentsPublishByTheEndOfJanuary() {
    assertThat(
            FaultlessReport.report().issuer("某市教育局").published(LocalDate.of(2024, 1, 31)).rules())
        .isEmpty();
    Finding finding =
        FaultlessReport.report()
            .issuer("某市教育局")
            .published(LocalDate.of(2024, 2, 1))
            .only("published.late");
    assertThat(finding.message().zh()).startsWith("公布日期为2024年2月1日，规定期限为2024年1月31日。");
  }

  @Test
  void governmentsAndTheirOfficesHaveUntilTheEndOfMarch() {
    for (String issuer :
        new String[] {"某市人民政府", "某市人民政府办公室", "某省人民政府办公厅", "某经济开发区管理委员会", "某县某镇人民政府"}) {
      assertThat(
              FaultlessReport.report().issuer(issuer).published(LocalDate.of(2024, 3, 31)).rules())
          .as(issuer)
          .isEmpty();
      assertThat(
              FaultlessReport.report().issuer(issuer).published(LocalDate.of(2024, 4, 1)).rules())
          .as(issuer)
          .containsExactly("published.late");
    }
  }

  @Test
  void whoseIssuerIsNotKnownHasTheLaterDate() {
    Identity unknown =
        FaultlessReport.identity("2023年政府信息公开工作年度报告", null, 2023, LocalDate.of(2024, 3, 1));
    assertThat(FaultlessReport.report().identity(unknown).rules()).containsExactly("title.issuer");
  }

  @Test
  void aDateBeforeTheYearIsOverIsSaid() {
    assertThat(FaultlessReport.report().published(LocalDate.of(2023, 12, 20)).rules())
        .containsExactly("published.early");
  }

  @Test
  void aDateOfALaterYearIsANoticeOnly() {
    Finding finding =
        FaultlessReport.report().published(LocalDate.of(2026, 5, 6)).only("published.later-year");
    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void noDateIsANotice() {
    assertThat(FaultlessReport.report().published(null).only("published.absent").severity())
        .isEqualTo(Severity.NOTICE);
  }

  @ParameterizedTest
  @CsvSource({
    "公布于2024-01-20, false",
    "二〇二四年 2024年1月, false",
    "2024/1/20, false",
    "2024.1.20, false",
    "甲|2024-01-20, false",
    "2024-1, false",
    "2024-, true",
    "2024年度, true",
    "2024-x, true",
    "2024 01 20, true",
    "2025-01-20, true",
    "2024, true",
    "甲|乙, true"
  })
  void aDateOfTheNextYearAnywhereMayBeThatOfPublication(String line, boolean absent) {
    Document document = DocumentReader.read(("甲\n" + line).getBytes(StandardCharsets.UTF_8));
    Result result =
        TestReports.check(FaultlessReport.report().published(null).fixture().document(document));
    assertThat(result.findings().stream().map(Finding::rule).toList().contains("published.absent"))
        .isEqualTo(absent);
  }

  @Test
  void whereTheDocumentWasNotReadWholeNoDateIsMissed() {
    Document cut = Document.unreadable(Format.HTML, Problem.TOO_LARGE);
    Result result =
        TestReports.check(FaultlessReport.report().published(null).fixture().document(cut));
    assertThat(result.findings()).extracting(Finding::rule).doesNotContain("published.absent");
  }

  @Test
  void titlesNameIssuerAndYear() {
    LocalDate day = LocalDate.of(2024, 1, 20);
    assertThat(
            FaultlessReport.report()
                .identity(FaultlessReport.identity("2023年政府信息公开工作年度报告", "某局", 2023, day))
                .rules())
        .containsExactly("title.issuer");
    assertThat(
            FaultlessReport.report()
                .identity(FaultlessReport.identity("某局政府信息公开工作年度报告", "某局", 2023, day))
                .rules())
        .containsExactly("title.year");
    assertThat(
            FaultlessReport.report()
                .identity(FaultlessReport.identity("某局政府信息公开工作2023年度报告", "某局", 2023, day))
                .rules())
        .isEmpty();
    assertThat(
            FaultlessReport.report()
                .identity(FaultlessReport.identity("?023年某局政府信息公开工作年度报告", "某局", 2023, day))
                .rules())
        .isEmpty();
    assertThat(
            FaultlessReport.report()
                .identity(FaultlessReport.identity("二〇二三年某局政府信息公开工作年度报告", "某局", 2023, day))
                .rules())
        .isEmpty();
  }

  @Test
  void theOldTablesAfter2021AreOutdated() {
    Finding finding = FaultlessReport.of2019(2022).only("edition.outdated");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message().zh())
        .startsWith("2022年度报告的表二 ")
        .contains("使用国办公开办函〔2019〕60号的格式，应使用国办公开办函〔2021〕30号的格式。");
  }

  @Test
  void theNewTablesBefore2021AreANotice() {
    Identity of2020 =
        FaultlessReport.identity("某局2020年政府信息公开工作年度报告", "某局", 2020, LocalDate.of(2021, 1, 20));
    assertThat(
            FaultlessReport.report()
                .section(1, "做好公开工作。")
                .section(6, "未收取信息处理费。")
                .section(5, "还不够好。")
                .identity(of2020)
                .rules())
        .containsExactly("edition.early");
  }

  @Test
  void theYearBeforeWhereTheReviewBeginsIsSaid() {
    Finding finding =
        FaultlessReport.report().section(1, "2022年，全市认真做好政府信息公开工作。").only("year.other");
    assertThat(finding.message().zh()).startsWith("此处年份为2022年，报告年度为2023年。");
    assertThat(finding.where().excerpt()).isEqualTo("2022年，全市认真做好政府信息公开工作。");
  }

  @Test
  void lastYearsFeesAreSaid() {
    assertThat(FaultlessReport.report().section(6, "2022年度未收取信息处理费。").rules())
        .containsExactly("year.other");
  }

  @Test
  void thePreambleOfAnotherYearsReportIsSaid() {
    assertThat(FaultlessReport.report().preamble("现公布我局2022年度政府信息公开工作年度报告。").rules())
        .containsExactly("year.other");
  }

  @ParameterizedTest
  @CsvSource({
    "1, '2022年，全市做好公开。后面还有。', '2022年，全市做好公开。'",
    "1, ' 2024年度全市做好公开', '2024年度全市做好公开'",
    "5, '2022年，仍有不足。', '2022年，仍有不足。'",
    "6, '有关事项如下。2022年度未收取信息处理费。其他没有。', '2022年度未收取信息处理费。'",
    "6, '其他没有；2024年收取信息处理费0元；完', '2024年收取信息处理费0元；'",
    "6, '见《办法》。《规定》外，2022年未收取信息处理费', '《规定》外，2022年未收取信息处理费'",
    "0, '现公布2022年政府信息公开年度报告。', '现公布2022年政府信息公开年度报告。'",
    "0, '根据要求。现公布2024年度政府信息公开工作报告', '现公布2024年度政府信息公开工作报告'"
  })
  void theSentenceWithTheOtherYearIsQuoted(int section, String text, String quoted) {
    FaultlessReport written =
        section == 0
            ? FaultlessReport.report().preamble(text)
            : FaultlessReport.report().section(section, text);
    assertThat(written.only("year.other").where().excerpt().strip()).isEqualTo(quoted);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2022年",
    "1, 2022年底网站改版。",
    "1, 全市2022年，",
    "1, '2023年比2022年，增加。'",
    "1, '2022年度考核中，我市名列前茅。'",
    "5, '2024年，将加强。'",
    "6, '2023年未收取。《2022年处理费标准》'",
    "6, 2022年未收取检索费。信息处理费未收取。",
    "0, 2022年政府信息公开指南。",
    "0, 《某市2022年度政府信息公开工作年度报告》已经发布。"
  })
  void whereItIsPartOfSomethingElseItIsNot(int section, String text) {
    FaultlessReport written =
        section == 0
            ? FaultlessReport.report().preamble(text)
            : FaultlessReport.report().section(section, text);
    assertThat(written.rules()).doesNotContain("year.other");
  }

  @Test
  void onlyTheFirstParagraphOfTheReviewBeginsIt() {
    assertThat(FaultlessReport.report().section(1, "2023年，工作正常。", "2022年，全市做好公开。").rules())
        .doesNotContain("year.other");
  }

  @Test
  void otherYearsHaveTheirPlaces() {
    assertThat(
            FaultlessReport.report()
                .preamble("根据《某市2022年度政府信息公开工作年度报告》格式编制本报告。")
                .section(
                    1, "2022年以来，全市持续推进公开。", "2022年11月，建成新网站。", "与2022年相比，发布信息增加10条。", "2024年将继续努力。")
                .section(5, "2024年，将加强培训。")
                .section(6, "2023年未收取信息处理费，2022年也未收取信息处理费。按照2020年印发的办法收取信息处理费0元。")
                .rules())
        .isEmpty();
  }

  private static Identity period(LocalDate from, LocalDate to) {
    return new Identity(
        "某局2023年政府信息公开工作年度报告",
        "某局",
        2023,
        LocalDate.of(2024, 1, 20),
        null,
        from,
        to,
        null,
        null,
        null);
  }
}
