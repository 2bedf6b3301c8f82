package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static int piece(String eight) {
    int[] pieces = Shingles.of(eight);
    assertThat(pieces).hasSize(1);
    return pieces[0];
  }
}
