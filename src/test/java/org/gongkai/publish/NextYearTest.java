package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.Gongkai;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Result;
import org.gongkai.rule.years.PreviousYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextYearTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"yunxi-county-2023.html", "qingshi-town-2023.html", "yunxi-education-2023.html"})
  void aResultHandsOnWhatItsReportDoes(String name) throws IOException {
    Result result = Gongkai.standard().check(Files.readAllBytes(Path.of("samples", name)), name);
    PreviousYear read = NextYear.read(NextYear.write(result)).orElseThrow();
    PreviousYear year = PreviousYear.of(result.report());
    assertThat(read).isEqualTo(year);
    assertThat(read.fingerprint()).isEqualTo(year.fingerprint());
    assertThat(read.figures()).hasSizeGreaterThan(100);
    assertThat(read.text().size()).isPositive();
  }

  @Test
  void whatIsNotCertainIsNotHandedOn() {
    Report report =
        ReportFixture.of("2021")
            .set("requests/carriedForward/other", Status.BLANK, "")
            .set("requests/carriedForward/research", Status.PLACEHOLDER, "/")
            .set("requests/disclosed/total", Status.BLANK, "")
            .set("requests/disclosed/naturalPerson", "7")
            .set("proactiveDisclosure/fees", "12.50")
            .weak("remedies/reconsideration/other", "3")
            .build();
    byte[] json = NextYear.write(ResultFixture.of(report).build());
    PreviousYear read = NextYear.read(json).orElseThrow();
    assertThat(read).isEqualTo(PreviousYear.of(report));
    assertThat(read.figures())
        .containsKeys("requests/carriedForward/other", "requests/carriedForward/research")
        .doesNotContainKeys("requests/disclosed/total", "remedies/reconsideration/other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"schemaVersion\":2,\"figures\":{},\"text\":\"\"}",
        "{\"schemaVersion\":1,\"text\":\"\"}",
        "{\"schemaVersion\":1,\"figures\":{},\"text\":\"***\"}",
        "{\"schemaVersion\":1,\"figures\":{},\"text\":\"AAA=\"}",
        "{\"schemaVersion\":1,\"figures\":{},\"text\":\"AAAAAAAAAAA=\"}"
      })
  void whatIsNoSuchResultHandsNothingOn(String json) {
    assertThat(NextYear.read(json.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void resultJsonHandsNothingOn() {
    Result result = ResultFixture.zeros().build();
    assertThat(NextYear.read(ResultJson.write(result))).isEmpty();
  }
}
