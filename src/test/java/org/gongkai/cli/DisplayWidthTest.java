package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DisplayWidthTest {
  @Test
  void aHanCharacterTakesTwoColumns() {
    assertThat(DisplayWidth.of("年度")).isEqualTo(4);
    assertThat(DisplayWidth.of("2023年")).isEqualTo(6);
    assertThat(DisplayWidth.of("𠮷")).isEqualTo(2);
  }

  @Test
  void fullWidthSignsTakeTwoColumnsAndHalfWidthOnesOne() {
    assertThat(DisplayWidth.of("（）")).isEqualTo(4);
    assertThat(DisplayWidth.of("()")).isEqualTo(2);
    assertThat(DisplayWidth.of("１２")).isEqualTo(4);
    assertThat(DisplayWidth.of("ｱ")).isEqualTo(1);
  }

  @Test
  void combiningMarksAndInvisibleCharactersTakeNone() {
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("a\u200Bb")).isEqualTo(2);
  }

  @Test
  void cutsBetweenCharactersAndFillsTheHalfThatIsLeft() {
    assertThat(DisplayWidth.fit("政府信息公开", 7)).isEqualTo("政府信…");
    assertThat(DisplayWidth.fit("政府信息公开", 8)).isEqualTo("政府信… ");
    assertThat(DisplayWidth.fit("公开", 6)).isEqualTo("公开  ");
    assertThat(DisplayWidth.fit("公开", 4)).isEqualTo("公开");
  }

  @Property(tries = 300)
  void whatFitsIsExactlyAsWideAsAsked(
      @ForAll String string, @ForAll @IntRange(min = 1, max = 40) int columns) {
    assertThat(DisplayWidth.of(DisplayWidth.fit(string, columns))).isEqualTo(columns);
  }
}
