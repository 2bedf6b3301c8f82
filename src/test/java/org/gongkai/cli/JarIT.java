package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as people run it: a process of its own. */
class JarIT {
  private static final String MISTYPED = "samples/" + SampleFiles.MISTYPED;

  @TempDir private Path folder;
  private Path out = Path.of("");
  private Path err = Path.of("");

  @BeforeEach
  void streams() {
    out = folder.resolve("stdout");
    err = folder.resolve("stderr");
  }

  @Test
  void holdsTheCommandLineAndNothingOfTheFunction() throws IOException {
    try (JarFile jar = new JarFile(Program.JAR.toFile())) {
      List<String> names = jar.stream().map(entry -> entry.getName()).toList();
      assertThat(names)
          .contains(
              "org/gongkai/cli/Main.class",
              "org/gongkai/publish/result.schema.json",
              "org/gongkai/event/answer.schema.json");
      assertThat(names)
          .noneMatch(name -> name.startsWith("io/quarkus/"))
          .noneMatch(name -> name.startsWith("software/amazon/"))
          .noneMatch(name -> name.startsWith("com/amazonaws/"))
          .noneMatch(name -> name.startsWith("org/gongkai/lambda/"));
    }
  }

  @Test
  void namesItsVersion() throws Exception {
    assertThat(run(Map.of(), "--version")).isZero();
    assertThat(Files.readString(out))
        .matches("gongkai \\d+\\.\\d+\\.\\d+\\S* \\(rules \\S+\\)\\R")
        .doesNotContain("dev");
  }

  @Test
  void librariesSayNothingOfADocumentOfWordsOlderFormat() throws Exception {
    run(Map.of(), "check", "--lang", "en", "src/test/resources/doc/report.doc");
    assertThat(Files.readAllLines(err)).singleElement().asString().startsWith("1 file: ");
  }

  @Test
  void startsAtOnce() throws Exception {
    List<Duration> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      run(Map.of(), "--version");
      taken.add(Duration.ofNanos(System.nanoTime() - begun));
    }
    // Well under a second on a machine that is not busy; the best of five leaves room for one that
    // is.
    assertThat(taken.stream().min(Duration::compareTo).orElseThrow())
        .isLessThan(Duration.ofMillis(1500));
  }

  @Test
  void inAPipeStandardOutputHoldsTheFormatAndNothingElse() throws Exception {
    int status = run(Map.of(), "check", "samples", "--format", "jsonl");
    assertThat(status).isEqualTo(1);
    List<String> verdicts = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      verdicts.add(new ObjectMapper().readTree(line).path("verdict").asText());
    }
    assertThat(verdicts).containsExactly("unreadable", "fail", "pass", "pass");
    assertThat(Files.readString(err))
        .contains("4 files")
        .doesNotContain("\u001b")
        .doesNotContain("\r");
  }

  @Test
  void readsFilesOfEveryFormat() throws Exception {
    String folder = "src/test/resources/";
    run(
        Map.of(),
        "check",
        folder + "doc/features.doc",
        folder + "rendering/cut-in-two.docx",
        "--format",
        "jsonl");
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      JsonNode result = new ObjectMapper().readTree(line);
      found.add(
          result.at("/source/format").asText() + " " + result.at("/findings/0/rule").asText());
    }
    // The first is no report, which is told by what it says.
    assertThat(found.get(0)).isEqualTo("doc nature.other");
    assertThat(found.get(1)).startsWith("docx ").doesNotContain("document.");
  }

  @Test
  void aChineseFileNameIsKeptAsItIs() throws Exception {
    Path file = folder.resolve("云溪县 2023年+年报%20（终稿）.html");
    Files.write(file, SampleFiles.all().get(SampleFiles.PASSES));
    Path results = folder.resolve("结果");
    int status =
        run(
            Map.of("LC_ALL", "C.UTF-8"),
            "check",
            file.toString(),
            "--format",
            "json",
            "--out",
            results.toString());
    assertThat(Files.readString(err)).contains("1 file: 1 consistent");
    assertThat(status).isZero();
    JsonNode result = new ObjectMapper().readTree(out.toFile());
    assertThat(result.at("/source/name").asText()).isEqualTo(file.toString());
    assertThat(results.resolve(new InputFile(file.toString(), file).key()).resolve("index.html"))
        .exists();
  }

  @Test
  void aLocaleThatCannotHoldTheNameIsSaid() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux has such a locale");
    Files.write(folder.resolve("年报.html"), SampleFiles.all().get(SampleFiles.PASSES));
    int status = run(Map.of("LC_ALL", "C"), "check", folder.toString(), "--format", "jsonl");
    if (Program.isNative()) {
      // It takes names for UTF-8 whatever the locale.
      assertThat(Files.readString(out)).contains("\"年报.html\"");
      return;
    }
    assertThat(status).isEqualTo(2);
    assertThat(Files.readString(err)).contains("LC_ALL=C.UTF-8");
  }

  @Test
  void speaksTheLanguageOfTheLocale() throws Exception {
    run(Map.of("LC_ALL", "zh_CN.UTF-8"), "check", "--help");
    assertThat(Files.readString(out)).contains("用法：");
    run(Map.of("LC_ALL", "C.UTF-8"), "check", "--help");
    assertThat(Files.readString(out)).contains("Usage:");
  }

  @Test
  void readsStandardInput() throws Exception {
    Process process = start(Map.of(), "check", "-", "--format", "json");
    process.getOutputStream().write(SampleFiles.all().get(SampleFiles.MISTYPED));
    process.getOutputStream().close();
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(out.toFile()).path("verdict").asText())
        .isEqualTo("fail");
  }

  @Test
  void anInterestLostIsNoCrash() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    String line =
        String.join(" ", Program.command("check", "samples", "--format", "jsonl"))
            + " | head -c 10";
    Process process =
        new ProcessBuilder("/bin/sh", "-c", line)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(out)).isEqualTo("{\"schemaVe");
    assertThat(Files.readString(err)).doesNotContain("Exception");
  }

  @Test
  void onATerminalItPaintsUnlessNoColorIsSet() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script), "needs script(1) for a terminal");
    assertThat(onATerminal(script, Map.of("TERM", "xterm"))).contains("\u001b[31m", "mismatch");
    assertThat(onATerminal(script, Map.of("TERM", "xterm", "NO_COLOR", "1")))
        .contains("mismatch")
        .doesNotContain("\u001b[31m");
  }

  private String onATerminal(Path script, Map<String, String> environment) throws Exception {
    String line = String.join(" ", Program.command("check", MISTYPED));
    ProcessBuilder builder = new ProcessBuilder(script.toString(), "-qec", line, "/dev/null");
    builder.environment().remove("NO_COLOR");
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private int run(Map<String, String> environment, String... args) throws Exception {
    Process process = start(environment, args);
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Process start(Map<String, String> environment, String... args) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(Program.command(args));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }
}
