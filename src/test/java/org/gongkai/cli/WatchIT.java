package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gongkai watch} as a process of its own, over a folder that people drop reports into. */
class WatchIT {
  @TempDir private Path folder;
  private Path inbox = Path.of("");
  private Path results = Path.of("");
  private Path said = Path.of("");
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void fill() throws IOException {
    inbox = Files.createDirectories(folder.resolve("收件箱"));
    results = folder.resolve("results");
    said = folder.resolve("said");
    for (Map.Entry<String, byte[]> sample : SampleFiles.all().entrySet()) {
      Files.write(inbox.resolve(sample.getKey()), sample.getValue());
    }
  }

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void onceDoesWhatIsThereAndSaysWhatAndWhere() throws Exception {
    assertThat(watch("--once").waitFor()).isEqualTo(1);
    assertThat(Files.readString(said))
        .contains("✓ 一致  " + SampleFiles.PASSES)
        .contains("✓ 一致  " + SampleFiles.GBK)
        .contains("✗ 2项不符  " + SampleFiles.MISTYPED)
        .contains("? 不适用  " + SampleFiles.NO_REPORT)
        .contains(results.resolve(SampleFiles.MISTYPED).resolve("index.html").toString());
    for (String name : SampleFiles.all().keySet()) {
      for (String output : List.of("result.json", "badge.svg", "index.html")) {
        assertThat(results.resolve(name).resolve(output)).isNotEmptyFile();
      }
    }
    assertThat(inbox)
        .isDirectoryNotContaining(
            file -> !SampleFiles.all().containsKey(file.getFileName().toString()));
  }

  @Test
  void theSecondTimeNothingIsWrittenAgain() throws Exception {
    watch("--once").waitFor();
    Map<String, String> before = written();
    assertThat(watch("--once").waitFor()).isEqualTo(1);
    assertThat(written()).isEqualTo(before);
    assertThat(Files.readString(said)).contains("未变").contains("✗ 不符");
  }

  @Test
  void outputsOfAFileThatWentAwayMeanwhileAreTakenAway() throws Exception {
    watch("--once").waitFor();
    Files.delete(inbox.resolve(SampleFiles.MISTYPED));
    Files.delete(inbox.resolve(SampleFiles.NO_REPORT));
    Path foreign = Files.createDirectories(results.resolve("notes.html"));
    Files.writeString(foreign.resolve("result.json"), "{}");
    assertThat(watch("--once").waitFor()).isZero();
    assertThat(results.resolve(SampleFiles.MISTYPED)).doesNotExist();
    assertThat(results.resolve(SampleFiles.NO_REPORT)).doesNotExist();
    assertThat(results.resolve(SampleFiles.PASSES)).exists();
    // Nobody knows whose that is.
    assertThat(foreign.resolve("result.json")).exists();
  }

  @Test
  void whatIsDroppedOverwrittenOrRemovedIsDoneWhileItRuns() throws Exception {
    Process process = watch();
    await(() -> done(SampleFiles.all().keySet().toArray(String[]::new)), Duration.ofSeconds(30));

    String name = "2023/新来的 报告+1.html";
    Files.createDirectories(inbox.resolve(name).getParent());
    Files.write(inbox.resolve(name), SampleFiles.all().get(SampleFiles.PASSES));
    await(() -> verdict(name, "pass"), Duration.ofSeconds(20));

    Files.write(inbox.resolve(name), SampleFiles.all().get(SampleFiles.MISTYPED));
    await(() -> verdict(name, "fail"), Duration.ofSeconds(20));

    Files.delete(inbox.resolve(name));
    // With its folder, which holds nothing else.
    await(() -> !Files.exists(results.resolve("2023")), Duration.ofSeconds(20));

    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(said)).contains("Ctrl-C", "已结束").doesNotContain("Exception");
  }

  @Test
  void aFileThatIsStillBeingWrittenIsNotTakenYet() throws Exception {
    watch();
    await(() -> done(SampleFiles.PASSES), Duration.ofSeconds(30));
    byte[] report = SampleFiles.all().get(SampleFiles.PASSES);
    Path slow = inbox.resolve("slow.html");
    try (OutputStream out = Files.newOutputStream(slow)) {
      for (int at = 0; at < report.length; at += 200) {
        out.write(report, at, Math.min(200, report.length - at));
        Thread.sleep(50);
        if (at < report.length / 2) {
          assertThat(results.resolve("slow.html")).doesNotExist();
        }
      }
    }
    await(() -> verdict("slow.html", "pass"), Duration.ofSeconds(20));
  }

  @Test
  void anInboxThatIsNotThereIsSaid() throws Exception {
    Process process =
        start(List.of("watch", folder.resolve("nonesuch").toString(), "--out", results.toString()));
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readString(said)).contains("文件不存在").contains("nonesuch");
  }

  @Test
  void resultsCannotGoIntoTheInboxItself() throws Exception {
    Process process = start(List.of("watch", inbox.toString(), "--out", inbox.toString()));
    assertThat(process.waitFor()).isEqualTo(2);
  }

  private Process watch(String... more) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("watch", inbox.toString(), "--out", results.toString()));
    args.addAll(List.of(more));
    return start(args);
  }

  private Process start(List<String> args) throws IOException {
    List<String> chinese = new ArrayList<>(args);
    chinese.addAll(List.of("--lang", "zh"));
    ProcessBuilder builder = new ProcessBuilder(Program.command(chinese.toArray(String[]::new)));
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    process.getOutputStream().close();
    processes.add(process);
    return process;
  }

  private boolean done(String... names) {
    return Stream.of(names)
        .allMatch(name -> Files.exists(results.resolve(name).resolve("index.html")));
  }

  private boolean verdict(String name, String verdict) {
    try {
      return Files.readString(results.resolve(name).resolve("result.json"), StandardCharsets.UTF_8)
          .contains("\"verdict\": \"" + verdict + "\"");
    } catch (IOException e) {
      return false;
    }
  }

  /** Every output with the time it was written at. */
  private Map<String, String> written() throws IOException {
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(file -> !file.endsWith("lock")).toList()) {
        written.put(file.toString(), Files.getLastModifiedTime(file).toString());
      }
    }
    return written;
  }

  private static void await(BooleanSupplier condition, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for " + limit).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
