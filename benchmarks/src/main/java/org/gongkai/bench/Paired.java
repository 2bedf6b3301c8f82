package org.gongkai.bench;

import java.io.IOException;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gongkai.Gongkai;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.ReportReader;
import org.gongkai.rule.Rules;
import org.jsoup.Jsoup;

/**
 * The stages of a check beside {@code Jsoup.parse}, for machines that do other work as well: warmed
 * up by count and not by time, the stages taking turns in short slices, the least processor time of
 * the one thread that works.
 *
 * <p>Arguments are {@code FORMAT} or {@code FORMAT:KILOBYTES}, such as {@code clean:5000}.
 */
public final class Paired {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 60;
  private static final long SLICE = 6_000_000;

  /** Bytes that each stage has worked on before anything counts. */
  private static final long WARM = 60L << 20;

  @SuppressWarnings("UnusedVariable")
  private static volatile Object sink = "";

  private Paired() {}

  private record Least(double micros, double kilobytes) {
    Least with(Least other) {
      return new Least(Math.min(micros, other.micros), Math.min(kilobytes, other.kilobytes));
    }
  }

  /** Measures the pages that are named. */
  public static void main(String[] args) throws IOException {
    System.out.println("| page | Jsoup.parse | read | align | rules | check | check ÷ parse |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    for (String name : args) {
      int colon = name.indexOf(':');
      String format = colon < 0 ? name : name.substring(0, colon);
      int kilobytes = colon < 0 ? 60 : Integer.parseInt(name.substring(colon + 1));
      Page page = Page.of(format, kilobytes);
      System.out.println("| " + name + row(measure(page, kilobytes)));
    }
  }

  private static Map<String, Supplier<Object>> stages(Page page) {
    Rules rules = Rules.standard();
    Gongkai gongkai = Gongkai.standard();
    Map<String, Supplier<Object>> stages = new LinkedHashMap<>();
    stages.put("parse", () -> Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8)));
    stages.put("read", () -> DocumentReader.read(page.bytes()));
    stages.put("align", () -> ReportReader.read(page.document()));
    stages.put("rules", () -> rules.check(page.result().source(), page.report(), null));
    stages.put("check", () -> gongkai.check(page.bytes(), "page"));
    return stages;
  }

  private static Map<String, Least> measure(Page page, int kilobytes) {
    Map<String, Supplier<Object>> stages = stages(page);
    Map<String, Least> least = new LinkedHashMap<>();
    for (long warm = 0; warm < WARM; warm += page.bytes().length) {
      stages.values().forEach(stage -> sink = stage.get());
    }
    for (int round = 0; round < Math.max(3, ROUNDS * 60 / kilobytes); round++) {
      stages.forEach((name, stage) -> least.merge(name, slice(stage), Least::with));
    }
    return least;
  }

  private static Least slice(Supplier<Object> stage) {
    long thread = Thread.currentThread().getId();
    long bytes = THREADS.getThreadAllocatedBytes(thread);
    long from = THREADS.getCurrentThreadCpuTime();
    long to;
    int times = 0;
    do {
      sink = stage.get();
      times++;
      to = THREADS.getCurrentThreadCpuTime();
    } while (to - from < SLICE);
    double allocated = THREADS.getThreadAllocatedBytes(thread) - bytes;
    return new Least((to - from) / 1e3 / times, allocated / times / 1024);
  }

  private static String row(Map<String, Least> least) {
    StringBuilder row = new StringBuilder();
    least.forEach(
        (name, each) ->
            row.append(String.format(" | %,.0f µs, %,.0f KB", each.micros, each.kilobytes)));
    double parse = least.getOrDefault("parse", new Least(1, 1)).micros;
    double check = least.getOrDefault("check", new Least(0, 0)).micros;
    return row.append(String.format(" | %.2f |", check / parse)).toString();
  }
}
