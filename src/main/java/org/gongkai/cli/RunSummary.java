package org.gongkai.cli;

import java.util.EnumMap;
import java.util.Map;
import org.gongkai.publish.Summary;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.UnusedWaiver;
import org.gongkai.rule.config.WaiverUsage;

/**
 * Counts the verdicts of a run, and reports errors as they happen. For the printing thread only.
 */
final class RunSummary {
  private final Terminal terminal;
  private final WaiverUsage waivers;
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private int errors;

  RunSummary(Terminal terminal, WaiverUsage waivers) {
    this.terminal = terminal;
    this.waivers = waivers;
  }

  void verdict(Summary summary) {
    verdicts.merge(summary.verdict(), 1, Integer::sum);
  }

  /** May be called from any thread. */
  void waivers(Result result) {
    waivers.add(result);
  }

  void reportError(String name, Throwable fault) {
    errors++;
    terminal
        .err()
        .println(
            Terminal.sanitized(
                name + terminal.localized("：", ": ") + UserError.of(fault).text(terminal)));
  }

  /** Prints the number of reports of each verdict, and the waivers without effect. */
  void print() {
    int passed = of(Verdict.PASS);
    int incomplete = of(Verdict.INCOMPLETE);
    int failed = of(Verdict.FAIL);
    int unreadable = of(Verdict.UNREADABLE);
    int all = passed + incomplete + failed + unreadable + errors;
    terminal
        .err()
        .println(
            terminal.localized(
                "共 "
                    + all
                    + " 份：一致 "
                    + passed
                    + "，部分核对 "
                    + incomplete
                    + "，不符 "
                    + failed
                    + "，未核对 "
                    + unreadable
                    + (errors == 0 ? "" : "，读写出错 " + errors),
                all
                    + (all == 1 ? " file: " : " files: ")
                    + passed
                    + " consistent, "
                    + incomplete
                    + " incomplete, "
                    + failed
                    + " with mismatches, "
                    + unreadable
                    + " not checked"
                    + (errors == 0 ? "" : ", " + errors + " could not be read or written")));
    for (UnusedWaiver unused : waivers.unused()) {
      terminal.err().println(terminal.localized(unused.why().zh(), unused.why().en()));
    }
  }

  int status() {
    if (errors > 0) {
      return Main.ERROR;
    }
    return verdicts.keySet().stream().allMatch(verdict -> verdict == Verdict.PASS)
        ? Main.PASSED
        : Main.NOT_ALL_PASSED;
  }

  private int of(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }
}
