package org.gongkai.rule.narrative;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.rule.FaultlessReport;
import org.junit.jupiter.api.Test;

/** Sentences in the forms that prose takes, each with one figure told wrongly, and rightly. */
class FalseFiguresTest {
  /** {@code {wrong|right}}. */
  private static final String FIGURE = "\\{(.*)\\|(.*)\\}";

  private record Case(String issuer, int section, String text) {
    boolean isOfNone() {
      return issuer.equals("Z");
    }

    List<String> wrong() {
      return narrative(SentenceReport.of(issuer), text.replaceFirst(FIGURE, "$1"));
    }

    List<String> right() {
      FaultlessReport report = isOfNone() ? SentenceReport.zero(issuer) : SentenceReport.of(issuer);
      return narrative(report, text.replaceFirst(FIGURE, "$2"));
    }

    private List<String> narrative(FaultlessReport report, String sentence) {
      return report.section(section, "2023年，政府信息公开工作有序推进。", sentence).check().findings().stream()
          .filter(finding -> finding.rule().startsWith("narrative."))
          .map(finding -> finding.message().zh())
          .toList();
    }
  }

  @Test
  void aRightFigureIsNoFinding() throws IOException {
    for (Case each : cases()) {
      assertThat(each.right()).as(each.text()).isEmpty();
    }
  }

  @Test
  void nineInTenWrongFiguresAreFound() throws IOException {
    List<String> missed = new ArrayList<>();
    List<Case> cases = cases();
    for (Case each : cases) {
      if (each.wrong().isEmpty()) {
        missed.add(each.text());
      }
    }
    System.out.printf(
        "narrative: %d of %d wrong figures found%n", cases.size() - missed.size(), cases.size());
    assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
    assertThat(missed).hasSizeLessThanOrEqualTo(cases.size() / 10);
  }

  private static List<Case> cases() throws IOException {
    try (InputStream in = FalseFiguresTest.class.getResourceAsStream("false-figures.tsv")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(part -> new Case(part[0], Integer.parseInt(part[1]), part[2]))
          .toList();
    }
  }
}
