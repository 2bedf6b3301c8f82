package org.gongkai.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.Gongkai;
import org.gongkai.form.Cell;
import org.gongkai.report.Reading;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that were once read wrong are read right: {@code rendering/regressions.txt} lists them with
 * the former failure.
 */
class RegressionsTest {

  @TestFactory
  Stream<DynamicTest> staysMended() throws IOException, URISyntaxException {
    URL list =
        Objects.requireNonNull(RegressionsTest.class.getResource("/rendering/regressions.txt"));
    Path folder = Objects.requireNonNull(Path.of(list.toURI()).getParent());
    List<String> lines = Files.readAllLines(Path.of(list.toURI()));
    return lines.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s+", 2))
        .map(
            words ->
                DynamicTest.dynamicTest(
                    words[0] + ": " + words[1], () -> check(folder.resolve(words[0]))));
  }

  private static void check(Path file) throws IOException {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    RegressionFixture fixture =
        RegressionFixture.read(
            file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected"));
    Result result = Gongkai.standard().check(Files.readAllBytes(file), name);
    assertThat(result.report().edition()).isEqualTo(fixture.edition());
    for (Cell cell : fixture.edition().cells()) {
      ExpectedReading expected = Objects.requireNonNull(fixture.expected().get(cell.path()));
      Reading reading = result.report().at(cell);
      assertThat(expected.allows(reading))
          .as(
              "%s: %s, read as %s \"%s\"",
              cell.path(), expected, reading.status().key(), reading.printed())
          .isTrue();
    }
    switch (fixture.verdict()) {
      case PASS -> {
        if (!RenderingCheck.mayBeIncomplete(fixture.edition(), fixture.expected())) {
          assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        }
        assertThat(result.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
      }
      case FAIL -> assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
      case EITHER -> {}
    }
  }
}
