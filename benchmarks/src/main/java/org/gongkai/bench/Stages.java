package org.gongkai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.gongkai.Gongkai;
import org.gongkai.document.Document;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.gongkai.report.Report;
import org.gongkai.report.ReportReader;
import org.gongkai.rule.Result;
import org.gongkai.rule.Rules;
import org.jsoup.Jsoup;
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

/** The stages of a check beside {@code Jsoup.parse} of the same page, per format. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Stages {
  /**
   * A rendering of the tests: clean markup, Word's HTML, layout tables, a figure a line, PDF-like
   * text, docx, PDF; or a file's path.
   */
  @Param({"clean", "word", "layout", "lines", "pdf", "docx", "print"})
  public String format = "";

  /** The size that the page is filled up to; a Word document or PDF stays as it is. */
  @Param("60")
  public int kilobytes;

  @SuppressWarnings("NullAway.Init")
  private Page page;

  private final Gongkai gongkai = Gongkai.standard();
  private final Rules rules = Rules.standard();

  @Setup
  public void draw() throws IOException {
    page = Page.of(format, kilobytes);
  }

  /** What an HTML page costs at least; of the other formats it says nothing. */
  @Benchmark
  public org.jsoup.nodes.Document parse() {
    return Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8));
  }

  @Benchmark
  public Document read() {
    return DocumentReader.read(page.bytes());
  }

  @Benchmark
  public Report align() {
    return ReportReader.read(page.document());
  }

  @Benchmark
  public Result rules() {
    return rules.check(page.result().source(), page.report(), null);
  }

  @Benchmark
  public byte[] resultJson() {
    return Output.RESULT_JSON.render(page.result(), Style.STANDARD);
  }

  @Benchmark
  public byte[] badge() {
    return Output.BADGE_SVG.render(page.result(), Style.STANDARD);
  }

  @Benchmark
  public byte[] html() {
    return Output.PAGE.render(page.result(), Style.STANDARD);
  }

  /** Bytes to result, as the library does it. */
  @Benchmark
  public Result check() {
    return gongkai.check(page.bytes(), format);
  }
}
