package org.gongkai.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static String dump(String text) {
    return BlocksDump.of(DocumentReader.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";"})
  void linesWithAsManyCommasOrSemicolonsAreRows(String separator) {
    assertThat(dump("规章,0,1\n许可,2,\n".replace(",", separator))).isEqualTo("G\n  规章|0|1\n  许可|2|\n");
  }

  @Test
  void blankLinesMayStandBetweenRows() {
    assertThat(dump("规章,0,1\n\n \t\n许可,2,3")).isEqualTo("G\n  规章|0|1\n  许可|2|3\n");
    assertThat(dump("规章,0,1\r\n\r\n许可,2,3")).isEqualTo("G\n  规章|0|1\n  许可|2|3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "规章,0,1",
        "规章,0,1\n强制",
        "1,234,567\n2,345,678",
        "收到申请, 1件, 2件\n办结申请, 1件, 2件",
        "收到申请 1,2,件\n办结申请 1,2,件",
        "收到申请1 ,件,条\n办结申请1 ,件,条",
        "甲,乙,丙。\n甲,乙,丙。"
      })
  void otherLinesWithCommasAreLines(String text) {
    assertThat(dump(text).lines()).allMatch(line -> line.startsWith("P "));
  }

  @Test
  void aWordWithOneFigureOrWithThreeNeedsNoneBesideIt() {
    assertThat(dump("许可,2")).isEqualTo("G\n  许可|2\n");
    assertThat(dump("规章,0,1\n许可,2,3,4")).isEqualTo("P 规章,0,1\nG\n  许可|2|3|4\n");
    assertThat(dump("许可1,2")).isEqualTo("P 许可1,2\n");
    assertThat(dump("许可,2,处罚,3,4,5")).isEqualTo("P 许可,2,处罚,3,4,5\n");
  }

  @Test
  void figuresUnderAsManyHeadingsAreARow() {
    assertThat(dump("维持,纠正,总计\n414,2605,3019")).isEqualTo("G\n  维持|纠正|总计\n  414|2605|3019\n");
    assertThat(dump("维持,纠正2,总计\n414,2605,3019")).endsWith("P 414,2605,3019\n");
    assertThat(dump("维持,,总计\n414,2605,3019")).endsWith("P 414,2605,3019\n");
  }

  @Test
  void aUnitMayStandApartFromItsFigure() {
    assertThat(dump("规章,0 件,1\n许可,2 件,3")).isEqualTo("G\n  规章|0 件|1\n  许可|2 件|3\n");
  }

  @Test
  void numbersBetweenSemicolonsMayHaveCommas() {
    assertThat(dump("规章;1,234;0;2,345\n许可;3,456;1;4,567"))
        .isEqualTo("G\n  规章|1,234|0|2,345\n  许可|3,456|1|4,567\n");
  }

  @Test
  void tenFiguresNeedNoWordAndNoneBesideThem() {
    assertThat(dump("1,2,3,4,5,6,7,8,9,10")).startsWith("G\n  1|2|3|");
    assertThat(dump("1,2,3,4,5,6,7,8,9")).startsWith("P ");
  }

  @Test
  void sevenFiguresNeedNoWordsToBeARow() {
    assertThat(dump("1,2,3,4,5,6,7\n1,2,3,4,5,6,7"))
        .isEqualTo("G\n  1|2|3|4|5|6|7\n  1|2|3|4|5|6|7\n");
    assertThat(dump("1,2,3,4,5,6\n1,2,3,4,5,6")).isEqualTo("P 1,2,3,4,5,6\nP 1,2,3,4,5,6\n");
  }

  @Test
  void blanksBetweenWordsDoNotMakeALineProse() {
    assertThat(dump("行政 许可,0,1\n行政 处罚,2,3")).isEqualTo("G\n  行政 许可|0|1\n  行政 处罚|2|3\n");
  }

  @Test
  void commasWithinQuotationMarksSeparateNothing() {
    assertThat(dump("\"甲,乙\",0,1\n\"丙\",\"1,234\",3")).isEqualTo("G\n  甲,乙|0|1\n  丙|1,234|3\n");
  }

  @Test
  void aCellOfEightyCharactersIsTheLongest() {
    String longest = "申".repeat(80);
    assertThat(dump(longest + ",0,1\n许可,2,3")).isEqualTo("G\n  " + longest + "|0|1\n  许可|2|3\n");
    assertThat(dump(longest + "请,0,1\n许可,2,3")).startsWith("P " + longest + "请,0,1\n");
    assertThat(dump("许可,2," + longest + "\n规章,0,1"))
        .isEqualTo("G\n  许可|2|" + longest + "\n  规章|0|1\n");
  }
}
