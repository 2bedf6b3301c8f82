package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.form.Cell;
import org.gongkai.publish.Output;
import org.gongkai.publish.ResultJson;
import org.gongkai.publish.Style;
import org.gongkai.report.Identity;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published reports, where they are at hand: the figures they print, the verdict that is right, and
 * every figure changed.
 */
class CorpusTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A line that holds a figure and nothing else, but for the pipes that end a cell. */
  private static final Pattern FIGURE_LINE =
      Pattern.compile("(?m)^([ \\u00a0\\u3000]*)(\\d+)(?=[ \\u00a0\\u3000]*(?:\\|[ |]*)?$)");

  private static final Pattern FIGURE_CELL =
      Pattern.compile("(<p align=\"center\">|<p>)(\\d+)(?=</p></td>)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhangjiagang-2023",
        "liuyang-2023",
        "taierzhuang-2023",
        "changzhou-2022",
        "lingang-2023"
      })
  void printedFiguresComeBackExactly(String name) throws IOException {
    Result result = check(name);
    JsonNode tables =
        JSON.readTree(corpus("seeds/" + name + ".expected.json").toFile()).get("tables");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    for (Cell cell : result.report().edition().cells()) {
      JsonNode expected = tables;
      for (String key : cell.path().split("/")) {
        expected = expected.get(key);
      }
      Reading reading = result.report().at(cell);
      if (expected.isNull()) {
        // The blanks of this row were dropped; a row that prints all seven figures prints zero
        // there.
        boolean zero = reading.value() != null && reading.value().signum() == 0;
        assertThat(reading.status() != Status.NUMBER || zero).as(cell.path()).isTrue();
      } else {
        assertThat(reading.value()).as(cell.path()).isEqualByComparingTo(expected.decimalValue());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "seeds/zhangjiagang-2023.txt, 张家港市人民政府2023年政府信息公开工作年度报告, 张家港市人民政府, 2023, 2024-01-26, 014180233/2024-00004",
    "seeds/liuyang-2023.txt, 浏阳市人民政府2023年政府信息公开工作年度报告, 浏阳市人民政府, 2023, 2024-02-05,",
    "seeds/taierzhuang-2023.txt, 枣庄市台儿庄区人民政府办公室2023年政府信息公开工作年度报告, 枣庄市台儿庄区人民政府办公室, 2023, 2024-01-19,",
    "seeds/changzhou-2022.txt, 2022年常州市人民政府政府信息公开工作年度报告, 常州市人民政府, 2022, 2023-03-09, 014109429/2023-00035",
    "seeds/lingang-2023.txt, 2023年政府信息公开工作年度报告, 江阴临港经济开发区党政办公室, 2023, 2024-01-22, 01404053X/2024-00175",
    "html/shanghai-office-2019.html, 2019年上海市人民政府办公厅政府信息公开工作年度报告, 上海市人民政府办公厅, 2019, 2020-01-31,"
  })
  void titleIssuerYearPeriodAndDateAreThosePrinted(
      String file, String title, String issuer, int year, LocalDate published, String indexNumber)
      throws IOException {
    Identity identity = check(Files.readAllBytes(corpus(file)), file).report().identity();

    assertThat(identity.title()).isEqualTo(title);
    assertThat(identity.issuer()).isEqualTo(issuer);
    assertThat(identity.year()).isEqualTo(year);
    assertThat(identity.published()).isEqualTo(published);
    assertThat(identity.indexNumber()).isEqualTo(indexNumber);
    assertThat(identity.from()).isEqualTo(LocalDate.of(year, 1, 1));
    assertThat(identity.to()).isEqualTo(LocalDate.of(year, 12, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "requests/newRequests/naturalPerson, 821",
    "requests/newRequests/total, 859",
    "requests/carriedOver/total, 18",
    "requests/refused.administrativeInquiry/commercial, 2",
    "requests/outcomeTotal/total, 805",
    "requests/carriedForward/naturalPerson, 72",
    "remedies/reconsideration/total, 7",
    "remedies/litigationDirect/pending, 1",
    "proactiveDisclosure/regulations/totalDisclosed, 524",
    "proactiveDisclosure/normativeDocuments/created, 60",
    "proactiveDisclosure/procurement/amount, 251000"
  })
  void edition2019IsReadByWhatItPrints(String path, BigDecimal figure) throws IOException {
    Result result = check(Files.readAllBytes(corpus("html/shanghai-office-2019.html")), "shanghai");

    // Eleven totals are left blank though their parts are not zero.
    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(result.relationCounts()).isEqualTo(new RelationCounts(40, 28, 0, 12));
    assertThat(result.findings().stream().filter(each -> each.rule().equals("cell.total-blank")))
        .hasSize(11);
    assertThat(result.report().edition().key()).isEqualTo("2019");
    assertThat(result.report().at(result.report().edition().find(path).orElseThrow()).value())
        .isEqualByComparingTo(figure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seeds/zhangjiagang-2023.txt",
        "seeds/liuyang-2023.txt",
        "seeds/taierzhuang-2023.txt",
        "seeds/changzhou-2022.txt",
        "seeds/lingang-2023.txt",
        "html/shanghai-office-2019.html"
      })
  void anyFigureOfTablesThreeAndFourChangedFailsWhereItStandsAndChangedBackPasses(String file)
      throws IOException {
    String source = Files.readString(corpus(file));
    byte[] before = ResultJson.write(check(source.getBytes(StandardCharsets.UTF_8), file));
    int changed = 0;
    for (int[] figure : figures(source, file.endsWith(".html") ? FIGURE_CELL : FIGURE_LINE)) {
      String printed = source.substring(figure[0], figure[1]);
      String other = new BigDecimal(printed).add(BigDecimal.valueOf(7)).toPlainString();
      String wrong = source.substring(0, figure[0]) + other + source.substring(figure[1]);
      Result result = check(wrong.getBytes(StandardCharsets.UTF_8), file);
      int line = (int) source.substring(0, figure[0]).chars().filter(c -> c == '\n').count() + 1;
      List<Finding> errors =
          result.findings().stream()
              .filter(finding -> finding.severity() == Severity.ERROR)
              .toList();

      assertThat(result.verdict())
          .as("line %d: %s for %s", line, other, printed)
          .isEqualTo(Verdict.FAIL);
      assertThat(errors)
          .isNotEmpty()
          .allSatisfy(
              finding -> {
                assertThat(finding.where().table()).isNotNull();
                assertThat(finding.where().row()).isNotNull();
                assertThat(finding.where().column()).isNotNull();
                assertThat(finding.where().position()).isNotNull();
                assertThat(finding.expected()).isNotNull();
                assertThat(finding.actual()).isNotNull();
                assertThat(finding.expected()).isNotEqualByComparingTo(finding.actual());
              });
      changed++;
    }

    assertThat(changed).isGreaterThanOrEqualTo(file.contains("shanghai") ? 40 : 120);
    assertThat(ResultJson.write(check(source.getBytes(StandardCharsets.UTF_8), file)))
        .isEqualTo(before);
  }

  /** Where the figures of tables III and IV stand: between the first row's label and section 5. */
  private static List<int[]> figures(String source, Pattern pattern) {
    int from =
        Math.max(source.lastIndexOf("一、本年新收政府信息公开申请数量"), source.lastIndexOf("一、本年新收政府信息公開申請"));
    int to = Math.max(source.lastIndexOf("五、存在"), source.lastIndexOf("五、政府信息"));
    assertThat(from).isPositive();
    assertThat(to).isGreaterThan(from);
    List<int[]> figures = new ArrayList<>();
    Matcher matcher = pattern.matcher(source).region(from, to).useAnchoringBounds(false);
    while (matcher.find()) {
      figures.add(new int[] {matcher.start(2), matcher.end(2)});
    }
    return figures;
  }

  private static Result check(String name) throws IOException {
    return check(Files.readAllBytes(corpus("seeds/" + name + ".txt")), name + ".txt");
  }

  private static Result check(byte[] bytes, String name) {
    Result result = Gongkai.standard().check(bytes, name);
    for (Output output : Output.values()) {
      assertThat(output.render(result, Style.STANDARD)).as(output.fileName()).isNotEmpty();
    }
    return result;
  }

  private static Path corpus(String file) {
    for (String shared : List.of("../shared", "../../shared")) {
      Path path = Path.of(shared, "corpus", file);
      if (Files.exists(path)) {
        return path;
      }
    }
    assumeTrue(false, "the published reports are not at hand: no ../shared/corpus/" + file);
    throw new IllegalStateException("skipped above");
  }
}
