package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.gongkai.report.Printed;
import org.gongkai.text.TextNormalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words are the form's, of which edition and which table. */
class VocabularyTest {
  private final Vocabulary vocabulary = new Vocabulary();

  private static Token word(String word) {
    return Printed.words(word).get(0);
  }

  @ParameterizedTest
  @MethodSource("org.gongkai.form.Editions#all")
  void eachLabelOfAnyEditionIsALabel(Edition edition) {
    for (Table table : edition.tables()) {
      if (!table.sideways()) {
        assertThat(table.rows()).allMatch(row -> vocabulary.isLabel(word(row.label())));
      }
    }
    assertThat(vocabulary.of(edition))
        .extracting(RowLabels::table)
        .containsExactlyElementsOf(edition.tables().subList(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"规范性文件", "属于国家秘密", "（三）不予公开1.属于国家秘密", "不予处理2.重复申请"})
  void soAreOtherNamesAndWhatEndsInALabel(String word) {
    assertThat(vocabulary.isLabel(word(word))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"总计", "其他", "自然人", "属于国家机密", "信息内容", "申请人情况", "（三）不予公开", "某重复申请书", "行政复议"})
  void headingsAndOtherWordsAreNone(String word) {
    assertThat(vocabulary.isLabel(word(word))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1.属于国家秘, true", "2.重复申, true", "行政事业收费, true", "申请, false", "自然人, false"})
  void aDamagedLabelIsKnownUnlessTooLittleIsLeft(String word, boolean known) {
    assertThat(vocabulary.isDamagedLabel(word(word))).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
    "行政复议, true, true",
    "未经复议直接起诉, true, true",
    "复议后起诉, true, true",
    "行政许可, false, true",
    "复议, false, true",
    "行, false, false",
    "结果维持, false, false"
  })
  void theRowsThatStandSideBySideAreKnownByTheirNames(String word, boolean name, boolean begins) {
    assertThat(vocabulary.isSideways(word(word))).isEqualTo(name);
    assertThat(vocabulary.beginsSideways(word(word))).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource({
    "本年制发件数, 2021",
    "现行有效件数, 2021",
    "3.其他, ''",
    "本年新公开数量, 2019",
    "采购总金额, 2019",
    "（六）其他处理, ''",
    "自然人, ''",
    "规章, ''",
    "填表说明, ''"
  })
  void anEditionIsNamedByWhatNoOtherPrints(String word, String edition) {
    for (Edition each : Editions.all()) {
      long own =
          each.tables().stream()
              .mapToLong(table -> TableWords.own(table, List.of(TextNormalizer.key(word))))
              .sum();
      assertThat(own > 0).as(each.key()).isEqualTo(each.key().equals(edition));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "proactiveDisclosure, 信息内容 规章 规范性文件 行政规范性文件 第二十条第一项 本年制发件数 现行有效件数 行政许可",
    "requests, 自然人 法人或其他组织 商业企业 总计 1属于国家秘密 属于国家秘密 三本年度办理结果 三不予公开 七总计",
    "remedies, 行政复议 行政诉讼 复议后起诉 结果维持 总计"
  })
  void allThatATablePrintsAreItsOwnWords(String table, String words) {
    Table of = Editions.find("2021").orElseThrow().table(table);
    assertThat(TableWords.of(of)).contains(words.split(" ")).doesNotContain("");
  }
}
