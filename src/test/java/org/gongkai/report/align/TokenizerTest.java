package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  /** What is printed, words in brackets. */
  private static List<String> read(String... lines) {
    return Printed.tokens(lines).stream()
        .map(token -> token.isValue() ? token.printed() : '[' + token.printed() + ']')
        .toList();
  }

  private static List<Token> html(String html) {
    return Tokenizer.of(DocumentReader.read(html.getBytes(StandardCharsets.UTF_8)).blocks());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计,", "自然人,,商业企业,,科研机构,,社会公益组织,,法律服务机构,,其他,,总计,"})
  void headingsWithBlankColumnsAreNoListOfHeadingsAndFigures(String headings) {
    String cells = String.join("<td>", headings.split(",", -1));

    assertThat(html("<table><tr><td>项目<td>" + cells + "<tr><td>1<td>2</table>"))
        .filteredOn(token -> !token.isValue())
        .hasSize(8);
  }

  @Test
  void wordsAndFiguresOfALineAreApartWhereABlankIs() {
    assertThat(read("本年新收 3 0\u3000/ 无")).containsExactly("[本年新收]", "3", "0", "/", "无");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "规章12;[规章] 12",
        "规章1,234;[规章] 1,234",
        "规章12.5;[规章] 12.5",
        "规章１２;[规章] １２",
        "规章）12;[规章）] 12",
        "规章)12;[规章)] 12",
        "规章：12;[规章：] 12",
        "规章:12;[规章:] 12",
        "稳定”12;[稳定”] 12",
        "规?12;[规?] 12",
        "规\uFFFD12;[规\uFFFD] 12",
        "规章.12;[规章.12]",
        "规章/12;[规章/12]",
        "abc12;[abc12]",
        "规章12件;[规章12件]",
        "2023年;[2023年]",
        "规章,;[规章,]"
      })
  void aFigureGluedToALabelIsTakenOff(String printed, String tokens) {
    assertThat(String.join(" ", read(printed))).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3 件 4 条;3 4",
        "3 万元;3",
        "件 3;[件] 3",
        "规章 3 甲 件;[规章] 3 [甲] [件]",
        "规章 3 户;[规章] 3 [户]"
      })
  void theUnitBehindAFigureIsNoWord(String printed, String tokens) {
    assertThat(String.join(" ", read(printed))).isEqualTo(tokens);
  }

  @Test
  void aUnitOnTheNextLineIsAWord() {
    assertThat(read("收到 3", "件")).containsExactly("[收到]", "3", "[件]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"— 4 —", "第4页 共9页", "4/9"})
  void aPagesNumberIsNothing(String line) {
    assertThat(read("规章 1", line, "许可 2")).containsExactly("[规章]", "1", "[许可]", "2");
  }

  @Test
  void linesAndBlocksAreCounted() {
    List<Token> tokens = Printed.tokens("规章 1", "许可 2");
    assertThat(tokens).extracting(Token::line).containsExactly(1, 1, 2, 2);
    assertThat(tokens).extracting(Token::block).containsExactly(0, 0, 1, 1);
    assertThat(tokens).noneMatch(Token::grid);
    tokens = Printed.tokens("规章|1", "许可|2", "强制 3");
    assertThat(tokens).extracting(Token::line).containsExactly(1, 1, 2, 2, 3, 3);
    assertThat(tokens).extracting(Token::block).containsExactly(0, 0, 0, 0, 1, 1);
    assertThat(tokens)
        .extracting(Token::grid)
        .containsExactly(true, true, true, true, false, false);
  }

  @Test
  void cellsStandBesideThoseThatReachDown() {
    List<Token> tokens =
        html(
            "<table><tr><td rowspan=2>甲<td colspan=2>乙<td rowspan=3>丙<tr><td>丁<td>戊<td>己<tr><td>庚<td>辛</table>");
    assertThat(tokens).extracting(Token::x).containsExactly(0, 1, 3, 1, 2, 4, 0, 1);
    assertThat(tokens).extracting(Token::span).containsExactly(1, 2, 1, 1, 1, 1, 1, 1);
    assertThat(tokens).extracting(Token::line).containsExactly(1, 1, 1, 2, 2, 2, 3, 3);
  }

  @Test
  void moreThanFourHundredCharactersAreNoLabel() {
    String longest = "申".repeat(400);
    assertThat(Printed.tokens(longest).get(0).key()).isEqualTo(longest);
    assertThat(Printed.tokens(longest + "请").get(0).key()).isEmpty();
    assertThat(Printed.tokens("甲", longest + "12")).hasSize(2);
    assertThat(html("<table><tr><td>" + longest + "<td>1</table>").get(0).key()).isEqualTo(longest);
    assertThat(html("<table><tr><td>" + longest + "请<td>1</table>").get(0).key()).isEmpty();
  }

  /** The values of each row of a table, rows apart by slashes. */
  private static String values(String... rows) {
    StringBuilder all = new StringBuilder();
    int line = 0;
    for (Token token : html(Printed.table(rows))) {
      all.append(token.line() == line ? "" : " /").append(' ');
      line = token.line();
      all.append(token.printed().isEmpty() ? "_" : token.printed());
    }
    return all.substring(3);
  }

  @Test
  void zerosAndBlanksMergedDownwardsAreEachRowsOwn() {
    assertThat(values("甲|0^3|1", "乙|2", "丙|3")).isEqualTo("甲 0 1 / 乙 0 2 / 丙 0 3");
    assertThat(values("甲|^2|1", "乙|2")).isEqualTo("甲 _ 1 / 乙 _ 2");
    assertThat(values("甲|0*2^2|1", "乙|2")).isEqualTo("甲 0 1 / 乙 0 2");
    assertThat(values("三、^2|甲|0^2|1", "乙|2")).isEqualTo("三、 甲 0 1 / 乙 0 2");
  }

  @Test
  void anotherNumberMergedDownwardsKeepsItsPlaceBelowAndIsDoubtful() {
    assertThat(values("甲|5^2|/^2|1", "乙|2")).isEqualTo("甲 5 / 1 / 乙 5 / 2");
    assertThat(html(Printed.table("甲|5^2|/^2|1", "乙|2")))
        .extracting(token -> token.figure().doubtful())
        .containsExactly(false, false, false, false, false, true, false, false);
  }

  @Test
  void whatNoLabelStandsBeforeStaysWhereItIs() {
    assertThat(values("^2|甲|1", "乙|2")).isEqualTo("_ 甲 1 / 乙 2");
  }

  @Test
  void spansAreBelievedWhereNearlyAllRowsAreOfOneWidth() {
    assertThat(values("甲|0^2|1", "乙|2|3")).isEqualTo("甲 0 1 / 乙 2 3");
  }
}
