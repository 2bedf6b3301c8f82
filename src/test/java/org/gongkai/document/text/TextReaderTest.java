package org.gongkai.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;

class TextReaderTest {
  private static String dump(String text) {
    return BlocksDump.of(DocumentReader.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void takesALineAsAParagraph() {
    assertThat(dump("甲\r\n\r\n 乙　丙 \r丁\f戊\u000b己\u0085庚\u2028辛"))
        .isEqualTo("P 甲\nP 乙 丙\nP 丁\nP 戊\nP 己\nP 庚\nP 辛\n");
  }

  @Test
  void takesTabsAsCellBordersAndKeepsBlankCells() {
    assertThat(dump("项目\t数量\t合计\n甲\t\t3\n\t乙\t\n")).isEqualTo("G\n  项目|数量|合计\n  甲||3\n  |乙|\n");
  }

  @Test
  void readsMarkdownTables() {
    assertThat(dump("| 甲 | 乙 |\n|---|:--:|\n| 1 | |\n")).isEqualTo("G\n  甲|乙\n  1|\n");
  }

  @Test
  void cellsOnLinesThatEndWithAStrokeAreARowAndAStrokeAloneIsABlankOne() {
    String row = "G\n  规章|0||7|5\nP 总计\n";
    assertThat(dump("规章 |\n0 |\n|\n7 |\n5 |\n总计 |\n")).isEqualTo(row);
    assertThat(dump("规章\n|\n0\n|\n\n|\n7\n|\n5\n|\n总计\n|\n")).isEqualTo(row);
    assertThat(dump("| 规章\n| 0\n|\n| 7\n| 5\n| 总计\n")).isEqualTo(row);
    assertThat(dump("| 规章 |\n| 0 |\n| |\n| 7 |\n| 5 |\n| 总计 |\n")).isEqualTo(row);
  }

  @Test
  void strokesThatSpansLeaveBehindEndARow() {
    assertThat(dump("法人 |\n总计 | |||\n1 |\n|\n0 |\n1 | ||\n规章 |\n||||\n"))
        .isEqualTo("P 法人\nP 总计\nG\n  1||0|1||\n  规章||||\n");
  }

  @Test
  void browsersCopyATabBetweenCellsOnALineOfItsOwn() {
    String row = "规章\n\n\t\n\n\u00a0\n\n\t\n\n17\n\n\n\n\n";
    assertThat(
            dump(
                "信息\n\n内容\n\n\t\n\n本年新\n制发\n\n\t\n\n废止\n\n\n\n\n"
                    + row
                    + "行政许可\n\n\t\n\n3\n\n三、收到\n"))
        .isEqualTo("P 信息\nG\n  内容|本年新制发|废止\n  规章||17\n  行政许可|3\nP 三、收到\n");
    assertThat(dump("规章\n\t\n\t\n17\n\n文件\n\t\n1\n\t\n\n许可\n\t\n2\n"))
        .isEqualTo("G\n  规章||17\n  文件|1|\n  许可|2\n");
  }

  @Test
  void aTabAtTheBeginOfALineGoesOnWithTheRowAboveABlankLine() {
    assertThat(dump("规章\t\n\n3\n\n\t17\t8\t\n\n20\n\n\n\n\n\t48\n许可\n\n\n\n\t5\t6\n"))
        .isEqualTo("G\n  规章|3|17|8|20|48\n  许可|5|6\n");
    assertThat(dump("合计\t1\n\t2\t3\n")).isEqualTo("G\n  合计|1\n  |2|3\n");
  }

  @Test
  void tabsThatAreLostBehindParagraphsAreNoBorders() {
    assertThat(dump("规章\t\n3\n\n17\t8\n许可\t\n5\n\n6\n"))
        .isEqualTo("P 规章\nP 3\nP 17 8\nP 许可\nP 5\nP 6\n");
  }

  @Test
  void aNumberedHeadingBelowARowThatEndsWithABlankCellIsNoPartOfIt() {
    for (String heading : new String[] {"四、复议诉讼", "四.复议诉讼", "四 、复议诉讼"}) {
      assertThat(dump("合计\t1\t\n\n" + heading + "\n")).isEqualTo("G\n  合计|1|\nP " + heading + "\n");
    }
  }

  @Test
  void aLineIndentedByATabIsNoRow() {
    assertThat(dump("\t甲\n\n\t2024年，乙\n")).isEqualTo("P 甲\nP 2024年，乙\n");
  }

  @Test
  void aBlankLineAmongFiguresIsABlankCellWhereNoBlankLinesAreBetweenTheOthers() {
    assertThat(dump("甲\n乙\n规章\n1\n\u00a0\n2\n11\n文件\n8\n26\n66\n7"))
        .isEqualTo("P 甲\nP 乙\nG\n  规章|1||2|11\nP 文件\nP 8\nP 26\nP 66\nP 7\n");
    assertThat(dump("甲\n乙\n规章\n\n1\n\n11\n\n\n文件\n8\n26\n66\n7"))
        .isEqualTo("P 甲\nP 乙\nG\n  规章||1||11||\nP 文件\nP 8\nP 26\nP 66\nP 7\n");
    assertThat(dump("甲\n\n规章\n\n1\n\n11\n\n12\n\n13\n\n文件\n\n8\n"))
        .isEqualTo("P 甲\nP 规章\nP 1\nP 11\nP 12\nP 13\nP 文件\nP 8\n");
  }

  @Test
  void takesPipesOfAnyWidthAsCellBorders() {
    assertThat(dump("甲|1\n乙｜2\n丙│3\n丁┃4\n戊║5\n"))
        .isEqualTo("G\n  甲|1\n  乙|2\n  丙|3\n  丁|4\n  戊|5\n");
  }

  @Test
  void hasABlankCellBesideAPipeAtTheEndUnlessPipesStandAroundEveryRow() {
    assertThat(dump("甲 | 1 |\n乙 | 2 | 3\n")).isEqualTo("G\n  甲|1|\n  乙|2|3\n");
    assertThat(dump("| 甲 | 1 |\n乙 | 2 | 3\n")).isEqualTo("G\n  |甲|1|\n  乙|2|3\n");
    assertThat(dump("| 甲 | 1\n| 乙 | 2 |\n")).isEqualTo("G\n  甲|1\n  乙|2|\n");
    assertThat(dump(" ｜甲｜ 1 ｜ \n ｜乙｜｜ ")).isEqualTo("G\n  甲|1\n  乙|\n");
  }

  @Test
  void rowsBetweenDrawnBordersAreLines() {
    assertThat(dump("┌──┬──┐\n│甲│1│\n├──┼──┤\n│乙│2│\n└──┴──┘")).isEqualTo("P 甲\nP 1\nP 乙\nP 2\n");
    assertThat(dump("+---+---+\n| 甲 | 1 |\n+===+===+\n| 乙 | 2 |\n+---+---+"))
        .isEqualTo("P 甲\nP 1\nP 乙\nP 2\n");
  }

  @Test
  void takesDashesInCellsAsPlaceholdersAndDashesAloneAsWords() {
    assertThat(dump("甲|1\n-|-\n")).isEqualTo("G\n  甲|1\n  -|-\n");
    assertThat(dump("-----\n甲")).isEqualTo("P -----\nP 甲\n");
  }

  @Test
  void takesALabelAmongTabsAsACellOfTheGridThatItFollows() {
    assertThat(dump("甲\t1\n乙\t\n\t丙\n丁\t2")).isEqualTo("G\n  甲|1\n  乙|\n  |丙\n  丁|2\n");
    assertThat(dump("\t甲\n乙\t\n")).isEqualTo("P 甲\nP 乙\n");
    assertThat(dump("\t甲\t\n乙\t1\n")).isEqualTo("P 甲\nG\n  乙|1\n");
    assertThat(dump("\t甲\t\n乙\n")).isEqualTo("P 甲\nP 乙\n");
  }

  @Test
  void tellsPositions() {
    Document document = DocumentReader.read("甲\r\n\t𠮷乙".getBytes(StandardCharsets.UTF_8));
    Text words = ((Paragraph) document.blocks().get(1)).text();
    assertThat(words.string()).isEqualTo("𠮷乙");
    assertThat(words.position()).isEqualTo(new Position(2, 2));
    assertThat(words.at(2)).isEqualTo(new Position(2, 3));
    assertThat(words.at(3)).isEqualTo(new Position(2, 4));
  }

  @Test
  void aBlankCellStandsBehindItsBorder() {
    Grid grid =
        (Grid) DocumentReader.read("甲\t\t1\n".getBytes(StandardCharsets.UTF_8)).blocks().get(0);
    Text blank = grid.rows().get(0).cells().get(1).text();
    assertThat(blank.position()).isEqualTo(new Position(1, 3));
    assertThat(grid.rows().get(0).cells().get(2).text().position()).isEqualTo(new Position(1, 4));
  }
}
