package org.gongkai.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;

class DrawnTableTest {
  private static Document read(String text) {
    return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
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

  @Test
  void aMenuAboveATableAndALineBelowAreNoneOfItsRows() {
    assertThat(
            dump(
                "首页 | 新闻 | 公开",
                "+------+---+",
                "| 甲   | 1 |",
                "+------+---+",
                "| 乙   | 2 |",
                "+------+---+",
                "分享 | 打印"))
        .contains("G\n  甲|1\n  乙|2\n")
        .doesNotContain("damaged");
    assertThat(dump(" 项目 | 总计", "------+-----", " 甲   | 1", "------+-----", " 乙   | 2"))
        .isEqualTo("G\n  项目|总计\n  甲|1\n  乙|2\n");
  }

  @Test
  void wordsBetweenTwoLinesEndATableAndAPagesNumberDoesNot() {
    String[] lines = {"+------+----+", "| 1.属 | 1  |", "", "| 于   |    |", "+------+----+"};
    for (String page : new String[] {"- 3 -", "第 3 页 共 12 页", "Page 3 of 12", "3"}) {
      lines[2] = page;
      assertThat(dump(lines)).as(page).isEqualTo("G\n  1.属于|1\nP " + page + "\n");
    }
    for (String words : new String[] {"第三章", "- 3 - - 3 - - 3 - - 3", "3 件"}) {
      lines[2] = words;
      assertThat(dump(lines)).as(words).doesNotContain("1.属于");
    }
  }

  @Test
  void aPagesNumberBehindABorderStandsBehindTheTable() {
    assertThat(dump("+----+--+", "| 甲 |1 |", "+----+--+", "3", "| 乙 |2 |", "+----+--+"))
        .startsWith("G\n  甲|1\nP 3\n");
  }

  @Test
  void aBorderShorterThanTheTableGoesThroughAllTheSame() {
    assertThat(
            dump(
                "+----+----+",
                "| 甲 | 1  |",
                "+----",
                "| 乙 | 2  |",
                "-----------",
                "| 丙 | 3  |",
                "+----+----+"))
        .isEqualTo("G\n  甲|1\n  乙|2\n  丙|3\n");
  }

  @Test
  void bordersWithoutCrossingsMakeATableOfFramedLines() {
    assertThat(dump("-----------", "| 甲 | 1  |", "-----------", "| 乙 | 2  |", "-----------"))
        .isEqualTo("G\n  甲|1\n  乙|2\n");
    assertThat(dump("甲 1", "-----------", "乙 2", "-----------")).doesNotContain("G");
    assertThat(dump("-----------", "甲 丁 | 1", "-----------", "乙 戊 | 2", "-----------"))
        .as("a line between figures may be anything")
        .contains("P -----------\n");
  }

  @Test
  void aDrawingOfOneColumnOrOfBordersOnlyIsNoTable() {
    assertThat(dump("+----+", "| 甲 |", "+----+", "| 乙 |", "+----+")).doesNotContain("G");
    assertThat(dump("+----+----+", "+----+----+")).doesNotContain("G");
    assertThat(dump("+" + "--+".repeat(129), "|" + "1 |".repeat(129), "+" + "--+".repeat(129)))
        .startsWith("G\n  1|1|1");
  }

  /** Rows with borders between them, and then two lines without. */
  private static String ruled(int rows, String first, String second) {
    StringBuilder text = new StringBuilder("+------+---+\n");
    for (int row = 1; row <= rows; row++) {
      text.append("|甲甲甲| 10|\n+------+---+\n");
    }
    text.append("| ")
        .append(first)
        .append(" | 5 |\n| ")
        .append(second)
        .append(" | 6 |\n+------+---+");
    String dump = dump(text.toString());
    return dump.startsWith("G damaged")
        ? "damaged"
        : dump.substring(("G\n" + "  甲甲甲|10\n".repeat(rows)).length());
  }

  @Test
  void whereRowsHaveBordersTwoFiguresWithoutOneAreRowsIfTheirLabelsAreNumbered() {
    assertThat(ruled(2, "戊  ", "己  ")).isEqualTo("  戊|5\n  己|6\n");
    assertThat(ruled(3, "戊  ", "己  ")).as("four rows with figures").isEqualTo("damaged");
    assertThat(ruled(3, "1.戊", "2.己")).isEqualTo("  1.戊|5\n  2.己|6\n");
    assertThat(ruled(18, "1.戊", "2.己")).isEqualTo("  1.戊|5\n  2.己|6\n");
    assertThat(ruled(18, "戊  ", "己  ")).isEqualTo("damaged");
    assertThat(ruled(19, "戊  ", "己  ")).as("twenty rows with borders").isEqualTo("  戊己|5\n6\n");
    assertThat(ruled(19, "1.戊", "2.己")).isEqualTo("  1.戊 2.己|5\n6\n");
  }

  @Test
  void moreThanFourFiguresBelowEachOtherAreNoPiecesOfOne() {
    assertThat(
            dump(
                "+--+-----+",
                "|甲| 1   |",
                "|  | 2   |",
                "|  | 3   |",
                "|  | 4   |",
                "|  | 5 |",
                "|乙|12345|",
                "+--+-----+"))
        .contains("12345");
    String[] four = {
      "+------+-----+",
      "| 甲   | 1   |",
      "|      | 2   |",
      "|      | 3   |",
      "|      | 4   |",
      "+------+-----+",
      "| 乙   |12345|",
      "+------+-----+"
    };
    assertThat(dump(four)).isEqualTo("G\n  甲|1\n2\n3\n4\n  乙|12345\n");
    String[] five = {
      "+------+-----+",
      "| 甲   | 1   |",
      "|      | 2   |",
      "|      | 3   |",
      "|      | 4   |",
      "|      | 5   |",
      "+------+-----+",
      "| 乙   |12345|",
      "+------+-----+"
    };
    assertThat(dump(five)).isEqualTo("G\n  甲|1\n  |2\n  |3\n  |4\n  |5\n  乙|12345\n");
  }

  @Test
  void aFigureBelowWordsBeginsARow() {
    assertThat(dump("+------+------+", "| 项目 | 总计 |", "| 甲   | 3    |", "+------+------+"))
        .isEqualTo("G\n  项目|总计\n  甲|3\n");
  }

  @Test
  void numbersThatAreChineseAndWideFillTheirCells() {
    assertThat(dump("+------+------+", "| 甲   |１２３|", "|      |４    |", "+------+------+"))
        .isEqualTo("G\n  甲|１２３４\n");
    assertThat(
            dump(
                "+------+------+",
                "| 甲   |１２  |",
                "|      |４    |",
                "+------+------+",
                "| 乙   |１２３|",
                "+------+------+"))
        .isEqualTo("G\n  甲|１２\n４\n  乙|１２３\n");
  }

  @Test
  void aBlankOverSeveralRowsAndColumnsIsOneCell() {
    Grid grid =
        (Grid)
            read("+---+---+---+\n| 甲| 1 | 2 |\n+---+---+---+\n| 乙|       |\n+---+       |\n| 丙|       |\n+---+-------+\n")
                .blocks()
                .get(0);
    Grid.GridCell blank = grid.rows().get(1).cells().get(1);
    assertThat(blank.rowSpan()).isEqualTo(2);
    assertThat(blank.columnSpan()).isEqualTo(2);
    assertThat(blank.text().string()).isEmpty();
    assertThat(blank.text().position().line()).isEqualTo(4);
    assertThat(grid.rows().get(2).cells()).hasSize(1);
  }

  @Test
  void aBorderInPartOfACellMakesNoCells() {
    assertThat(
            dump("+---+---+---+", "| 甲| 1 | 2 |", "+---+---+   |", "| 乙|   3   |", "+---+-------+"))
        .startsWith("G damaged\n");
  }

  @Test
  void wrappedLinesWhoseBarsStandAsideAreOneRow() {
    String read = "G\n  甲乙{1x2}|2\n  1|2|3\n";
    assertThat(
            dump(
                "+--------+--------+--------+",
                "| 甲             |  2     |",
                "| 乙            |        |",
                "+--------+--------+--------+",
                "| 1       | 2      | 3     |",
                "+--------+--------+--------+"))
        .isEqualTo(read);
    assertThat(
            dump(
                "┌────────┬────────┬────────┐",
                "│ 1       │ 2      │ 3     │",
                "├────────┴────────┼────────┤",
                "│ 甲             │  2     │",
                "│ 乙            │        │",
                "└─────────────────┴────────┘"))
        .isEqualTo("G\n  1|2|3\n  甲乙{1x2}|2\n");
  }

  @Test
  void aLineThatLostItsEndIsTheRowsAllTheSame() {
    assertThat(
            dump(
                "+------+-----+-----+",
                "| 甲   |  2  |  3",
                "| 乙   |     |     |",
                "+------+-----+-----+",
                "| 丙   |  4",
                "| 丁   |     |  5  |",
                "+------+-----+-----+"))
        .isEqualTo("G\n  甲乙|2|3\n  丙丁|4|5\n");
  }
}
