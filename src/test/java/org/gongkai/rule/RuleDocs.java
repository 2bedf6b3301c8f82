package org.gongkai.rule;

import java.util.Map;
import org.gongkai.rule.Catalogue.Entry;

/** The documentation of all rules, made of the catalogue. */
@SuppressWarnings("StringConcatToTextBlock")
final class RuleDocs {
  private static final Map<String, Message> GROUPS =
      Map.of(
          "document", new Message("未能核对的文件", "Files that cannot be checked"),
          "tables", new Message("三张表", "The three tables"),
          "years", new Message("与上年报告的衔接", "Beside the year before"),
          "narrative", new Message("文字与表格", "The text against the tables"),
          "content", new Message("结构与内容", "Structure and content"),
          "bodies", new Message("各机关的报告之间", "Between the reports of bodies"));

  private RuleDocs() {}

  static String chinese() {
    StringBuilder page = new StringBuilder();
    page.append("# 规则一览\n\n");
    page.append("[English](rules.md)\n\n");
    page.append("本页由规则目录自动生成，请勿手工修改；修改规则目录后运行 ");
    page.append("`mvn test -Dtest=RuleDocsTest -Dgongkai.docs=write` 重新生成。\n\n");
    page.append("级别：`error` 不符（只有不符影响结论）、`warning` 提醒、`notice` 说明。");
    page.append("花括号里是实际的位置和数字，方括号里的部分没有内容时省略。\n\n");
    page.append(
        "用配置文件可以调整级别或关闭规则：\n\n"
            + "```yaml\n"
            + "rules:\n"
            + "  cells.blank-as-zero: off\n"
            + "  table.row-missing: error\n"
            + "thresholds:\n"
            + "  years.similar-text: 50%\n"
            + "  years.reused-text: 80%\n"
            + "```\n\n"
            + "`thresholds` 是与上年正文相同的比例，达到时给出说明或提醒；所列为默认值，写作 `50%` 或 `0.5`。"
            + "数字和标点不计，不足8个字的段落不比较；不同机关之间，正文不少于300字、85%以上相同的才指出。\n");
    for (String group : Catalogue.groups()) {
      page.append(group(group, true));
    }
    return page.toString();
  }

  static String english() {
    StringBuilder page = new StringBuilder();
    page.append("# All rules\n\n");
    page.append("[中文](rules.zh-CN.md)\n\n");
    page.append(
        "This page is made of the rule catalogue; do not edit it. After a change of the catalogue"
            + " run ");
    page.append("`mvn test -Dtest=RuleDocsTest -Dgongkai.docs=write`.\n\n");
    page.append("Severities: `error` (only errors decide the verdict), `warning`, `notice`. ");
    page.append("Braces stand for places and figures; ");
    page.append("a part in square brackets is left out where it has nothing to say.\n\n");
    page.append("A configuration file raises, lowers or switches off any of them:\n\n");
    page.append(
        "```yaml\n"
            + "rules:\n"
            + "  cells.blank-as-zero: off\n"
            + "  table.row-missing: error\n"
            + "thresholds:\n"
            + "  years.similar-text: 50%\n"
            + "  years.reused-text: 80%\n"
            + "```\n\n");
    page.append(
        "`thresholds` are the shares of last year's text from which a notice or a warning is given;"
            + " these are the defaults, written as `50%` or `0.5`. Figures and punctuation do not count, and paragraphs"
            + " of fewer than 8 characters are not compared; of two bodies, texts of at least 300 characters are"
            + " named where 85 % of them are the same.\n");
    for (String group : Catalogue.groups()) {
      page.append(group(group, false));
    }
    return page.toString();
  }

  private static String group(String group, boolean zh) {
    StringBuilder section = new StringBuilder();
    for (Entry entry : Catalogue.standard().entries()) {
      if (entry.group().equals(group)) {
        section
            .append("\n### `")
            .append(entry.id())
            .append("` ")
            .append(say(entry.title(), zh))
            .append("\n\n");
        line(section, zh ? "级别" : "Severity", '`' + entry.severity().key() + '`');
        line(section, zh ? "提示" : "Message", code(say(entry.template(), zh)));
        line(section, zh ? "改正" : "Remedy", say(entry.remedy(), zh));
        line(section, zh ? "依据" : "Basis", say(entry.basis(), zh));
      }
    }
    return section.isEmpty() ? "" : "\n## " + say(GROUPS.get(group), zh) + "\n" + section;
  }

  private static void line(StringBuilder section, String name, String text) {
    section.append("- **").append(name).append("** ").append(text).append('\n');
  }

  /** Square brackets would be taken for links. */
  private static String code(String template) {
    return template.replace("[", "\\[").replace("]", "\\]");
  }

  private static String say(Message message, boolean zh) {
    return zh ? message.zh() : message.en();
  }
}
