package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole province of three levels, checked with the list of its bodies; one of 3,010 reports with
 * {@code -Dprovince.cities=20 -Dprovince.counties=140}.
 */
class BodiesTest {
  private static final int CITIES = Integer.getInteger("province.cities", 6);
  private static final int COUNTIES = Integer.getInteger("province.counties", 40);

  @TempDir static Path folder;
  private static Province province;
  private static Run checked;

  @BeforeAll
  static void check() throws IOException {
    province = Province.write(folder, CITIES, COUNTIES);
    checked =
        Run.of(
            "check",
            folder.resolve("reports").toString(),
            "--bodies",
            folder.resolve("bodies.csv").toString(),
            "--out",
            folder.resolve("out").toString(),
            "--format",
            "jsonl");
  }

  @Test
  void allThatIsPlantedIsFoundAndNothingElse() {
    assertThat(province.reports()).isGreaterThan(300);
    Map<String, TreeSet<String>> found = new TreeMap<>();
    checked
        .err()
        .lines()
        .filter(line -> line.endsWith("]") && line.contains("  [bodies."))
        .forEach(
            line ->
                found
                    .computeIfAbsent(
                        line.substring(line.lastIndexOf('[') + 1, line.length() - 1),
                        k -> new TreeSet<>())
                    .add(line.substring(0, line.indexOf(": "))));
    checked
        .err()
        .lines()
        .filter(line -> line.startsWith("No report: "))
        .forEach(
            line ->
                found.put(
                    "bodies.missing",
                    new TreeSet<>(List.of(line.substring("No report: ".length()).split(", ")))));
    assertThat(found).isEqualTo(new TreeMap<>(province.planted));
  }

  @Test
  void theExitStatusIsThatOfTheReports() {
    assertThat(checked.status()).isZero();
  }

  @Test
  void theTableOfBodiesRollsUpTheVerdicts() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out/bodies.csv"));
    assertThat(lines).hasSize(1 + 1 + 9 + CITIES * (10 + COUNTIES));
    int bodies = lines.size() - 1;
    int missing = province.planted.get("bodies.missing").size();
    int late = province.planted.get("bodies.late").size();
    assertThat(lines.get(1))
        .isEqualTo(
            "云海省人民政府,,2025-03-31,2024,1,pass,false,false,agrees,%d,%d,0,0,0,%d,%d"
                .formatted(bodies - 1, bodies - missing, missing, late));
  }

  @Test
  void thePageShowsTheGovernmentsAsATreeAndWhatWasFound() throws IOException {
    var page = Jsoup.parse(Files.readString(folder.resolve("out/overview.html")));
    var governments = page.select(".governments > .w tbody tr");
    assertThat(governments).hasSize(1 + CITIES);
    assertThat(governments.get(0).select("th.d0").text()).isEqualTo("云海省人民政府");
    assertThat(governments.select("th.d1")).hasSize(CITIES);
    assertThat(page.select(".found li"))
        .hasSize(province.planted.values().stream().mapToInt(TreeSet::size).sum());
  }

  @Test
  void eachCellThatDiffersIsInTheGovernmentsTable() throws IOException {
    var page = Jsoup.parse(Files.readString(folder.resolve("out/overview.html")));
    var sums = page.select(".found li:has(details th:contains(下级合计))");
    assertThat(sums).hasSameSizeAs(province.planted.get("bodies.sum"));
    assertThat(sums.first().select("tbody tr")).hasSize(3);
    assertThat(sums.first().select("tbody tr").first().select("td").get(2).text()).isEqualTo("1");
  }

  @Test
  void theListOfFindingsHasThoseBetweenBodiesToo() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("out/findings.csv"))) {
      assertThat(lines.filter(line -> line.contains(",机关之间,")))
          .hasSize(province.planted.values().stream().mapToInt(TreeSet::size).sum());
    }
  }

  @Test
  void totalsAreThoseOfTheLowestBodiesEachCountedOnce() throws IOException {
    var page = Jsoup.parse(Files.readString(folder.resolve("out/overview.html")));
    Map<String, Long> lowest = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("out/cells.csv"))) {
      String[] fields = line.split(",");
      boolean adds = fields[1].endsWith("市人民政府") || fields[1].equals("云海省人民政府");
      if (line.contains(",requests,newRequests,total,") && !adds) {
        lowest.put(fields[1], Long.parseLong(fields[7]));
      }
    }
    String shown = page.select("#tf tbody tr").first().select("td").text().replace(",", "");
    assertThat(Long.parseLong(shown))
        .isEqualTo(lowest.values().stream().mapToLong(Long::longValue).sum())
        .isPositive();
    assertThat(page.select(".figures svg[role=img] rect").size()).isGreaterThan(3);
  }

  @Test
  void theTableOfDifferencesNamesEveryCell() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("out/differences.csv"))) {
      assertThat(
              lines
                  .skip(1)
                  .filter(line -> line.contains("bodies.sum,"))
                  .map(line -> line.split(",")[3])
                  .distinct())
          .containsExactly(
              "proactiveDisclosure/penalties",
              "remedies/reconsideration/upheld",
              "remedies/reconsideration/total");
    }
  }

  @Test
  void theOverviewOfResultsThatExistSaysTheSame() {
    Run overview =
        Run.of(
            "overview",
            folder.resolve("out").toString(),
            "--bodies",
            folder.resolve("bodies.csv").toString());
    List<String> said = bodies(overview);
    assertThat(said).isNotEmpty().isEqualTo(bodies(checked));
  }

  private static List<String> bodies(Run run) {
    return run.err()
        .lines()
        .filter(line -> line.contains("[bodies.") || line.contains(" bodies: "))
        .toList();
  }

  @Test
  void anErrorInTheListStopsWithItsPlace() throws IOException {
    Path list = folder.resolve("wrong.csv");
    Files.writeString(list, "name,parent\n甲县教育局,乙县人民政府\n");
    Run run = Run.of("check", "samples", "--bodies", list.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("line 2, column 7", "is not in the list");
    assertThat(run.out()).isEmpty();
  }
}
