package org.gongkai.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.rule.Message;
import org.gongkai.rule.bodies.Body;
import org.gongkai.rule.bodies.BodyFinding;
import org.gongkai.rule.bodies.BodyResults;
import org.gongkai.rule.bodies.BodyState;

/** Tells of the bodies of a list: how many have reported, who has not, and what differs. */
final class BodySummary {
  private static final String MISSING = "bodies.missing";

  private final Terminal terminal;

  BodySummary(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(BodyResults results) {
    List<BodyState> states = results.states();
    long reported = states.stream().filter(state -> state.reports() > 0).count();
    long late = states.stream().filter(BodyState::late).count();
    long twice = states.stream().filter(BodyState::conflicting).count();
    long differing = states.stream().filter(state -> state.sum() == BodyState.Sum.DIFFERS).count();
    println(
        "名单共 "
            + states.size()
            + " 个机关：有报告 "
            + reported
            + "，没有报告 "
            + (states.size() - reported)
            + "，逾期公布 "
            + late
            + "，报告数字不一 "
            + twice
            + "，与下级合计不符 "
            + differing,
        states.size()
            + " bodies: "
            + reported
            + " have reported, "
            + (states.size() - reported)
            + " have not, "
            + late
            + " late, "
            + twice
            + " with reports that differ, "
            + differing
            + " not the sum of those below");
    List<Body> missing =
        results.findings().stream()
            .filter(finding -> finding.rule().equals(MISSING))
            .map(BodyFinding::body)
            .filter(body -> body != null)
            .toList();
    if (!missing.isEmpty()) {
      println(
          "没有报告：" + missing.stream().map(Body::name).collect(Collectors.joining("、")),
          "No report: " + missing.stream().map(Body::name).collect(Collectors.joining(", ")));
    }
    for (BodyFinding finding : results.findings()) {
      if (!finding.rule().equals(MISSING)) {
        Message message = finding.message();
        Body body = finding.body();
        println(
            (body == null ? "" : body.name() + "：") + message.zh() + "  [" + finding.rule() + ']',
            (body == null ? "" : body.name() + ": ") + message.en() + "  [" + finding.rule() + ']');
      }
    }
  }

  private void println(String zh, String en) {
    terminal.err().println(Terminal.sanitized(terminal.localized(zh, en)));
  }
}
