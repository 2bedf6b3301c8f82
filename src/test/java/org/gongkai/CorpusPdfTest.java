package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.form.Cell;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.gongkai.report.Identity;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published PDFs, where they are at hand: every figure, the verdict, who reports for when. */
class CorpusPdfTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"hongze-2023", "hongze-2024", "huaian-2024"})
  void printedFiguresComeBackExactly(String name) throws IOException {
    Result result = check(name);
    JsonNode tables = JSON.readTree(corpus(name + ".expected.json").toFile()).get("tables");
    List<String> wrong = new ArrayList<>();
    tables.properties().forEach(table -> compare(result, table.getKey(), table.getValue(), wrong));

    assertThat(wrong).isEmpty();
  }

  private static void compare(Result result, String path, JsonNode node, List<String> wrong) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> compare(result, path + "/" + field.getKey(), field.getValue(), wrong));
      return;
    }
    Cell cell = result.report().edition().find(path).orElse(null);
    if (cell == null) {
      // A row of the edition before: the document has its figures, blank cells of labels before
      // them.
      assertThat(path).startsWith("requests/otherHandling/");
      assertThat(figures(result, "（六）其他处理")).endsWith("0", "0", "0", "0", "0", "0", "0");
      return;
    }
    BigDecimal value = result.report().at(cell).value();
    if (value == null || value.compareTo(node.decimalValue()) != 0) {
      wrong.add(path + ": " + value + " for " + node);
    }
  }

  private static List<String> figures(Result result, String label) {
    for (Block block : result.report().document().blocks()) {
      if (block instanceof Grid grid) {
        for (GridRow row : grid.rows()) {
          List<String> texts = row.cells().stream().map(cell -> cell.text().string()).toList();
          if (texts.contains(label)) {
            return texts.subList(texts.indexOf(label) + 1, texts.size());
          }
        }
      }
    }
    return List.of();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hongze-2023", "hongze-2024", "huaian-2024"})
  void issuerYearPeriodAreThosePrinted(String name) throws IOException {
    Identity identity = check(name).report().identity();
    JsonNode report = JSON.readTree(corpus(name + ".expected.json").toFile()).get("report");

    assertThat(identity.issuer()).isEqualTo(report.get("issuer").asText());
    assertThat(identity.year()).isEqualTo(report.get("year").asInt());
    assertThat(identity.from()).hasToString(report.at("/period/from").asText());
    assertThat(identity.to()).hasToString(report.at("/period/to").asText());
    assertThat(identity.published()).as("a file's own date is not when it was published").isNull();
  }

  @Test
  void whatHoldsIsNoMismatch() throws IOException {
    for (String name : List.of("hongze-2024", "huaian-2024")) {
      assertThat(check(name).findings())
          .as(name)
          .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  @Test
  void twoGenuineMismatchesAreFoundOnTheirPage() throws IOException {
    Result result = check("hongze-2023");
    List<Finding> errors =
        result.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(errors).extracting(Finding::rule).containsOnly("remedies.total").hasSize(2);
    assertThat(errors)
        .allSatisfy(error -> assertThat(error.where().position().page()).isEqualTo(4));
  }

  private static Result check(String name) throws IOException {
    Result result =
        Gongkai.standard().check(Files.readAllBytes(corpus(name + ".pdf")), name + ".pdf");
    for (Output output : Output.values()) {
      assertThat(output.render(result, Style.STANDARD)).as(output.fileName()).isNotEmpty();
    }
    return result;
  }

  private static Path corpus(String file) {
    for (String shared : List.of("../shared", "../../shared")) {
      Path path = Path.of(shared, "corpus", "pdf", file);
      if (Files.exists(path)) {
        return path;
      }
    }
    assumeTrue(false, "the published reports are not at hand: no ../shared/corpus/pdf/" + file);
    throw new IllegalStateException("skipped above");
  }
}
