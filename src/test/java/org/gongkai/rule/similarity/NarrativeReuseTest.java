package org.gongkai.rule.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gongkai.rule.similarity.NarrativeReuse.Reused;
import org.gongkai.rule.years.YearRulesTest;
import org.junit.jupiter.api.Test;

class NarrativeReuseTest {
  private static String text(int number) {
    return YearRulesTest.text(number);
  }

  @Test
  void figuresSpacesAndPunctuationAreNoDifference() {
    Reused reused =
        NarrativeReuse.compare(
            List.of("全年公开政府信息 1,234 条，培训２次。"), Shingles.of(List.of("全年公开政府信息99条。培训11次")));
    assertThat(reused.share()).isEqualTo(1);
    assertThat(reused.paragraphs()).containsExactly(0);
  }

  @Test
  void theShareIsThatOfTheText() {
    Reused reused =
        NarrativeReuse.compare(List.of(text(1), text(2)), Shingles.of(List.of(text(3), text(1))));
    assertThat(reused.share()).isCloseTo(0.5, within(0.01));
    assertThat(reused.paragraphs()).containsExactly(0);
  }

  @Test
  void aParagraphIsTakenOverFromNineTenthsOn() {
    Shingles earlier = Shingles.of(List.of(text(1)));
    for (int fresh : List.of(0, 10)) {
      String most = text(1).substring(0, 107 - fresh) + text(2).substring(0, fresh);
      Reused reused = NarrativeReuse.compare(List.of(most), earlier);
      assertThat(reused.paragraphs()).containsExactly(0);
      assertThat(reused.characters()).isEqualTo(100);
    }
    for (int fresh : List.of(11, 50)) {
      String less = text(1).substring(0, 107 - fresh) + text(2).substring(0, fresh);
      assertThat(NarrativeReuse.compare(List.of(less), earlier).paragraphs()).isEmpty();
    }
  }

  @Test
  void nothingIsNothingReused() {
    assertThat(NarrativeReuse.compare(List.of(), Shingles.of(List.of(text(1)))).share()).isZero();
    assertThat(NarrativeReuse.compare(List.of("短。"), Shingles.of(List.of("短。"))).share()).isZero();
  }
}
