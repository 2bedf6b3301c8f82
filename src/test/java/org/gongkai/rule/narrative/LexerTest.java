package org.gongkai.rule.narrative;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.gongkai.text.TextNormalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence's words: figures and years with their value, what is not known as it stands there. */
class LexerTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      textBlock =
          """
          收到申请12件。 -> RECEIVE APPLICATION 12 STOP
          收到申请 12 件 -> RECEIVE APPLICATION 12
          收到申请1,204件 -> RECEIVE APPLICATION 1204
          收到申请12,345件 -> RECEIVE APPLICATION 12345
          收到申请1,204,305件 -> RECEIVE APPLICATION 1204305
          收到申请1,2045件 -> RECEIVE APPLICATION NUMBER COMMA 2045
          收到申请1234,567件 -> RECEIVE APPLICATION NUMBER COMMA 567
          收到申请1,204,3055件 -> RECEIVE APPLICATION NUMBER COMMA 3055
          收到申请1,20件 -> RECEIVE APPLICATION NUMBER COMMA 20
          收到申请,345件 -> RECEIVE APPLICATION COMMA 345
          收到?12,345件 -> RECEIVE NUMBER COMMA 345
          收到申请1.5件 -> RECEIVE APPLICATION NUMBER FILLER
          收到申请1.5.2件 -> RECEIVE APPLICATION NUMBER COMMA 2
          收到1.件 -> RECEIVE NUMBER COMMA FILLER
          12人 -> NUMBER `人`
          12次、12份次、12封 -> 12 COMMA 12 COMMA 12
          12 -> NUMBER
          12个、12项、12案、12部 -> 12 COMMA 12 COMMA 12 COMMA 12
          12件次，13件(次)，14件( -> 12 COMMA 13 COMMA 14 OPEN
          收到申请123456789012件 -> RECEIVE APPLICATION 123456789012
          收到申请1234567890123件 -> RECEIVE APPLICATION about
          """)
  void aFigureHasDigitsPerhapsInGroupsAndAUnit(String sentence, String words) {
    assertThat(words(sentence)).isEqualTo(words.replace("`", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          12余件，12多件，12几件 -> about COMMA about COMMA about
          1万件，1千件，1百件，1亿件 -> about COMMA about COMMA about COMMA about
          12件以上，12件左右，12件上下 -> about COMMA about COMMA about
          12件以内，12件以下，12件多，12件余 -> about COMMA about COMMA about COMMA about
          二十余件，二十多件，二十几件 -> about COMMA about COMMA about
          二十件左右，3件 -> about COMMA 3
          10-20件，10 — 20件，10/20件，10~20件 -> about COMMA about COMMA about COMMA about
          10—20 -> NUMBER
          10-件 -> NUMBER - FILLER
          1 2件 -> NUMBER 2
          第3件，附A3件，附z3件，aZ3件 -> 第 about COMMA 附A about COMMA 附z about COMMA aZ about
          附(3件 -> 附 OPEN 3
          """)
  void whatIsNoExactCountIsNone(String sentence, String words) {
    assertThat(words(sentence)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          增长3.2% -> UP 3.2%
          增长 3 %收 -> UP 3% 收
          增长3.2‰ -> UP NUMBER
          增长10-20% -> UP NUMBER
          """)
  void aPercentageIsAFigureOfItsOwn(String sentence, String words) {
    assertThat(words(sentence)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          2023年 -> year 2023
          2023年度收到 -> year 2023 RECEIVE
          2023 年收到 -> year 2023 RECEIVE
          ２０２３年 -> year 2023
          ?023年 -> year ?023
          ?2023年 -> year ?2023
          ?20230年 -> OTHER_TIME
          二〇二三年度收到 -> year 2023 RECEIVE
          2022—2023年 -> OTHER_TIME
          2023.5年 -> NUMBER 年
          3年 -> OTHER_TIME
          一八二三年，一九〇〇年，二一〇〇年 -> 一八二三年 COMMA 一九〇〇年 COMMA 二一〇〇年
          一九〇一年，二〇九九年 -> year 1901 COMMA year 2099
          三年 -> 三年
          1月1日，01月01日，12月31日，12月底，12月末 -> FILLER COMMA FILLER COMMA FILLER COMMA FILLER FILLER COMMA FILLER FILLER
          01月1日，1月01日 -> FILLER COMMA FILLER
          1月2日，12月30日，1月31日，2月1日，11月底 -> PART_OF_YEAR COMMA PART_OF_YEAR COMMA PART_OF_YEAR COMMA PART_OF_YEAR COMMA PART_OF_YEAR FILLER
          1月，12月 -> PART_OF_YEAR COMMA PART_OF_YEAR
          1月1，12月31 -> PART_OF_YEAR NUMBER COMMA PART_OF_YEAR NUMBER
          1231日，11日，31日，11号 -> FILLER COMMA FILLER COMMA FILLER COMMA FILLER
          30日，3号 -> PART_OF_YEAR COMMA PART_OF_YEAR
          """)
  void datesAreTheWholeYearOrAPartOfIt(String sentence, String words) {
    assertThat(words(sentence)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          收到?089件 -> RECEIVE ?089
          收到????89件 -> RECEIVE ?89
          收到?????89件 -> RECEIVE ? ?89
          收到?件 -> RECEIVE ? FILLER
          收到89?件 -> RECEIVE NUMBER ? FILLER
          无法提?089件 -> UNAVAILABLE ?089
          不予公?3件 -> REFUSED ?3
          予以公3件 -> FILLER 公 3
          好!好。好？好?好 -> 好 STOP 好 STOP 好 STOP 好?好
          """)
  void whatADecoderLostIsSaid(String sentence, String words) {
    assertThat(words(sentence)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          三千二百五十九件，二十件，一〇五件 -> 3259 COMMA 20 COMMA 105
          十二三件 -> 十二 3
          第三件，每三件，逐一件 -> 第三 FILLER COMMA 每三 FILLER COMMA 逐一 FILLER
          三个三部三项 -> 三个三部三项
          """)
  void numeralsAreFiguresBeforeAUnit(String sentence, String words) {
    assertThat(words(sentence)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          a:b;c.d|e,f -> a COMMA b COMMA c COMMA d COMMA e COMMA f
          〔3件〕【4件】[5件](6件) -> OPEN 3 CLOSE OPEN 4 CLOSE OPEN 5 CLOSE OPEN 6 CLOSE
          12件、3件 -> 12 COMMA 3
          收到、办结3件 -> RECEIVE FILLER ANSWER 3
          、3件 -> FILLER 3
          3件予以公开、2件部分公开 -> 3 DISCLOSED COMMA 2 PARTIALLY
          3件予以公开、两件部分公开 -> 3 DISCLOSED COMMA 2 PARTIALLY
          3件予以公开、三类部分公开 -> 3 DISCLOSED FILLER 三 FILLER PARTIALLY
          3件，予以公开、2件 -> 3 COMMA DISCLOSED FILLER 2
          公安3件公安、4件 -> 公安 3 公安 COMMA 4
          公安、4件 -> 公安 FILLER 4
          予以公开、 -> DISCLOSED FILLER
          收到“3件”'4件'「5件」‘6件’"7件" -> RECEIVE 3 4 5 6 7
          收到《办法（12件）》3件 -> RECEIVE FILLER 3
          收到〈办法12件〉3件 -> RECEIVE FILLER 3
          收到《办法3件 -> RECEIVE 办法 3
          """)
  void marksPartClausesAndNamesOfDocumentsAreWords(String sentence, String words) {
    assertThat(words(sentence)).isEqualTo(words);
  }

  @Test
  void aNameOfADocumentHasAnEndNearby() {
    assertThat(words("《" + "甲".repeat(198) + "》")).isEqualTo("FILLER");
    assertThat(words("《" + "甲".repeat(199) + "》")).startsWith("甲甲");
  }

  @Test
  void theLongestWordIsTaken() {
    assertThat(words("政府信息公开申请")).isEqualTo("REQUEST");
    assertThat(words("某市教育局申请")).isEqualTo("OWN APPLICATION");
    assertThat(words("市教体局")).isEqualTo("OWN 体局");
    assertThat(words("属于国家秘密")).isEqualTo("row refused.stateSecret");
  }

  @Test
  void eachWordStandsWhereItSaysOneAfterTheOther() {
    String text = "收到 申请１,２０４件，《办法》公安12月底!";
    Paragraph paragraph = paragraph(text);
    int end = 0;
    StringBuilder all = new StringBuilder();
    for (Lexeme word : Lexer.words(paragraph, Issuer.of(null))) {
      assertThat(word.from()).isGreaterThanOrEqualTo(end).isLessThan(word.to());
      end = word.to();
      all.append(paragraph.string(), word.from(), word.to()).append('|');
    }
    assertThat(all).hasToString("收到|申请|1,204件|,|《办法》|公安|12月|底|!|");
  }

  private static String words(String text) {
    Paragraph paragraph = paragraph(text);
    List<Lexeme> words = Lexer.words(paragraph, Issuer.of("某市教育局"));
    return words.stream().map(word -> show(word, paragraph.string())).collect(joining(" "));
  }

  private static String show(Lexeme word, String text) {
    return switch (word.word()) {
      case FIGURE -> String.valueOf(word.amount());
      case PERCENT -> word.amount() + "%";
      case YEAR -> "year " + word.amount();
      case APPROXIMATELY -> "about";
      case ROW -> "row " + word.row();
      case UNKNOWN -> text.substring(word.from(), word.to());
      default -> word.word().name();
    };
  }

  private static Paragraph paragraph(String text) {
    return new Paragraph(1, ReportFixture.of("2021").text(text), TextNormalizer.fold(text));
  }
}
