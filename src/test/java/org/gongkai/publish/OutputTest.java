package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import org.gongkai.rule.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputTest {
  private static final Result PASSING = ResultFixture.zeros().build();

  @ParameterizedTest
  @EnumSource(Output.class)
  void equalResultsGiveEqualBytes(Output output) {
    assertThat(output.render(PASSING, Style.STANDARD))
        .isEqualTo(output.render(ResultFixture.zeros().build(), Style.STANDARD))
        .isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Output.class)
  void textTypesNameTheirCharset(Output output) {
    assertThat(output.contentType()).matches("image/svg\\+xml|.*; charset=utf-8");
    assertThat(output.cacheControl()).isEqualTo("no-cache");
  }

  @Test
  void namesAreThoseOfTheContract() {
    assertThat(Output.STANDARD)
        .extracting(Output::fileName)
        .containsExactly("result.json", "badge.svg", "index.html");
  }

  /** What only the function reads is no option. */
  @Test
  void theStackOffersEveryOutput() {
    Path options = Path.of("infra/src/main/java/org/gongkai/infra/FunctionOptions.java");
    for (Output output : EnumSet.complementOf(EnumSet.of(Output.NEXT_YEAR))) {
      assertThat(options)
          .as("add %s to OUTPUTS in %s", output.fileName(), options)
          .content()
          .contains('"' + output.fileName() + '"');
    }
  }

  @Test
  void jsonLineIsOneLine() {
    String line = new String(ResultJson.line(PASSING), UTF_8);
    assertThat(line)
        .endsWith("}\n")
        .hasLineCount(1)
        .startsWith("{\"schemaVersion\":1,\"verdict\":\"pass\"");
  }
}
