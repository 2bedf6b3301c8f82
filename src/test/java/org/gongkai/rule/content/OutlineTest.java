package org.gongkai.rule.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
  private static Report on(String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return ReportFixture.of("2021").document(DocumentReader.read(bytes)).build();
  }

  @ParameterizedTest
  @CsvSource({
    "五、今后打算, true",
    "　五、今后打算, true",
    "五、今后打算|甲, true",
    "甲|五、今后打算, true",
    "工作正常。五、存在的主要问题及改进, true",
    "工作正常，五存在的主要问题及改进情况如下, true",
    "存在的主要问题及改进情况, true",
    "附存在的主要问题及改进情况, true",
    "附件存在的主要问题及改进情况, true",
    "附件一存在的主要问题及改进情况, false",
    "存在的主要问题及改进情况如下, false",
    "四、今后打算, false",
    "问题五、今后打算, false",
    "工作正常。五、存在的主要问题, false",
    "甲|乙, false"
  })
  void aHeadingStandsUnderItsNumberOrItsTitle(String line, boolean hasHeading) {
    assertThat(Outline.hasHeading(on("甲", line, "乙"), 5)).isEqualTo(hasHeading);
  }

  @Test
  void aLongLineIsProse() {
    String more = "今".repeat(38);
    assertThat(Outline.hasHeading(on("五、" + more), 5)).isTrue();
    assertThat(Outline.hasHeading(on("五、" + more + "后"), 5)).isFalse();
    assertThat(Outline.hasHeading(on("今".repeat(60) + "五、存在的主要问题及改进情况"), 5)).isTrue();
  }

  @Test
  void aReportReadWholeWithThreeSectionsIsSound() {
    ReportFixture two = ReportFixture.of("2021").section(1, "甲").section(2, "乙").section(2, "丙");
    assertThat(Outline.isSound(two.build())).isFalse();
    ReportFixture three = ReportFixture.of("2021").section(1, "甲").section(2, "乙").section(6, "丙");
    assertThat(Outline.isSound(three.build())).isTrue();
    Document cut = Document.unreadable(Format.HTML, Problem.TOO_LARGE);
    assertThat(Outline.isSound(three.document(cut).build())).isFalse();
  }

  @Test
  void sectionsAreNamedAsTheFormDoes() {
    assertThat(Outline.title(5)).isEqualTo("五、存在的主要问题及改进情况");
    assertThat(Outline.numeral(1)).isEqualTo("一");
    assertThat(Outline.numeral(6)).isEqualTo("六");
    assertThat(Outline.numeral(0)).isEqualTo("0");
    assertThat(Outline.numeral(7)).isEqualTo("7");
  }
}
