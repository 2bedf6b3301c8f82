package org.gongkai.rule.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gongkai.rule.years.YearRulesTest;
import org.junit.jupiter.api.Test;

class SimilarityIndexTest {
  private static String text(int number) {
    return YearRulesTest.text(number);
  }

  @Test
  void twoBodiesWithTheSameTextAreSimilar() {
    SimilarityIndex index = new SimilarityIndex();
    index.add("a.html", "某市水务局", Sketch.of(List.of(text(1), text(2))));
    index.add("b.html", "某市财政局", Sketch.of(List.of(text(3), text(4))));
    index.add("c.html", "某市教育局", Sketch.of(List.of(text(1), text(2) + "另有一句。")));
    List<SimilarReports> pairs = index.similarReports();
    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).one()).isEqualTo("a.html");
    assertThat(pairs.get(0).other()).isEqualTo("c.html");
    assertThat(pairs.get(0).similarity()).isCloseTo(0.98, within(0.06));
    assertThat(pairs.get(0).message().zh()).startsWith("“a.html”与“c.html”的文字约有");
  }

  @Test
  void howMuchIsAlikeIsSaidInPercent() {
    SimilarityIndex index = new SimilarityIndex();
    index.add("a", null, Sketch.of(List.of(text(1), text(2))));
    index.add("b", null, Sketch.of(List.of(text(1), text(2))));
    SimilarReports pair = index.similarReports().get(0);
    assertThat(pair.similarity()).isEqualTo(1);
    assertThat(pair.message().zh()).contains("的文字约有100%相同");
    assertThat(pair.message().en()).startsWith("“a” and “b” share about 100 %");
  }

  @Test
  void aShortTextIsLeftAlone() {
    SimilarityIndex index = new SimilarityIndex();
    String pieces = text(1) + text(2).substring(0, 7);
    index.add("a", "甲", Sketch.of(List.of(pieces)));
    index.add("b", "乙", Sketch.of(List.of(pieces)));
    assertThat(index.similarReports()).hasSize(1);
    SimilarityIndex shorter = new SimilarityIndex();
    shorter.add("a", "甲", Sketch.of(List.of(pieces.substring(1))));
    shorter.add("b", "乙", Sketch.of(List.of(pieces.substring(1))));
    assertThat(shorter.similarReports()).isEmpty();
  }

  @Test
  void reportsOfOneBodyAreNotCompared() {
    SimilarityIndex index = new SimilarityIndex();
    index.add("2022.html", "某市水务局", Sketch.of(List.of(text(1), text(2))));
    index.add("2023.html", "某市 水务局", Sketch.of(List.of(text(1), text(2))));
    assertThat(index.similarReports()).isEmpty();
  }

  @Test
  void halfATextInCommonIsNotEnough() {
    SimilarityIndex index = new SimilarityIndex();
    index.add("a", "甲", Sketch.of(List.of(text(1), text(2))));
    index.add("b", "乙", Sketch.of(List.of(text(1), text(3))));
    assertThat(index.similarReports()).isEmpty();
  }

  @Test
  void aTextThatThousandsShareDoesNotTakeTimeSquared() {
    SimilarityIndex index = new SimilarityIndex();
    for (int i = 0; i < 2000; i++) {
      index.add("f" + i, "局" + (char) ('一' + i), Sketch.of(List.of(text(1), text(2))));
    }
    assertThat(index.similarReports().size()).isBetween(1999, 2000 * 21);
  }
}
