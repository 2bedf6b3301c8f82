package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gongkai.publish.Summary;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files, in the order given, several at once; holds no more than a few results at a time. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  /** What standard output can hold. */
  enum Form {
    table,
    json,
    jsonl,
    csv,
    sarif
  }

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "PATH", descriptionKey = "PATH", arity = "1..*")
  private List<String> paths = List.of();

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--format", paramLabel = "table|json|jsonl|csv|sarif", defaultValue = "table")
  private Form form = Form.table;

  @Option(names = "--jobs", paramLabel = "N")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private Settings settings = new Settings();

  CheckCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (jobs < 1) {
      throw new Trouble.Bad("--jobs 须为 1 或更大", "--jobs must be 1 or more");
    }
    Tally tally = new Tally();
    List<Input> inputs = Inputs.find(paths, out, (path, fault) -> {
      tell(path, Trouble.of(fault));
      tally.troubles++;
    });
    OutputFolder folder = out == null ? null : new OutputFolder(out, settings.style());
    if (folder != null) {
      distinct(inputs);
    }
    Checker checker = new Checker(settings.gongkai(), settings.limit(), terminal.in());
    Format format = format(inputs.size());
    terminal.out().print(format.open());
    terminal.out().flush();
    try (Progress progress = Progress.over(inputs.size(), terminal, environment)) {
      InOrder.run(
          inputs.iterator(),
          jobs,
          (Input input) -> outcome(input, checker, folder, format),
          outcome -> {
            progress.above(() -> print(outcome, format, tally));
            progress.step();
          });
    }
    terminal.out().print(format.close());
    terminal.out().flush();
    if (terminal.out().checkError()) {
      return Main.TROUBLE;
    }
    sum(tally);
    return tally.status();
  }

  private Format format(int files) {
    return switch (form) {
      case table -> new TableFormat(terminal);
      case json -> new JsonFormat(files == 1 && paths.size() == 1);
      case jsonl -> new JsonFormat.Lines();
      case csv -> new CsvFormat();
      case sarif -> new SarifFormat(terminal);
    };
  }

  /** Two files whose outputs would go to one place: better to say so at once than to lose one. */
  private static void distinct(List<Input> inputs) {
    Map<String, Input> byKey = new HashMap<>();
    for (Input input : inputs) {
      Input other = byKey.put(input.key(), input);
      if (other != null) {
        throw new Trouble.Bad(
            "两个文件的结果会写到同一处 " + input.key() + "：" + other.path() + " 和 " + input.path() + "，请分次检查",
            "the outputs of two files would go to " + input.key() + ": " + other.path() + " and " + input.path()
                + "; check them one at a time");
      }
    }
  }

  /** What came of one file; short, for many of them wait. */
  private record Outcome(Input input, @Nullable Summary summary, String text, @Nullable Trouble trouble) {}

  private static Outcome outcome(Input input, Checker checker, @Nullable OutputFolder folder, Format format) {
    try {
      Result result = checker.check(input);
      String text = format.render(result);
      if (folder != null) {
        folder.write(input.key(), result);
      }
      return new Outcome(input, Summary.of(result), text, null);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Outcome(input, null, "", Trouble.of(e));
    }
  }

  private void print(Outcome outcome, Format format, Tally tally) {
    if (outcome.trouble() != null) {
      tell(outcome.input().name(), outcome.trouble());
      tally.troubles++;
    }
    if (outcome.summary() != null) {
      tally.verdicts.merge(outcome.summary().verdict(), 1, Integer::sum);
    }
    if (!outcome.text().isEmpty()) {
      terminal.out().print((tally.printed++ == 0 ? "" : format.separator()) + outcome.text());
      terminal.out().flush();
    }
  }

  private void tell(String name, Trouble trouble) {
    terminal.err().println(
        Terminal.harmless(name) + terminal.say("：", ": ") + Terminal.harmless(trouble.said(terminal)));
  }

  private void sum(Tally tally) {
    int passed = tally.of(Verdict.PASS);
    int failed = tally.of(Verdict.FAIL);
    int unreadable = tally.of(Verdict.UNREADABLE);
    int all = passed + failed + unreadable + tally.troubles;
    terminal.err().println(
        terminal.say(
            "共 " + all + " 份：一致 " + passed + "，不符 " + failed + "，无法识别 " + unreadable
                + (tally.troubles == 0 ? "" : "，读写出错 " + tally.troubles),
            all + " files: " + passed + " consistent, " + failed + " with mismatches, " + unreadable + " unreadable"
                + (tally.troubles == 0 ? "" : ", " + tally.troubles + " could not be read or written")));
    if (out != null) {
      terminal.err().println(terminal.say("结果在 ", "Results are in ") + out);
    }
  }

  /** How many of each. */
  private static final class Tally {
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private int troubles;
    private int printed;

    int of(Verdict verdict) {
      return verdicts.getOrDefault(verdict, 0);
    }

    int status() {
      if (troubles > 0) {
        return Main.TROUBLE;
      }
      return of(Verdict.FAIL) + of(Verdict.UNREADABLE) > 0 ? Main.FOUND : Main.PASSED;
    }
  }
}
