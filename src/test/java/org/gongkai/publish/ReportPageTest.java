package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPageTest {
  @ParameterizedTest
  @CsvSource({"2019,2019", "2021,2021", "2021,2019", "2019,2021"})
  void tablesAreDrawnAsTheFormPrintsThem(String disclosure, String key) {
    Report report = ReportFixture.mixed(disclosure, key).build();
    Edition edition = report.edition();
    Result result =
        ResultFixture.of(report).finding("x", Severity.WARNING, "提醒", "reminder").build();
    Document page = page(result);
    for (Cell cell : edition.cells()) {
      Element td = page.getElementById("c" + cell.index());
      assertThat(td).as(cell.path()).isNotNull();
      assertThat(td.closest("section").id()).isEqualTo(cell.table().key());
    }
    for (Element table : page.select("table")) {
      assertThat(widths(table)).as(table.className()).containsOnly(widths(table).get(0));
    }
    Element requests = page.selectFirst("#requests table");
    assertThat(requests.select("th.p0").attr("rowspan"))
        .isEqualTo(key.equals("2019") ? "20" : "22");
    assertThat(requests.select("th.p1").eachText()).startsWith("（三）不予公开", "（四）无法提供", "（五）不予处理");
    assertThat(requests.select("th[colspan=5]").text()).isEqualTo("法人或其他组织");
    assertThat(page.select("#remedies thead th[colspan=10]").text()).isEqualTo("行政诉讼");
    assertThat(page.select("#remedies tbody tr")).hasSize(1);
    assertThat(page.select("#proactiveDisclosure th[scope=colgroup]").eachText())
        .startsWith("第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项");
  }

  @Test
  void nothingThatIsNoZeroLooksLikeOne() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .set("requests/newRequests/research", Status.BLANK, "")
            .set("requests/newRequests/other", Status.PLACEHOLDER, "/")
            .set("requests/newRequests/total", Status.TEXT, "见附件")
            .set("requests/disclosed/other", Status.UNPLACED, "")
            .set("requests/carriedOver/total", Status.ABSENT, "")
            .weak("requests/disclosed/total", "7");
    Document page = page(ResultFixture.of(fixture.build()).build());
    assertThat(cell(page, "requests/newRequests/research").className()).isEqualTo("s blank");
    assertThat(cell(page, "requests/newRequests/other").select("i").text()).isEqualTo("/");
    assertThat(cell(page, "requests/newRequests/total").text()).isEqualTo("见附件");
    assertThat(cell(page, "requests/disclosed/other").className()).isEqualTo("s unplaced");
    assertThat(cell(page, "requests/carriedOver/total").className()).isEqualTo("s absent");
    assertThat(cell(page, "requests/disclosed/total").className()).isEqualTo("weak");
    assertThat(cell(page, "requests/newRequests/commercial").className()).isEqualTo("zero");
  }

  @Test
  void policyNamesTheOneStyleSheetAndTheOneScript() throws Exception {
    Document page = page(Showcase.failing());
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe");
    assertThat(page.select("style, script, link[rel=stylesheet]")).hasSize(2);
    assertThat(policy).contains("style-src '" + digest(page.selectFirst("style").data()) + "'");
    assertThat(policy).contains("script-src '" + digest(page.selectFirst("script").data()) + "'");
    assertThat(page.select("[style], [onclick], [onload]")).isEmpty();
    assertThat(page.getElementsByAttributeValueStarting("href", "http")).isEmpty();
  }

  @Test
  void totalNotMetAndItsAddendsAreMarkedDifferently() {
    Document page = page(Showcase.failing());
    assertThat(cell(page, "requests/partiallyDisclosed/total").classNames()).contains("own-error");
    assertThat(cell(page, "requests/partiallyDisclosed/naturalPerson").classNames())
        .contains("part-error");
    assertThat(cell(page, "requests/newRequests/total").classNames()).contains("own-warning");
    assertThat(cell(page, "remedies/litigationDirect/other").className()).isEqualTo("s blank");
  }

  @Test
  void publicPageHasNoSuggestedFigures() {
    Style style = Style.STANDARD.withoutSuggestions();
    String page = new String(Output.PAGE.render(Showcase.failing(), style), UTF_8);
    assertThat(Jsoup.parse(page).select(".diagnoses, ins, td.certain")).isEmpty();
    assertThat(page).doesNotContain("href=\"result.json\"");
  }

  @Test
  void whoCheckedAndWhenIsInTheHeadWhereTheCallerSaysSo() {
    assertThat(page(Showcase.passing()).select(".automatic .z").text()).isEqualTo("程序自动核对结果，供参考");
    Style style = Style.STANDARD.checked("张<三>", LocalDate.of(2024, 2, 1));
    Document page = Jsoup.parse(new String(Output.PAGE.render(Showcase.passing(), style), UTF_8));
    page.select(".e").remove();
    assertThat(page.select(".automatic").text())
        .isEqualTo("程序自动核对结果，供参考 · 核对人：张<三> · 核对日期：2024-02-01");
  }

  @Test
  void remindersAreToldBesideAGreenVerdict() {
    Result result =
        ResultFixture.zeros()
            .finding(
                "fees.statement",
                Severity.WARNING,
                new Message("未说明是否收取。", "Nothing is said of fees."),
                List.of(),
                null,
                null,
                Where.DOCUMENT)
            .build();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(page(result).select("h1.pass + .reminders .z").text()).isEqualTo("1项提醒，请核实");
  }

  @Test
  void figuresThatDoNotAddUpAreShownAsASum() {
    assertThat(page(Showcase.failing()).select(".error .sum").eachText())
        .containsExactly("98 ≠ 100", "9 + 4 = 13 ≠ 15");
  }

  @Test
  void manyCandidatesAreListedAndNotShownInPlace() {
    ResultFixture result =
        ResultFixture.zeros().finding("x.y", Severity.ERROR, "甲", "a", "requests/disclosed/other");
    for (String cell : Showcase.row("disclosed")) {
      result.diagnosis(false, cell, "0", "2", "或为2", "or 2");
    }
    Document page = page(result.build());
    assertThat(page.select(".candidates li")).hasSize(7);
    assertThat(page.select("td del")).isEmpty();
  }

  @Test
  void verdictSaysNoMoreThanWasChecked() {
    Result partly =
        ResultFixture.of(
                ReportFixture.of("2021")
                    .set("requests/disclosed/other", "2")
                    .set("requests/outcomeTotal/other", "2")
                    .set("requests/carriedOver/other", "2")
                    .set("requests/disclosed/total", Status.BLANK, "")
                    .set("requests/carriedOver/total", "2")
                    .set("requests/outcomeTotal/total", "2")
                    .without("remedies")
                    .build())
            .build();
    assertThat(page(partly).select("h1.incomplete .z").text())
        .isEqualTo("部分核对：42项勾稽关系中，37项已核对且成立。");
    assertThat(page(partly).select(".open .z").text())
        .isEqualTo(
            "5项未能核对：表三2项（总计空白而各分项不为零）、表四3项（未读取到这张表）。请在空白的总计格填上合计数。"
                + "请补上缺少的表；如果报告本身是完整的，请改为上传保留表格的网页或docx文件。");
    assertThat(page(partly).select(".open .e").text())
        .startsWith(
            "5 relations could not be assessed: 2 in table III (a total is left blank though its parts are not zero), 3"
                + " in table IV (the table was not found). Fill in the blank totals.");
    assertThat(page(ResultFixture.zeros().build()).select("h1.pass .z").text())
        .isEqualTo("勾稽一致：表三、表四的42项勾稽关系均已核对，均成立。");
    assertThat(page(ResultFixture.zeros().build()).select(".open")).isEmpty();
  }

  @Test
  void waivedFindingsMarkNoCell() {
    Result result =
        ResultFixture.zeros()
            .finding("x.y", Severity.ERROR, "甲", "a", "requests/disclosed/other")
            .waived("机构合并")
            .build();
    Document page = page(result);
    assertThat(page.select(".f.waived .why").text()).contains("机构合并");
    assertThat(page.select("td.k")).isEmpty();
    assertThat(page.select("h1").text()).contains("勾稽一致");
  }

  @Test
  void tableThatWasNotFoundIsNamed() {
    Document page =
        page(ResultFixture.of(ReportFixture.of("2021").without("requests").build()).build());
    assertThat(page.select("#requests .missing").text()).contains("没有找到这张表");
    assertThat(page.select("#requests table")).isEmpty();
  }

  @Test
  void looseFiguresAreListed() {
    Document page =
        page(
            ResultFixture.of(
                    ReportFixture.of("2021").loose("requests", "disclosed", "3", "5").build())
                .build());
    assertThat(page.select("ul.loose li > span").text()).isEqualTo("3、5");
  }

  static List<Arguments> hostile() {
    return Hostile.STRINGS.stream().map(Arguments::of).toList();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void markupComesOutAsText(String string) {
    String escaped = Html.escape(string);
    String html = "<p title=\"" + escaped + "\">" + escaped + "</p>";
    Document parsed = Jsoup.parse(html);
    assertThat(parsed.body().children()).hasSize(1);
    Element p = parsed.selectFirst("p");
    assertThat(p.children()).isEmpty();
    assertThat(p.attributes()).hasSize(1);
    assertThat(p.attr("title")).isEqualTo(p.wholeText());
    assertThat(html).isEqualTo(new String(html.getBytes(UTF_8), UTF_8));
  }

  @Test
  void charactersThatTurnOrControlAreShown() {
    assertThat(Html.escape("a\u202Eb\0c\u001Bd\u007Fe\tf\uFFFFg\uD83D\uDE00h\uDE00"))
        .isEqualTo("a[U+202E]b\u2400c\u241Bd\u2421e\tf\uFFFDg\uD83D\uDE00h\uFFFD");
  }

  @Test
  void figuresPrintedOtherwiseSayHow() {
    Result result =
        ResultFixture.of(ReportFixture.of("2021").set("proactiveDisclosure/fees", "1E+3").build())
            .build();
    assertThat(cell(page(result), "proactiveDisclosure/fees").text()).isEqualTo("1000");
    assertThat(cell(page(result), "proactiveDisclosure/fees").attr("title")).isEqualTo("原文：1E+3");
  }

  /** How many columns each row of a table comes to, spans counted. */
  private static List<Integer> widths(Element table) {
    List<Element> rows = table.select("tr");
    int[] filled = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (Element cell : rows.get(i).children()) {
        int columns = cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
        int down = cell.hasAttr("rowspan") ? Integer.parseInt(cell.attr("rowspan")) : 1;
        for (int j = i; j < i + down; j++) {
          filled[j] += columns;
        }
      }
    }
    return java.util.Arrays.stream(filled).boxed().toList();
  }

  private static Element cell(Document page, String path) {
    Cell cell = Editions.find("2021").orElseThrow().find(path).orElseThrow();
    return page.getElementById("c" + cell.index());
  }

  private static String digest(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static Document page(Result result) {
    return Jsoup.parse(new String(Output.PAGE.render(result, Style.STANDARD), UTF_8));
  }
}
