package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HanTest {
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
