package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.rule.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void withoutACommandShowsHowToUseItAndFails() {
    Run run = Run.of();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("check", "watch", "overview", "explain", "rules", "completion");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "check --format xml x",
        "check --jobs many x",
        "--nonesuch",
        "chekc x",
        "watch x"
      })
  void wrongUsageIsSaidOnStandardErrorOnly(String line) {
    Run run = Run.of(line.split(" "));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Wrong usage: ").contains("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "watch", "overview", "explain", "rules", "completion"})
  void everyCommandHasItsHelpInBothLanguages(String command) {
    Run english = Run.of(command, "--help");
    Run chinese = Run.of(command, "--help", "--lang", "zh");
    assertThat(english.status()).isZero();
    assertThat(chinese.status()).isZero();
    assertThat(english.err() + chinese.err()).isEmpty();
    assertThat(english.out())
        .contains("Usage: gongkai " + command, "Show this help")
        .doesNotContain("用法");
    assertThat(chinese.out())
        .contains("用法：gongkai " + command, "显示本说明")
        .doesNotContain("Show this help");
    // Whatever can be given is explained.
    assertThat(english.out().lines())
        .noneMatch(line -> line.matches("\\s+(-\\S+|[A-Z]{3,}\\S*)\\s*") && !line.contains("="));
  }

  @Test
  void theHelpOfTheWholeNamesTheCommands() {
    assertThat(Run.of("--help").out()).contains("check", "Check files and folders.");
    assertThat(Run.of("--lang=zh", "--help").out()).contains("核对文件和文件夹。");
  }

  @Test
  void versionNamesTheValidatorAndTheRules() {
    assertThat(Run.of("--version").out()).startsWith("gongkai ").contains("(rules ");
  }

  @Test
  void everyRuleIsListedAndExplained() {
    String list = Run.of("rules").out();
    for (Catalogue.Entry rule : Catalogue.standard().entries()) {
      assertThat(list).contains(rule.id());
      assertThat(Run.of("explain", rule.id()).out())
          .contains(rule.id(), rule.title().en(), rule.basis().en(), rule.remedy().en());
      assertThat(Run.of("explain", rule.id(), "--lang", "zh").out())
          .contains(rule.title().zh(), rule.remedy().zh());
    }
  }

  @Test
  void anUnknownRuleIsAnsweredWithTheNearest() {
    Run run = Run.of("explain", "requests.rowtotal");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("requests.rowtotal", "requests.row-total");
  }

  @Test
  void theCompletionScriptKnowsTheCommandsAndTheirOptions() {
    Run run = Run.of("completion");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete ", "gongkai", "--format", "watch");
  }
}
