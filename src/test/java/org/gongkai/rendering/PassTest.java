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
 * Whatever part of a report is lost, {@code pass} is right: every relation of the form was checked,
 * and the printed figures break none.
 */
class PassTest {
  @Provide
  Arbitrary<Rendering> renderings() {
    return Arbitraries.of(Renderings.all());
  }

  @Provide
  Arbitrary<PlantedError> plants() {
    return Arbitraries.of(
        PlantedError.ONE,
        PlantedError.TWO,
        PlantedError.MISSING_ROW,
        PlantedError.MISSING_TABLE,
        PlantedError.NONE);
  }

  @Property(tries = 400)
  void aReportThatLostSomethingPassesOnlyIfAllWasCheckedAndHolds(
      @ForAll("renderings") Rendering rendering,
      @ForAll("plants") PlantedError plantedError,
      @ForAll ContentLoss loss,
      @ForAll long seed) {
    GeneratedReport generated = GeneratedReport.of(seed).withError(plantedError);
    RenderedReport renderedReport = rendering.render(generated);
    byte[] bytes = renderedReport.bytes();
    boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    byte[] left = zip ? bytes : loss.of(bytes, new Random(seed));
    Result result = Gongkai.standard().check(left, renderedReport.name());
    if (result.verdict() == Verdict.PASS) {
      assertThat(result.relationCounts().hold())
          .isEqualTo(result.report().edition().relations().size());
      for (Relation relation : result.report().edition().relations()) {
        assertThat(isPrintedBroken(renderedReport, relation, result))
            .as("%s of %s is broken", relation.rule(), relation.totals().get(0).path())
            .isFalse();
      }
    }
  }

  /** Whether every figure of a relation was read as it was drawn, and it does not hold. */
  private static boolean isPrintedBroken(
      RenderedReport renderedReport, Relation relation, Result result) {
    BigDecimal difference =
        sum(renderedReport.generated(), relation.parts())
            .subtract(sum(renderedReport.generated(), relation.totals()));
    if (difference.signum() == 0) {
      return false;
    }
    return isRead(renderedReport.generated(), relation.parts(), result)
        && isRead(renderedReport.generated(), relation.totals(), result);
  }

  private static BigDecimal sum(GeneratedReport generated, List<Cell> cells) {
    return cells.stream()
        .map(cell -> generated.figures().getOrDefault(cell.path(), BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether no figure of the cells was lost: one that was is no longer printed. */
  private static boolean isRead(GeneratedReport generated, List<Cell> cells, Result result) {
    return cells.stream()
        .allMatch(
            cell -> {
              BigDecimal figure = generated.figures().getOrDefault(cell.path(), BigDecimal.ZERO);
              Reading reading = result.report().at(cell);
              return figure.signum() == 0
                  || reading.value() != null && reading.value().compareTo(figure) == 0;
            });
  }
}
