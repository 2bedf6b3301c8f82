package org.gongkai.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.publish.Chromium.Opened;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.bodies.BodyChecker;
import org.gongkai.rule.bodies.BodyListReader;
import org.gongkai.rule.config.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The overview over fifty thousand reports, as people see it. */
class OverviewInBrowserTest {
  private static final int REPORTS = 50_000;
  private static final List<String> RULES =
      List.of("requests.row-total", "requests.column-total", "requests.balance", "remedies.total");

  private static final String BODIES =
      """
      name,parent
      云海市人民政府,
      云溪县人民政府,云海市人民政府
      第1县人民政府,云溪县人民政府
      第2县人民政府,云海市人民政府
      """;

  @TempDir static Path folder;
  private static Path file;
  private static Chromium chromium;

  @BeforeAll
  static void writeOverview() throws IOException {
    file = folder.resolve("overview.html");
    write(file, REPORTS);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void filtersSortsAndScrollsFiftyThousandReports() {
    try (Opened opened = open(1440, ColorScheme.LIGHT)) {
      assertThat(opened.page().locator("h1").innerText()).isEqualTo("50,000 份年报");
      assertThat(opened.page().locator(".files").innerText()).contains("本页大小").contains(" MB");
      assertThat(opened.page().locator("#rows tbody tr").count()).isLessThan(100);
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 50,000 份");

      opened.page().locator("#q").fill("第777县");
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 10 份");
      assertThat(first(opened).locator("a").innerText()).isEqualTo("第777县人民政府");
      assertThat(first(opened).locator("a").getAttribute("href"))
          .isEqualTo("./2021/%E5%8E%BF%20777.html/index.html");

      opened.page().locator("#q").fill("");
      opened.page().locator("#v").selectOption("2");
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 10,000 份");
      assertThat(first(opened).locator("td.v").innerText()).isEqualTo("不符");
      opened.page().locator("#y").selectOption("2023");
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 2,000 份");
      opened.page().locator("#r").selectOption("0");
      opened.page().locator("#v").selectOption("");
      opened.page().locator("#y").selectOption("");

      opened.page().locator("th button[data-field='3']").click();
      assertThat(opened.page().locator("th[aria-sort=descending]").innerText()).contains("不符");
      assertThat(first(opened).locator("td.c").first().innerText()).isEqualTo("7");
      opened.page().locator("th button[data-field='3']").click();
      assertThat(first(opened).locator("td.c").first().innerText()).isEqualTo("1");

      opened.page().locator("label[for=l-en]").click();
      assertThat(opened.page().locator("#shown").innerText()).endsWith("shown");
      assertThat(first(opened).locator("td.v").innerText()).isEqualTo("mismatches");
      assertThat(opened.complaints()).isEmpty();
    }
  }

  /** However many there are, the table holds the rows in sight; what that costs is printed. */
  @Test
  void drawsNoMoreRowsThanAreSeen() {
    try (Opened opened = open(1440, ColorScheme.LIGHT)) {
      double filtering = millis(opened, "document.getElementById('q').value = '9'; filter()");
      double sorting =
          millis(opened, "document.querySelector('th button[data-field=\"6\"]').click()");
      double scrolling = millis(opened, "rows.scrollTop = 900000; draw()");
      System.out.printf(
          Locale.ROOT,
          "overview of %d reports, %.1f MB: filter %.0f ms, first sort by issuer %.0f ms, scroll"
              + " %.0f ms%n",
          REPORTS,
          file.toFile().length() / 1e6,
          filtering,
          sorting,
          scrolling);
      assertThat(opened.page().locator("#rows tbody tr").count()).isLessThan(100);
      assertThat(first(opened).getAttribute("aria-rowindex")).isNotEqualTo("2");
    }
  }

  @Test
  void printsTheFirstRowsAndSaysSo() {
    try (Opened opened = open(1440, ColorScheme.LIGHT)) {
      opened.page().evaluate("() => dispatchEvent(new Event('beforeprint'))");
      assertThat(opened.page().locator("#rows tbody tr:not(.gap)").count()).isEqualTo(500);
      assertThat(opened.page().locator("#rows tbody tr.gap").count()).isZero();
      assertThat(opened.page().locator("#first").innerText()).contains("前500项");
      opened.page().evaluate("() => dispatchEvent(new Event('afterprint'))");
      assertThat(opened.page().locator("#first").isVisible()).isFalse();
      assertThat(opened.page().locator("#rows tbody tr").count()).isLessThan(100);
    }
  }

  @Test
  void withAListOfBodiesItFiltersByGovernmentAndState() throws IOException {
    Path page = folder.resolve("bodies.html");
    write(page, 20, BODIES);
    try (Opened opened = chromium.open(page, Chromium.options(1440))) {
      // 20 reports, and two bodies without one.
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 22 项");
      opened.page().locator("#v").selectOption("4");
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 2 项");
      assertThat(first(opened).locator("td.v").innerText()).isEqualTo("没有报告");
      assertThat(first(opened).locator("td.i").innerText()).isEqualTo("云海市人民政府");
      opened.page().locator("#v").selectOption("w");
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 13 项");
      opened.page().locator("#v").selectOption("");

      opened.page().locator("th[data-body='1'] button").click();
      assertThat(opened.page().locator("#g").inputValue()).isEqualTo("1");
      // 云溪县 itself, which has no report, and the county below it.
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 2 项");
      opened.page().locator("#g").selectOption("0");
      assertThat(opened.page().locator("#shown").innerText()).isEqualTo("共 4 项");
      assertThat(opened.barriers()).isEmpty();
      assertThat(opened.complaints()).isEmpty();
    }
    try (Opened opened = chromium.open(page, Chromium.options(360))) {
      assertThat(opened.overflow()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"360,DARK", "1440,LIGHT"})
  void isAccessibleAndNeverWiderThanTheWindow(int width, ColorScheme scheme) {
    try (Opened opened = open(width, scheme)) {
      opened.keep("overview-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
      assertThat(opened.overflow()).isZero();
      assertThat(opened.barriers()).isEmpty();
      assertThat(opened.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"360, zh", "360, en", "1440, zh", "1440, en"})
  void noVerdictIsCutOff(int width, String language) {
    try (Opened opened = open(width, ColorScheme.LIGHT)) {
      opened.page().locator("label[for=l-" + language + "]").click();
      Object cut =
          opened
              .page()
              .locator("#rows td.v")
              .evaluateAll(
                  "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).length");
      assertThat(cut).isEqualTo(0);
    }
  }

  @Test
  void saysTotalsWithoutScript() {
    try (Opened opened = chromium.open(file, Chromium.options(1440).setJavaScriptEnabled(false))) {
      assertThat(opened.page().locator(".totals").innerText())
          .contains("30,000")
          .contains("10,000")
          .contains("5,000");
      assertThat(opened.page().locator(".chart rect").count()).isEqualTo(20);
      assertThat(opened.page().locator("noscript").innerText()).contains("CSV");
    }
  }

  static void write(Path file, int reports) throws IOException {
    write(file, reports, null);
  }

  private static void write(Path file, int reports, @Nullable String bodies) throws IOException {
    BodyChecker checker =
        bodies == null
            ? null
            : new BodyChecker(
                BodyListReader.read(bodies.getBytes(StandardCharsets.UTF_8), "bodies.csv"),
                Configuration.standard());
    try (OutputStream out = Files.newOutputStream(file);
        Overview overview =
            Overview.to(
                part -> part == Overview.Part.PAGE ? new java.io.BufferedOutputStream(out) : null,
                checker)) {
      for (int i = 0; i < reports; i++) {
        overview.add(entry(i));
      }
    }
  }

  private static OverviewEntry entry(int i) {
    int kind = i % 10;
    Verdict verdict =
        kind < 6
            ? Verdict.PASS
            : kind < 7 ? Verdict.INCOMPLETE : kind < 9 ? Verdict.FAIL : Verdict.UNREADABLE;
    int errors = verdict == Verdict.FAIL ? 1 + i % 7 : 0;
    int year = 2019 + i / 10 % 5;
    String name = year + "/县 " + i % 5000 + ".html";
    Summary summary =
        new Summary(
            name,
            verdict,
            errors,
            i % 3,
            i % 2,
            new RelationCounts(42, 42 - errors, errors, 0),
            "第" + i % 5000 + "县人民政府" + year + "年政府信息公开工作年度报告",
            verdict == Verdict.UNREADABLE ? null : "第" + i % 5000 + "县人民政府",
            year,
            "2021");
    Set<String> rules =
        errors == 0
            ? Set.of()
            : Set.of(RULES.get(i % 97 < 50 ? 0 : i % 97 < 75 ? 1 : i % 97 < 90 ? 2 : 3));
    return new OverviewEntry(summary, name, null, rules, List.of(), new byte[0]);
  }

  private static double millis(Opened opened, String script) {
    Object millis =
        opened
            .page()
            .evaluate(
                "() => { const begin = performance.now(); "
                    + script
                    + "; return performance.now() - begin; }");
    return ((Number) millis).doubleValue();
  }

  private static Locator first(Opened opened) {
    return opened.page().locator("#rows tbody tr:not(.gap)").first();
  }

  private static Opened open(int width, ColorScheme scheme) {
    return chromium.open(file, Chromium.options(width).setColorScheme(scheme));
  }
}
