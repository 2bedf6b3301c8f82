package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;

class UnitTest {
  private static Unit unit(String... lines) {
    List<Token> tokens = Printed.tokens(lines);
    List<Token> words = tokens.stream().filter(token -> !token.isValue()).toList();
    return new Unit(
        words, tokens.stream().filter(Token::isValue).toList(), tokens.get(0).grid(), 0, 0);
  }

  private static List<String> figures(int count, String... lines) {
    return unit(lines).slots(count).stream().map(Token::printed).toList();
  }

  @Test
  void aUnitIsBlankWhereNoCellSaysAnything() {
    assertThat(unit("规章||").isBlank()).isTrue();
    assertThat(unit("规章|/|").isBlank()).isFalse();
    assertThat(unit("规章").isBlank()).isTrue();
  }

  @Test
  void aZeroOrBlankOverSeveralColumnsIsEachOfThem() {
    assertThat(figures(3, Printed.table("规章|0*2|1"))).containsExactly("0", "0", "1");
    assertThat(figures(3, Printed.table("规章|*3"))).containsExactly("", "", "");
    assertThat(figures(3, Printed.table("规章|5*2|1"))).containsExactly("5", "1");
    assertThat(figures(4, Printed.table("规章|0*2|1"))).containsExactly("0", "1");
    assertThat(figures(1, Printed.table("规章|0*2|1"))).containsExactly("0", "1");
  }
}
