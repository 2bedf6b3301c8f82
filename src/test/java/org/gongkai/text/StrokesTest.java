package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Unicode's names say of the characters that boxes are drawn with. */
class StrokesTest {
  private static final String STRAIGHT =
      "BOX DRAWINGS (LIGHT|HEAVY|DOUBLE)( (DOUBLE|TRIPLE|QUADRUPLE) DASH)? ";

  private static final String MEETING =
      "BOX DRAWINGS (?=.*\\b(UP|DOWN|VERTICAL)\\b)(?=.*\\b(LEFT|RIGHT|HORIZONTAL)\\b).*";

  static IntStream boxes() {
    return IntStream.rangeClosed(0x24f0, 0x2590);
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void areToldByTheirNames(int box) {
    char c = (char) box;
    String name = Character.getName(box);
    boolean crossing = name.matches(MEETING) && !name.contains("DIAGONAL");
    assertThat(Strokes.isBar(c)).as(name).isEqualTo(name.matches(STRAIGHT + "VERTICAL"));
    assertThat(Strokes.isLine(c)).as(name).isEqualTo(name.matches(STRAIGHT + "HORIZONTAL"));
    assertThat(Strokes.isCrossing(c)).as(name).isEqualTo(crossing);
    assertThat(Strokes.leadsDown(c))
        .as(name)
        .isEqualTo(crossing && name.matches(".*\\b(DOWN|VERTICAL)\\b.*"));
    assertThat(Strokes.leadsUp(c))
        .as(name)
        .isEqualTo(crossing && name.matches(".*\\b(UP|VERTICAL)\\b.*"));
    assertThat(Strokes.isPlus(c)).as(name).isFalse();
  }

  @Test
  void signsOfTheKeyboardAreStrokesInEitherWidth() {
    assertThat("|｜".chars().allMatch(c -> Strokes.isBar((char) c))).isTrue();
    assertThat("-=_~－＝".chars().allMatch(c -> Strokes.isLine((char) c))).isTrue();
    assertThat("+＋".chars().allMatch(c -> Strokes.isPlus((char) c))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "!", "/", "*", ".", "—", "、", "一", "1", " ", "｛", "·"})
  void nothingElseIsOne(String sign) {
    char c = sign.charAt(0);
    assertThat(Strokes.isBar(c) || Strokes.isLine(c) || Strokes.isCrossing(c) || Strokes.isPlus(c))
        .isFalse();
  }
}
