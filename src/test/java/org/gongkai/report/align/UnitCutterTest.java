package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;

/** How lines and rows of grids are cut: words, then the figures that stand behind them. */
class UnitCutterTest {
  private static final Vocabulary VOCABULARY = new Vocabulary();

  /** The units as {@code words: figures}, blanks as underlines. */
  private static List<String> units(String... lines) {
    return UnitCutter.of(Printed.tokens(lines), VOCABULARY).stream()
        .map(
            unit ->
                unit.labels().stream().map(Token::printed).collect(Collectors.joining(" "))
                    + unit.slots().stream()
                        .map(slot -> slot.printed().isEmpty() ? " _" : ' ' + slot.printed())
                        .collect(Collectors.joining("", ":", "")))
        .toList();
  }

  /** The same of a table that keeps its blank cells. */
  private static List<String> grid(String... rows) {
    return units(Printed.table(rows));
  }

  @Test
  void figuresBelongToTheWordsBeforeThem() {
    assertThat(units("规章", "1", "2", "3", "行政许可 4", "完"))
        .containsExactly("规章: 1 2 3", "行政许可: 4", "完:");
    assertThat(units("信息内容|现行有效件数", "规章|1|", "行政许可|4"))
        .containsExactly("信息内容 现行有效件数 规章: 1 _", "行政许可: 4");
  }

  @Test
  void aLabelThatAnotherFollowsHasNoFigures() {
    assertThat(units("规章", "行政许可", "4")).containsExactly("规章:", "行政许可: 4");
    assertThat(units("规章", "行政许可")).containsExactly("规章:", "行政许可:");
  }

  @Test
  void aFewWordsMayStandBetweenALabelAndItsFigures() {
    assertThat(units("规章", "本年甲乙丙丁戊己庚辛壬癸子丑", "1")).containsExactly("规章 本年甲乙丙丁戊己庚辛壬癸子丑: 1");
    assertThat(units("规章", "本年甲乙丙丁戊", "己庚辛壬癸子丑寅", "1"))
        .containsExactly("规章:", "本年甲乙丙丁戊 己庚辛壬癸子丑寅: 1");
  }

  @Test
  void whatStandsBeforeALabelInItsRowIsAmongItsWords() {
    assertThat(units("第二十条第（一）项||规章|1|2")).containsExactly("第二十条第（一）项 规章: 1 2");
  }

  @Test
  void twoLabelsInOneRowHaveTheFiguresBehindEach() {
    assertThat(units("规章|1|2|3|行政许可|4")).containsExactly("规章: 1 2 3", "行政许可: 4");
    assertThat(units("规章|1|见附件|3|第二项|数量|行政许可|4")).containsExactly("规章: 1 见附件 3", "第二项 数量 行政许可: 4");
    assertThat(units("规章|说明|行政许可|4")).containsExactly("规章:", "说明 行政许可: 4");
    assertThat(units("规章|1|说明", "行政许可|4"))
        .as("the last label has all that follows")
        .containsExactly("规章: 1 说明", "行政许可: 4");
  }

  @Test
  void aLabelBehindWhichNoCellIsLeftForFiguresIsAHeading() {
    assertThat(units("信息|规章|数量", "1|2|3")).containsExactly("信息 规章 数量: 1 2 3");
    assertThat(units("信息|甲|规章", "1|2|3")).containsExactly("信息 甲 规章: 1 2 3");
  }

  @Test
  void aGroupOfTableFourIsALabelWhereFourFiguresStandBesideItAlone() {
    assertThat(units("行政复议|1|0|1|见附件|2")).as("three only").containsExactly("行政复议: 1 0 1 见附件 2");
    assertThat(units("结果|行政复议||0|0|无|合计")).containsExactly("结果 行政复议: _ 0 0 无 合计");
    assertThat(grid("行政复议||||", "1|2")).containsExactly("行政复议: _ _ _ _", ": 1 2");
    assertThat(grid("行政复议|||", "1|2")).containsExactly("行政复议: 1 2");
    assertThat(grid("行政复议|||||复议后起诉", "1|2")).containsExactly("行政复议 复议后起诉: 1 2");
  }

  @Test
  void aRowOfBlanksIsAUnitWhereItMayBeTableFours() {
    assertThat(grid("结果维持|总计", "|||", "1|2|3|4"))
        .containsExactly("结果维持 总计: _ _ _ _", "结果维持 总计: 1 2 3 4");
    assertThat(grid("结果维持|总计", "||", "1|2|3|4")).containsExactly("结果维持 总计: 1 2 3 4");
  }

  @Test
  void placeholdersAreFiguresToo() {
    assertThat(units("合计|/|无", "完")).containsExactly("合计: / 无", "完:");
    assertThat(units("合计||", "完")).containsExactly("合计 完:");
    assertThat(units("/|合计|3")).containsExactly("合计: 3");
  }

  @Test
  void aSentenceLongerThanAnyLabelEndsTheWordsBefore() {
    assertThat(units("规章", "全年工作有序开展".repeat(60), "1")).containsExactly(": 1");
    assertThat(units("规章", "甲".repeat(400), "1")).hasSize(2);
  }

  @Test
  void ofVeryManyWordsTheLastCount() {
    String[] lines = new String[400];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "甲" + (char) ('一' + i);
    }
    List<Unit> units = UnitCutter.of(Printed.tokens(lines), VOCABULARY);
    assertThat(units).hasSize(1);
    assertThat(units.get(0).labels()).hasSizeBetween(80, 160);
    assertThat(units.get(0).labels().get(units.get(0).labels().size() - 1).printed())
        .isEqualTo(lines[399]);
  }
}
