package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.gongkai.form.Editions;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of a text are the rows of table II, and how good that is. */
class ChainTest {
  private static final RowLabels LABELS =
      RowLabels.of(Editions.find("2021").orElseThrow().table("proactiveDisclosure"));
  private static final Offset<Double> EXACT = within(1e-9);

  private static Chain chain(String... lines) {
    List<Unit> units = UnitCutter.of(Printed.tokens(lines));
    return Chain.find(LABELS, units, 0, units.size());
  }

  /** Two rows with some words between them. */
  private static Chain apart(int words) {
    List<String> lines = new ArrayList<>(Collections.nCopies(words, "甲"));
    lines.add(0, "规章 1 2 3");
    lines.add("0");
    lines.add("行政规范性文件 4 5 6");
    return chain(lines.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "规章 1 2 3, 1.3",
    "规章 1 2, 1.1",
    "规章 1 2 3 4, 1.15",
    "规范性文件 1 2 3, 1.25",
    "规章, 0.4",
    "规范性文件, 0.38",
    "其他 1 2 3, 0"
  })
  void aRowIsWorthItsLabelAndTheFiguresThatItShouldHave(String line, double score) {
    assertThat(chain(line).score()).isEqualTo(score, EXACT);
  }

  @Test
  void rowsThatStandCloseTogetherInTheFormsOrderAreWorthWhatTheyAreTogether() {
    Chain chain = chain("规章 1 2 3", "行政规范性文件 4 5 6", "行政许可 7");
    assertThat(chain.size()).isEqualTo(3);
    assertThat(chain.first()).isZero();
    assertThat(chain.last()).isEqualTo(2);
    assertThat(chain.score()).isBetween(3.8, 3.9);
    assertThat(chain.likeness(1)).isEqualTo(1);
    assertThat(chain.unit(3)).isNull();
    assertThat(chain().first()).isEqualTo(-1);
    assertThat(chain().last()).isEqualTo(-1);
  }

  @Test
  void eachWordBetweenTwoRowsCostsTheSameUntilTheyAreFarApart() {
    double ten = apart(10).score() - apart(20).score();
    assertThat(ten).isPositive();
    assertThat(apart(20).score() - apart(40).score()).isEqualTo(2 * ten, EXACT);
    assertThat(apart(400).score()).isLessThan(apart(100).score());
    assertThat(apart(400).score()).isEqualTo(apart(800).score(), EXACT);
    assertThat(apart(800).size()).isEqualTo(2);
  }

  @Test
  void eachRowLeftOutBetweenTwoCostsTheSame() {
    double next = chain("规章 1 2 3", "行政规范性文件 4 5 6").score();
    double one = chain("规章 1 2 3", "行政处罚 4").score();
    double two = chain("规章 1 2 3", "行政强制 4").score();
    assertThat(next - chain("行政规范性文件 4 5 6", "行政许可 1 2").score()).isPositive();
    assertThat(one - two).isBetween(0.1, 0.15);
    assertThat(chain("行政许可 4", "行政处罚 4").score() - chain("行政许可 4", "行政强制 4").score())
        .isEqualTo(one - two, EXACT);
  }

  @Test
  void ofTwoLinesWithOneLabelTheOneCloserToTheOthersIsTheRow() {
    String[] lines = {"规章 7 7 7", "甲", "甲", "甲", "甲", "甲", "规章 1 2 3", "行政规范性文件 4 5 6"};
    assertThat(chain(lines).first()).isEqualTo(1);
    lines[6] = "规章";
    assertThat(chain(lines).first()).as("a label alone is worth less").isZero();
  }

  @Test
  void aRowBehindOneThatFollowsItInTheFormIsNotOfTheSameTable() {
    Chain chain = chain("行政规范性文件 4 5 6", "规章 1 2 3");
    assertThat(chain.size()).isEqualTo(1);
    assertThat(chain("行政许可 7", "规章 1 2 3", "行政规范性文件 4 5 6").first()).isEqualTo(1);
  }

  @Test
  void aRowFarBeforeIsWorthMoreThanNone() {
    List<String> lines = new ArrayList<>(List.of("规章 1 2 3"));
    lines.addAll(Collections.nCopies(500, "甲"));
    lines.addAll(List.of("0", "规章", "行政规范性文件 4 5 6"));
    assertThat(chain(lines.toArray(String[]::new)).first())
        .as("a label close by is worth more than figures far away")
        .isEqualTo(2);
  }

  @Test
  void aFormThatIsFilledInIsWorthMoreThanTheBlankOneBeforeIt() {
    Chain chain = chain("规章|||", "行政规范性文件|||", "规章|1|2|3", "行政规范性文件|4|5|6");
    assertThat(chain.first()).isEqualTo(2);
  }
}
