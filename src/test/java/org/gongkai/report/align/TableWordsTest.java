package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.gongkai.text.TextNormalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are the form's, of which edition and which table. */
class TableWordsTest {

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
