package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.gongkai.report.Status;
import org.junit.jupiter.api.Test;
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
    "3 件, 3",
    "251000元, 251000",
    "0.01萬元, 0.01",
    "〇, 0",
    "零, 0",
    "9件, 9",
    "28660.38, 28660.38"
  })
  void readsNumbers(String printed, BigDecimal value) {
    assertThat(Figure.parse(printed)).isEqualTo(new Figure(Status.NUMBER, value, false));
  }

  @ParameterizedTest
  @CsvSource({"减4, -4", "減少1項, -1", "增加3, 3", "减0, 0", "-2, -2", "5, 5"})
  void theSignOfAChangeMayBeInWords(String printed, BigDecimal value) {
    assertThat(Figure.parseChange(printed)).isEqualTo(new Figure(Status.NUMBER, value, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234|1234",
        "1，234件|1234",
        "1,234,567.8|1234567.8",
        "1,2345|12345",
        "1234,5678|12345678",
      })
  void separatorsOfThousandsAndOfTenThousandsBelongToTheNumber(String printed, BigDecimal value) {
    assertThat(Figure.parse(printed)).isEqualTo(new Figure(Status.NUMBER, value, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",123",
        "12345,678",
        "1,23,456",
        "1,23456",
        "1,,234",
        "-,123",
        "1,23.5",
        "4,2605,2667,1197,6883"
      })
  void commasAnywhereElseAreNoSeparators(String printed) {
    assertThat(Figure.parse(printed)).isEqualTo(Figure.TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3（其中网上2件）", "约5", "(2)", "12①", "增1/减2", "二十三"})
  void textWithANumberInItMayBeOne(String printed) {
    assertThat(Figure.parse(printed)).isEqualTo(Figure.TEXT);
    assertThat(Figure.mayBeNumber(printed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1O", "l2", "3a", "↑2", "1..2", "持平", "见附件", "null", "①"})
  void textThatCannotBeANumberIsNone(String printed) {
    assertThat(Figure.parse(printed)).isEqualTo(Figure.TEXT);
    assertThat(Figure.mayBeNumber(printed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12\n", "\n12", "\n12\n"})
  void aLineFeedAroundANumberCutsNothing(String printed) {
    assertThat(Figure.parse(printed))
        .isEqualTo(new Figure(Status.NUMBER, BigDecimal.valueOf(12), false));
  }

  @Test
  void aFigureFarWithinALongLineIsRead() {
    String line = "行政机关办理情况".repeat(8);
    assertThat(Figure.parse(line + "１２件", line.length(), line.length() + 3).value())
        .isEqualByComparingTo("12");
  }

  @Test
  void upToSixDashesAreAPlaceholder() {
    assertThat(Figure.parse("—－-———")).isEqualTo(Figure.PLACEHOLDER);
    assertThat(Figure.parse("—".repeat(7))).isEqualTo(Figure.TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12（3）", "3（其中网上2件）", "12[1]", "12①", "12⑳", "12\n34", "3。", "共3件", "1.件", "3；4"})
  void whatMayBeAnotherNumberOrNoneIsText(String printed) {
    assertThat(Figure.parse(printed)).isEqualTo(Figure.TEXT);
  }

  @Test
  void allButWordsAreWhatACellOfFiguresIsToHold() {
    assertThat(Figure.parse("3").isValue()).isTrue();
    assertThat(Figure.BLANK.isValue()).isTrue();
    assertThat(Figure.PLACEHOLDER.isValue()).isTrue();
    assertThat(Figure.TEXT.isValue()).isFalse();
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
  @CsvSource({"规章12, 2, 4, 12", "规章1234, 3, 5, 23"})
  void readsAPart(String printed, int from, int to, BigDecimal value) {
    assertThat(Figure.parse(printed, from, to)).isEqualTo(new Figure(Status.NUMBER, value, false));
  }

  /** Signs that figures are printed with, in whatever order. */
  @Property(tries = 20_000)
  void onlyANumberHasAValue(
      @ForAll
          @StringLength(max = 12)
          @CharRange(from = '0', to = '3')
          @Chars({'(', ')', '[', ']', '.', ',', '件', '注', '共', '增', '-', '“', '。', ';', '①', ' '})
          String printed) {
    Figure figure = Figure.parse(printed);
    assertThat(figure.value() != null).isEqualTo(figure.status() == Status.NUMBER);
  }
}
