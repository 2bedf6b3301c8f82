package org.gongkai.cli;

import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Severity;
import picocli.CommandLine.Command;

/** Lists the rules: what {@code gongkai explain} takes. */
@Command(name = "rules")
final class RulesCommand implements Runnable {
  private final Terminal terminal;

  RulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    int widest =
        Catalogue.standard().entries().stream()
            .mapToInt(rule -> rule.id().length())
            .max()
            .orElse(0);
    for (Catalogue.Entry rule : Catalogue.standard().entries()) {
      terminal
          .out()
          .println(
              DisplayWidth.fit(rule.id(), widest + 2)
                  + DisplayWidth.fit(
                      severity(rule.severity(), terminal), terminal.chinese() ? 6 : 9)
                  + terminal.localized(rule.title().zh(), rule.title().en()));
    }
  }

  static String severity(Severity severity, Terminal terminal) {
    return switch (severity) {
      case ERROR -> terminal.localized("不符", "error");
      case WARNING -> terminal.localized("提醒", "warning");
      case NOTICE -> terminal.localized("说明", "notice");
    };
  }
}
