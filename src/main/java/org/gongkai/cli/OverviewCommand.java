package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.rule.bodies.BodyChecker;
import org.gongkai.rule.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the overview over results that exist, whoever made them. */
@Command(name = "overview")
final class OverviewCommand implements Callable<Integer> {
  private final Terminal terminal;
  private int errors;

  @Parameters(paramLabel = "RESULTS", descriptionKey = "RESULTS")
  private Path results = Path.of("");

  @Mixin private BodyOption list = new BodyOption();

  OverviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(results)) {
      throw new NotDirectoryException(results.toString());
    }
    BodyChecker bodies = list.checker(Configuration.standard());
    List<String> keys = OverviewFolder.keys(results);
    int jobs = Runtime.getRuntime().availableProcessors();
    int count =
        OverviewFolder.write(
            results,
            keys.iterator(),
            jobs,
            bodies,
            (key, fault) -> {
              errors++;
              terminal
                  .err()
                  .println(Terminal.sanitized(key + ": " + UserError.of(fault).text(terminal)));
            });
    terminal
        .err()
        .println(
            terminal.localized("总览共 " + count + " 份：", "Overview of " + count + " reports: ")
                + OverviewFolder.page(results));
    if (bodies != null) {
      new BodySummary(terminal).print(bodies.finish());
    }
    return errors > 0 ? Main.ERROR : Main.PASSED;
  }
}
