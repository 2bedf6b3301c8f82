package org.gongkai.cli;

import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a rule: what it checks, its legal basis, how to correct what it finds. */
@Command(name = "explain")
final class ExplainCommand implements Runnable {
  private final Terminal terminal;

  @Parameters(paramLabel = "RULE", descriptionKey = "RULE")
  private String rule;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    Catalogue catalogue = Catalogue.standard();
    if (table(catalogue)) {
      return;
    }
    Catalogue.Entry entry =
        catalogue
            .find(rule)
            .orElseThrow(
                () -> {
                  String nearest = catalogue.nearest(rule);
                  return new UserException(
                      "没有规则 " + rule + "。是不是 " + nearest + "？全部规则：gongkai rules",
                      "no rule " + rule + ". Did you mean " + nearest + "? For all: gongkai rules");
                });
    line("规则", "Rule", entry.id());
    line("名称", "Title", text(entry.title()));
    line("级别", "Severity", RulesCommand.severity(entry.severity(), terminal));
    line("提示语", "Message", text(entry.template()));
    line("依据", "Basis", text(entry.basis()));
    line("如何改正", "Remedy", text(entry.remedy()));
  }

  /** Whether the argument is a table, such as 表三: then its rules are listed. */
  private boolean table(Catalogue catalogue) {
    if (!rule.matches("表[二三四]")) {
      return false;
    }
    for (Catalogue.Entry entry : catalogue.entries()) {
      if (entry.title().zh().contains(rule) || entry.basis().zh().contains(rule)) {
        terminal
            .out()
            .println(
                DisplayWidth.fit(entry.id(), 44)
                    + DisplayWidth.fit(RulesCommand.severity(entry.severity(), terminal), 9)
                    + text(entry.title()));
      }
    }
    return true;
  }

  private void line(String zh, String en, String text) {
    terminal.out().println(DisplayWidth.fit(terminal.localized(zh, en), 10) + text);
  }

  private String text(Message message) {
    return terminal.localized(message.zh(), message.en());
  }
}
