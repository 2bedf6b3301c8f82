package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
  @ParameterizedTest
  @ValueSource(
      chars = {
        ' ', '\t', '\n', '\u000b', '\f', '\r', '\u001c', '\u001f', '\u0085', '\u00a0', '\u1680',
        '\u2000', '\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000'
      })
  void spacesAreSpacesAndNothingElse(char c) {
    assertThat(Characters.isSpace(c)).isTrue();
    assertThat(Characters.isPrinting(c)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\0', '\b', '\u000e', '\u001b', '\u007f', '\u0080', '\u009f', '\u00ad', '\u180e', '\u200b',
        '\u200f', '\u202a', '\u202e', '\u2060', '\u206f', '\ufe00', '\ufe0f', '\ufeff'
      })
  void whatLeavesNoMarkIsInvisibleAndNoSpace(char c) {
    assertThat(Characters.isInvisible(c)).isTrue();
    assertThat(Characters.isSpace(c) && c != '\u0085').isFalse();
    assertThat(Characters.isPrinting(c)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '!', '0', '~', '\u00a1', '\u00ac', '\u00ae', '\u167f', '\u1681', '\u1fff', '\u2010',
        '\u2014', '\u2027', '\u2030', '\u205e', '\u2070', '\u3001', '一', '\ue000', '\ufdff',
        '\ufe10', '（', '\ufffd'
      })
  void allOthersAreSeen(char c) {
    assertThat(Characters.isPrinting(c)).isTrue();
    assertThat(Characters.isSpace(c)).isFalse();
    assertThat(Characters.isInvisible(c)).isFalse();
  }
}
