package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.rule.TestReports.check;

import java.util.List;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Where;
import org.gongkai.rule.config.Configuration;
import org.junit.jupiter.api.Test;

class FindingCollectorTest {
  private static FindingCollector findings() {
    return new FindingCollector(Catalogue.standard(), Configuration.standard());
  }

  @Test
  void anIdIsTheSameFromRunToRunAndWhereverTheCellStands() {
    String first = remedy(ReportFixture.of("2021"), "7").id();
    ReportFixture shifted = ReportFixture.of("2021");
    shifted.text("a line more");
    assertThat(remedy(shifted, "7").id()).isEqualTo(first).matches("[0-9a-f]{16}");
  }

  @Test
  void anotherFigureOrRuleIsAnotherFinding() {
    assertThat(remedy(ReportFixture.of("2021"), "7").id())
        .isNotEqualTo(remedy(ReportFixture.of("2021"), "8").id());
  }

  @Test
  void trailingZerosDoNotMakeAnotherFinding() {
    assertThat(remedy(ReportFixture.of("2021"), "7").id())
        .isEqualTo(remedy(ReportFixture.of("2021"), "7.0").id());
  }

  @Test
  void equalFindingsGetIdsOfTheirOwnInOrder() {
    FindingCollector findings = findings();
    findings.add("nature.list");
    findings.add("nature.list");
    findings.add("nature.list");
    List<Finding> all = findings.finish();
    assertThat(all).extracting(Finding::id).doesNotHaveDuplicates();
    assertThat(all.get(0).id()).isEqualTo(alone());
  }

  private static String alone() {
    FindingCollector findings = findings();
    findings.add("nature.list");
    return findings.finish().get(0).id();
  }

  @Test
  void theyComeInDocumentOrderAndThoseThatStandNowhereFirst() {
    ReportFixture fixture = ReportFixture.of("2021");
    Where first = Where.of(fixture.text("一二三"), 0, 1);
    Where second = Where.of(fixture.text("一二三"), 1, 2);
    FindingCollector findings = findings();
    findings.add("nature.login").at(second);
    findings.add("nature.list").at(first);
    findings.add("nature.scripted").at(Where.of(second.text(), 0, 1));
    findings.add("document.empty");
    assertThat(findings.finish())
        .extracting(Finding::rule)
        .containsExactly("document.empty", "nature.list", "nature.scripted", "nature.login");
  }

  @Test
  void aRuleThatIsSwitchedOffAddsNothing() {
    FindingCollector findings =
        new FindingCollector(Catalogue.standard(), Configuration.standard().without("nature.list"));
    findings.add("nature.list");
    assertThat(findings.finish()).isEmpty();
    assertThat(findings.wants("nature.list")).isFalse();
  }

  private static Finding remedy(ReportFixture fixture, String total) {
    return check(fixture.set("remedies/reconsideration/total", total)).findings().get(0);
  }
}
