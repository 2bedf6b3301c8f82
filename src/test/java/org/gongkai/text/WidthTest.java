package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {
  /** The first and the last of each stretch that Unicode's EastAsianWidth.txt has as wide. */
  @ParameterizedTest
  @CsvSource({
    "1100, 115f",
    "2e80, a4cf",
    "ac00, d7a3",
    "d800, dbff",
    "f900, faff",
    "fe30, fe6f",
    "ff01, ff60",
    "ffe0, ffe6"
  })
  void whatChineseIsWrittenWithTakesTwoColumns(String first, String last) {
    int from = Integer.parseInt(first, 16);
    int to = Integer.parseInt(last, 16);
    for (int c = from; c <= to; c++) {
      assertThat(Width.isWide((char) c)).as(Integer.toHexString(c)).isTrue();
      assertThat(Width.isAmbiguous((char) c)).isFalse();
      assertThat(Width.isNone((char) c)).isFalse();
    }
    assertThat(Width.isWide((char) (to + 1))).isFalse();
    if (from != 0xff01) {
      assertThat(Width.isWide((char) (from - 1))).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"2010, 203b", "2100, 27bf", "b7, b7", "d7, d7"})
  void signsInBothWorldsTakeAsManyAsTheScreenLikes(String first, String last) {
    int from = Integer.parseInt(first, 16);
    int to = Integer.parseInt(last, 16);
    for (int c = from; c <= to; c++) {
      assertThat(Width.isAmbiguous((char) c)).as(Integer.toHexString(c)).isTrue();
      assertThat(Width.isWide((char) c)).isFalse();
    }
    assertThat(Width.isAmbiguous((char) (from - 1))).isFalse();
    assertThat(Width.isAmbiguous((char) (to + 1))).isFalse();
  }

  @Test
  void aWordIsAsWideAsItsCharacters() {
    assertThat(Width.of("行政abc（1）", 2)).isEqualTo(4 + 3 + 2 + 1 + 2);
    assertThat(Width.of("行政abc（1）", 3)).isEqualTo(6 + 3 + 3 + 1 + 3);
    assertThat(Width.of("𠮷", 2)).as("a pair").isEqualTo(2);
    assertThat(Width.of("", 2)).isZero();
  }
}
