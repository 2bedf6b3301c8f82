package org.gongkai.rule.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.rule.FaultlessReport;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Prose made to be slow; by itself, for what it costs. The limit is wide for machines under load,
 * and still catches what is quadratic.
 */
@Timeout(60)
class HugeProseTest {
  /**
   * Ten million characters that all look like figures: the rules look at a part, in time linear in
   * it.
   */
  @Test
  void aHugeParagraphDoesNotHang() {
    String figures = "收到申请12件（含2022年结转3件，《".repeat(500_000);
    String crosses = "XX".repeat(2_500_000) + "(".repeat(2_500_000) + "《".repeat(2_500_000);
    String digits = "1".repeat(30_000) + "2022年".repeat(500_000);
    String claims = "件。收到政府信息公开申请1".repeat(500_000);
    String leftovers = "共XX件 件，13800138000".repeat(400_000);
    for (String hostile : List.of(figures, crosses, digits, claims, leftovers)) {
      assertThat(FaultlessReport.report().section(1, "2023年，政府信息公开申请" + hostile).check().verdict())
          .isEqualTo(Verdict.PASS);
    }
  }
}
