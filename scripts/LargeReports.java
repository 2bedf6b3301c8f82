import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.event.EventHandler;
import org.gongkai.event.EventListener;
import org.gongkai.event.EventSettings;
import org.gongkai.event.Failure;
import org.gongkai.event.Invocation;
import org.gongkai.event.Outcome;
import org.gongkai.event.RuleSource;
import org.gongkai.store.FolderStore;

/**
 * One event with many large reports in little memory: each must come out checked, none may fail.
 * The reports are a sample with a picture of the given size in the page.
 *
 * <pre>
 * mvn package -DskipTests
 * java -Xmx230m -cp target/gongkai.jar scripts/LargeReports.java [reports] [MB]    12 of 20 unless said otherwise
 * </pre>
 *
 * <p>Exit status 0 where all pass.
 */
public class LargeReports {
  public static void main(String[] args) throws IOException {
    int reports = args.length > 0 ? Integer.parseInt(args[0]) : 12;
    int megabytes = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    Path folder = Files.createTempDirectory("large");
    try {
      String sample = Files.readString(Path.of("samples", "yunxi-county-2023.html"));
      ObjectMapper json = new ObjectMapper();
      ObjectNode event = json.createObjectNode();
      for (int i = 0; i < reports; i++) {
        write(folder.resolve(i + ".html"), sample, megabytes << 20);
        event.withArray("reports").addObject().put("bucket", "inbox").put("key", i + ".html");
      }
      FolderStore store = new FolderStore(Map.of("inbox", folder));
      int[] failed = {0};
      EventHandler handler =
          new EventHandler(
              store,
              EventSettings.STANDARD,
              RuleSource.of(store, null, null, Duration.ofMinutes(1)),
              new EventListener() {
                @Override
                public void done(Outcome outcome) {}

                @Override
                public synchronized void failed(Failure failure) {
                  failed[0]++;
                  System.out.println(failure.subject() + ": " + failure.message());
                }
              });
      long begin = System.nanoTime();
      JsonNode verdicts = json.createObjectNode();
      try {
        verdicts = handler.handle(event, Invocation.unhurried("1")).path("verdicts");
      } catch (RuntimeException e) {
        System.out.println(e.getMessage());
      }
      System.out.printf(
          "%d reports of %d MB, %d MB of heap: %s, %d failed, %.1f s%n",
          reports,
          megabytes,
          Runtime.getRuntime().maxMemory() >> 20,
          verdicts,
          failed[0],
          (System.nanoTime() - begin) / 1e9);
      System.exit(verdicts.path("pass").asInt() == reports ? 0 : 1);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void write(Path file, String sample, int bytes) throws IOException {
    int end = sample.indexOf("</body>");
    byte[] picture = new byte[bytes];
    Arrays.fill(picture, (byte) 'A');
    try (var out = Files.newOutputStream(file)) {
      out.write(sample.substring(0, end).getBytes(StandardCharsets.UTF_8));
      out.write("<img alt=\"\" src=\"data:image/png;base64,".getBytes(StandardCharsets.UTF_8));
      out.write(picture);
      out.write(("\">" + sample.substring(end)).getBytes(StandardCharsets.UTF_8));
    }
  }
}
