package org.gongkai.cli;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows the progress of a run on the last line of the terminal, with the rate and the time left.
 * Shows nothing in a pipe, or for one file.
 */
final class ProgressLine implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long INTERVAL = Duration.ofMillis(250).toNanos();

  private final int files;
  private final Terminal terminal;
  private final PrintStream err;
  private final long begin = System.nanoTime();
  private boolean open;
  private int done;
  private long shown = begin - INTERVAL;

  ProgressLine(int files, Terminal terminal) {
    this.files = files;
    this.terminal = terminal;
    this.err = terminal.err();
    this.open = terminal.errWatched() && files > 1;
  }

  /** Counts one more file as done. */
  synchronized void step() {
    done++;
    long now = System.nanoTime();
    if (open && now - shown >= INTERVAL) {
      shown = now;
      err.print(CLEAR_LINE + line(now - begin));
      err.flush();
    }
  }

  private String line(long nanos) {
    double perSecond = done * 1e9 / nanos;
    long left = Math.round((files - done) / perSecond);
    return terminal.localized("核对 ", "checking ")
        + "%d/%d (%d%%), %.1f/s, ".formatted(done, files, 100L * done / files, perSecond)
        + terminal.localized("剩余 ", "left ")
        + "%d:%02d".formatted(left / 60, left % 60);
  }

  /** Prints something above the line. */
  synchronized void printAbove(Runnable printing) {
    clear();
    printing.run();
  }

  @Override
  public synchronized void close() {
    clear();
    open = false;
  }

  private void clear() {
    if (open) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
