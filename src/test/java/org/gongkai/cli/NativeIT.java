package org.gongkai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The native program beside the jar: the same in every byte. */
@EnabledIfSystemProperty(named = "native", matches = ".*", disabledReason = "only with -Dnative")
class NativeIT {
  @TempDir private Path folder;

  /** The samples, and all that the tests' own documents are: formats, charsets, damage. */
  private Path reports() throws IOException {
    Path reports = folder.resolve("reports");
    for (Path root : new Path[] {Path.of("samples"), Path.of("src/test/resources")}) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = reports.resolve(root.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return reports;
  }

  @Test
  void writesTheSameOutputsAsTheJar() throws Exception {
    Path reports = reports();
    Map<String, byte[]> jar = outputs(false, reports);
    Map<String, byte[]> program = outputs(true, reports);
    assertThat(jar).hasSizeGreaterThan(100);
    assertThat(program.keySet()).isEqualTo(jar.keySet());
    jar.forEach(
        (name, bytes) ->
            assertThat(Arrays.equals(program.get(name), bytes)).as(name + " is the same").isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "check --help --lang zh",
        "check samples --format table",
        "check samples --format csv --lang zh",
        "check samples --format sarif",
        "check samples --format json",
        "check nonesuch",
        "watch --help",
        "overview --help",
        "rules",
        "rules --lang zh",
        "explain requests.row-total",
        "explain nonesuch",
        "completion",
        "--nonsense"
      })
  void saysWhatTheJarSays(String args) throws Exception {
    assertThat(text(true, args)).isEqualTo(text(false, args));
  }

  /** As unpacked from a release, wherever it is started from. */
  @Test
  void servesThePageByADoubleClick() throws Exception {
    Path unpacked = Files.createDirectories(folder.resolve("下载 (1)"));
    Files.copy(Path.of(Program.command(true).get(0)), unpacked.resolve("gongkai"));
    Path start = unpacked.resolve("gongkai-serve.command");
    Files.copy(Path.of("scripts", "serve", "gongkai-serve.command"), start);
    ProcessBuilder builder =
        new ProcessBuilder(start.toString(), "--no-browser")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    try (BufferedReader printed = process.inputReader(UTF_8)) {
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(printed.readLine())).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<html");
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private String text(boolean ofNative, String args) throws Exception {
    Path said = folder.resolve("said");
    int status = run(ofNative, said, args.split(" "));
    return Files.readString(said) + status;
  }

  private Map<String, byte[]> outputs(boolean ofNative, Path reports) throws Exception {
    Path out = folder.resolve(ofNative ? "native" : "jar");
    Path said = folder.resolve("said");
    int status =
        run(
            ofNative,
            said,
            "check",
            reports.toString(),
            "--out",
            out.toString(),
            "--format",
            "jsonl");
    Map<String, byte[]> outputs = new TreeMap<>();
    outputs.put("standard output " + status, Files.readAllBytes(said));
    try (Stream<Path> files = Files.walk(out)) {
      // A workbook holds the time at which fastexcel made it.
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(each -> !each.endsWith("overview.xlsx"))
              .toList()) {
        outputs.put(out.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return outputs;
  }

  private static int run(boolean ofNative, Path said, String... args) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Program.command(ofNative, args)).redirectOutput(said.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
