package org.gongkai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.gongkai.Gongkai;
import org.gongkai.rule.Result;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole check over pages from 50 KB to 20 MB: time is to grow as the page does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class Sizes {
  /** One of markup, one of text. */
  @Param({"clean", "lines"})
  public String format = "";

  /** 50 KB to 20 MB. */
  @Param({"50", "500", "5000", "20000"})
  public int kilobytes;

  private byte[] bytes = {};
  private final Gongkai gongkai = Gongkai.standard();

  @Setup
  public void draw() throws IOException {
    bytes = Page.of(format, kilobytes).bytes();
  }

  @Benchmark
  public Document parse() {
    return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
  }

  @Benchmark
  public Result check() {
    return gongkai.check(bytes, format);
  }
}
