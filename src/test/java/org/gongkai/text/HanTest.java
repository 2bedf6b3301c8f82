package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HanTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "plain ~\u007f, 0",
    "一二三, 1.25",
    "一龘, 0.625",
    "一\u9fff, 0.625",
    "一，, 1.125",
    "一ä, 0.125",
    "一\ufffd, -0.875",
    "\u0080, -3",
    "\u009f, -3",
    "\ue000, -3",
    "\uf8ff, -3",
    "\uf900, -1",
    "\ud7ff, -1",
    "\u00a1, -1",
    "\u4dff, -1",
    "\ua000, -1"
  })
  void sensibleIsWhatHasTheCharactersOfAnyChineseText(String text, double sense) {
    assertThat(Han.sense(text)).isEqualTo(sense);
  }

  @ParameterizedTest
  @ValueSource(
      chars = {'\u3000', '\u3020', '\uff00', '\uff5e', '\u2010', '\u2026', '\u00a0', '。', '（'})
  void punctuationAndWideFormsSpeakForIt(char mark) {
    assertThat(Han.sense(String.valueOf(mark))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u3021', '\u2fff', '\uff5f', '\ufeff', '\u200f', '\u2027'})
  void whatStandsBesideThemDoesNot(char odd) {
    assertThat(Han.sense(String.valueOf(odd))).isEqualTo(-1);
  }

  @Test
  void theFirstTwoThousandCharactersTell() {
    assertThat(Han.sense("x一".repeat(2048) + "\ufffd".repeat(3000))).isEqualTo(1.25);
    assertThat(Han.sense("x一".repeat(2047) + "\ufffd")).isLessThan(1.25);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x4e00, 0x9fff, 0x3001, 0x303f, 0x3400, 0x4dbf, 0xff00, 0xff0f, 0xff1a, 0xff65, 0xf900,
        0xfaff, 0x20000, 0x3ffff, 0x2018, 0x201f
      })
  void hanAndItsPunctuationAreSetWithoutSpaces(int c) {
    assertThat(Han.isSetSolid(c)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        'a', '1', 0x4dc0, 0xa000, 0x3000, 0x3040, 0x33ff, 0xfeff, 0xff10, 0xff19, 0xff66, 0xf8ff,
        0xfb00, 0x1ffff, 0x40000, 0x2017, 0x2020
      })
  void lettersAndDigitsAreNot(int c) {
    assertThat(Han.isSetSolid(c)).isFalse();
  }

  @Test
  void linesAreJoinedWithoutASpaceWhereBothSidesAreSolid() {
    assertThat(Han.joinsWithoutSpace("自然", "人")).isTrue();
    assertThat(Han.joinsWithoutSpace("𠮷", "𠮷")).isTrue();
    assertThat(Han.joinsWithoutSpace("3", "人")).isFalse();
    assertThat(Han.joinsWithoutSpace("人", "3")).isFalse();
  }
}
