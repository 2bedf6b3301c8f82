package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gongkai.publish.Overview.Part;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.bodies.BodyChecker;
import org.gongkai.rule.bodies.BodyListReader;
import org.gongkai.rule.bodies.Figures;
import org.gongkai.rule.config.Configuration;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTest {
  private static final List<Result> RESULTS =
      List.of(Showcase.passing(), Showcase.failing(), ResultFixture.unreadable(), Hostile.result());

  /** Table II of one edition, table III of another. */
  private static final List<Result> MIXED =
      List.of(
          ResultFixture.of(ReportFixture.mixed("2021", "2019").build()).build(),
          ResultFixture.of(ReportFixture.mixed("2019", "2021").build()).build());

  @Test
  void resultAndItsFileGiveTheSameEntry() throws IOException {
    for (Result result : Stream.of(RESULTS, MIXED).flatMap(List::stream).toList()) {
      OverviewEntry one = OverviewEntry.of(result, "x");
      OverviewEntry other = OverviewEntry.read(ResultJson.write(result), "x");
      assertThat(new String(other.line(), UTF_8)).isEqualTo(new String(one.line(), UTF_8));
      assertThat(other).usingRecursiveComparison().ignoringFields("line", "summary").isEqualTo(one);
      assertThat(other.csv(other.figures())).isEqualTo(one.csv(one.figures()));
    }
  }

  @Test
  void everyFileIsWritten() throws IOException {
    Map<Part, String> files = write(RESULTS);
    assertThat(files)
        .containsOnlyKeys(EnumSet.complementOf(EnumSet.of(Part.BODIES, Part.DIFFERENCES)));
    assertThat(files.get(Part.RESULTS).lines())
        .hasSize(RESULTS.size())
        .allSatisfy(line -> ResultSchema.check(line.getBytes(UTF_8)));
    assertThat(files.get(Part.REPORTS).lines().skip(1).findFirst())
        .contains(
            "2023/云溪市人民政府.html,pass,0,0,0,云溪市人民政府,2023,2021,云溪市人民政府2023年政府信息公开工作年度报告,,42,42,0,0,0.5388,0.1314,0.0565,0.2037,0.0404,0.2000");
    assertThat(files.get(Part.DICTIONARY))
        .contains(
            "requests/refused.stateSecret/total,2021,表三 收到和处理政府信息公开申请情况 › 三、本年度办理结果 › （三）不予公开 ›"
                + " 1.属于国家秘密 › 总计")
        .contains("status,unplaced,");
  }

  @Test
  void everyFindingIsALineForAssessors() throws IOException {
    List<String> lines = write(List.of(Showcase.failing())).get(Part.FINDINGS).lines().toList();
    assertThat(lines.get(0)).isEqualTo("\uFEFF发布机构,年度,级别,位置,问题,应为,现为,更正建议,出处,豁免理由,规则,链接,文件");
    assertThat(lines).hasSize(1 + Showcase.failing().findings().size());
    assertThat(lines.get(1))
        .startsWith("云溪市人民政府,2023,不符,表三")
        .contains(",98,100,", "requests.row-total", "a b/0/index.html#f1");
  }

  @Test
  void theWorkbookHoldsReportsWithTheirCellsAndFindingsAsTextsAndNumbers(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("overview.xlsx");
    try (Overview overview =
        Overview.to(part -> part == Part.WORKBOOK ? Files.newOutputStream(file) : null)) {
      overview.add(OverviewEntry.of(Showcase.failing(), "x"));
      overview.add(OverviewEntry.of(Hostile.result(), "=1+1"));
    }
    Map<String, String> sheets = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("xl/worksheets/sheet")) {
          sheets.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
      }
    }
    assertThat(sheets).hasSize(2);
    var reports = Jsoup.parse(sheets.get("xl/worksheets/sheet1.xml"), Parser.xmlParser());
    assertThat(reports.select("row")).hasSize(3);
    assertThat(reports.select("row:first-child c").eachText())
        .hasSize(14 + DerivedFigure.values().length + 200)
        .contains("表三·（三）不予公开·1.属于国家秘密·自然人", "予以公开占比");
    assertThat(reports.select("row c v").eachText()).contains("28660.38");
    var findings = Jsoup.parse(sheets.get("xl/worksheets/sheet2.xml"), Parser.xmlParser());
    assertThat(findings.select("row").size()).isGreaterThan(2);
    assertThat(reports.select("f")).isEmpty();
    assertThat(findings.select("f")).isEmpty();
  }

  /** Names of bodies come from a list that anybody may have written. */
  @Test
  void namesOfBodiesAreTextsWhateverTheyHold(@TempDir Path folder) throws IOException {
    String hostile = "=HYPERLINK(1)</script><script>alert(1)</script>局";
    BodyChecker bodies =
        new BodyChecker(
            BodyListReader.read(
                ("name,parent\n" + hostile + ",\n@SUM(A1)局," + hostile + "\n").getBytes(UTF_8),
                "bodies.csv"),
            Configuration.standard());
    try (Overview overview =
        Overview.to(part -> Files.newOutputStream(folder.resolve(part.fileName())), bodies)) {
      overview.add(OverviewEntry.of(Showcase.failing(), "x"));
    }
    assertThat(Files.readAllLines(folder.resolve("bodies.csv")).get(1)).startsWith("'=HYPERLINK");
    assertThat(Files.readAllLines(folder.resolve("bodies.csv")).get(2)).startsWith("'@SUM");
    var page = Jsoup.parse(Files.readString(folder.resolve("overview.html")));
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.select("th[data-body]").text()).contains(hostile);
    try (ZipFile zip = new ZipFile(folder.resolve("overview.xlsx").toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String xml = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
        assertThat(Jsoup.parse(xml, Parser.xmlParser()).select("f, script"))
            .as(entry.getName())
            .isEmpty();
      }
    }
  }

  @Test
  void sharesAreThoseOfTheTotals() throws IOException {
    String line = write(List.of(Showcase.passing())).get(Part.REPORTS).lines().toList().get(1);
    OverviewEntry entry = OverviewEntry.of(Showcase.passing(), null);
    BigDecimal disclosed = value(entry, "requests/disclosed/total");
    BigDecimal outcomes = value(entry, "requests/outcomeTotal/total");
    assertThat(line)
        .contains(",42,42,0,0," + disclosed.divide(outcomes, 4, RoundingMode.HALF_UP) + ",");
    assertThat(DerivedFigure.DISCLOSED.of(new Figures.Builder().build())).isNull();
  }

  private static BigDecimal value(OverviewEntry entry, String path) {
    return entry.cells().stream()
        .filter(cell -> cell.cell().path().equals(path))
        .map(cell -> new BigDecimal(cell.value()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void unwantedFilesAreNotOpened() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (Overview overview = Overview.to(part -> part == Part.PAGE ? page : null)) {
      overview.add(OverviewEntry.of(Showcase.failing(), null));
    }
    assertThat(page.toString(UTF_8))
        .contains("1 份年报")
        .doesNotContain("overview.csv")
        .endsWith("</html>\n");
  }

  @Test
  void tidyTableHasALineForEveryCell() throws IOException {
    List<String> lines = write(List.of(Showcase.passing())).get(Part.CELLS).lines().toList();
    assertThat(lines).hasSize(1 + 200);
    assertThat(lines.get(0))
        .isEqualTo("\uFEFFfile,issuer,year,edition,table,row,column,value,status");
    assertThat(lines)
        .contains(
            "2023/云溪市人民政府.html,云溪市人民政府,2023,2021,proactiveDisclosure,fees,,28660.38,number",
            "2023/云溪市人民政府.html,云溪市人民政府,2023,2021,proactiveDisclosure,regulations,issued,,placeholder",
            "2023/云溪市人民政府.html,云溪市人民政府,2023,2021,remedies,litigationDirect,other,,blank");
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+1", "-1", "@SUM(A1)", "＝1"})
  void textsAreNoFormulas(String text) {
    assertThat(Csv.field(text)).isEqualTo("'" + text);
  }

  @Test
  void fieldsAreQuotedWhereTheyMustBe() {
    assertThat(Csv.field("a,b")).isEqualTo("\"a,b\"");
    assertThat(Csv.field("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(Csv.field("a\r\nb")).isEqualTo("\"a\r\nb\"");
    assertThat(Csv.field("\t=1")).isEqualTo("'\t=1");
    assertThat(Csv.field("a\uD800")).isEqualTo("a\uFFFD");
    assertThat(Csv.field(null)).isEmpty();
  }

  @Test
  void dataOfThePageIsJsonThatEndsNoElement() throws IOException {
    String page = write(RESULTS).get(Part.PAGE);
    int begin = page.indexOf("id=\"data\">") + "id=\"data\">".length();
    String data = page.substring(begin, page.indexOf("</script>", begin));
    assertThat(data).doesNotContain("<").doesNotContain("\u2028");
    JsonNode rows = new ObjectMapper().readTree(data);
    assertThat(rows).hasSize(RESULTS.size());
    assertThat(rows.get(1).toString())
        .isEqualTo("[\"2023/云溪市人民政府.html\",\"a b/1\",2,2,1,1,\"云溪市人民政府\",2023,[0,1,2]]");
    assertThat(rows.get(3).get(0).textValue()).isEqualTo(Hostile.STRINGS.get(0));
  }

  @Test
  void fileThatIsNoResultIsRefused() {
    assertThatThrownBy(() -> OverviewEntry.read("{\"schemaVersion\": 2}".getBytes(UTF_8), null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("schemaVersion 1");
    assertThatThrownBy(() -> OverviewEntry.read("<html>".getBytes(UTF_8), null))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> OverviewEntry.read(new byte[0], null)).isInstanceOf(IOException.class);
  }

  @Test
  void everyFileIsClosedThoughOneFails() throws IOException {
    int[] closed = new int[1];
    Overview overview =
        Overview.to(
            part ->
                new OutputStream() {
                  @Override
                  public void write(int b) {}

                  @Override
                  public void close() throws IOException {
                    closed[0]++;
                    throw new IOException("disk full");
                  }
                });
    assertThatThrownBy(overview::close).isInstanceOf(IOException.class).hasMessage("disk full");
    assertThat(closed[0]).isEqualTo(Part.values().length - 2);
  }

  @Test
  void emptyOverviewSaysSo() throws IOException {
    assertThat(write(List.of()).get(Part.PAGE)).contains("0 份年报");
  }

  @Test
  void namesOfReportsMayBeAnything() throws IOException {
    Source source = new Source("=cmd, \"x\"\n.html", null, null, null, null, 1);
    String line = write(List.of(ResultFixture.zeros().source(source).build())).get(Part.REPORTS);
    assertThat(line).contains("\n\"'=cmd, \"\"x\"\"\n.html\",pass,");
  }

  private static Map<Part, String> write(List<Result> results) throws IOException {
    Map<Part, ByteArrayOutputStream> files = new EnumMap<>(Part.class);
    try (Overview overview =
        Overview.to(part -> files.computeIfAbsent(part, p -> new ByteArrayOutputStream()))) {
      int number = 0;
      for (Result result : results) {
        overview.add(OverviewEntry.of(result, "a b/" + number++));
      }
    }
    Map<Part, String> texts = new EnumMap<>(Part.class);
    files.forEach((part, bytes) -> texts.put(part, bytes.toString(UTF_8)));
    return texts;
  }
}
