package org.gongkai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.publish.Summary;
import org.gongkai.rule.Result;
import org.gongkai.rule.bodies.BodyChecker;
import org.gongkai.rule.bodies.BodyReport;
import org.gongkai.rule.similarity.SimilarReports;
import org.gongkai.rule.similarity.SimilarityIndex;
import org.gongkai.rule.similarity.Sketch;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * Checks files, several at a time, and prints the results in order. Only a few results are in
 * memory at a time: of the others it keeps the summary, and the text to print in a file.
 */
final class CheckRun {
  private final List<InputFile> inputs;
  private final InputChecker checker;
  private final @Nullable OutputFolder folder;
  private final OutputFormat format;
  private final int jobs;
  private final Terminal terminal;
  private final RunSummary runSummary;
  private final List<String> written = new ArrayList<>();
  private final @Nullable BodyChecker bodies;
  private final SimilarityIndex similarity;
  private boolean alone;
  private boolean first = true;

  CheckRun(
      List<InputFile> inputs,
      InputChecker checker,
      @Nullable OutputFolder folder,
      OutputFormat format,
      int jobs,
      Terminal terminal,
      RunSummary runSummary,
      @Nullable BodyChecker bodies) {
    this.inputs = inputs;
    this.checker = checker;
    this.folder = folder;
    this.format = format;
    this.jobs = jobs;
    this.terminal = terminal;
    this.runSummary = runSummary;
    this.bodies = bodies;
    this.similarity =
        bodies == null ? new SimilarityIndex() : new SimilarityIndex(bodies.list()::related);
  }

  /** The outcome of checking a file. */
  private record Outcome(
      @Nullable Summary summary,
      String text,
      @Nullable Sketch sketch,
      @Nullable BodyReport bodyReport,
      @Nullable Throwable fault) {
    static Outcome failed(Throwable fault) {
      return new Outcome(null, "", null, null, fault);
    }
  }

  void begin() {
    terminal.out().print(format.open());
    terminal.out().flush();
  }

  /** Ends the output; false where standard output is closed. */
  boolean end() {
    terminal.out().print(format.close());
    terminal.out().flush();
    return !terminal.out().checkError();
  }

  /** The keys of the outputs written, in order. */
  List<String> written() {
    return written;
  }

  /** Checks each file by itself and prints the results in order. */
  void checkEach(ProgressLine progress) {
    alone = true;
    OrderedExecutor.run(
        IntStream.range(0, inputs.size()).iterator(),
        jobs,
        (Integer file) -> outcome(file, null),
        (file, outcome) -> {
          add(outcome.bodyReport());
          progress.printAbove(() -> print(file, outcome));
          progress.step();
        });
  }

  /**
   * Checks each file, then once more those whose issuer's report of the year before is also among
   * the files, and prints all results. This is known only after all are read.
   */
  void checkTogether(ProgressLine progress) throws IOException {
    try (TextSpool spool = new TextSpool()) {
      PreviousYearIndex years = new PreviousYearIndex();
      List<@Nullable Summary> summaries = new ArrayList<>();
      OrderedExecutor.run(
          IntStream.range(0, inputs.size()).iterator(),
          jobs,
          (Integer file) -> outcome(file, null),
          (file, outcome) -> {
            Throwable fault = outcome.fault();
            if (fault != null) {
              progress.printAbove(() -> runSummary.reportError(inputs.get(file).name(), fault));
            }
            if (outcome.summary() != null && outcome.sketch() != null) {
              similarity.add(inputs.get(file).name(), outcome.summary().issuer(), outcome.sketch());
            }
            add(outcome.bodyReport());
            years.add(file, outcome.summary());
            summaries.add(outcome.summary());
            add(spool, outcome.text());
            progress.step();
          });
      progress.close();
      OrderedExecutor.run(
          IntStream.range(0, inputs.size()).iterator(),
          jobs,
          (Integer file) -> {
            Integer before = years.before(summaries.get(file));
            return before == null ? null : recheck(file, before);
          },
          (file, rechecked) -> {
            Summary summary = summaries.get(file);
            if (rechecked != null) {
              print(file, rechecked);
            } else if (summary != null) {
              print(file, new Outcome(summary, get(spool, file), null, null, null));
            }
          });
    }
  }

  private Outcome recheck(int file, int before) {
    try {
      return outcome(file, PreviousYear.of(checker.check(inputs.get(before), null).report()));
    } catch (IOException e) {
      return Outcome.failed(e);
    }
  }

  private Outcome outcome(int file, @Nullable PreviousYear previous) {
    InputFile input = inputs.get(file);
    try {
      Result result = checker.check(input, previous);
      runSummary.waivers(result);
      String text = format.render(result);
      if (folder != null) {
        folder.write(input, result);
      }
      return new Outcome(
          Summary.of(result),
          text,
          sketch(result),
          bodies == null ? null : BodyReport.of(result),
          null);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Outcome.failed(e);
    }
  }

  private void print(int file, Outcome outcome) {
    if (outcome.fault() != null) {
      runSummary.reportError(inputs.get(file).name(), outcome.fault());
    }
    if (outcome.summary() != null) {
      runSummary.verdict(outcome.summary());
      written.add(inputs.get(file).key());
    }
    if (!outcome.text().isEmpty()) {
      terminal.out().print((first ? "" : format.separator()) + outcome.text());
      terminal.out().flush();
      first = false;
    }
  }

  /**
   * The sketch of the text for the comparison with other reports; null if files are not compared.
   */
  private @Nullable Sketch sketch(Result result) {
    return alone ? null : Sketch.of(result.report());
  }

  /** Reports of different bodies with nearly the same text. */
  List<SimilarReports> similarReports() {
    return similarity.similarReports();
  }

  private void add(@Nullable BodyReport report) {
    if (bodies != null && report != null) {
      bodies.add(report);
    }
  }

  private static void add(TextSpool spool, String text) {
    try {
      spool.add(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String get(TextSpool spool, int number) {
    try {
      return spool.get(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
