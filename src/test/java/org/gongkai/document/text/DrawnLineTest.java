package org.gongkai.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.gongkai.document.Passage;
import org.gongkai.document.Position;
import org.gongkai.document.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnLineTest {
  private static Passage passage(String line) {
    Words words = new Words((node, offset) -> new Position(1, offset + 1));
    words.add(line, 0, 0, line.length());
    return Objects.requireNonNull(words.take());
  }

  private static DrawnLine line(String line) {
    return Objects.requireNonNull(DrawnLine.of(passage(line)));
  }

  private static boolean mayBe(String text) {
    return DrawnLine.mayBe(text, 0, text.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲|乙", "│", "─┼─", "甲 ┐", "1+1", "-----", "－－－", "=甲=", "－甲─", "－"})
  void aLineWithABarACrossingOrStrokesAtItsEndsMayBeDrawn(String line) {
    assertThat(mayBe(line)).isTrue();
    assertThat(DrawnLine.mayBe("甲" + line + "乙", 1, line.length() + 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "甲", "-甲", "甲-", "■甲", "甲─乙", "▌", "1－1"})
  void anyOtherMayNot(String line) {
    assertThat(mayBe(line)).isFalse();
    assertThat(DrawnLine.mayBe("-" + line + "|", 1, line.length() + 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲", "--", "- -", "1+1", "甲+乙", "甲\\|乙", "--甲", "+", "> --"})
  void noBorderIsInWordsOrInFewerThanThreeStrokes(String line) {
    assertThat(DrawnLine.of(passage(line))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "---; 0",
        "> ---; 0",
        "+---+---+; 3",
        "> > +---+---+; 3",
        "---+---; 1",
        "|---|:---:|; 3",
        "|:--|--:|; 3",
        "┌──┬──┐; 3",
        "+-+-+-+; 4",
        "|==|==|; 3",
        "＋－－＋－－＋; 3",
        "+:--+; 2",
        "-|-|-; 2"
      })
  void aBorderFromEndToEndIsARule(String line, int marks) {
    DrawnLine rule = line(line);
    assertThat(rule.isRule()).isTrue();
    assertThat(rule.isText()).isFalse();
    assertThat(rule.marks()).isEqualTo(marks);
    for (int mark = 0; mark + 1 < marks; mark++) {
      assertThat(rule.isBorder(mark)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| 甲 | 1 |",
        "| - | - |",
        "|-|-|",
        "| 甲 |",
        "甲 | 乙",
        "|-|甲|",
        "|:|:|",
        "||",
        "| - |--|"
      })
  void wordsAndSignsForNothingBetweenBarsAreText(String line) {
    assertThat(line(line).isText()).isTrue();
    assertThat(line(line).isRule()).isFalse();
  }

  @Test
  void aLineMayBeTextInPartAndBorderInPart() {
    for (String line :
        new String[] {
          "| 甲 +---+", "| 甲 |----|", "║ 甲 ╠══╣", "| 甲 +-+", "|甲|---|", "| 甲 |----| -- |"
        }) {
      DrawnLine both = line(line);
      assertThat(both.isText()).as(line).isFalse();
      assertThat(both.isRule()).as(line).isFalse();
      assertThat(both.isBorder(0)).as(line).isFalse();
      assertThat(both.isBorder(1)).as(line).isTrue();
    }
    assertThat(line("| 甲 |----| - |").isBorder(2)).as("a sign for nothing").isFalse();
    assertThat(line("| 甲 |----|--|").isBorder(2)).isTrue();
    assertThat(line("| 甲 |----|-|").isBorder(2)).isFalse();
  }

  @Test
  void whatStandsOutsideOfAllBordersIsOpen() {
    assertThat(line("甲 | 乙").isOpenLeft()).isTrue();
    assertThat(line("甲 | 乙").isOpenRight()).isTrue();
    assertThat(line("| 乙 |").isOpenLeft()).isFalse();
    assertThat(line("| 乙 |").isOpenRight()).isFalse();
    assertThat(line("> | 乙 |").isOpenLeft()).isFalse();
    assertThat(line("| 乙 | ").isOpenRight()).isFalse();
    assertThat(line("---").isOpenLeft() || line("---").isOpenRight()).isFalse();
    assertThat(line("> 甲 | 乙").piece(-1).string()).isEqualTo("甲");
    assertThat(line("甲 | 乙 | 丙").piece(0).string()).isEqualTo("乙");
    assertThat(line("甲 | 乙 | 丙").piece(1).string()).isEqualTo("丙");
    assertThat(line("甲 | 乙").mark(0)).isEqualTo('|');
    assertThat(line("> | 甲 |").blank().position()).isEqualTo(new Position(1, 3));
  }

  @Test
  void aLineMayHaveMoreBordersThanSixteen() {
    DrawnLine line = line("|甲".repeat(40) + "|");
    assertThat(line.marks()).isEqualTo(41);
    assertThat(line.piece(39).string()).isEqualTo("甲");
    assertThat(line.isText()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1", "0", "9", "1,234", "３，４５６", "０", "９", "3.5", "3．5", "12%", "-", "/", "—", "－", "无",
        "--", "——", "3件", "０件", "12项"
      })
  void digitsAndSignsForNothingAreFigures(String word) {
    assertThat(DrawnLine.isFigure(word, 0, word.length())).isTrue();
    assertThat(DrawnLine.isFigure("甲" + word + "乙", 1, word.length() + 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "甲", "件", "3人", "3件件", "---", "无无无", "1 2", "1-234", "a", ":", "／"})
  void wordsAreNone(String word) {
    assertThat(DrawnLine.isFigure(word, 0, word.length())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "| 1 2 |, true",
    "| 1  3 |, true",
    "| 甲 3 |, true",
    "| 3 甲 |, true",
    "|1 2|, true",
    "| 1 |, false",
    "| 12 |, false",
    "| 甲 乙 |, false",
    "| |, false",
    "|  甲3 乙 |, false"
  })
  void twoWordsOfWhichOneIsAFigureMayBeTwoCells(String line, boolean two) {
    assertThat(line(line).isTwoFigures(0)).isEqualTo(two);
    assertThat(line("甲|" + line).isTwoFigures(1)).isEqualTo(two);
    assertThat(line("甲" + line).isTwoFigures(-1)).isFalse();
    assertThat(line(line.substring(1)).isTwoFigures(-1)).isEqualTo(two);
  }

  @Test
  void borderStandsBehindAsManyColumnsAsTheWordsBeforeItTake() {
    assertThat(line("|行政|a  b|··|").columns(2, 1)).containsExactly(0, 5, 10, 13);
    assertThat(line("|行政|a  b|··|").columns(2, 2)).containsExactly(0, 5, 10, 15);
    assertThat(line("|行政|a  b|··|").columns(1, 1)).containsExactly(0, 3, 8, 11);
    assertThat(line("甲  |行政|").columns(3, 1)).as("from the first").containsExactly(0, 7);
    assertThat(line("|𠮷|").columns(2, 1)).containsExactly(0, 3);
    assertThat(line("---").columns(2, 1)).isEmpty();
  }
}
