package org.gongkai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.event.Failure;
import org.gongkai.event.Outcome;
import org.gongkai.publish.Output;
import org.gongkai.publish.SourcePlace;
import org.gongkai.publish.VerdictText;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.UnusedWaiver;
import org.gongkai.rule.config.WaiverUsage;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/** Prints what happened to each file and where its results are. */
final class WatchLog implements org.gongkai.event.EventListener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Outcome.Status> SILENT =
      EnumSet.of(Outcome.Status.IGNORED, Outcome.Status.ABSENT);

  private final Terminal terminal;
  private final Path results;
  private final AnsiColors paint;
  private final WaiverUsage waivers;
  private final AtomicInteger notPassed = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  WatchLog(Terminal terminal, Path results, WaiverUsage waivers) {
    this.terminal = terminal;
    this.results = results;
    this.waivers = waivers;
    this.paint = new AnsiColors(terminal.usesColours());
  }

  void begin(Path inbox, boolean once) {
    print(
        paint.bold(
                terminal.localized("核对文件夹 ", "Watching ")
                    + inbox
                    + terminal.localized("  →  结果 ", "  →  results ")
                    + results)
            + (once
                ? ""
                : "\n"
                    + terminal.localized(
                        "把报告放进去即可，按 Ctrl-C 结束。", "Drop reports in; stop with Ctrl-C.")));
  }

  /** Prints the waivers that matched nothing. */
  synchronized void waivers() {
    for (UnusedWaiver unused : waivers.unused()) {
      terminal.err().println(terminal.localized(unused.why().zh(), unused.why().en()));
    }
  }

  void end() {
    waivers();
    print(terminal.localized("已结束。", "Ended."));
    terminal.out().flush();
  }

  @Override
  public void done(Outcome outcome) {
    if (SILENT.contains(outcome.status())) {
      return;
    }
    String key = Terminal.sanitized(outcome.change().key());
    Outcome.Score score = outcome.score();
    if (score == null) {
      print(paint.dim(terminal.localized("− 已移除", "− removed")) + "  " + key);
      return;
    }
    if (!score.verdict().equals(Verdict.PASS.key())) {
      notPassed.incrementAndGet();
    }
    StringBuilder out = new StringBuilder();
    Result result = outcome.result();
    if (result == null) {
      countUsedWaivers(outcome.change().key());
      out.append(paint.dim(terminal.localized("= 未变", "= unchanged")))
          .append("  ")
          .append(verdict(score))
          .append("  ")
          .append(key);
    } else {
      waivers.add(result);
      out.append(verdict(result)).append("  ").append(key);
      findings(result, out);
    }
    Path page = results.resolve(outcome.change().key()).resolve(Output.PAGE.fileName());
    out.append("\n    → ").append(Terminal.sanitized(page.toString()));
    print(out.toString());
  }

  /** Counts the waivers that the findings of an existing result used. */
  private void countUsedWaivers(String key) {
    try {
      JsonNode result =
          JSON.readTree(
              Files.readAllBytes(results.resolve(key).resolve(Output.RESULT_JSON.fileName())));
      for (JsonNode finding : result.path("findings")) {
        List<String> cells = new ArrayList<>();
        finding.path("cells").forEach(cell -> cells.add(cell.asText()));
        waivers.add(key, finding.path("id").asText(), finding.path("rule").asText(), cells);
      }
    } catch (IOException e) {
      terminal.err().println(Terminal.sanitized(key + ": " + UserError.of(e).text(terminal)));
    }
  }

  /** Called at each attempt; only the last one is printed. */
  @Override
  public void failed(Failure failure) {}

  /** Prints that a change could not be handled and is not retried. */
  void reportFailure(Failure failure) {
    failures.incrementAndGet();
    synchronized (this) {
      terminal
          .err()
          .println(
              Terminal.sanitized(
                  terminal.localized("✗ 读写失败  ", "✗ failed  ")
                      + failure.subject()
                      + ": "
                      + failure.kind()
                      + ": "
                      + failure.message()));
    }
  }

  int status() {
    if (failures.get() > 0) {
      return Main.ERROR;
    }
    return notPassed.get() > 0 ? Main.NOT_ALL_PASSED : Main.PASSED;
  }

  private String verdict(Result result) {
    Message brief = VerdictText.brief(result);
    return coloured(result.verdict().key(), terminal.localized(brief.zh(), brief.en()));
  }

  /** For a result that existed already. */
  private String verdict(Outcome.Score score) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.key().equals(score.verdict())) {
        Message word = VerdictText.word(verdict);
        return coloured(score.verdict(), terminal.localized(word.zh(), word.en()));
      }
    }
    return coloured(score.verdict(), score.verdict());
  }

  private String coloured(String verdict, String words) {
    return switch (verdict) {
      case "pass" -> paint.green("✓ " + words);
      case "incomplete" -> paint.yellow("! " + words);
      case "fail" -> paint.red("✗ " + words);
      default -> paint.yellow("? " + words);
    };
  }

  private void findings(Result result, StringBuilder out) {
    Set<String> replaced = result.replacedFindings();
    for (Diagnosis diagnosis : result.diagnoses()) {
      if (diagnosis.replacesFindings()) {
        out.append("\n    ✗ ");
        message(diagnosis.message(), out);
        Message consequence = VerdictText.consequence(diagnosis, result);
        message(new Message(consequence.zh() + "。", " " + consequence.en() + "."), out);
        place(SourcePlace.of(diagnosis, result), out);
      }
    }
    List<Finding> shown =
        result.findings().stream()
            .filter(finding -> finding.counts() && !replaced.contains(finding.id()))
            .filter(
                finding ->
                    finding.severity() != Severity.NOTICE || result.verdict() == Verdict.UNREADABLE)
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    for (Finding finding : shown) {
      out.append("\n    ").append(finding.severity() == Severity.ERROR ? "✗ " : "! ");
      message(finding.message(), out);
      place(SourcePlace.of(finding, result), out);
    }
    Message open = VerdictText.notAssessable(result);
    if (open != null) {
      out.append("\n    ? ");
      message(open, out);
    }
    for (Diagnosis diagnosis : result.diagnoses()) {
      if (!diagnosis.replacesFindings()) {
        out.append("\n    ").append(paint.green("⇒ "));
        message(diagnosis.message(), out);
      }
    }
  }

  private void place(@Nullable SourcePlace place, StringBuilder out) {
    if (place != null) {
      out.append(terminal.localized("（" + place.zh() + "）", " (" + place.en() + ")"));
    }
  }

  private void message(Message message, StringBuilder out) {
    out.append(Terminal.sanitized(terminal.localized(message.zh(), message.en())));
  }

  private synchronized void print(String text) {
    terminal.out().println(text);
    terminal.out().flush();
  }
}
