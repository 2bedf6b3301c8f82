package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.gongkai.report.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkReaderTest {
  @ParameterizedTest
  @CsvSource({
    "3（其中网上2件）, 3",
    "1234(含上年结转)。, 1234",
    "12〔注〕, 12",
    "=3, 3",
    "￥345.6, 345.6",
    "8※, 8",
    "8##, 8",
    "二, 2",
    "三五, 35",
    "一〇五, 105",
    "二十三件, 23",
    "三千二百五十九（含转办）, 3259"
  })
  void readsAFigureWithWhatPeoplePutAroundIt(String printed, BigDecimal value) {
    assertThat(RemarkReader.read(printed)).isEqualTo(new Figure(Status.NUMBER, value, false));
  }

  @ParameterizedTest
  @CsvSource({"12（3）, 12", "12(3件), 12", "一, 1"})
  void doubtsWhatMayBeAnotherNumber(String printed, BigDecimal value) {
    assertThat(RemarkReader.read(printed)).isEqualTo(new Figure(Status.NUMBER, value, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"……", "...", "~", "___"})
  void knowsMarksForNothing(String printed) {
    assertThat(RemarkReader.read(printed)).isEqualTo(Figure.PLACEHOLDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "没有",
        "暂 无",
        "無此項",
        "未发生",
        "本年度无此情形",
        "null",
        "NaN",
        "undefined",
        "未统计",
        "见附件",
        "×",
        "XX",
        "O",
        "3至5",
        "（3）",
        "千二三",
        "=",
        "约3件（估计）",
        "本机关收到的申请由上级机关统一受理、统一答复、统一统计，见其报告，本机关不另作统计，特此说明，以备查阅，并请谅解为盼。"
      })
  void leavesWhatSaysNoNumberAsText(String printed) {
    assertThat(RemarkReader.read(printed)).isEqualTo(Figure.TEXT);
  }
}
