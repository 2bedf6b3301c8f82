package org.gongkai.rule.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gongkai.rule.similarity.NarrativeReuse.Index;
import org.gongkai.rule.similarity.NarrativeReuse.Reused;
import org.gongkai.rule.similarity.NarrativeReuse.Twins;
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

  @Test
  void twoBodiesWithTheSameTextAreTwins() {
    Index index = new Index();
    index.add("a.html", "某市水务局", Sketch.of(List.of(text(1), text(2))));
    index.add("b.html", "某市财政局", Sketch.of(List.of(text(3), text(4))));
    index.add("c.html", "某市教育局", Sketch.of(List.of(text(1), text(2) + "另有一句。")));
    List<Twins> twins = index.twins();
    assertThat(twins).hasSize(1);
    assertThat(twins.get(0).one()).isEqualTo("a.html");
    assertThat(twins.get(0).other()).isEqualTo("c.html");
    assertThat(twins.get(0).alike()).isCloseTo(0.98, within(0.06));
    assertThat(twins.get(0).message().zh()).startsWith("“a.html”与“c.html”的文字约有");
  }

  @Test
  void howMuchIsAlikeIsSaidInPercent() {
    Index index = new Index();
    index.add("a", null, Sketch.of(List.of(text(1), text(2))));
    index.add("b", null, Sketch.of(List.of(text(1), text(2))));
    Twins twins = index.twins().get(0);
    assertThat(twins.alike()).isEqualTo(1);
    assertThat(twins.message().zh()).contains("的文字约有100%相同");
    assertThat(twins.message().en()).startsWith("“a” and “b” share about 100 %");
  }

  @Test
  void aShortTextIsLeftAlone() {
    Index index = new Index();
    String pieces = text(1) + text(2).substring(0, 7);
    index.add("a", "甲", Sketch.of(List.of(pieces)));
    index.add("b", "乙", Sketch.of(List.of(pieces)));
    assertThat(index.twins()).hasSize(1);
    Index shorter = new Index();
    shorter.add("a", "甲", Sketch.of(List.of(pieces.substring(1))));
    shorter.add("b", "乙", Sketch.of(List.of(pieces.substring(1))));
    assertThat(shorter.twins()).isEmpty();
  }

  @Test
  void reportsOfOneBodyAreNoTwins() {
    Index index = new Index();
    index.add("2022.html", "某市水务局", Sketch.of(List.of(text(1), text(2))));
    index.add("2023.html", "某市 水务局", Sketch.of(List.of(text(1), text(2))));
    assertThat(index.twins()).isEmpty();
  }

  @Test
  void halfATextInCommonIsNotEnough() {
    Index index = new Index();
    index.add("a", "甲", Sketch.of(List.of(text(1), text(2))));
    index.add("b", "乙", Sketch.of(List.of(text(1), text(3))));
    assertThat(index.twins()).isEmpty();
  }

  @Test
  void aTextThatThousandsShareDoesNotTakeTimeSquared() {
    Index index = new Index();
    for (int i = 0; i < 2000; i++) {
      index.add("f" + i, "局" + (char) ('一' + i), Sketch.of(List.of(text(1), text(2))));
    }
    assertThat(index.twins().size()).isBetween(1999, 2000 * 21);
  }
}
