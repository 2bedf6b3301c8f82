package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DrawnTableTest {
  private static Document read(String text) {
    return Documents.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String dump(String... lines) {
    return BlocksDump.of(read(String.join("\n", lines) + "\n"));
  }

  @Test
  void joinsWhatACellSaysOverItsLines() {
    assertThat(
            dump(
                "┌────────┬────┐",
                "│1.属于国│ 3  │",
                "│家秘密  │    │",
                "├────────┼────┤",
                "│2.其他  │    │",
                "│法律    │ 12 │",
                "└────────┴────┘"))
        .isEqualTo("G\n  1.属于国家秘密|3\n  2.其他法律|12\n");
  }

  @Test
  void aBorderLeftOutBetweenRowsIsASpan() {
    assertThat(
            dump(
                "+------+------+---+",
                "| 三、 | 甲   | 1 |",
                "| 结果 +------+---+",
                "|      | 乙   | 2 |",
                "+------+------+---+",
                "| 丙          | 3 |",
                "+-------------+---+"))
        .isEqualTo("G\n  三、结果{2x1}|甲|1\n  乙|2\n  丙{1x2}|3\n");
  }

  @Test
  void wordsMayStandBesideABorder() {
    assertThat(
            dump(
                "╔══════╦══════╦═══╗",
                "║      ║ 甲   ║ 1 ║",
                "║ 结果 ╠══════╬═══╣",
                "║      ║ 乙   ║ 2 ║",
                "╚══════╩══════╩═══╝"))
        .isEqualTo("G\n  结果{2x1}|甲|1\n  乙|2\n");
  }

  @Test
  void aChineseCharacterIsAsWideAsWhoDrewItTookItToBe() {
    String cells = "G\n  自然人情况{1x2}|总计\n  男|女|3\n";
    assertThat(
            dump(
                "+-------------+------+",
                "| 自然人情况  | 总计 |",
                "+------+------+------+",
                "| 男   | 女   | 3    |",
                "+------+------+------+"))
        .isEqualTo(cells);
    assertThat(
            dump(
                "+-------------+------+",
                "| 自然人情况       | 总计   |",
                "+------+------+------+",
                "| 男    | 女    | 3    |",
                "+------+------+------+"))
        .isEqualTo(cells);
    assertThat(
            dump(
                "+--------------------+--------+",
                "| 自然人情况    | 总计 |",
                "+---------+----------+--------+",
                "| 男     | 女      | 3      |",
                "+---------+----------+--------+"))
        .isEqualTo(cells);
  }

  @Test
  void barsThatStandALittleAsideAreStillTheirBorders() {
    assertThat(
            dump(
                "┌────────┬────────┬────────┐",
                "│ 法人  │ 自然人  │总计    │",
                "├────────┴────────┼────────┤",
                "│ 甲             │  2     │",
                "├────────┬────────┼────────┤",
                "│ 1       │ 2      │ 3      │",
                "└────────┴────────┴────────┘"))
        .isEqualTo("G\n  法人|自然人|总计\n  甲{1x2}|2\n  1|2|3\n");
  }

  @Test
  void aBarThatLeadsNowhereDamagesTheGridWhichSaysSo() {
    assertThat(
            dump(
                "┌──────┬────┬────┐",
                "│ 甲   │ 1    3  │",
                "├──────┼────┼────┤",
                "│ 乙   │ 2  │ 4  │",
                "└──────┴────┴────┘"))
        .isEqualTo("G damaged\n  甲|1 3\n  乙|2|4\n");
    assertThat(
            dump(
                "+------+----+----+",
                "| 甲   | 1    3  |",
                "+------+----+----+",
                "| 乙   | 2  | 4  |",
                "+------+----+----+"))
        .startsWith("G damaged\n");
  }

  @Test
  void rowsWithoutBordersBetweenThemAreRowsWhereAColumnHasFiguresBelowEachOther() {
    assertThat(
            dump(
                "+----------+------+",
                "| 项目     | 总计 |",
                "+----------+------+",
                "| 甲       | 1    |",
                "| 乙       | 12   |",
                "+----------+------+"))
        .isEqualTo("G\n  项目|总计\n  甲|1\n  乙|12\n");
  }

  @Test
  void aLineGoesOnWithTheRowAboveWhereWordsFilledTheirCell() {
    assertThat(
            dump(
                "  项目      | 总计 ",
                "------------+------",
                "  行政许可  |   12 ",
                "  行政事业  |    3 ",
                "  性收费    |      ",
                "  规章      |    4 ",
                "  2.其他    |      "))
        .isEqualTo("G\n  项目|总计\n  行政许可|12\n  行政事业性收费|3\n  规章|4\n  2.其他|\n");
  }

  @Test
  void ofLinesThatMayBeRowsOrPiecesOfOneNothingIsCertain() {
    assertThat(dump("+--------+---+", "|行政许可| 3 |", "|行政处罚| 5 |", "+--------+---+"))
        .isEqualTo("G damaged\n  行政许可|3\n  行政处罚|5\n");
  }

  @Test
  void aNumberThatFilledItsCellGoesOnBelow() {
    assertThat(dump("+------+----+", "| 许可 |1234|", "|      |56  |", "+------+----+"))
        .isEqualTo("G\n  许可|123456\n");
  }

  @Test
  void ofTwoFiguresInACellNobodyKnowsWhetherTheyAreOne() {
    assertThat(
            dump(
                "+----+------+",
                "| 甲 | 12   |",
                "|    +------+",
                "|    | 1    |",
                "+----+------+",
                "|    | 3    |",
                "| 乙 |      |",
                "|    |  4   |",
                "+----+------+",
                "| 丙 |123456|",
                "+----+------+"))
        .isEqualTo("G\n  甲{2x1}|12\n  1\n  乙|3\n4\n  丙|123456\n");
  }

  @Test
  void aLineThatEndsWithoutABarIsShorterOnly() {
    assertThat(
            dump(
                "+------+-----+-----+",
                "| 1.属",
                "| 于   |  2  |  3",
                "+------+-----+-----+",
                "| 丙   |  4  |  5  |",
                "+------+-----+-----+"))
        .isEqualTo("G\n  1.属于|2|3\n  丙|4|5\n");
  }

  @Test
  void wordsBesideTheTableDamageIt() {
    assertThat(dump("+----+---+", "甲| 乙 | 1 |", "| 丙 | 2 |", "+----+---+"))
        .isEqualTo("G damaged\n  甲|乙|1\n  丙|2\n");
  }

  @Test
  void leavesOutWhatAMailIsQuotedWithAndLinesThatAreBlank() {
    assertThat(dump("> +----+---+", "> | 甲 | 1 |", "", "> | 乙 |   |", "> +----+---+"))
        .isEqualTo("G\n  甲乙|1\n");
  }

  @Test
  void aPagesNumberEndsNoTable() {
    assertThat(dump("+------+----+", "| 1.属 | 1  |", "第 2 页", "| 于   |    |", "+------+----+", "3"))
        .isEqualTo("G\n  1.属于|1\nP 第 2 页\nP 3\n");
  }

  @Test
  void twoTablesBelowEachOtherAreTwo() {
    assertThat(dump("+--+--+", "|甲|1 |", "+--+--+", "+---+---+", "|乙 |2  |", "+---+---+"))
        .isEqualTo("G\n  甲|1\nG\n  乙|2\n");
  }

  @Test
  void readsWhatIsTypedIntoAPageOrAWordDocument() {
    String drawn = "+------+---+\n| 行政 | 1 |\n| 许可 |   |\n+------+---+\n";
    assertThat(BlocksDump.of(read("<html><p>甲<pre>" + drawn + "</pre><p>乙")))
        .isEqualTo("P 甲\nG\n  行政许可|1\nP 乙\n");
    assertThat(
            BlocksDump.of(
                read("<html><p>" + drawn.replace(" ", "&nbsp;").replace("\n", "<br>") + "</p>")))
        .isEqualTo("G\n  行政许可|1\n");
  }

  @Test
  void aPictureKeepsItsPlaceAmongTheBlocks() {
    Document document =
        read("<html><p>甲<pre>+----+--+\n|乙  |1 |\n|丙  |  |\n+----+--+</pre><img alt=丁><p>戊");
    assertThat(BlocksDump.of(document)).isEqualTo("P 甲\nG\n  乙丙|1\nP 戊\n");
    assertThat(document.images()).containsExactly(new Document.Image(2, "丁"));
  }

  @Test
  void tellsWhereACellsWordsStand() {
    Grid grid = (Grid) read("甲\n+----+---+\n| 乙 | 1 |\n| 丙 |   |\n+----+---+\n").blocks().get(1);
    Text words = grid.rows().get(0).cells().get(0).text();
    assertThat(words.string()).isEqualTo("乙丙");
    assertThat(words.position()).isEqualTo(new Position(3, 3));
    assertThat(words.at(1)).isEqualTo(new Position(4, 3));
    assertThat(grid.rows().get(0).cells().get(1).text().position()).isEqualTo(new Position(3, 7));
  }

  @Test
  void wordsWithABarAreNoTable() {
    assertThat(dump("首页 | 新闻 | 公开", "-----", "甲")).isEqualTo("G\n  首页|新闻|公开\nP -----\nP 甲\n");
    assertThat(dump("1+1-1", "甲-+-乙")).isEqualTo("P 1+1-1\nP 甲-+-乙\n");
  }
}
