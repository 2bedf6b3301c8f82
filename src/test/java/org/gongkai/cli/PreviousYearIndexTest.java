package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.publish.Summary;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviousYearIndexTest {
  private final PreviousYearIndex years = new PreviousYearIndex();

  @Test
  void findsTheSameIssuersReportOfTheYearBefore() {
    years.add(0, summary("云溪县人民政府", 2022));
    years.add(1, summary("云溪县教育局", 2022));
    years.add(2, summary("云溪县人民政府", 2021));
    assertThat(years.before(summary("云溪县人民政府", 2023))).isZero();
    assertThat(years.before(summary("云溪县 人民政府", 2022))).isEqualTo(2);
    assertThat(years.before(summary("云溪县人民政府", 2021))).isNull();
    assertThat(years.before(summary("另一县人民政府", 2023))).isNull();
  }

  @Test
  void ofTwoFilesWithTheSameReportTheFirstCounts() {
    years.add(3, summary("云溪县人民政府", 2022));
    years.add(4, summary("云溪县人民政府", 2022));
    assertThat(years.before(summary("云溪县人民政府", 2023))).isEqualTo(3);
  }

  @Test
  void aReportWithoutIssuerOrYearHasNone() {
    years.add(0, summary(null, 2022));
    years.add(1, summary("云溪县人民政府", null));
    years.add(2, null);
    assertThat(years.before(summary(null, 2023))).isNull();
    assertThat(years.before(null)).isNull();
  }

  private static Summary summary(@Nullable String issuer, @Nullable Integer year) {
    return new Summary(
        "x", Verdict.PASS, 0, 0, 0, new RelationCounts(42, 42, 0, 0), null, issuer, year, "2021");
  }
}
