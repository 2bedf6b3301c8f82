package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "— 4 —",
        "-12-",
        "第4页 共9页",
        "4/9",
        "4 页",
        "P4",
        "page 4 of 9",
        " 4 / 9 ",
        "·4·",
        "第(di) 4 頁(ye) 共(gong) 9 頁(ye)",
        "第(di) 4 页(ye) 共(gong) 9 页(ye)",
        "第 4 页 共 123456 页",
        "4页",
        "4頁",
        "P. 4",
        "- 4 -",
        "— 1234 —",
        "第(di) 4 頁(ye) 共(gong) 9 頁(ye)                               "
      })
  void aPageNumberIsKnownByItsMarks(String line) {
    assertThat(PageNumber.is(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4",
        "12",
        "—",
        "第页",
        "- 12345 -",
        "规章 4",
        "4件",
        "/",
        "2023-01-01",
        "- 4 -             .",
        "第(di) 4 页(ye) 未(wei) 完(wan) 下(xia) 页(ye) 续(xu) 前(qian) 页(ye) 接",
        "第(di) 4 页(ye) 的(de) 第(di) 12 条(tiao) 建(jian) 议(yi)",
        "第 4 页 共 1234567 页",
        "page 4 of 9 pages",
        "21/9",
        "10 / 4"
      })
  void figuresAndPlaceholdersAreNone(String line) {
    assertThat(PageNumber.is(line)).isFalse();
  }
}
