package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "— 4 —",
        "-4-",
        "第4页 共9页",
        "第 4 頁 共 9 頁",
        "第(dì) 4 頁(yè) 共(gòng) 9 頁(yè)",
        "第（di） ４ 页（ye） 共（gong） ９ 页（ye）",
        "4 / 9",
        "Page 8 of 9",
      })
  void a_page_number_is_one_however_it_is_printed(String paragraph) {
    assertThat(PageNumber.is(paragraph)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "4",
        "-4",
        "第4条",
        "印发宣传册12页，制作展板3块，接待群众来访40人次",
        "第(dì)一(yī)項(xiàng)加第(dì)二(èr)項(xiàng)之和(hé)見第(dì)4頁(yè)附表(biǎo)",
      })
  void what_says_more_or_less_is_none(String paragraph) {
    assertThat(PageNumber.is(paragraph)).isFalse();
  }
}
