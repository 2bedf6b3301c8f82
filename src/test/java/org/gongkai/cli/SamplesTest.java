package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gongkai.Gongkai;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Path SAMPLES = Path.of("samples");

  @Test
  void theFilesAreThoseThatTheGeneratorMakes() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(SampleFiles.all().keySet());
    }
    for (Map.Entry<String, byte[]> file : SampleFiles.all().entrySet()) {
      assertThat(Files.readAllBytes(SAMPLES.resolve(file.getKey())))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void theCountysReportHoldsTogether() {
    Result result = check(SampleFiles.PASSES);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.findings()).isEmpty();
    assertThat(result.report().identity().issuer()).isEqualTo("云溪县人民政府");
    assertThat(result.report().identity().indexNumber()).isEqualTo("yx0001/2024-00012");
    assertThat(result.report().identity().from()).isEqualTo("2023-01-01");
    assertThat(result.report().identity().to()).isEqualTo("2023-12-31");
    assertThat(result.report().readings())
        .hasSize(200)
        .allMatch(reading -> reading.value() != null);
  }

  @Test
  void theTownsReportHasOneMistypedCellThatIsFound() {
    Result result = check(SampleFiles.MISTYPED);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .extracting(Finding::rule)
        .containsExactly("requests.row-total", "requests.column-total");
    assertThat(result.diagnoses())
        .singleElement()
        .satisfies(
            diagnosis -> {
              assertThat(diagnosis.changes())
                  .extracting(change -> change.cell() + ' ' + change.suggested())
                  .containsExactly("requests/partiallyDisclosed/naturalPerson 5");
              assertThat(diagnosis.certain()).isTrue();
            });
  }

  @Test
  void theSchoolsReportIsReadAsGbk() {
    Result result = check(SampleFiles.GBK);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.findings()).isEmpty();
    assertThat(result.report().document().charset()).isEqualTo("GB18030");
    assertThat(result.report().identity().title()).isEqualTo("云溪县教育局2023年政府信息公开工作年度报告");
  }

  @Test
  void theNoticeIsNoReport() {
    Result result = check(SampleFiles.NO_REPORT);
    assertThat(result.verdict()).isEqualTo(Verdict.UNREADABLE);
    assertThat(result.findings())
        .singleElement()
        .extracting(Finding::rule)
        .isEqualTo("nature.other");
  }

  private static Result check(String name) {
    return Gongkai.standard().check(SampleFiles.all().get(name), name);
  }
}
