package org.gongkai.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.form.Section;
import org.gongkai.report.section.Headings.Heading;
import org.gongkai.text.TextNormalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTest {
  private static Heading of(String line) {
    return Objects.requireNonNull(Headings.of(line), line);
  }

  @ParameterizedTest
  @CsvSource({
    "一、总体情况, 1, 1, false",
    "二、主动公开政府信息情况, 2, 2, false",
    "三、收到和处理政府信息公开申请情况, 3, 3, false",
    "六、其他需要报告的事项, 6, 6, false",
    "六、需要报告的其他事项, 6, 6, false",
    "六、其他事项, 6, 6, false",
    "五、总体情况, 1, 5, false",
    "总体情况, 1, 0, false",
    "1.总体情况, 1, 1, true",
    "9、总体情况, 1, 9, true",
    "第一部分 总体情况, 1, 1, false",
    "第一章 总体情况, 1, 1, false",
    "第二部分：主动公开政府信息情况, 2, 2, false",
    "一、總體情況, 1, 1, false",
    "五、存在的主要问题及改进情况, 5, 5, false"
  })
  void aTitleOfTheFormIsAHeadingWhateverItsNumber(
      String line, int section, int number, boolean digits) {
    Heading heading = of(line);
    assertThat(heading.section().number()).isEqualTo(section);
    assertThat(heading.number()).isEqualTo(number);
    assertThat(heading.minor()).isEqualTo(digits);
    assertThat(heading.likeness()).isEqualTo(1);
  }

  @Test
  void everyTitleAndAliasIsAHeading() {
    for (Section section : Section.ALL) {
      List<String> titles = new ArrayList<>(section.aliases());
      titles.add(section.title());
      for (String title : titles) {
        assertThat(of("第一部分 " + title).section()).as(title).isEqualTo(section);
      }
    }
  }

  @Test
  void twoSentencesAreNoHeadingThoughTogetherTheyHaveItsWords() {
    assertThat(Headings.of("一是存在问题。二是改进情况。")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "二、主动公开政府信情况, 2",
    "三、收到和处理政府信息公开申请情, 3",
    "四、政府信息公开行政复议和行政诉讼情况, 4",
    "六、其它需要报告事项, 6",
    "六、其他需要报告的事项。无, 6"
  })
  void aTitleWithCharactersLostOrChangedIsStillAHeading(String line, int section) {
    Heading heading = of(line);
    assertThat(heading.section().number()).isEqualTo(section);
    assertThat(heading.likeness()).isBetween(0.72, 0.99);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "情况",
        "一、情况",
        "一、总体",
        "一、基本情况说明如下事项",
        "（一）主动公开。全年发布信息五百条，其中规范性文件十二件，均已在网站公布。",
        "政府信息公开申请事项登记表",
        "总体工作情况良好",
        "十一、其他",
        "收到和处理政府信息公开申请情况及其他与此有关的各类情况的详细说明和补充材料一览，含附件若干份"
      })
  void otherLinesAreNoHeadings(String line) {
    assertThat(Headings.of(line)).isNull();
    assertThat(Headings.isHeading(TextNormalizer.key(line))).isFalse();
  }

  @Test
  void aLineOfMoreThanFourHundredCharactersIsNoHeading() {
    String title = "一、总体情况";
    assertThat(Headings.of(title + " ".repeat(394))).isNotNull();
    assertThat(Headings.of(title + " ".repeat(395))).isNull();
  }

  @Test
  void withoutANumberATitleMustBeMoreLikeTheForms() {
    assertThat(Headings.of("四、政府信息公开行政复议诉讼")).isNull();
    assertThat(Headings.of("五、主要问题改进情")).isNotNull();
    assertThat(Headings.of("主要问题改进情")).isNull();
  }

  @Test
  void theNumberOfTheSectionSpeaksForIt() {
    assertThat(of("六、其他需要报告事宜事").likeness()).isGreaterThan(of("五、其他需要报告事宜事").likeness());
  }

  @Test
  void aTitleInTraditionalOrCompatibleCharactersIsOne() {
    assertThat(Headings.of("一、總體情況")).isNotNull();
    assertThat(Headings.of("一、总体情\uFA71")).isNotNull();
  }

  @Test
  void aLineWithoutAnyOfThemIsNone() {
    assertThat(Headings.of("一、工作总结")).isNull();
  }
}
