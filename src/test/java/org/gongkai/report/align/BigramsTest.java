package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BigramsTest {
  @Test
  void aPairIsKnownToTheLabelsThatHaveItSideBySide() {
    Bigrams bigrams = new Bigrams();
    bigrams.addAll("甲乙丙", 0);
    bigrams.addAll("乙丙", 63);
    bigrams.add("丁戊己", 1, 5);
    assertThat(bigrams.at("甲乙", 0)).isEqualTo(1);
    assertThat(bigrams.at("甲乙丙", 1)).isEqualTo(1 | 1L << 63);
    assertThat(bigrams.atEnd("丁戊己")).isEqualTo(1 << 5);
    assertThat(bigrams.atEnd("丁戊")).isZero();
    assertThat(bigrams.atEnd("乙甲")).isZero();
    assertThat(bigrams.atEnd("甲丙")).isZero();
  }

  @Test
  void itHoldsAsManyPairsAsAreAdded() {
    Bigrams bigrams = new Bigrams();
    Map<String, Long> expected = new HashMap<>();
    Random random = new Random(4);
    for (int i = 0; i < 3000; i++) {
      String pair = "" + (char) ('一' + random.nextInt(40)) + (char) ('一' + random.nextInt(40));
      int label = random.nextInt(64);
      bigrams.addAll(pair, label);
      expected.merge(pair, 1L << label, (a, b) -> a | b);
    }
    for (char a = '一'; a < '一' + 41; a++) {
      for (char b = '一'; b < '一' + 41; b++) {
        String pair = "" + a + b;
        assertThat(bigrams.atEnd(pair)).as(pair).isEqualTo(expected.getOrDefault(pair, 0L));
      }
    }
  }
}
