package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;

class TornTest {

  @Test
  void aPieceExplainsARowThatAddsUpWithItBeforeOrBehindAFigure() {
    List<Token> row = tokens("1 2 3 0 0 0 5");
    assertThat(Torn.explains(row, tokens("6").get(0))).isFalse();
    assertThat(Torn.explains(tokens("1 2 32 0 0 0 5"), tokens("3").get(0))).isTrue();
    assertThat(Torn.explains(tokens("1 2 32 0 0 0 3"), tokens("5").get(0))).isTrue();
  }

  @Test
  void aRowThatAddsUpNeedsNoPiece() {
    assertThat(Torn.explains(tokens("1 2 32 0 0 0 35"), tokens("0").get(0))).isFalse();
    assertThat(Torn.addsUp(tokens("1 2 32 0 0 0 35"))).isTrue();
    assertThat(Torn.addsUp(tokens("1 2 32 0 0 0 36"))).isFalse();
  }

  @Test
  void placeholdersAreZeroAndWhatIsNoCountSaysNothing() {
    assertThat(Torn.explains(tokens("1 / 32 — 0 0 3"), tokens("3").get(0))).isTrue();
    assertThat(Torn.explains(tokens("1 2 3.5 0 0 0 3"), tokens("5").get(0))).isFalse();
    assertThat(Torn.explains(tokens("1 2 32 0 0 0 3"), tokens("-5").get(0))).isFalse();
  }

  @Test
  void aRowIsMovedWhereAnotherOfItsFiguresIsTheSum() {
    assertThat(Torn.isMoved(tokens("18 9 9 0 0 0 0"))).isTrue();
    assertThat(Torn.isMoved(tokens("9 9 0 0 0 0 18"))).isFalse();
    assertThat(Torn.isMoved(tokens("9 9 0 0 0 0 17"))).isFalse();
  }

  private static List<Token> tokens(String figures) {
    Document document =
        DocumentReader.read(("行 " + figures).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    List<Token> tokens = new ArrayList<>(Tokens.of(document.blocks()));
    tokens.removeIf(token -> !token.isValue());
    return tokens;
  }
}
