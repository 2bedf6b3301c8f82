package org.gongkai.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.publish.OverviewTotals.Measure;
import org.gongkai.rule.bodies.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTotalsTest {
  private static final OverviewEntry ENTRY = OverviewEntry.of(Showcase.passing(), null);

  /** The showcase's tables: what the form adds up, the groups add up too. */
  @Test
  void outcomesByKindAreTheOutcomesOfTheForm() {
    OverviewTotals totals = new OverviewTotals();
    totals.add(2023, ENTRY.figures());
    int outcomes = 0;
    for (Measure measure :
        new Measure[] {
          Measure.DISCLOSED,
          Measure.PARTIALLY_DISCLOSED,
          Measure.REFUSED,
          Measure.UNAVAILABLE,
          Measure.NOT_PROCESSED,
          Measure.OTHER_HANDLING
        }) {
      outcomes += totals.of(2023, measure).intValueExact();
    }
    assertThat(outcomes).isEqualTo(total("requests/outcomeTotal/total")).isPositive();
    assertThat(totals.of(2023, Measure.NEW_REQUESTS).intValueExact())
        .isEqualTo(total("requests/newRequests/total"));
    assertThat(
            totals
                .of(2023, Measure.CORRECTED)
                .add(totals.of(2023, Measure.NOT_CORRECTED))
                .add(totals.of(2023, Measure.PENDING))
                .intValueExact())
        .isEqualTo(
            total("remedies/reconsideration/total")
                + total("remedies/litigationDirect/total")
                + total("remedies/litigationAfterReconsideration/total"));
  }

  private static int total(String path) {
    return ENTRY.cells().stream()
        .filter(cell -> cell.cell().path().equals(path))
        .mapToInt(cell -> Integer.parseInt(cell.value()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3"})
  void addsUpYearByYear(int reports, int times) {
    OverviewTotals totals = new OverviewTotals();
    Figures figures = ENTRY.figures();
    for (int i = 0; i < reports; i++) {
      totals.add(2023, figures);
    }
    totals.add(2024, figures);
    totals.add(null, figures);
    assertThat(totals.years()).containsExactly(2023, 2024);
    assertThat(totals.of(2023, Measure.NEW_REQUESTS).intValueExact())
        .isEqualTo(times * totals.of(2024, Measure.NEW_REQUESTS).intValueExact());
  }
}
