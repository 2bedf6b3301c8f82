package org.gongkai.rule.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShinglesTest {
  /** Kept by results of earlier years, so that they may never change. */
  @Test
  void piecesAreThoseOfEveryVersion() {
    assertThat(Shingles.of("窗口增设自助查询设备，群众可以自行打印。")).hasSize(11).startsWith(piece("窗口增设自助查询"));
    assertThat(piece("甲乙丙丁戊己庚辛")).isEqualTo(-306326486);
  }

  @Test
  void fullWidthLettersAndFiguresAreFolded() {
    assertThat(Shingles.of("Ａｂ窗口增设自助查询①２")).containsExactly(Shingles.of("Ab窗口增设自助查询"));
  }

  @Test
  void punctuationIsNoPartOfAPiece() {
    assertThat(Shingles.of("窗口，（增设）“自助”：查询…　3 《项》")).containsExactly(Shingles.of("窗口增设自助查询项"));
  }

  @Test
  void eachPieceIsKeptOnce() {
    assertThat(Shingles.of(List.of("窗口增设自助查询", "窗口增设自助查询", "网站改版检索更快")).size()).isEqualTo(2);
  }

  @Test
  void eachPieceIsOfTheEightLettersThatItStandsAt() {
    int[] pieces = Shingles.of("窗口增设自助查询设备，ab群众𠮷打印");
    assertThat(pieces[1]).isEqualTo(piece("口增设自助查询设"));
    assertThat(pieces[9]).isEqualTo(piece("备ab群众𠮷打"));
    assertThat(Shingles.of("窗口增设自助查")).isEmpty();
    assertThat(Shingles.of("")).isEmpty();
    assertThat(Shingles.of("龥一龥一龥一龥一")).hasSize(1);
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    Shingles shingles = Shingles.of(List.of("窗口增设自助查询设备", "群众可以自行打印各类证明材料"));
    assertThat(Shingles.decode(shingles.encoded())).isEqualTo(shingles).hasSameHashCodeAs(shingles);
    assertThat(shingles.encoded()).hasSize((shingles.size() * 4 + 2) / 3 * 4);
    assertThat(shingles).hasToString(shingles.size() + " pieces").isNotEqualTo("");
    assertThat(Shingles.decode("").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "AAAAAAAAAAA=", "AAAAAgAAAAE=", "?"})
  void whatNobodyWroteIsRefused(String encoded) {
    assertThatThrownBy(() -> Shingles.decode(encoded)).isInstanceOf(IllegalArgumentException.class);
  }

  private static int piece(String eight) {
    int[] pieces = Shingles.of(eight);
    assertThat(pieces).hasSize(1);
    return pieces[0];
  }
}
