package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikesTest {
  private static List<String> doubted(String text) {
    List<Block> blocks = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8)).blocks();
    return Tokens.of(blocks).stream()
        .filter(token -> token.figure().cut())
        .map(Token::printed)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"O", "l2", "2Z", "Bl", "31、", "5S8", "口", "１O"})
  void aWordThatLooksLikeAFigureIsDoubtedInALineOfText(String word) {
    assertThat(doubted("重复申请 1 " + word + " 0 4")).containsExactly(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "若干", "SOS", "12x", "0.5", "/", "OoOoOoOo1"})
  void figuresAndOtherWordsAreNot(String word) {
    assertThat(doubted("重复申请 1 " + word + " 0 4")).isEmpty();
  }

  @Test
  void oneOrTwoInCellsAreSlipsOfTheHandAndSeveralAMachines() {
    assertThat(doubted("重复申请\t1\tO\t0\t4\n其他\tl\t0\t0\t4")).isEmpty();
    assertThat(doubted("重复申请\t1\tO\t0\t4\n其他\tl\t0\tZ\t4")).containsExactly("O", "l", "Z");
  }

  @Test
  void numbersOfRowsAndOfSentencesMakeNoMachineOfOneSlip() {
    String rows = "1、\t重复申请\t1\tO\t0\t4\n2、\t其他\t1\t0\t0\t1\n3、\t转结\t1\t0\t0\t1\n";
    assertThat(doubted(rows)).isEmpty();
    assertThat(doubted("1. 制度\n\n2. 平台\n\n3. 监督\n\n重复申请\t1\tO\t0\t4\n其他\t1\t0\t0\t1\n"))
        .doesNotContain("O");
  }
}
