package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.Gongkai;
import org.gongkai.publish.Chromium.Opened;
import org.gongkai.rule.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as people see it. */
class PageInBrowserTest {
  @TempDir static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void writePages() throws IOException {
    write("failing", Showcase.failing());
    write("passing", Showcase.passing());
    write("unreadable", ResultFixture.unreadable());
    write("hostile", Hostile.result());
    write("crowded", Hostile.crowded());
    write("shifted", Showcase.shifted());
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "failing,360",
    "failing,1440",
    "passing,360",
    "passing,1440",
    "unreadable,360",
    "unreadable,1440",
    "hostile,360",
    "hostile,1440"
  })
  void isNeverWiderThanTheWindow(String name, int width) {
    try (Opened opened = chromium.open(file(name), Chromium.options(width))) {
      assertThat(opened.overflow()).as("horizontal scroll").isZero();
      assertThat(opened.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "failing,360,DARK",
    "failing,1440,LIGHT",
    "passing,360,LIGHT",
    "unreadable,1440,DARK"
  })
  void isAccessible(String name, int width, ColorScheme scheme) {
    try (Opened opened =
        chromium.open(file(name), Chromium.options(width).setColorScheme(scheme))) {
      opened.keep(name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
      assertThat(opened.barriers()).isEmpty();
      assertThat(opened.complaints()).isEmpty();
    }
  }

  @Test
  void clickedFindingKeepsItsCellsLit() {
    try (Opened opened = open("failing")) {
      Locator finding = opened.page().locator(".error .f").first();
      assertThat(opened.page().locator("td.lit").count()).isZero();
      finding.locator(".m:visible").click();
      opened.page().mouse().move(0, 0);
      assertThat(lit(opened)).isEqualTo("98,0,0,0,0,0,100");
      assertThat(opened.page().locator("td.lit.whole").innerText()).startsWith("100");
      opened.keep("failing-lit");
      opened.page().keyboard().press("Escape");
      assertThat(opened.page().locator("td.lit").count()).isZero();
    }
  }

  @Test
  void cellPointedAtLightsItsFindings() {
    try (Opened opened = open("failing")) {
      opened.page().locator("td.certain").hover();
      assertThat(opened.page().locator(".f.on").count()).isEqualTo(2);
    }
  }

  @Test
  void linksLeadFromFindingToCellAndBack() {
    try (Opened opened = open("failing")) {
      opened.page().locator("#f1 .h a").click();
      assertThat(opened.page().locator("td:target").innerText()).startsWith("100");
      opened.page().locator("td:target sup a").first().click();
      assertThat(opened.page().locator(".f:target").getAttribute("id")).isEqualTo("f1");
    }
  }

  @Test
  void focusLightsAsThePointerDoes() {
    try (Opened opened = open("failing")) {
      for (int i = 0; i < 40 && opened.page().locator(".f.on").count() == 0; i++) {
        opened.page().keyboard().press("Tab");
      }
      assertThat(opened.page().locator(".f.on").getAttribute("id")).isEqualTo("f1");
      assertThat(opened.page().locator("td.lit").count()).isEqualTo(7);
    }
  }

  @Test
  void diagnosisStandsInPlace() {
    try (Opened opened = open("failing")) {
      assertThat(opened.page().locator("td.certain del").innerText()).isEqualTo("0");
      assertThat(opened.page().locator("td.certain ins").innerText()).isEqualTo("2");
    }
  }

  @Test
  void placesInAPdfLeadToItsPagesWhereThePageIsAFile() throws IOException {
    Path pdf = folder.resolve("年报 1.pdf");
    try (Opened report =
        chromium.open(Path.of("samples/qingshi-town-2023.html"), Chromium.options(800))) {
      report.page().pdf(new Page.PdfOptions().setPath(pdf));
    }
    Result result = Gongkai.standard().check(Files.readAllBytes(pdf), "年报 1.pdf");
    byte[] page = Output.PAGE.render(result, Style.STANDARD.linkedTo("%E5%B9%B4%E6%8A%A5%201.pdf"));
    Files.write(file("printed"), page);
    try (Opened opened = open("printed")) {
      opened.keep("printed");
      assertThat(opened.page().locator(".file a").getAttribute("href")).endsWith(".pdf");
      Locator place = opened.page().locator(".at a:visible").first();
      assertThat(place.innerText()).isEqualTo("（第2页）");
      assertThat(place.evaluate("a => a.href")).isEqualTo(pdf.toUri().toASCIIString() + "#page=2");
      assertThat(opened.barriers()).isEmpty();
      opened.page().setContent(new String(page, UTF_8));
      assertThat(opened.page().locator(".at").count()).isPositive();
      assertThat(opened.page().locator(".at a, .file a").count()).isZero();
    }
  }

  @Test
  void languageFollowsTheBrowserAndTheSwitch() {
    try (Opened opened =
        chromium.open(file("failing"), Chromium.options(1440).setLocale("de-DE"))) {
      assertThat(opened.page().locator("h1").innerText())
          .contains("2 relations are broken")
          .doesNotContain("不符");
      opened.page().locator("label[for=l-zh]").click();
      assertThat(opened.page().locator("h1").innerText())
          .contains("2项勾稽关系不符")
          .doesNotContain("are broken");
      assertThat(opened.page().locator("html").getAttribute("lang")).isEqualTo("zh-CN");
    }
    try (Opened opened = open("failing")) {
      assertThat(opened.page().locator("h1").innerText()).contains("2项勾稽关系不符");
    }
  }

  @Test
  void readsWellWithoutScript() {
    try (Opened opened =
        chromium.open(file("failing"), Chromium.options(1440).setJavaScriptEnabled(false))) {
      assertThat(opened.page().locator("h1").innerText()).contains("2项勾稽关系不符");
      assertThat(opened.page().locator("#f1 .m.z").isVisible()).isTrue();
      assertThat(opened.page().locator("#copy").isVisible()).isFalse();
      opened.page().locator("label[for=l-en]").click();
      assertThat(opened.page().locator("h1").innerText()).contains("2 relations are broken");
      opened.page().locator("#f1 .h a").click();
      assertThat(opened.page().locator("td:target").isVisible()).isTrue();
      opened.keep("failing-without-script");
    }
  }

  @Test
  void copiesAsText() {
    try (Opened opened = open("failing")) {
      opened.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      opened.page().locator("#copy").click();
      opened.page().locator("#copied:not(:empty)").waitFor();
      String text = (String) opened.page().evaluate("navigator.clipboard.readText()");
      assertThat(text)
          .startsWith("云溪市人民政府2023年政府信息公开工作年度报告\n2项勾稽关系不符")
          .contains("1 表三 › （二）部分公开 › 总计")
          .contains("98 ≠ 100")
          .contains("建议优先核对", "0 → 2")
          .doesNotContain("are broken");
    }
  }

  @Test
  void anErrorOfARowIsToldOnceWithWhatItBreaksFoldedBelow() {
    try (Opened opened = open("shifted")) {
      assertThat(opened.page().locator("h1").innerText()).contains("5项勾稽关系不符");
      assertThat(opened.page().locator(".error .f:visible").count()).isZero();
      assertThat(opened.page().locator(".diagnoses > li").innerText())
          .contains("右移一格", "由此造成5项勾稽关系不符", "（源文件第");
      opened.keep("shifted");
      opened.page().locator("td sup a").first().click();
      assertThat(opened.page().locator(".replaced .f:target").isVisible()).isTrue();
      assertThat(opened.page().locator(".replaced .f").count()).isEqualTo(5);
    }
  }

  @Test
  void copiesAnErrorOfARowOnceAndThePrintHasAllThatItBreaks() {
    try (Opened opened = open("shifted")) {
      opened.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      opened.page().locator("#copy").click();
      opened.page().locator("#copied:not(:empty)").waitFor();
      String text = (String) opened.page().evaluate("navigator.clipboard.readText()");
      assertThat(text)
          .contains("建议优先核对", "右移一格", "由此造成5项勾稽关系不符")
          .doesNotContain("合计100", "too far");
      opened.page().evaluate("dispatchEvent(new Event('beforeprint'))");
      assertThat(opened.page().locator(".replaced .f:visible").count()).isEqualTo(5);
      opened.page().evaluate("dispatchEvent(new Event('afterprint'))");
      assertThat(opened.page().locator(".replaced .f:visible").count()).isZero();
    }
  }

  @Test
  void printsOnA4() throws IOException {
    try (Opened opened = open("failing")) {
      byte[] pdf =
          opened
              .page()
              .pdf(new com.microsoft.playwright.Page.PdfOptions().setPreferCSSPageSize(true));
      Files.createDirectories(Path.of("target", "screenshots"));
      Files.write(Path.of("target", "screenshots", "failing.pdf"), pdf);
      assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
          .startsWith("%PDF")
          .contains("/MediaBox [0 0 59");
      opened
          .page()
          .emulateMedia(
              new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
      opened.page().setViewportSize(703, 1000);
      assertThat(opened.overflow()).isZero();
      assertThat(
              (boolean)
                  opened
                      .page()
                      .evaluate(
                          "[...document.querySelectorAll('.w')].every(w => w.scrollWidth <= w.clientWidth + 1)"))
          .isTrue();
      assertThat(opened.page().locator(".lang").isVisible()).isFalse();
    }
  }

  @Test
  void fiveHundredFindingsStayWhole() {
    try (Opened opened = chromium.open(file("crowded"), Chromium.options(360))) {
      assertThat(opened.page().locator(".f").count()).isEqualTo(500);
      assertThat(opened.overflow()).isZero();
      assertThat(opened.complaints()).isEmpty();
    }
  }

  @Test
  void markupOfTheReportStaysText() {
    try (Opened opened = open("hostile")) {
      assertThat(opened.page().locator("script").count()).isEqualTo(1);
      assertThat(opened.page().locator("img, iframe, object, embed, form, base").count()).isZero();
      assertThat(opened.page().locator("#f1 .m.z").innerText())
          .contains("<script>alert(1)</script>");
      assertThat(opened.complaints()).isEmpty();
    }
  }

  private static String lit(Opened opened) {
    return (String)
        opened
            .page()
            .evaluate(
                "[...document.querySelectorAll('td.lit')]"
                    + ".map(c => (c.querySelector('del') || c).firstChild.textContent).join()");
  }

  private static Opened open(String name) {
    return chromium.open(file(name), Chromium.options(1440));
  }

  private static Path file(String name) {
    return folder.resolve(name + ".html");
  }

  private static void write(String name, Result result) throws IOException {
    Files.write(file(name), Output.PAGE.render(result, Style.STANDARD));
  }
}
