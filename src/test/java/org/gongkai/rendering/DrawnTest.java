package org.gongkai.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.form.Edition;
import org.junit.jupiter.api.Test;

class DrawnTest {
  @Test
  void consistentReportsKeepEveryRelation() {
    for (long seed = 0; seed < 500; seed++) {
      Drawn drawn = Drawn.of(seed);
      assertThat(Drawn.broken(drawn.edition(), drawn.figures())).isEmpty();
      assertThat(drawn.figures()).hasSameSizeAs(drawn.edition().cells());
      assertThat(drawn.edition().covers(drawn.year())).isTrue();
    }
  }

  @Test
  void aPlantedFigureBreaksARelation() {
    for (long seed = 0; seed < 500; seed++) {
      for (Plant plant : new Plant[] {Plant.ONE, Plant.TWO}) {
        Drawn drawn = Drawn.of(seed).planted(plant);
        assertThat(Drawn.broken(drawn.edition(), drawn.figures())).isNotEmpty();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    assertThat(Drawn.of(7)).isEqualTo(Drawn.of(7)).isNotEqualTo(Drawn.of(8));
    assertThat(Renderings.named("word").render(Drawn.of(7)).bytes())
        .isEqualTo(Renderings.named("word").render(Drawn.of(7)).bytes());
  }

  @Test
  void bothEditionsAndEverySizeAreDrawn() {
    long zeros = 0;
    long large = 0;
    long old = 0;
    for (long seed = 0; seed < 200; seed++) {
      Drawn drawn = Drawn.of(seed);
      long total = drawn.figure(Edition.REQUESTS + "/newRequests/total").longValueExact();
      zeros += total == 0 ? 1 : 0;
      large += total > 1000 ? 1 : 0;
      old += drawn.edition().key().equals("2019") ? 1 : 0;
    }
    assertThat(zeros).isBetween(20L, 100L);
    assertThat(large).isBetween(5L, 60L);
    assertThat(old).isBetween(30L, 80L);
  }
}
