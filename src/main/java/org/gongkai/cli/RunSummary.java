package org.gongkai.cli;

import java.util.EnumMap;
import java.util.Map;
import org.gongkai.publish.Summary;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.Waivers;

/**
 * Counts the verdicts of a run, and reports errors as they happen. For the printing thread only.
 */
final class RunSummary {
  private final Terminal terminal;
  private final Waivers.Tally waivers;
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private int troubles;

  RunSummary(Terminal terminal, Waivers.Tally waivers) {
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

  void trouble(String name, Throwable fault) {
    troubles++;
    terminal
        .err()
        .println(
            Terminal.harmless(name + terminal.say("：", ": ") + UserError.of(fault).said(terminal)));
  }

  /** Says how many of each, and which waivers were of no use. */
  void sum() {
    int passed = of(Verdict.PASS);
    int incomplete = of(Verdict.INCOMPLETE);
    int failed = of(Verdict.FAIL);
    int unreadable = of(Verdict.UNREADABLE);
    int all = passed + incomplete + failed + unreadable + troubles;
    terminal
        .err()
        .println(
            terminal.say(
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
                    + (troubles == 0 ? "" : "，读写出错 " + troubles),
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
                    + (troubles == 0 ? "" : ", " + troubles + " could not be read or written")));
    for (Waivers.Unused unused : waivers.unused()) {
      terminal.err().println(terminal.say(unused.why().zh(), unused.why().en()));
    }
  }

  int status() {
    if (troubles > 0) {
      return Main.TROUBLE;
    }
    return verdicts.keySet().stream().allMatch(verdict -> verdict == Verdict.PASS)
        ? Main.PASSED
        : Main.FOUND;
  }

  private int of(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }
}
