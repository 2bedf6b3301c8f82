package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.document.Grid;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;

/** Tables of which somebody made lists, a line for each figure. */
class ListedTest {
  private static final String[] LIST = {
    "序号|信息内容|指标|数量",
    "1|规章|本年制发件数|3",
    "2||本年废止件数|",
    "3||现行有效件数|9",
    "4|规范性文件|本年制发件数|12",
    "5||本年废止件数|/",
    "6|行政许可|本年处理决定数量|70"
  };

  private static List<String> inRows(String... rows) {
    return Printed.rows(Listed.inRows(Printed.grid(rows)));
  }

  private static boolean isList(String... rows) {
    Grid grid = Printed.grid(rows);
    return Listed.inRows(grid) != grid;
  }

  @Test
  void eachLabelIsARowAgainUnderItsHeadings() {
    assertThat(inRows(LIST))
        .containsExactly(
            "序号|信息内容|指标|数量",
            "本年制发件数*|本年废止件数|现行有效件数",
            "规章|3||9",
            "本年制发件数*|本年废止件数",
            "规范性文件|12|/",
            "本年处理决定数量*",
            "行政许可|70");
  }

  @Test
  void aLabelOfTwoCellsTakesTwo() {
    assertThat(inRows("行政诉讼|复议后起诉|结果维持|1", "||结果纠正|2", "||其他结果|3", "||尚未审结|4", "||总计|10", "注：无"))
        .containsExactly("结果维持**|结果纠正|其他结果|尚未审结|总计", "行政诉讼|复议后起诉|1|2|3|4|10", "注：无");
  }

  @Test
  void aTableWithFiguresSideBySideIsNone() {
    assertThat(isList(LIST)).isTrue();
    String[] more = LIST.clone();
    more[3] = "3|7|现行有效件数|9";
    assertThat(isList(more)).isFalse();
    more[3] = "3||现行的件数|9";
    assertThat(isList(more)).isFalse();
  }

  @Test
  void headingsAndFiguresWithoutLabelsAreNone() {
    assertThat(isList("自然人|1", "商业企业|2", "科研机构|3", "其他|4", "总计|10")).isFalse();
  }

  @Test
  void aFewLinesAreNone() {
    assertThat(isList("行政复议|结果维持|1", "|结果纠正|2", "|其他结果|3", "|总计|6")).isFalse();
  }
}
