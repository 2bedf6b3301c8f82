package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gongkai.rule.bodies.BodyChecker;
import org.gongkai.rule.similarity.SimilarReports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files and folders. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  /** The format of standard output. */
  enum Form {
    table,
    json,
    jsonl,
    csv,
    sarif
  }

  private final Terminal terminal;

  @Parameters(paramLabel = "PATH", descriptionKey = "PATH", arity = "1..*")
  private List<String> paths = List.of();

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--format", paramLabel = "table|json|jsonl|csv|sarif", defaultValue = "table")
  private Form form = Form.table;

  @Option(names = "--jobs", paramLabel = "N")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--alone")
  private boolean alone;

  @Mixin private CheckOptions settings = new CheckOptions();

  @Mixin private BodyOption list = new BodyOption();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new UserException("--jobs 须为 1 或更大", "--jobs must be 1 or more");
    }
    BodyChecker bodies = list.checker(settings.configuration());
    InputChecker checker = new InputChecker(settings.gongkai(), settings.limit(), terminal.in());
    OutputFolder folder = out == null ? null : new OutputFolder(out, settings.style());
    RunSummary runSummary = new RunSummary(terminal, settings.waivers());
    List<InputFile> inputs = InputFinder.find(paths, out, runSummary::reportError);
    if (folder != null) {
      distinct(inputs);
    }
    CheckRun run =
        new CheckRun(
            inputs, checker, folder, format(inputs.size()), jobs, terminal, runSummary, bodies);
    run.begin();
    try (ProgressLine progress = new ProgressLine(inputs.size(), terminal)) {
      if (alone || inputs.size() < 2) {
        run.checkEach(progress);
      } else {
        run.checkTogether(progress);
      }
    }
    if (!run.end()) {
      return Main.ERROR;
    }
    runSummary.print();
    for (SimilarReports pair : run.similarReports()) {
      terminal
          .err()
          .println(
              Terminal.sanitized(terminal.localized(pair.message().zh(), pair.message().en())));
    }
    if (out != null && !inputs.isEmpty()) {
      OverviewFolder.write(
          out,
          run.written().iterator(),
          jobs,
          list.checker(settings.configuration()),
          runSummary::reportError);
      terminal.err().println(terminal.localized("总览：", "Overview: ") + OverviewFolder.page(out));
    }
    if (bodies != null) {
      new BodySummary(terminal).print(bodies.finish());
    }
    return runSummary.status();
  }

  private OutputFormat format(int files) {
    return switch (form) {
      case table -> new TableFormat(terminal);
      case json -> new JsonFormat(files == 1 && paths.size() == 1);
      case jsonl -> new JsonFormat.Lines();
      case csv -> new CsvFormat(terminal);
      case sarif -> new SarifFormat(terminal);
    };
  }

  /** Refuses two files with the same place for outputs, as one would be lost. */
  private static void distinct(List<InputFile> inputs) {
    Map<String, InputFile> byKey = new HashMap<>();
    for (InputFile input : inputs) {
      InputFile other = byKey.put(input.key(), input);
      if (other != null) {
        throw new UserException(
            "两个文件的结果会写到同一处 " + input.key() + "：" + other.path() + " 和 " + input.path() + "，请分次核对",
            "the outputs of two files would go to "
                + input.key()
                + ": "
                + other.path()
                + " and "
                + input.path()
                + "; check them one at a time");
      }
    }
  }
}
