package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WidthTest {
  @Test
  void aHanCharacterTakesTwoColumns() {
    assertThat(Width.of("年度")).isEqualTo(4);
    assertThat(Width.of("2023年")).isEqualTo(6);
    assertThat(Width.of("𠮷")).isEqualTo(2);
  }

  @Test
  void fullWidthSignsTakeTwoColumnsAndHalfWidthOnesOne() {
    assertThat(Width.of("（）")).isEqualTo(4);
    assertThat(Width.of("()")).isEqualTo(2);
    assertThat(Width.of("１２")).isEqualTo(4);
    assertThat(Width.of("ｱ")).isEqualTo(1);
  }

  @Test
  void combiningMarksAndInvisibleCharactersTakeNone() {
    assertThat(Width.of("e\u0301")).isEqualTo(1);
    assertThat(Width.of("a\u200Bb")).isEqualTo(2);
  }

  @Test
  void cutsBetweenCharactersAndFillsTheHalfThatIsLeft() {
    assertThat(Width.fit("政府信息公开", 7)).isEqualTo("政府信…");
    assertThat(Width.fit("政府信息公开", 8)).isEqualTo("政府信… ");
    assertThat(Width.fit("公开", 6)).isEqualTo("公开  ");
    assertThat(Width.fit("公开", 4)).isEqualTo("公开");
  }

  @Property(tries = 300)
  void whatFitsIsExactlyAsWideAsAsked(
      @ForAll String string, @ForAll @IntRange(min = 1, max = 40) int columns) {
    assertThat(Width.of(Width.fit(string, columns))).isEqualTo(columns);
  }
}
