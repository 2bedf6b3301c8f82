package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.rule.config.Configuration;
import org.gongkai.rule.config.Waivers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyLinkWithinTheProjectLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String target = link.group(1);
        Path folder = page.toAbsolutePath().getParent();
        if (!target.contains(":") && !Files.exists(folder.resolve(target))) {
          broken.add(page + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void bothReadmesGiveTheSameCommands() throws IOException {
    assertThat(commands("README.md")).isEqualTo(commands("README.zh-CN.md")).hasSizeGreaterThan(8);
  }

  @Test
  void theCommandThatRunsTheMainJobIsTheOneThatTheBuildKnows() throws IOException {
    assertThat(commands("README.md"))
        .contains("mvn -q -DskipTests package exec:exec@watch", "mvn verify");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<id>watch</id>", "<argument>watch</argument>", "<argument>samples</argument>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void theExamplesOfRulesAndWaiversAreTaken(String page) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of(page)));
    String yaml =
        block.results().filter(b -> b.group(1).equals("yaml")).findFirst().orElseThrow().group(2);
    int waivers = yaml.indexOf("# waivers.yaml");
    Configuration.read(yaml.substring(0, waivers), page);
    assertThat(Waivers.read(yaml.substring(waivers), page).all()).hasSize(2);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of(".", "docs", ".github")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> files = Files.walk(Path.of(folder), folder.equals(".") ? 1 : 4)) {
          files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
      }
    }
    return pages;
  }

  private static List<String> commands(String page) throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of(page)));
    while (block.find()) {
      if (block.group(1).equals("sh")) {
        block.group(2).lines().map(line -> line.replaceFirst("\\s+#.*", "")).forEach(commands::add);
      }
    }
    return commands;
  }
}
