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
        words,
        tokens.stream().filter(Token::isValue).toList(),
        tokens.get(0).grid() ? tokens : List.of(),
        0,
        0);
  }

  private static List<String> figures(int count, String... lines) {
    return unit(lines).slotsByLine(count).stream().map(Token::printed).toList();
  }

  @Test
  void aLineWithSpacesInItIsOneFigureWhereThereAreAsManyLinesAsColumns() {
    assertThat(figures(3, "规章", "1 234", "0", "5 678")).containsExactly("1 234", "0", "5 678");
  }

  @Test
  void anyOtherFiguresAreTakenAsTheyStand() {
    assertThat(figures(3, "规章", "1 234", "0")).containsExactly("1", "234", "0");
    assertThat(figures(2, "规章", "1 234", "0", "5")).containsExactly("1", "234", "0", "5");
    assertThat(figures(4, "规章", "1 234", "0")).containsExactly("1", "234", "0");
    assertThat(figures(2, "规章", "1 /", "0")).containsExactly("1", "/", "0");
    assertThat(figures(2, "规章|1|234|0")).containsExactly("1", "234", "0");
  }

  @Test
  void theOneFigureOfARowHasItsThousandsBehindSpacesOrALineOfItsOwn() {
    assertThat(figures(1, "行政许可 1 234")).containsExactly("1 234");
    assertThat(figures(1, "行政许可 1 23")).containsExactly("1", "23");
    assertThat(figures(1, "行政许可", "1 23")).containsExactly("1 23");
    assertThat(figures(1, "行政许可", "1", "2")).containsExactly("1", "2");
  }

  @Test
  void aUnitIsBlankWhereNoCellSaysAnything() {
    assertThat(unit("规章||").isBlank()).isTrue();
    assertThat(unit("规章|/|").isBlank()).isFalse();
    assertThat(unit("规章").isBlank()).isTrue();
  }

  @Test
  void theLastFigureCanBeTakenOff() {}
}
