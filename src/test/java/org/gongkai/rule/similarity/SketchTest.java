package org.gongkai.rule.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.gongkai.report.ReportFixture;
import org.junit.jupiter.api.Test;

class SketchTest {
  /** Letters without meaning, others for each seed. */
  private static String text(int seed, int length) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('一' + random.nextInt(20_000)));
    }
    return text.toString();
  }

  private static Sketch of(String... paragraphs) {
    return Sketch.of(List.of(paragraphs));
  }

  @Test
  void theSameTextIsWhollyAlikeWhoeverPrintsIt() {
    String one = text(1, 400);
    String two = text(2, 300);
    assertThat(of(one, two).similarity(of(two, one))).isEqualTo(1);
    assertThat(of(one, two).pieces()).isEqualTo(393 + 293);
    Sketch report =
        Sketch.of(ReportFixture.of("2021").section(1, one).section(5, two, "短").build());
    assertThat(report.similarity(of(one, two))).isEqualTo(1);
    assertThat(report.pieces()).isEqualTo(393 + 293);
  }

  @Test
  void textsAreAsAlikeAsMuchOfThemIsTheSame() {
    String shared = text(3, 2000);
    assertThat(of(text(4, 2000)).similarity(of(text(5, 2000)))).isLessThan(0.1);
    assertThat(of(shared, text(6, 2000)).similarity(of(shared, text(7, 2000)))).isBetween(0.2, 0.5);
    assertThat(of(shared, text(8, 200)).similarity(of(shared, text(9, 200)))).isBetween(0.7, 0.95);
  }

  @Test
  void aShortTextIsComparedToo() {
    assertThat(of(text(1, 9)).similarity(of(text(1, 9)))).isEqualTo(1);
    assertThat(of(text(1, 9)).similarity(of(text(2, 9)))).isLessThan(0.1);
    assertThat(of("短").pieces()).isZero();
    assertThat(of("短").similarity(of("句"))).as("nothing of either").isEqualTo(1);
    assertThat(of("短").at(0)).isNotEqualTo(of(text(1, 9)).at(0));
  }
}
