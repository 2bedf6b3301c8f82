import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many reports a second {@code gongkai check} gets through, and with how much memory and
 * processor time. Runs the jar, and the native program where there is one, as people do, over a
 * folder of generated reports:
 *
 * <pre>
 * mvn package -DskipTests [-Dnative]                                       the jar, the native program
 * mvn -q -f benchmarks/pom.xml compile exec:exec@reports                   10,000 reports of 60 KB, once
 * java scripts/CheckMany.java [FOLDER [COUNT...]]                          target/reports; 1000 and all, unless said otherwise
 * </pre>
 *
 * <p>Start-up is the time of {@code gongkai --version} and of the check of one file: the least of
 * ten. Linux only: memory is the peak resident size that {@code /proc} tells.
 */
public final class CheckMany {
  private static final int STARTS = 10;
  private static final String JAR = "target/gongkai.jar";
  private static final Path NATIVE = Path.of("target", "gongkai");

  private record Run(double seconds, double processor, long kilobytes) {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : "target/reports");
    List<Path> files = files(folder);
    System.out.printf(
        "%d reports, %.1f KB each; %d processors, load %s%n",
        files.size(),
        size(files) / 1024.0 / files.size(),
        Runtime.getRuntime().availableProcessors(),
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    List<Integer> counts = new ArrayList<>();
    Arrays.stream(args).skip(1).map(Integer::valueOf).forEach(counts::add);
    if (counts.isEmpty()) {
      counts.addAll(List.of(Math.min(1000, files.size()), files.size()));
    }
    Path archive = Files.createTempDirectory("gongkai").resolve("gongkai.jsa");
    measure("jar", jar(), folder, files, counts);
    if (Runtime.version().feature() >= 19) {
      List<String> shared = jar("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
      measure("jar, shared classes", shared, folder, files, counts);
    }
    if (Files.isExecutable(NATIVE)) {
      measure("native", List.of(NATIVE.toString()), folder, files, counts);
    }
  }

  private static List<String> jar(String... options) {
    List<String> program = new ArrayList<>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.addAll(List.of(options));
    program.addAll(List.of("-jar", JAR));
    return program;
  }

  private static void measure(
      String name, List<String> program, Path folder, List<Path> files, List<Integer> counts)
      throws Exception {
    System.out.printf("%n%s%n", name);
    start("--version", List.of("--version"), program);
    start("one report", List.of("check", files.get(0).toString()), program);
    System.out.println("| reports | jobs | seconds | reports/s | processor ms/report | peak MB |");
    System.out.println("|--:|--:|--:|--:|--:|--:|");
    for (int count : counts) {
      Path some = some(folder, files, count);
      for (int jobs = 1; jobs <= 2; jobs++) {
        List<String> check =
            List.of("check", some.toString(), "--format", "jsonl", "--jobs", "" + jobs);
        Run run = run(check, program);
        System.out.printf(
            "| %d | %d | %.1f | %.0f | %.2f | %d |%n",
            count,
            jobs,
            run.seconds,
            count / run.seconds,
            1000 * run.processor / count,
            run.kilobytes / 1024);
      }
    }
  }

  private static void start(String name, List<String> command, List<String> program)
      throws Exception {
    double least = Double.MAX_VALUE;
    double processor = Double.MAX_VALUE;
    long kilobytes = 0;
    for (int i = 0; i < STARTS; i++) {
      Run run = run(command, program);
      least = Math.min(least, run.seconds);
      processor = Math.min(processor, run.processor);
      kilobytes = Math.max(kilobytes, run.kilobytes);
    }
    System.out.printf(
        "%s: %.0f ms, processor %.0f ms, %d MB%n",
        name, 1000 * least, 1000 * processor, kilobytes / 1024);
  }

  private static Run run(List<String> command, List<String> program) throws Exception {
    List<String> line = new ArrayList<>(program);
    line.addAll(command);
    double before = children();
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peak(process.pid()));
      Thread.sleep(5);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    int status = process.waitFor();
    if (status > 1) {
      throw new IOException(String.join(" ", line) + " ended with " + status);
    }
    return new Run(seconds, children() - before, peak);
  }

  /** The peak resident size of a process so far, in KB. */
  private static long peak(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException e) {
      return 0; // it has ended
    }
  }

  /** The processor seconds of all processes started and ended. */
  private static double children() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static long size(List<Path> files) {
    return files.stream().map(Path::toFile).mapToLong(File::length).sum();
  }

  /** A folder beside the other with links to the first of its files. */
  private static Path some(Path folder, List<Path> files, int count) throws IOException {
    if (count == files.size()) {
      return folder;
    }
    Path some = folder.resolveSibling(folder.getFileName() + "-" + count);
    Files.createDirectories(some);
    for (Path file : files.subList(0, count)) {
      Path link = some.resolve(file.getFileName());
      if (!Files.exists(link)) {
        Files.createLink(link, file);
      }
    }
    return some;
  }
}
