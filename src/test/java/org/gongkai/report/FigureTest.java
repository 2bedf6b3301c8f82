package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "007, 7",
    "123456789012345678, 123456789012345678",
    "１２３, 123",
    "-3, -3",
    "＋4, 4",
    "增3, 3",
    "增加３项, 3",
    "減2, -2",
    "减少 12, -12",
    "3 件, 3",
    "251000元, 251000",
    "0.01萬元, 0.01",
    "3。, 3",
    "3（件）, 3",
    "共3件, 3",
    "“14”, 14",
    "**16**, 16",
    "12①, 12",
    "12[1], 12",
    "5（注1）, 5",
    "〇, 0",
    "零, 0"
  })
  void readsNumbers(String printed, BigDecimal value) {
    assertThat(Figure.parse(printed)).isEqualTo(new Figure(Status.NUMBER, value, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "／", "—", "－－", "无", "無", "無(wú)", "不適用", "Ｎ/Ａ", "n/a", "\\", "＊", " 无"})
  void knowsPlaceholders(String printed) {
    assertThat(Figure.parse(printed)).isEqualTo(Figure.PLACEHOLDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000\u200B\n", "                                          "})
  void knowsBlanks(String printed) {
    assertThat(Figure.parse(printed)).isEqualTo(Figure.BLANK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "规章", "无法提供", "不予公开", "（无）", "三", "1e3", "1.2.3", "12,34", "1.", "1、", "1)", "（1）", "约3件",
        "共", "[1]", "①"
      })
  void takesAnythingElseForText(String printed) {
    assertThat(Figure.parse(printed)).isEqualTo(Figure.TEXT);
  }

  @ParameterizedTest
  @CsvSource({"增3, true", "減(jiǎn)少2, true", "-3, false", "3, false", "增, false", "增补目录3, false"})
  void aSignInWordsMakesAChange(String printed, boolean isChange) {
    assertThat(Figure.isChange(printed)).isEqualTo(isChange);
  }

  @ParameterizedTest
  @CsvSource({"规章12, 2, 4, 12", "规章1234, 3, 5, 23"})
  void readsAPart(String printed, int from, int to, BigDecimal value) {
    assertThat(Figure.parse(printed, from, to)).isEqualTo(new Figure(Status.NUMBER, value, false));
  }
}
