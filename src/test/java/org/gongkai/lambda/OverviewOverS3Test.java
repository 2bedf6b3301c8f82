package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.Gongkai;
import org.gongkai.event.EventHandler;
import org.gongkai.event.EventListener;
import org.gongkai.event.EventSettings;
import org.gongkai.event.Failure;
import org.gongkai.event.Invocation;
import org.gongkai.event.Outcome;
import org.gongkai.event.OverviewMaker;
import org.gongkai.event.RuleSource;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The overview over results in an S3 server: 700 of them, which takes uploads in parts. For figures
 * of more: {@code -Doverview.results=5000 -Ds3proxy.heap=1g}, in a JVM with {@code -Xmx512m}.
 */
class OverviewOverS3Test {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RESULTS = Integer.getInteger("overview.results", 700);
  private static final S3Server SERVER = new S3Server();

  @BeforeAll
  static void writeResults() throws Exception {
    SERVER.start();
    byte[] report = Files.readAllBytes(Path.of("samples", "yunxi-county-2023.html"));
    String json =
        new String(
            Output.RESULT_JSON.render(
                Gongkai.standard().check(report, "yunxi.html"), Style.STANDARD),
            StandardCharsets.UTF_8);
    StringBuilder bodies = new StringBuilder("name\n");
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> writes = new ArrayList<>();
    for (int i = 0; i < RESULTS; i++) {
      String issuer = String.format(Locale.ROOT, "云溪县第%05d局", i);
      bodies.append(issuer).append('\n');
      byte[] result = json.replace("云溪县人民政府", issuer).getBytes(StandardCharsets.UTF_8);
      String folder = String.format(Locale.ROOT, "inbox/results/2023/%05d.html/", i);
      writes.add(
          writers.submit(
              () -> {
                S3Server.put(folder + "badge.svg", new byte[1]);
                S3Server.put(folder + "index.html", new byte[1]);
                return S3Server.put(folder + "result.json", result);
              }));
    }
    for (Future<?> write : writes) {
      write.get();
    }
    writers.shutdown();
    S3Server.put("office/bodies.csv", bodies.toString().getBytes(StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Test
  void holdsThemAllAndLeavesNothingElse() throws IOException {
    S3Store store = new S3Store(S3Store.client(), null, Set.of());
    RuleSource rules = RuleSource.of(Gongkai.standard());
    EventHandler handler =
        new EventHandler(
                store,
                EventSettings.STANDARD,
                rules,
                new EventListener() {
                  @Override
                  public void done(Outcome outcome) {}

                  @Override
                  public void failed(Failure failure) {
                    throw new AssertionError(failure);
                  }
                })
            .withOverviews(
                new OverviewMaker(store, EventSettings.STANDARD, rules, "s3://office/bodies.csv"));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long worked = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    JsonNode answer =
        handler.handle(
            JSON.readTree("{\"overview\": {\"bucket\": \"inbox\"}}"),
            Invocation.withoutTimeLimit("run"));
    System.out.printf(
        Locale.ROOT,
        "%d results in %.1f s, processor time of the thread that writes %.1f s, heap %d MB%n",
        RESULTS,
        (System.nanoTime() - begun) / 1e9,
        (threads.getCurrentThreadCpuTime() - worked) / 1e9,
        Runtime.getRuntime().maxMemory() >> 20);
    assertThat(answer.at("/overview/results").asInt()).isEqualTo(RESULTS);
    assertThat(answer.at("/overview/unread").asInt()).isZero();
    assertThat(lines("bodies.csv")).hasSize(RESULTS + 1);
    assertThat(lines("overview.csv")).hasSize(RESULTS + 1);
    HttpResponse<byte[]> workbook = S3Server.get("inbox/results/overview.xlsx");
    assertThat(workbook.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(store.list("inbox", "results/.overview/", "")).isEmpty();
  }

  private static List<String> lines(String file) throws IOException {
    byte[] body = S3Server.get("inbox/results/" + file).body();
    return new String(body, StandardCharsets.UTF_8).lines().toList();
  }
}
