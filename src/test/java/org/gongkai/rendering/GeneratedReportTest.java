package org.gongkai.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.form.Edition;
import org.junit.jupiter.api.Test;

class GeneratedReportTest {
  @Test
  void consistentReportsKeepEveryRelation() {
    for (long seed = 0; seed < 500; seed++) {
      GeneratedReport generated = GeneratedReport.of(seed);
      assertThat(GeneratedReport.broken(generated.edition(), generated.figures())).isEmpty();
      assertThat(generated.figures()).hasSameSizeAs(generated.edition().cells());
      assertThat(generated.edition().covers(generated.year())).isTrue();
    }
  }

  @Test
  void aPlantedFigureBreaksARelation() {
    for (long seed = 0; seed < 500; seed++) {
      for (PlantedError plantedError : new PlantedError[] {PlantedError.ONE, PlantedError.TWO}) {
        GeneratedReport generated = GeneratedReport.of(seed).withError(plantedError);
        assertThat(GeneratedReport.broken(generated.edition(), generated.figures())).isNotEmpty();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    assertThat(GeneratedReport.of(7))
        .isEqualTo(GeneratedReport.of(7))
        .isNotEqualTo(GeneratedReport.of(8));
    assertThat(Renderings.named("word").render(GeneratedReport.of(7)).bytes())
        .isEqualTo(Renderings.named("word").render(GeneratedReport.of(7)).bytes());
  }

  @Test
  void bothEditionsAndEverySizeAreDrawn() {
    long zeros = 0;
    long large = 0;
    long old = 0;
    for (long seed = 0; seed < 200; seed++) {
      GeneratedReport generated = GeneratedReport.of(seed);
      long total = generated.figure(Edition.REQUESTS + "/newRequests/total").longValueExact();
      zeros += total == 0 ? 1 : 0;
      large += total > 1000 ? 1 : 0;
      old += generated.edition().key().equals("2019") ? 1 : 0;
    }
    assertThat(zeros).isBetween(20L, 100L);
    assertThat(large).isBetween(5L, 60L);
    assertThat(old).isBetween(30L, 80L);
  }
}
