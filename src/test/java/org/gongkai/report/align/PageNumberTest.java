package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "某局2023年政府信息公开工作年度报告 4",
        "某局2023年政府信息公开工作年度报告 第 4 页 共 9 页",
        "某局2023年政府信息公开工作年度报告  — 4 —",
        "4  某局2023年政府信息公开工作年度报告",
        "— 4 — 某局2023年政府信息公开工作年度报告",
        "年度报告 4"
      })
  void theReportsNameWithANumberIsARunningTitle(String line) {
    assertThat(PageNumber.isRunningTitle(line)).isTrue();
  }

  @Test
  void aLineThatIsLongerThanATitleIsProse() {
    String name = "甲".repeat(74) + "年度报告";
    assertThat(PageNumber.isRunningTitle(name + " 4")).isTrue();
    assertThat(PageNumber.isRunningTitle("甲" + name + " 4")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "某局2023年政府信息公开工作年度报告",
        "2023年政府信息公开工作年度报告",
        "某局2023年政府信息公开工作年度报告如下 4",
        "某局2023年政府信息公开工作年度报告 1234",
        "某局2023年政府信息公开工作年度报告4",
        "某局政府信息公开 4"
      })
  void theReportsNameAloneIsItsTitle(String line) {
    assertThat(PageNumber.isRunningTitle(line)).isFalse();
  }
}
