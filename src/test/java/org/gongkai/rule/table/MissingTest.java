package org.gongkai.rule.table;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.rule.TestReports.check;
import static org.gongkai.rule.TestReports.findings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gongkai.Gongkai;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.DocumentFixture;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.report.Nature;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.SectionText;
import org.gongkai.report.Status;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;

class MissingTest {
  private static final Edition OF_2021 = Editions.find("2021").orElseThrow();

  private static ReportFixture withoutRemedies() {
    return ReportFixture.of("2021")
        .without("remedies")
        .section(1)
        .section(2)
        .section(3)
        .section(4)
        .section(5);
  }

  @Test
  void aTableWhoseSectionHoldsNoFiguresIsMissing() {
    Finding finding = findings(withoutRemedies(), "table.missing").get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.cells()).hasSize(15);
    assertThat(finding.message().zh()).isEqualTo("报告中没有“表四 政府信息公开行政复议、行政诉讼情况”。请补上这张表，无相关数据的填“0”。");
    assertThat(check(withoutRemedies()).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aTableWhoseLabelsStandWithoutFiguresIsNotMissing() {
    String rows =
        OF_2021.table(Edition.REQUESTS).rows().stream()
            .limit(5)
            .map(row -> "<p>" + row.label() + " □ □ □</p>")
            .collect(Collectors.joining());
    String page =
        "<h1>某局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>无。</p><p>二、主动公开政府信息情况</p>"
            + "<table><tr><td>规章</td><td>1</td><td>0</td><td>2</td></tr>"
            + "<tr><td>行政规范性文件</td><td>1</td><td>0</td><td>2</td></tr>"
            + "<tr><td>行政许可</td><td>3</td></tr></table>"
            + "<p>三、收到和处理政府信息公开申请情况</p>"
            + rows
            + "<p>四、政府信息公开行政复议、行政诉讼情况</p><p>没有。</p><p>五、存在的主要问题及改进情况</p><p>没有。</p>"
            + "<p>六、其他需要报告的事项</p><p>没有。</p>";
    Result result = Gongkai.standard().check(page.getBytes(StandardCharsets.UTF_8), "loading.html");
    Finding finding =
        result.findings().stream()
            .filter(each -> each.rule().equals("table.not-assessable"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.where().excerpt()).contains("本年新收政府信息公开申请数量");
    assertThat(result.findings())
        .filteredOn(each -> each.rule().equals("table.missing"))
        .singleElement()
        .satisfies(each -> assertThat(each.message().zh()).contains("表四"));
  }

  @Test
  void aTableIsMissingWhereTheReportGoesOnWithoutItsSection() {
    ReportFixture fixture =
        ReportFixture.of("2021").without("remedies").section(1).section(2).section(3).section(5);
    assertThat(findings(fixture, "table.missing")).hasSize(1);
  }

  @Test
  void whereTheReportBreaksOffItIsNotCertainThatATableIsMissing() {
    ReportFixture fixture =
        ReportFixture.of("2021").without("remedies").section(1).section(2).section(3);
    assertThat(findings(fixture, "table.not-assessable")).hasSize(1);
    assertThat(check(fixture).verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void whereOnlyPartOfTheDocumentWasReadItIsNotCertainThatATableIsMissing() {
    Document damaged = DocumentFixture.blank(Format.HTML, "", Problem.DAMAGED);
    assertThat(check(withoutRemedies().document(damaged)).findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("document.partial", "table.not-assessable");
    assertThat(check(withoutRemedies().document(damaged)).findings().get(0).message().zh())
        .startsWith("文件（HTML）有损坏或过大的部分，只读取到部分内容");
  }

  @Test
  void figuresInTheSectionThatMakeNoTableAreNotAssessable() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .without("remedies")
            .section(3)
            .section(4, "行政复议", "1", "２", "3")
            .section(5);
    assertThat(findings(fixture, "table.not-assessable")).hasSize(1);
  }

  @Test
  void rowsOfATableWhoseFiguresCouldNotBeToldApartAreNotAssessable() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .without("proactiveDisclosure")
            .section(1)
            .section(2, "规章~3~０~5", "行政许可~12件")
            .section(3)
            .section(4)
            .section(5);
    assertThat(findings(fixture, "table.not-assessable")).hasSize(1);
    assertThat(findings(fixture, "table.missing")).isEmpty();
  }

  @Test
  void proseThatNamesRowsOfATableIsNotTheTable() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .without("proactiveDisclosure")
            .section(1)
            .section(2, "全年制发规章3件，其中修改1件、废止2件。", "公开行政许可12件、行政处罚3件、规章5件并附解读4篇")
            .section(3)
            .section(4)
            .section(5);
    assertThat(findings(fixture, "table.missing")).hasSize(1);
  }

  @Test
  void aPictureInItsPlaceIsSaid() {
    assertThat(rules(pictureAfter(4))).containsExactly("table.picture");
    assertThat(check(pictureAfter(4)).findings())
        .filteredOn(finding -> finding.rule().equals("table.picture"))
        .singleElement()
        .extracting(finding -> finding.message().zh(), as(InstanceOfAssertFactories.STRING))
        .startsWith("“表四 政府信息公开行政复议、行政诉讼情况”为图片，不是文字表格");
  }

  @Test
  void aPictureElsewhereIsNotTheTable() {
    assertThat(rules(pictureAfter(1))).containsExactly("table.missing");
    assertThat(rules(pictureAfter(5))).containsExactly("table.missing");
  }

  @Test
  void aPictureRightBeforeItsHeadingIsNotTheTable() {
    assertThat(rules(pictureAfter(3))).containsExactly("table.missing");
  }

  @Test
  void whereItsSectionIsTheLastOneOnlyAPictureInItIsCertain() {
    ReportFixture fixture =
        ReportFixture.of("2021").without("remedies").section(1).section(2).section(3).section(4);
    assertThat(findings(fixture, "table.not-assessable")).hasSize(1);
    Report report = fixture.build();
    List<Block> blocks = new ArrayList<>();
    report.sections().forEach(text -> blocks.add(new Paragraph(text.heading())));
    Document pictured = DocumentFixture.page(blocks, List.of(), List.of(new Image(4, "")), null);
    assertThat(rules(on(report, pictured))).containsExactly("table.picture");
    assertThat(rules(on(report, DocumentFixture.page(blocks, List.of(), List.of(), null))))
        .containsExactly("table.not-assessable");
  }

  @Test
  void aReportThatBeginsBehindATablesPlaceMayHaveLostIt() {
    ReportFixture fixture = ReportFixture.of("2021").without("remedies").section(5).section(6);
    assertThat(findings(fixture, "table.not-assessable")).hasSize(1);
    assertThat(findings(fixture, "table.missing")).isEmpty();
  }

  @Test
  void aGridOfWordsInItsPlaceIsNotTheTable() {
    Report report = pictureAfter(1);
    List<Block> blocks = new ArrayList<>(report.document().blocks());
    blocks.add(4, new Grid(List.of(new GridRow(List.of(cell("甲"), cell("2件"), cell("丙"))))));
    assertThat(rules(on(report, DocumentFixture.page(blocks, List.of(), List.of(), null))))
        .containsExactly("table.missing");
  }

  @Test
  void aSectionReachesToTheNextHeadingThatIsABlockOfItsOwn() {
    Report report = pictureAfter(1);
    List<Block> blocks = new ArrayList<>(report.document().blocks());
    blocks.remove(4);
    blocks.add(4, new Grid(List.of(new GridRow(List.of(cell("1"), cell("2"), cell("3"))))));
    assertThat(rules(on(report, DocumentFixture.page(blocks, List.of(), List.of(), null))))
        .as("figures before the heading of section six")
        .containsExactly("table.not-assessable");
    blocks.add(blocks.remove(4));
    assertThat(rules(on(report, DocumentFixture.page(blocks, List.of(), List.of(), null))))
        .as("behind it")
        .containsExactly("table.missing");
  }

  @Test
  void aGridOfFiguresInItsPlaceIsATableThatWasNotRecognised() {
    Report report = pictureAfter(4);
    List<Block> blocks = new ArrayList<>(report.document().blocks());
    GridRow row = new GridRow(List.of(cell("1"), cell("2"), cell("3")));
    blocks.add(4, new Grid(List.of(row)));
    assertThat(rules(on(report, DocumentFixture.page(blocks, List.of(), List.of(), null))))
        .containsExactly("table.not-assessable");
  }

  @Test
  void missingRowsAreNamedOnceATable() {
    ReportFixture fixture = ReportFixture.of("2021");
    OF_2021.cells().stream()
        .filter(cell -> cell.row().key().startsWith("otherHandling."))
        .forEach(cell -> fixture.set(cell.path(), Status.ABSENT, ""));
    Finding finding = findings(fixture, "table.row-missing").get(0);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.cells()).hasSize(21);
    assertThat(finding.message().zh())
        .startsWith("表三缺少3行：“（六）其他处理·1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”、“（六）其他处理·2.");
    assertThat(findings(fixture, "requests.column-total-not-assessable").get(0).message().zh())
        .contains("（未读取到有关的行或栏）");
    assertThat(check(fixture).verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void missingCellsOfARowThatIsThereAreANotice() {
    ReportFixture fixture =
        ReportFixture.of("2021").set("proactiveDisclosure/regulations/inForce", Status.ABSENT, "");
    assertThat(check(fixture).findings())
        .extracting(Finding::rule)
        .containsExactly("table.cell-missing");
    assertThat(check(fixture).findings().get(0).message().zh())
        .startsWith("表二未读取到下列单元格：“规章·现行有效件数”。");
  }

  @Test
  void aTableLeftBlankIsSaidOnce() {
    ReportFixture fixture = ReportFixture.of("2021");
    OF_2021.cells().stream()
        .filter(cell -> cell.table().key().equals("remedies"))
        .forEach(cell -> fixture.set(cell.path(), Status.BLANK, ""));
    assertThat(check(fixture).findings()).extracting(Finding::rule).containsExactly("table.blank");
  }

  @Test
  void blanksOfTableTwoAreInNoSum() {
    assertThat(
            check(ReportFixture.of("2021").set("proactiveDisclosure/fees", Status.BLANK, ""))
                .findings())
        .isEmpty();
  }

  @Test
  void blanksThatCountAsZeroAreSaidOnceATable() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .set("requests/newRequests/research", Status.BLANK, "")
            .set("requests/newRequests/other", Status.PLACEHOLDER, "—")
            .set("remedies/reconsideration/other", Status.BLANK, "");
    List<Finding> findings = check(fixture).findings();
    assertThat(findings).extracting(Finding::rule).containsOnly("cells.blank-as-zero").hasSize(2);
    assertThat(findings)
        .extracting(finding -> finding.cells().size())
        .containsExactlyInAnyOrder(2, 1);
    assertThat(findings)
        .extracting(finding -> finding.message().zh())
        .anyMatch(zh -> zh.startsWith("表三有2格空白"));
  }

  private static List<String> rules(Report report) {
    return check(report).findings().stream()
        .map(Finding::rule)
        .filter(rule -> Catalogue.standard().entry(rule).group().equals("tables"))
        .toList();
  }

  /** Six headings, one a block, and a picture after the heading of one section. */
  private static Report pictureAfter(int section) {
    Report report = withoutRemedies().section(6).build();
    List<Block> blocks = new ArrayList<>();
    for (SectionText text : report.sections()) {
      blocks.add(new Paragraph(text.heading()));
    }
    return on(
        report, DocumentFixture.page(blocks, List.of(), List.of(new Image(section, "")), null));
  }

  private static Report on(Report report, Document document) {
    return new Report(
        document,
        Nature.REPORT,
        report.identity(),
        report.edition(),
        report.tables(),
        report.readings(),
        report.looseRows(),
        report.repeated(),
        report.sections(),
        report.preamble());
  }

  private static GridCell cell(String string) {
    Text text = ReportFixture.of("2021").text(string);
    return new GridCell(text, 1, 1);
  }
}
