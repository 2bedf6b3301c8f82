package org.gongkai.cli;

import java.io.PrintStream;
import java.util.Map;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, on the last line of the terminal, with the rate and the time left.
 * Nothing at all in a pipe, or for one file.
 */
final class ProgressLine implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int COLUMNS = 80;

  private final PrintStream err;
  private final @Nullable ProgressBar bar;
  private boolean open = true;

  private ProgressLine(PrintStream err, @Nullable ProgressBar bar) {
    this.err = err;
    this.bar = bar;
  }

  static ProgressLine over(int files, Terminal terminal, Map<String, String> environment) {
    if (!terminal.errWatched() || files < 2) {
      return new ProgressLine(terminal.err(), null);
    }
    PrintStream err = terminal.err();
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(terminal.say("检查", "checking"))
            .setUnit(terminal.say(" 份", " files"), 1)
            .setInitialMax(files)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(250)
            .showSpeed()
            .setConsumer(
                new DelegatingProgressBarConsumer(
                    line -> {
                      synchronized (err) {
                        err.print(CLEAR_LINE + line.stripTrailing());
                        err.flush();
                      }
                    },
                    columns(environment) - 1))
            .build();
    return new ProgressLine(err, bar);
  }

  private static int columns(Map<String, String> environment) {
    try {
      return Math.max(40, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException e) {
      return COLUMNS;
    }
  }

  /** One more is done. */
  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  /** Prints something above the bar, without tearing either. */
  void above(Runnable printing) {
    if (bar == null || !open) {
      printing.run();
      return;
    }
    synchronized (err) {
      err.print(CLEAR_LINE);
      err.flush();
      printing.run();
    }
  }

  @Override
  public void close() {
    if (bar != null && open) {
      open = false;
      bar.close();
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
