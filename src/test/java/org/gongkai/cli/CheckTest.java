package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.rendering.PdfStyle;
import org.gongkai.rendering.PdfWriter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSES = "samples/" + SampleFiles.PASSES;
  private static final String MISTYPED = "samples/" + SampleFiles.MISTYPED;

  @TempDir private Path folder;

  @Test
  void zeroWhereAllPassOneWhereSomeDoNotTwoWhereAFileCannotBeRead() {
    assertThat(Run.of("check", PASSES).status()).isZero();
    assertThat(Run.of("check", PASSES, MISTYPED).status()).isEqualTo(1);
    assertThat(Run.of("check", "samples/" + SampleFiles.NO_REPORT).status()).isEqualTo(1);
    assertThat(Run.of("check", PASSES, "nonesuch.html").status()).isEqualTo(2);
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndTheOthersAreChecked() throws IOException {
    Run run = Run.of("check", MISTYPED, "nonesuch.html", PASSES, "--format", "jsonl");
    assertThat(names(run.out())).containsExactly(MISTYPED, PASSES);
    assertThat(run.err()).contains("nonesuch.html: no such file", "1 could not be read or written");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void resultsComeInTheOrderOfTheFilesHoweverManyAtOnce() throws IOException {
    byte[] report = SampleFiles.all().get(SampleFiles.PASSES);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String name = String.format("%03d.html", i);
      Files.write(folder.resolve(name), i % 3 == 0 ? new byte[] {} : report);
      expected.add(name);
    }
    Run one = Run.of("check", folder.toString(), "--format", "jsonl", "--jobs", "1");
    Run eight = Run.of("check", folder.toString(), "--format", "jsonl", "--jobs", "8");
    assertThat(names(one.out())).isEqualTo(expected);
    assertThat(eight.out()).isEqualTo(one.out());
  }

  @Test
  void theJsonOfOneFileIsItsResultAndOfSeveralAnArray() throws IOException {
    JsonNode one = JSON.readTree(Run.of("check", MISTYPED, "--format", "json").out());
    assertThat(one.path("verdict").asText()).isEqualTo("fail");
    JsonNode several = JSON.readTree(Run.of("check", "samples", "--format", "json").out());
    assertThat(several.isArray()).isTrue();
    assertThat(several).hasSize(4);
    assertThat(several.get(1).path("source").path("name").asText()).isEqualTo(SampleFiles.MISTYPED);
    Files.createDirectories(folder.resolve("empty"));
    assertThat(
            JSON.readTree(
                Run.of("check", folder.resolve("empty").toString(), "--format", "json").out()))
        .isEmpty();
  }

  @Test
  void thePageOfAPdfKnowsItsAddress() throws IOException {
    Path pdf = Files.createDirectories(folder.resolve("in")).resolve("年报 1.pdf");
    Files.write(
        pdf, new PdfWriter(PdfStyle.PLAIN, new Random(1)).page().text("通知", 90, 90, 10).bytes());
    Path out = folder.resolve("out");
    Run.of("check", pdf.getParent().toString(), MISTYPED, "--out", out.toString());
    Path page = out.resolve("年报 1.pdf/index.html");
    String address = Jsoup.parse(page).select("main").attr("data-report");
    assertThat(page.getParent().toRealPath().toUri().resolve(address))
        .isEqualTo(URI.create(pdf.toRealPath().toUri().toASCIIString()));
    assertThat(Files.readString(out.resolve(MISTYPED).resolve("index.html")))
        .doesNotContain("data-report=");
  }

  @Test
  void csvHasALineForEachReport() {
    List<String> lines = Run.of("check", "samples", "--format", "csv").out().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("file,verdict,errors");
    assertThat(lines.get(2))
        .startsWith(SampleFiles.MISTYPED + ",fail,2,")
        .contains("云溪县青石镇人民政府,2023,2021");
  }

  @Test
  void sarifNamesRuleFileLineAndCell() throws IOException {
    JsonNode sarif = JSON.readTree(Run.of("check", "samples", "--format", "sarif").out());
    assertThat(sarif.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = sarif.at("/runs/0");
    List<String> rules = new ArrayList<>();
    run.at("/tool/driver/rules").forEach(rule -> rules.add(rule.path("id").asText()));
    assertThat(rules).contains("requests.row-total");
    List<String> found = new ArrayList<>();
    for (JsonNode result : run.path("results")) {
      assertThat(rules).contains(result.path("ruleId").asText());
      JsonNode location = result.at("/locations/0");
      if (result.path("level").asText().equals("error")) {
        assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
            .isEqualTo(SampleFiles.MISTYPED);
        assertThat(location.at("/physicalLocation/region/startLine").asInt()).isPositive();
        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asText())
            .startsWith("requests/");
        found.add(result.path("ruleId").asText());
        assertThat(result.at("/properties/verdict").asText()).isEqualTo("fail");
        assertThat(result.at("/properties/relations").toString())
            .isEqualTo("{\"total\":42,\"hold\":40,\"broken\":2,\"notAssessable\":0}");
      }
    }
    assertThat(found).containsExactly("requests.row-total", "requests.column-total");
  }

  @Test
  void standardInputIsCheckedUnderTheNameOfADash() throws IOException {
    Run run =
        Run.of(SampleFiles.all().get(SampleFiles.GBK), false, "check", "-", "--format", "json");
    JsonNode result = JSON.readTree(run.out());
    assertThat(run.status()).isZero();
    assertThat(result.at("/source/name").asText()).isEqualTo("-");
    assertThat(result.at("/source/charset").asText()).isEqualTo("GB18030");
  }

  @Test
  void outputsAreThoseOfTheLibraryOnePlaceAFile() throws IOException {
    Path out = folder.resolve("结果");
    Run run = Run.of("check", "samples", "--out", out.toString());
    assertThat(run.status()).isEqualTo(1);
    for (String name : SampleFiles.all().keySet()) {
      assertThat(out.resolve(name))
          .isDirectoryContaining("glob:**/{result.json,badge.svg,index.html}");
      try (Stream<Path> files = Files.list(out.resolve(name))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("result.json", "badge.svg", "index.html");
      }
    }
    byte[] before = Files.readAllBytes(out.resolve(SampleFiles.MISTYPED).resolve("result.json"));
    Run.of("check", "samples", "--out", out.toString());
    assertThat(out.resolve(SampleFiles.MISTYPED).resolve("result.json")).hasBinaryContent(before);
  }

  @Test
  void outputsWithinTheFolderCheckedAreNotCheckedTheNextTime() throws IOException {
    Files.write(folder.resolve("年报.html"), SampleFiles.all().get(SampleFiles.PASSES));
    String out = folder.resolve("out").toString();
    String first = Run.of("check", folder.toString(), "--out", out, "--format", "jsonl").out();
    assertThat(names(first)).containsExactly("年报.html");
    assertThat(Run.of("check", folder.toString(), "--out", out, "--format", "jsonl").out())
        .isEqualTo(first);
  }

  @Test
  void twoFilesForOnePlaceAreRefusedBeforeAnythingIsWritten() throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectories(folder.resolve("a"));
    Files.write(folder.resolve("a").resolve(SampleFiles.PASSES), new byte[] {1});
    Run run = Run.of("check", "samples", folder.resolve("a").toString(), "--out", out.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(SampleFiles.PASSES);
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileInTheWayOfTheOutputsIsTroubleOfThatFileAlone() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve(SampleFiles.PASSES), "in the way");
    Run run = Run.of("check", "samples", "--out", out.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(SampleFiles.PASSES + ": ");
    assertThat(out.resolve(SampleFiles.MISTYPED).resolve("result.json")).exists();
  }

  @Test
  void aFileOverTheLimitIsRefusedWithoutBeingRead() throws IOException {
    Path big = folder.resolve("big.html");
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(30L << 20);
    }
    JsonNode result = JSON.readTree(Run.of("check", big.toString(), "--format", "json").out());
    assertThat(result.path("verdict").asText()).isEqualTo("unreadable");
    assertThat(result.at("/findings/0/rule").asText()).isEqualTo("document.too-large");
    assertThat(result.at("/source/bytes").asLong()).isEqualTo(30L << 20);
    assertThat(result.at("/source/sha256").isNull()).isTrue();
    // Over the limit on standard input is the same, and so is another limit.
    byte[] two = new byte[(2 << 20) + 1];
    JsonNode piped =
        JSON.readTree(Run.of(two, false, "check", "-", "--limit", "2", "--format", "json").out());
    assertThat(piped.at("/findings/0/rule").asText()).isEqualTo("document.too-large");
    assertThat(piped.at("/source/bytes").asLong()).isEqualTo(two.length);
  }

  @Test
  void theTableIsAlignedWhateverTheWidthOfTheCharacters() {
    List<String> lines =
        Run.of("check", "samples", "--lang", "zh")
            .out()
            .lines()
            .filter(line -> !line.startsWith(" "))
            .toList();
    assertThat(lines).hasSize(5);
    int column = DisplayWidth.of(lines.get(0).substring(0, lines.get(0).indexOf("文件")));
    List<String> names = List.copyOf(SampleFiles.all().keySet()).stream().sorted().toList();
    for (int i = 0; i < names.size(); i++) {
      String line = lines.get(i + 1);
      assertThat(DisplayWidth.of(line.substring(0, line.indexOf(names.get(i)))))
          .as(line)
          .isEqualTo(column);
    }
  }

  @Test
  void theTableSaysWhatIsWrongWhereAndHowToMendIt() {
    Run run = Run.of("check", MISTYPED, "--lang", "zh");
    assertThat(run.out()).contains("不符", "第50行", "相差3", "由2更正为5", "requests.row-total");
    assertThat(run.err()).contains("共 1 份：一致 0，部分核对 0，不符 1，未核对 0");
  }

  @Test
  void coloursAndProgressAreForATerminalOnly() {
    assertThat(Run.of("check", "samples").out()).doesNotContain("\u001b");
    assertThat(Run.of("check", "samples").err()).doesNotContain("\u001b").doesNotContain("\r");
    Run watched = Run.of(new byte[0], true, "check", "samples");
    assertThat(watched.out()).contains("\u001b[31m");
    assertThat(watched.err()).contains("\rchecking 1/4 (25%)".replace("\r", "\r\u001b[K"));
  }

  @Test
  void aReportCannotSteerTheTerminal() throws IOException {
    String report =
        new String(
                SampleFiles.all().get(SampleFiles.MISTYPED),
                java.nio.charset.StandardCharsets.UTF_8)
            .replace("云溪县青石镇人民政府2023年", "云溪县\u001b[2J青石镇\u202E人民政府2023年");
    Path file = folder.resolve("x.html");
    Files.writeString(file, report);
    Run run = Run.of("check", file.toString());
    assertThat(run.out()).doesNotContain("\u001b").doesNotContain("\u202E");
  }

  @Test
  void theOverviewLiesBesideTheOutputsAndLinksToEach() throws IOException {
    Path out = folder.resolve("out");
    Run run = Run.of("check", "samples", "--out", out.toString());
    assertThat(run.err()).contains("Overview: " + out.resolve("overview.html"));
    assertThat(out.resolve("overview.html")).content().contains(SampleFiles.MISTYPED, "云溪县青石镇人民政府");
    assertThat(Files.readAllLines(out.resolve("overview.csv"))).hasSize(5);
    assertThat(Files.readAllLines(out.resolve("overview.jsonl"))).hasSize(4);
    assertThat(Files.readAllLines(out.resolve("cells.csv"))).hasSize(1 + 3 * 200);
  }

  @Test
  void theOverviewOverExistingResultsIsTheSame() throws IOException {
    Path out = folder.resolve("out");
    Run.of("check", "samples", "--out", out.toString());
    String before = Files.readString(out.resolve("overview.html"));
    Files.delete(out.resolve("overview.html"));
    Run run = Run.of("overview", out.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Overview of 4 reports");
    assertThat(out.resolve("overview.html")).hasContent(before);
  }

  @Test
  void aResultThatIsNoneIsNamedAndTheOverviewMadeWithoutIt() throws IOException {
    Path out = folder.resolve("out");
    Run.of("check", "samples", "--out", out.toString());
    Files.writeString(
        out.resolve(SampleFiles.PASSES).resolve("result.json"), "{\"schemaVersion\": 99}");
    Run run = Run.of("overview", out.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(SampleFiles.PASSES + ": ").contains("Overview of 3 reports");
    assertThat(Run.of("overview", folder.resolve("nonesuch").toString()).status()).isEqualTo(2);
  }

  @Test
  void anOverviewIsNoReport() throws IOException {
    Run.of("check", "samples", "--out", folder.toString());
    Files.write(folder.resolve("x.html"), SampleFiles.all().get(SampleFiles.PASSES));
    assertThat(names(Run.of("check", folder.toString(), "--format", "jsonl").out()))
        .containsExactly("x.html");
  }

  @Test
  void aWaivedFindingStaysWithItsReasonAndNoLongerFails() throws IOException {
    Path waivers = folder.resolve("waivers.yaml");
    Files.writeString(
        waivers,
        """
        waivers:
          - rule: requests.row-total
            file: "*qingshi*"
            reason: 台账已核对
          - rule: requests.column-total
            reason: 台账已核对
          - rule: remedies.total
            reason: 用不上
        """);
    Run run = Run.of("check", "samples", "--waivers", waivers.toString());
    assertThat(run.out()).contains("(waived: 台账已核对)");
    assertThat(run.err())
        .contains("2 consistent, 1 incomplete, 0 with mismatches", "line 7", "matches no finding");
    assertThat(Run.of("check", MISTYPED, "--waivers", waivers.toString()).status()).isEqualTo(1);
  }

  @Test
  void rulesAreRaisedLoweredAndSwitchedOffByAFile() throws IOException {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(
        rules, "rules:\n  requests.row-total: off\n  requests.column-total: warning\n");
    Run run = Run.of("check", MISTYPED, "--rules", rules.toString(), "--format", "csv");
    // Relations that do not hold are no consistent report, whatever the rules say of them.
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains(",incomplete,0,1,").contains(",42,40,2,0\r\n");
  }

  @Test
  void aMalformedFileOfRulesStopsWithItsPlaceAndWhatWasExpected() throws IOException {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(rules, "rules:\n  requests.rowtotal: off\n");
    Run run = Run.of("check", MISTYPED, "--rules", rules.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("line 2, column 3", "requests.row-total");
    Files.write(rules, new byte[] {(byte) 0xB9, (byte) 0xE6});
    assertThat(Run.of("check", MISTYPED, "--rules", rules.toString()).err())
        .contains("no UTF-8 text");
    assertThat(Run.of("check", MISTYPED, "--waivers", "nonesuch").err())
        .contains("no such file: nonesuch");
  }

  @Test
  void theYearBeforeIsFoundAmongTheFilesWhereverItStands() throws IOException {
    String now =
        SampleFiles.county(2023)
            .set("proactiveDisclosure/normativeDocuments/inForce", "47")
            .html(SampleReport.Style.SITE, "utf-8");
    String before = SampleFiles.county(2022).html(SampleReport.Style.SITE, "utf-8");
    for (String order : List.of("a2023 b2022", "a2022 b2023")) {
      Path of = Files.createDirectories(folder.resolve(order));
      for (String name : order.split(" ")) {
        Files.writeString(of.resolve(name), name.endsWith("2023") ? now : before);
      }
      Run run =
          Run.of(
              "check",
              of.toString(),
              "--out",
              folder.resolve("out " + order).toString(),
              "--format",
              "jsonl");
      assertThat(run.status()).isZero();
      for (String line : run.out().lines().toList()) {
        JsonNode result = JSON.readTree(line);
        boolean later = result.at("/source/name").asText().endsWith("2023");
        List<String> rules = result.path("findings").findValuesAsText("rule");
        assertThat(rules.stream().filter(rule -> rule.startsWith("years.")))
            .as(line)
            .containsExactlyInAnyOrder(
                later
                    ? new String[] {
                      "years.in-force",
                      "years.reused-text",
                      "years.reused-table",
                      "years.reused-table"
                    }
                    : new String[0]);
      }
      Path out = folder.resolve("out " + order);
      assertThat(
              Files.readString(
                  out.resolve(order.startsWith("a2023") ? "a2023" : "b2023")
                      .resolve("result.json")))
          .contains("years.in-force");
      assertThat(Files.readString(out.resolve("overview.csv"))).contains("years.in-force");
      assertThat(Run.of("check", of.toString(), "--alone", "--format", "jsonl").out())
          .doesNotContain("years.");
    }
  }

  @Test
  void bodiesWithTheSameTextAreNamed() throws IOException {
    String text = "全面落实各项工作部署，" + "持续推进公开平台建设，完善审核发布流程，".repeat(3);
    for (int i = 0; i < 2; i++) {
      List<String> paragraphs = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        paragraphs.add(
            "第"
                + (char) (0x4E00 + 37 * n)
                + "项"
                + text
                + (char) (0x5F00 + 91 * n)
                + "方面成效明显，群众比较满意"
                + (char) (0x6100 + 53 * n)
                + (char) (0x7100 + 29 * n)
                + (char) (0x8100 + 17 * n)
                + "。");
      }
      SampleReport report =
          new SampleReport(i == 0 ? "云溪县水利局" : "云溪县林业局", 2023)
              .section(1, paragraphs.toArray(String[]::new));
      Files.writeString(
          folder.resolve(i + ".html"), report.balanced().html(SampleReport.Style.SITE, "utf-8"));
    }
    assertThat(Run.of("check", folder.toString()).err())
        .contains("“0.html” and “1.html” share about");
  }

  private static List<String> names(String lines) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      names.add(JSON.readTree(line).at("/source/name").asText());
    }
    return names;
  }
}
