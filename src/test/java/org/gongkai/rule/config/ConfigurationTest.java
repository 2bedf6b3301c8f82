package org.gongkai.rule.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Rules;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static Result check(String yaml, ReportFixture fixture) {
    return Rules.standard()
        .with(Configuration.read(yaml, "rules.yaml"))
        .check(TestReports.SOURCE, fixture.build(), null);
  }

  private static SettingsException complaint(String yaml) {
    return catchThrowableOfType(
        SettingsException.class, () -> Configuration.read(yaml, "rules.yaml"));
  }

  private static ReportFixture broken() {
    return ReportFixture.of("2021")
        .set("remedies/reconsideration/total", "9")
        .set("requests/newRequests/other", Status.BLANK, "");
  }

  @Test
  void aRuleIsRaisedLoweredOrSwitchedOff() {
    Result result =
        check(
            "rules:\n  remedies.total: warning\n  cells.blank-as-zero: off\n  cell.text: notice\n",
            broken());
    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(result.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    assertThat(check("rules: {cells.blank-as-zero: error}", broken()).count(Severity.ERROR))
        .isEqualTo(2);
  }

  @Test
  void aRuleIsLoweredInCode() {
    Configuration lowered = Configuration.standard().with("remedies.total", Severity.WARNING);
    Result result =
        Rules.standard().with(lowered).check(TestReports.SOURCE, broken().build(), null);
    assertThat(result.count(Severity.ERROR)).isZero();
    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void anEmptyFileChangesNothing() {
    assertThat(check("", broken()).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check("# nothing yet\n", broken()).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void anUnknownRuleIsNamedWithTheNearest() {
    SettingsException complaint = complaint("rules:\n  cell.text: off\n  remedy.total: off\n");
    assertThat(complaint.line()).isEqualTo(3);
    assertThat(complaint.column()).isEqualTo(3);
    assertThat(complaint)
        .hasMessage(
            "rules.yaml:3:3: there is no rule “remedy.total”; the nearest is “remedies.total”.");
    assertThat(complaint.explanation().zh())
        .isEqualTo("rules.yaml第3行第3列：没有编号为“remedy.total”的规则，最接近的是“remedies.total”。");
  }

  @Test
  void anUnknownSeverityIsToldWhatIsExpected() {
    SettingsException complaint = complaint("rules:\n  cell.text: fatal\n");
    assertThat(complaint)
        .hasMessage(
            "rules.yaml:2:14: expected one of error, warning, notice, off here, found “fatal”.");
    assertThat(complaint.explanation().zh()).endsWith("此处应为error、warning、notice、off之一，却是“fatal”。");
  }

  @Test
  void whatIsNoMappingIsToldWhatIsExpected() {
    assertThat(complaint("- cell.text\n").explanation().en())
        .isEqualTo(
            "rules.yaml, line 1, column 1: expected settings that begin with “rules:” or “thresholds:” here, found a list.");
    assertThat(complaint("rules:\n  - cell.text\n").line()).isEqualTo(2);
    assertThat(complaint("rules: all\n").explanation().zh()).contains("此处应为“规则编号: 级别”的各行，却是“all”。");
    assertThat(complaint("rule:\n  cell.text: off\n").explanation().zh())
        .contains("不认识“rule”，此处可用：rules、thresholds。");
    assertThat(complaint("rules:\n  cell.text: [off]\n").explanation().zh()).contains("却是列表");
    assertThat(complaint("rules:\n  cell.text:\n").explanation().zh()).contains("却是“”");
  }

  @Test
  void aRuleThatIsThereTwiceIsRefused() {
    assertThat(complaint("rules:\n  cell.text: off\n  cell.text: error\n").line()).isEqualTo(3);
  }

  @Test
  void aThresholdThatIsNoShareIsToldWhatIsExpected() {
    for (String share : List.of("50", "0", "0%", "120%", "-0.5", "half", "1e-1", "0.5.1", "%")) {
      assertThat(complaint("thresholds:\n  years.reused-text: \"" + share + "\"\n"))
          .as(share)
          .hasMessage(
              "rules.yaml:2:22: expected a share above 0 and up to 100 %, such as 50% or 0.5 here, found “"
                  + share
                  + "”.");
    }
    assertThat(complaint("thresholds:\n  cell.text: 50%\n").explanation().zh())
        .contains("不认识“cell.text”，此处可用：years.similar-text、years.reused-text。");
    assertThat(complaint("thresholds:\n  years.similar-text: 90%\n").explanation().en())
        .endsWith(
            "the share of “years.similar-text” must not be above that of “years.reused-text”.");
  }

  @Test
  void aThresholdIsPartOfWhatTellsSettingsApart() {
    assertThat(Configuration.read("thresholds: {years.reused-text: 80%}", "r").canonical())
        .isEqualTo(Configuration.standard().canonical());
    assertThat(Configuration.read("thresholds: {years.reused-text: 0.7}", "r").canonical())
        .isEqualTo("years.reused-text 0.7\n");
  }

  @Test
  void brokenYamlIsRefusedWithItsPlace() {
    SettingsException complaint = complaint("rules:\n  cell.text: \"off\n");
    assertThat(complaint.explanation().zh()).startsWith("rules.yaml第").contains("不是有效的YAML");
    assertThat(complaint("rules:\n\tcell.text: off").line()).isEqualTo(2);
    assertThat(complaint("a: *b").explanation().en()).contains("no valid YAML");
  }
}
