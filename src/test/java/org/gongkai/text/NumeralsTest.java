package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          零, 0
          一, 1
          两, 2
          十, 10
          十二, 12
          二十, 20
          三十二, 32
          一百零五, 105
          一百三十, 130
          三百二, 320
          两千, 2000
          三千二, 3200
          三千零二, 3002
          三千〇五, 3005
          三千零二十, 3020
          三千二百五十九, 3259
          一〇五, 105
          一○五, 105
          一零五, 105
          一二三, 123
          二〇二三, 2023
          一万, 10000
          一万二, 12000
          一万二千, 12000
          一万零二, 10002
          十万, 100000
          十万零三十, 100030
          五百万, 5000000
          两万两千两百二十二, 22222
          二十三万四千五百六十七, 234567
          一亿, 100000000
          一亿零五, 100000005
          一亿二千万, 120000000
          """)
  void aNumberIsReadAsItIsSaid(String numerals, BigDecimal number) {
    assertThat(Numerals.parse(numerals)).isEqualTo(number);
    assertThat(Numerals.end('共' + numerals + '件', 1)).isEqualTo(1 + numerals.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"二三", "一〇", "二三十", "百", "万", "亿", "千二", "百二", "十百", "一千百", "一亿一亿"})
  void whatIsNoNumberIsNone(String numerals) {
    assertThat(Numerals.parse(numerals)).isNull();
  }

  @Test
  void aRunEndsWhereTheNumeralsDoAndIsNoLongerThanAnyNumber() {
    assertThat(Numerals.end("第三", 0)).isZero();
    assertThat(Numerals.end("二十", 0)).isEqualTo(2);
    assertThat(Numerals.end("一".repeat(17), 0)).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({"三, true", "二十八, true", "〇, true", "三件, false", "第三, false", "'', false"})
  void wordsAreANumberWhereNothingElseIsAmongThem(String words, boolean number) {
    assertThat(Numerals.isNumber(words)).isEqualTo(number);
  }
}
