package org.gongkai.rule.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Editions;
import org.gongkai.report.Status;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyCheckerTest {
  private static final String NEW = "requests/newRequests/total";
  private static final String FEES = "proactiveDisclosure/fees";
  private static final BodyList LIST =
      BodyListReader.read(
          """
          名称,别名,上级,截止日期
          云溪县人民政府,,,2025-03-31
          云溪县人民政府办公室,,云溪县人民政府,2025-01-31
          云溪县教育局,,云溪县人民政府,2025-01-31
          """
              .getBytes(StandardCharsets.UTF_8),
          "bodies.csv");

  private final BodyChecker checker = new BodyChecker(LIST, Configuration.standard());

  /** Adds a report whose cells are all zero but those given; null for one that was not read. */
  private void add(String issuer, String published, Map<String, @Nullable String> figures) {
    Figures.Builder all = new Figures.Builder();
    for (Cell cell : Editions.all().get(0).cells()) {
      String figure = figures.getOrDefault(cell.path(), "0");
      all.add(
          cell,
          figure == null ? Status.UNPLACED : figure.isEmpty() ? Status.BLANK : Status.NUMBER,
          figure == null || figure.isEmpty() ? null : new BigDecimal(figure));
    }
    checker.add(
        new BodyReport(
            issuer + published + ".html",
            issuer,
            2024,
            published.isEmpty() ? null : LocalDate.parse(published),
            Verdict.PASS,
            all.build()));
  }

  private List<String> rules() {
    return checker.finish().findings().stream().map(BodyFinding::rule).toList();
  }

  private BodyFinding only() {
    List<BodyFinding> findings = checker.finish().findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private void wholeCounty() {
    add("云溪县人民政府", "2025-03-01", Map.of(NEW, "7", FEES, "12.3"));
    add("云溪县人民政府办公室", "2025-01-20", Map.of(NEW, "3", FEES, "2.14"));
    add("云溪县教育局", "2025-01-20", Map.of(NEW, "4", FEES, "10.2"));
  }

  @Test
  void aCountyWhoseFiguresAddUpHasNoFindings() {
    wholeCounty();
    BodyResults results = checker.finish();
    assertThat(results.findings()).isEmpty();
    BodyState county = results.states().get(0);
    assertThat(county.sum()).isEqualTo(BodyState.Sum.AGREES);
    assertThat(county.below()).isEqualTo(new BodyState.Counts(3, 3, 0, 0, 0, 0, 0));
  }

  @Test
  void namesTheCellsThatAreNotTheSumWithBothFiguresAndTheLargestContributors() {
    add("云溪县人民政府", "", Map.of(NEW, "8"));
    add("云溪县人民政府办公室", "", Map.of(NEW, "3"));
    add("云溪县教育局", "", Map.of(NEW, "4"));
    BodyFinding finding = only();
    assertThat(finding.rule()).isEqualTo("bodies.sum");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.cell().path()).isEqualTo(NEW);
              assertThat(difference.stated()).isEqualByComparingTo("8");
              assertThat(difference.compared()).isEqualByComparingTo("7");
              assertThat(difference.parts())
                  .extracting(Difference.Part::name)
                  .containsExactly("云溪县教育局", "云溪县人民政府办公室");
            });
    assertThat(finding.message().zh()).contains("为8，下级合计7（最多的是“云溪县教育局”4、“云溪县人民政府办公室”3）");
  }

  @Test
  void regulationsAndWhatIsInForceAreNotAddedUp() {
    add(
        "云溪县人民政府",
        "",
        Map.of(
            "proactiveDisclosure/regulations/issued", "5",
            "proactiveDisclosure/normativeDocuments/inForce", "9"));
    add("云溪县人民政府办公室", "", Map.of());
    add("云溪县教育局", "", Map.of());
    assertThat(rules()).isEmpty();
  }

  @Test
  void documentsIssuedAndRemediesAreAddedUp() {
    add(
        "云溪县人民政府",
        "",
        Map.of(
            "proactiveDisclosure/normativeDocuments/issued", "5",
            "remedies/reconsideration/total", "1"));
    add("云溪县人民政府办公室", "", Map.of());
    add("云溪县教育局", "", Map.of());
    assertThat(only().differences()).hasSize(2);
  }

  @Test
  void noSumIsJudgedWhileAReportIsMissing() {
    add("云溪县人民政府", "", Map.of(NEW, "8"));
    add("云溪县教育局", "", Map.of(NEW, "4"));
    List<BodyFinding> findings = checker.finish().findings();
    assertThat(findings)
        .extracting(BodyFinding::rule)
        .containsExactly("bodies.sum-not-assessable", "bodies.missing");
    assertThat(findings.get(0).message().zh()).contains("缺少1个下级的报告：“云溪县人民政府办公室”");
    assertThat(findings.get(1).message().zh()).startsWith("没有2024年度报告，截止日期为2025-01-31。");
  }

  @Test
  void aCellThatWasNotReadBelowIsNotJudged() {
    Map<String, @Nullable String> unread = new HashMap<>();
    unread.put(NEW, null);
    add("云溪县人民政府", "", Map.of(NEW, "8"));
    add("云溪县人民政府办公室", "", Map.of());
    add("云溪县教育局", "", unread);
    assertThat(rules()).containsExactly("bodies.sum-not-assessable");
  }

  @Test
  void aTotalLeftBlankIsNoZero() {
    add("云溪县人民政府", "", Map.of("requests/newRequests/naturalPerson", "4", NEW, "4"));
    add("云溪县人民政府办公室", "", Map.of());
    add("云溪县教育局", "", Map.of("requests/newRequests/naturalPerson", "4", NEW, ""));
    assertThat(rules()).containsExactly("bodies.sum-not-assessable");
  }

  @Test
  void twoReportsWithDifferentFiguresAreAConflictAndTheCellIsNotAddedUp() {
    wholeCounty();
    add("教育局", "2025-01-25", Map.of(NEW, "5", FEES, "10.2"));
    List<BodyFinding> findings = checker.finish().findings();
    assertThat(findings)
        .extracting(BodyFinding::rule)
        .containsExactly("bodies.sum-not-assessable", "bodies.conflict");
    assertThat(findings.get(1).message().zh())
        .contains("云溪县教育局2025-01-20.html”为4，“教育局2025-01-25.html”为5");
  }

  @Test
  void twoReportsAlikeAreNone() {
    wholeCounty();
    add("云溪县教育局", "2025-01-25", Map.of(NEW, "4", FEES, "10.2"));
    assertThat(rules()).isEmpty();
  }

  @Test
  void aReportAfterItsOwnDueDateIsLate() {
    add("云溪县人民政府", "2025-03-01", Map.of());
    add("云溪县人民政府办公室", "2025-02-01", Map.of());
    add("云溪县教育局", "2025-01-31", Map.of());
    assertThat(only().rule()).isEqualTo("bodies.late");
    assertThat(checker.finish().states().get(0).below().late()).isEqualTo(1);
  }

  @Test
  void aReportOfNoBodyIsSaidAndOneOfTwoNeverGuessed() {
    BodyList two =
        BodyListReader.read(
            "name\n东山县教育局\n西山县教育局\n".getBytes(StandardCharsets.UTF_8), "bodies.csv");
    BodyChecker ambiguous = new BodyChecker(two, Configuration.standard());
    Figures none = new Figures.Builder().build();
    ambiguous.add(new BodyReport("a.html", "教育局", 2024, null, Verdict.PASS, none));
    ambiguous.add(new BodyReport("b.html", "北山县公安局", 2024, null, Verdict.PASS, none));
    List<BodyFinding> findings = ambiguous.finish().findings();
    assertThat(findings)
        .extracting(BodyFinding::rule)
        .containsExactly("bodies.missing", "bodies.missing", "bodies.unlisted", "bodies.unlisted");
    assertThat(findings.get(2).message().zh()).contains("可能是“东山县教育局”、“西山县教育局”，无法断定");
    assertThat(findings.get(3).message().zh()).contains("名单中没有这个机关");
  }
}
