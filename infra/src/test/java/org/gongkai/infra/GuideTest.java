package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's guide says what the stack does, in both its languages. */
class GuideTest {

  private static final Path GUIDES = Path.of("..", "docs");

  @ParameterizedTest
  @ValueSource(strings = {"operator.md", "operator.zh-CN.md"})
  void everyOptionIsInTheGuideWithItsDefaultAndNoOtherIs(String guide) throws IOException {
    ContextReader context = new ContextReader(Map.of("code", "parameters"));
    Options.read(context);
    List<String> rows =
        Files.readAllLines(GUIDES.resolve(guide)).stream()
            .dropWhile(line -> !line.matches("## (Options|选项)"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.replaceAll("^(\\| `\\w+` \\| [^|]*\\|).*", "$1"))
            .toList();
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            context.known().stream()
                .map(
                    option ->
                        "| `%s` | %s |"
                            .formatted(
                                option.name(),
                                option.fallback().isEmpty() ? "" : "`" + option.fallback() + "`")
                            .replace("|  |", "| |"))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator.md", "operator.zh-CN.md"})
  void everyAlarmIsInTheGuide(String guide) throws IOException {
    String text = Files.readString(GUIDES.resolve(guide));
    for (JsonNode template : List.of(Synth.template(), Synth.template("trigger=eventbridge"))) {
      assertThat(Synth.resources(template, "AWS::CloudWatch::Alarm").keySet())
          .allSatisfy(
              id ->
                  assertThat(text)
                      .contains("`" + id.replaceAll("^Alarms(.*)[0-9A-F]{8}$", "$1") + "`"));
    }
  }
}
