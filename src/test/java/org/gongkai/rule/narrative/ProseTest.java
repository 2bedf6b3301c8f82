package org.gongkai.rule.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.junit.jupiter.api.Test;

class ProseTest {
  private static List<String> prose(Report report) {
    return Prose.of(report).paragraphs().stream()
        .map(paragraph -> paragraph.section() + " " + paragraph.string())
        .toList();
  }

  @Test
  void thePreambleComesFirstThenTheParagraphsOfEachSection() {
    Report report =
        ReportFixture.of("2021").preamble("前言").section(1, "甲", "乙").section(3, "丙").build();
    assertThat(prose(report)).containsExactly("0 前言", "1 甲", "1 乙", "3 丙");
  }

  @Test
  void ofASectionTheBeginningIsLookedAt() {
    String most = "甲".repeat(Prose.LONGEST_SECTION - 2);
    Report report = ReportFixture.of("2021").section(1, most, "乙丙丁", "戊").section(3, "己").build();
    assertThat(prose(report)).containsExactly("1 " + most, "1 乙丙", "3 己");
    Report full = ReportFixture.of("2021").section(1, most + "乙丙", "戊").build();
    assertThat(prose(full)).containsExactly("1 " + most + "乙丙");
  }

  @Test
  void aPartOfAParagraphStandsWhereItWasPrinted() {
    Report report = ReportFixture.of("2021").section(1, "收到１２ 件申请").build();
    Prose.Paragraph paragraph = Prose.of(report).paragraphs().get(0);
    assertThat(paragraph.string()).isEqualTo("收到12 件申请");
    assertThat(paragraph.where(2, 6).excerpt()).isEqualTo("１２ 件");
  }

  /** A subheading with a section's words is none where the others stand without a number. */
  @Test
  void aSubheadingWithTheWordsOfASectionBelongsToTheSectionBefore() {
    Report report =
        ReportFixture.of("2021")
            .section(1, 1, "一、总体情况", "甲")
            .section(2, 2, "1.主动公开情况", "乙")
            .section(3, 3, "（二）依申请公开情况", "丙")
            .section(5, 5, "五、存在的主要问题", "丁")
            .section(6, 6, "六、其他事项", "戊")
            .build();
    assertThat(Prose.sections(report))
        .extracting(section -> section.heading().string())
        .containsExactly("一、总体情况", "五、存在的主要问题", "六、其他事项");
    assertThat(Prose.sectionSet(report)).hasSize(3);
    assertThat(prose(report))
        .containsExactly("1 甲", "1 1.主动公开情况", "1 乙", "1 (二)依申请公开情况", "1 丙", "5 丁", "6 戊");
  }

  @Test
  void whereHalfOfThemHaveNumbersOfTheirOwnAllAreSections() {
    Report report =
        ReportFixture.of("2021")
            .section(1, 1, "1.总体情况", "甲")
            .section(2, 2, "二、主动公开情况", "乙")
            .build();
    assertThat(Prose.sections(report)).hasSize(2);
  }
}
