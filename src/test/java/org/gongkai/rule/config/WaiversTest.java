package org.gongkai.rule.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Rules;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

  private static Result check(Waivers waivers) {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .set("remedies/reconsideration/total", "9")
            .set("proactiveDisclosure/licensing", "1.5");
    return Rules.standard()
        .withWaivers(waivers, TODAY)
        .check(TestReports.SOURCE, fixture.build(), null);
  }

  private static Waivers read(String... lines) {
    return Waivers.read("waivers:\n" + String.join("\n", lines) + "\n", "waivers.yaml");
  }

  private static SettingsException complaint(String yaml) {
    return catchThrowableOfType(SettingsException.class, () -> Waivers.read(yaml, "waivers.yaml"));
  }

  private static String id(String rule) {
    return check(Waivers.none()).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void aFindingIsWaivedByItsIdStaysAndNoLongerFails() {
    Result result =
        check(
            read(
                "- {finding: " + id("remedies.total") + ", reason: 已说明}",
                "- {rule: cell.fraction, reason: 折合}"));
    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(result.relationCounts().broken()).isEqualTo(1);
    assertThat(result.findings())
        .hasSize(2)
        .extracting(Finding::waiver)
        .containsExactlyInAnyOrder("已说明", "折合");
    assertThat(result.count(Severity.ERROR)).isZero();
    assertThat(result.diagnoses()).isEmpty();
  }

  @Test
  void whatIsNotWaivedStillFails() {
    assertThat(check(read("- {rule: cell.fraction, reason: 折合}")).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aCellAndAFileNarrowARule() {
    assertThat(
            check(
                    read(
                        "- {rule: remedies.total, cell: remedies/*/total, file: '*.html', reason: a}"))
                .count(Severity.ERROR))
        .isEqualTo(1);
    assertThat(
            check(read("- {rule: remedies.total, cell: requests/*, reason: a}"))
                .count(Severity.ERROR))
        .isEqualTo(2);
    assertThat(
            check(read("- {rule: remedies.total, file: b.html, reason: a}")).count(Severity.ERROR))
        .isEqualTo(2);
    assertThat(
            check(read("- {rule: remedies.total, file: a.html, reason: a}")).count(Severity.ERROR))
        .isEqualTo(1);
  }

  @Test
  void aStarStandsForAnyRunOfCharactersAndNothingElseIsSpecial() {
    assertThat(
            check(read("- {rule: remedies.total, file: 'a.*', reason: a}")).count(Severity.ERROR))
        .isEqualTo(1);
    assertThat(
            check(read("- {rule: remedies.total, file: 'a?html*', reason: a}"))
                .count(Severity.ERROR))
        .isEqualTo(2);
  }

  @Test
  void aWaiverHoldsToTheEndOfItsLastDay() {
    assertThat(
            check(read("- {rule: remedies.total, reason: a, expires: 2024-03-01}"))
                .count(Severity.ERROR))
        .isEqualTo(1);
    assertThat(
            check(read("- {rule: remedies.total, reason: a, expires: 2024-02-29}"))
                .count(Severity.ERROR))
        .isEqualTo(2);
  }

  @Test
  void waiversWithoutUseAreToldAtTheEndOfARun() {
    Waivers waivers =
        read(
            "- {rule: remedies.total, reason: a}",
            "- {rule: cell.text, reason: a}",
            "- {rule: cell.fraction, reason: a, expires: 2023-01-01}");
    WaiverUsage tally = waivers.usage(TODAY);
    tally.add(check(waivers));
    assertThat(tally.unused())
        .extracting(unused -> unused.why().zh())
        .containsExactly("第3行的豁免没有对应的问题，可以删去。", "第4行的豁免已于2023-01-01到期，不再生效。");
  }

  @Test
  void anEmptyFileWaivesNothing() {
    assertThat(Waivers.read("", "w").all()).isEmpty();
    assertThat(Waivers.read("waivers: []", "w").all()).isEmpty();
  }

  @Test
  void malformedFilesAreRefusedWithThePlaceAndWhatWasExpected() {
    assertThat(complaint("waivers:\n  - rule: cell.tekst\n    reason: a\n"))
        .hasMessage(
            "waivers.yaml:2:11: there is no rule “cell.tekst”; the nearest is “cell.text”.");
    assertThat(complaint("waivers:\n  - rule: cell.text\n").explanation().zh())
        .isEqualTo("waivers.yaml第2行第5列：缺少reason：每项豁免都应当写明理由。");
    assertThat(complaint("waivers:\n  - {reason: a}\n").explanation().zh()).contains("二者取一");
    assertThat(
            complaint("waivers:\n  - {rule: cell.text, finding: 0123456789abcdef, reason: a}\n")
                .line())
        .isEqualTo(2);
    assertThat(complaint("waivers:\n  - {finding: 12, reason: a}\n").explanation().en())
        .contains("expected the id of a finding (16 hexadecimal digits) here, found “12”");
    assertThat(
            complaint("waivers:\n  - {rule: cell.text, reason: a, expires: 明年}\n")
                .explanation()
                .zh())
        .contains("此处应为日期，例如2026-12-31，却是“明年”");
    assertThat(
            complaint("waivers:\n  - {rule: cell.text, reason: a, until: 2024-01-01}\n")
                .explanation()
                .zh())
        .contains("不认识“until”，此处可用：finding、rule、cell、file、reason、expires。");
    assertThat(complaint("waivers:\n  rule: cell.text\n").explanation().en())
        .contains("expected a list of waivers");
    assertThat(complaint("waivers:\n  - cell.text\n").explanation().en())
        .contains("expected a waiver");
    assertThat(complaint("rules: {}\n").explanation().en()).contains("expected one of: waivers");
    assertThat(complaint("waivers:\n  - {rule: cell.text, reason: ' '}\n").explanation().en())
        .contains("expected a reason");
  }

  @Test
  void aWaiverForOneSourceThatIsOfNoUseThereIsTold() {
    Waivers waivers =
        read(
            "- {rule: tables.none, file: a.html, reason: 甲}",
            "- {rule: tables.none, file: '*.html', reason: 乙}",
            "- {rule: tables.none, file: b.html, reason: 丙}",
            "- {rule: tables.none, reason: 丁}",
            "- {rule: cell.fraction, file: a.html, reason: 戊}");
    Rules rules = Rules.standard().withWaivers(waivers, TODAY);
    assertThat(rules.unusedWaivers(check(waivers)))
        .extracting(unused -> unused.waiver().reason())
        .containsExactly("甲");
  }

  @Test
  void rulesThatSayTheSameHaveOneFingerprint() {
    assertThat(Rules.standard().fingerprint()).isEmpty();
    Rules waived = Rules.standard().withWaivers(read("- {rule: cell.fraction, reason: 折合}"), TODAY);
    assertThat(waived.fingerprint()).matches("[0-9a-f]{16}");
    assertThat(
            Rules.standard()
                .withWaivers(read("- {rule: cell.fraction, reason: 折合}"), TODAY)
                .fingerprint())
        .isEqualTo(waived.fingerprint());
    assertThat(
            Rules.standard()
                .withWaivers(read("- {rule: cell.text, reason: 折合}"), TODAY)
                .fingerprint())
        .isNotEqualTo(waived.fingerprint());
  }
}
