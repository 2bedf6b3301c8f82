package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;

/** How lines and rows of grids are cut: words, then the figures that stand behind them. */
class UnitCutterTest {
  /** The units as {@code words: figures}, blanks as underlines. */
  private static List<String> units(String... lines) {
    return UnitCutter.of(Printed.tokens(lines)).stream()
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
  void whatStandsBeforeALabelInItsRowIsAmongItsWords() {
    assertThat(units("第二十条第（一）项||规章|1|2")).containsExactly("第二十条第（一）项 规章: 1 2");
  }

  @Test
  void aRowOfBlanksIsAUnitWhereItMayBeTableFours() {
    assertThat(grid("结果维持|总计", "|||", "1|2|3|4")).containsExactly("结果维持 总计: _ _ _ _", ": 1 2 3 4");
    assertThat(grid("结果维持|总计", "||", "1|2|3|4")).containsExactly("结果维持 总计: 1 2 3 4");
  }

  @Test
  void placeholdersAreFiguresToo() {
    assertThat(units("合计|/|无", "完")).containsExactly("合计: / 无", "完:");
    assertThat(units("合计||", "完")).containsExactly("合计 完:");
    assertThat(units("/|合计|3")).containsExactly("合计: 3");
  }

  @Test
  void theLastLabelOfARowHasTheCellsBehindIt() {
    assertThat(units("（六）其他处理|3.其他|1|2")).containsExactly("（六）其他处理:", "3.其他: 1 2");
    assertThat(units("规章|见附件|3")).containsExactly("规章: 见附件 3");
    assertThat(units("信息|甲|规章", "1|2|3")).containsExactly("信息 甲 规章: 1 2 3");
  }

  @Test
  void figuresThatNumberTheColumnsAreNone() {
    assertThat(units("结果|维持", "1|2|3|4|5", "6|7|8|9|1")).containsExactly("结果 维持: 6 7 8 9 1");
    assertThat(units("结果|维持", "1|2|3|4", "6|7|8|9")).hasSize(2);
  }
}
