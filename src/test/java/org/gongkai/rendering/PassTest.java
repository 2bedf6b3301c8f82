package org.gongkai.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.Gongkai;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Reading;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;

/**
 * Whatever was lost of a report, {@code pass} says no more than is so: every relation of the form
 * was checked, and none is broken by the figures that are printed.
 */
class PassTest {
  @Provide
  Arbitrary<Rendering> renderings() {
    return Arbitraries.of(Renderings.all());
  }

  @Provide
  Arbitrary<Plant> plants() {
    return Arbitraries.of(Plant.ONE, Plant.TWO, Plant.MISSING_ROW, Plant.MISSING_TABLE, Plant.NONE);
  }

  @Property(tries = 400)
  void aReportThatLostSomethingPassesOnlyIfAllWasCheckedAndHolds(
      @ForAll("renderings") Rendering rendering,
      @ForAll("plants") Plant plant,
      @ForAll Loss loss,
      @ForAll long seed) {
    Drawn drawn = Drawn.of(seed).planted(plant);
    Rendered rendered = rendering.render(drawn);
    byte[] bytes = rendered.bytes();
    boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    byte[] left = zip ? bytes : loss.of(bytes, new Random(seed));
    Result result = Gongkai.standard().check(left, rendered.name());
    if (result.verdict() == Verdict.PASS) {
      assertThat(result.relationCounts().hold())
          .isEqualTo(result.report().edition().relations().size());
      for (Relation relation : result.report().edition().relations()) {
        assertThat(isPrintedBroken(rendered, relation, result))
            .as("%s of %s is broken", relation.rule(), relation.totals().get(0).path())
            .isFalse();
      }
    }
  }

  /** Whether every figure of a relation was read as it was drawn, and it does not hold. */
  private static boolean isPrintedBroken(Rendered rendered, Relation relation, Result result) {
    BigDecimal difference =
        sum(rendered.drawn(), relation.parts()).subtract(sum(rendered.drawn(), relation.totals()));
    if (difference.signum() == 0) {
      return false;
    }
    return isRead(rendered.drawn(), relation.parts(), result)
        && isRead(rendered.drawn(), relation.totals(), result);
  }

  private static BigDecimal sum(Drawn drawn, List<Cell> cells) {
    return cells.stream()
        .map(cell -> drawn.figures().getOrDefault(cell.path(), BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether no figure of the cells was lost: one that was is no longer printed. */
  private static boolean isRead(Drawn drawn, List<Cell> cells, Result result) {
    return cells.stream()
        .allMatch(
            cell -> {
              BigDecimal figure = drawn.figures().getOrDefault(cell.path(), BigDecimal.ZERO);
              Reading reading = result.report().at(cell);
              return figure.signum() == 0
                  || reading.value() != null && reading.value().compareTo(figure) == 0;
            });
  }
}
