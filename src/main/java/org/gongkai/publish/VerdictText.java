package org.gongkai.publish;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Table;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Message;
import org.gongkai.rule.RelationCheck;
import org.gongkai.rule.RelationCheck.State;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/** Words verdicts: short for a badge, as sentences for its title, the page and the terminal. */
public final class VerdictText {
  /** The limits of every verdict. */
  static final Message CAVEAT =
      new Message(
          "仅核对表三、表四数据是否符合勾稽关系，不代表对数据真实性和报告内容的评价。",
          "Only the relations within tables III and IV are checked; nothing is said about whether the figures are true"
              + " or about the report's text.");

  private VerdictText() {}

  /** For a badge: {@code 一致}, {@code 核对 36/42}, {@code 3项不符}, {@code 未核对}, {@code 不适用}. */
  public static Message brief(Result result) {
    RelationCounts relations = result.relationCounts();
    int errors = result.count(Severity.ERROR);
    return switch (BadgeStatus.of(result)) {
      case CONSISTENT -> new Message("一致", "consistent");
      case INCOMPLETE ->
          new Message(
              "核对 " + relations.hold() + "/" + relations.total(),
              "checked " + relations.hold() + "/" + relations.total());
      case MISMATCH ->
          relations.broken() > 0
              ? new Message(
                  relations.broken() + "项不符", plural(relations.broken(), "mismatch", "mismatches"))
              : new Message(errors + "项不合规定", plural(errors, "error", "errors"));
      case UNREAD -> new Message("未核对", "not checked");
      case NOT_APPLICABLE -> new Message("不适用", "not applicable");
    };
  }

  /** The verdict as a sentence. */
  public static Message sentence(Result result) {
    RelationCounts relations = result.relationCounts();
    return switch (BadgeStatus.of(result)) {
      case CONSISTENT ->
          new Message(
              "勾稽一致：表三、表四的" + relations.total() + "项勾稽关系均已核对，均成立。",
              "Consistent: all "
                  + relations.total()
                  + " relations of tables III and IV were checked and hold.");
      case INCOMPLETE ->
          new Message(
              "部分核对："
                  + relations.total()
                  + "项勾稽关系中，"
                  + relations.hold()
                  + "项已核对且成立"
                  + waived(relations, "，", "项不符但已豁免或不计为错误")
                  + "。",
              "Incomplete: of "
                  + relations.total()
                  + " relations, "
                  + relations.hold()
                  + " were checked and hold"
                  + waived(relations, ", ", " are broken but waived or not counted as errors")
                  + ".");
      case MISMATCH -> mismatch(result);
      case UNREAD ->
          new Message("未核对：" + why(result).zh() + "。", "Not checked: " + why(result).en() + ".");
      case NOT_APPLICABLE ->
          new Message("不适用：" + why(result).zh() + "。", "Not applicable: " + why(result).en() + ".");
    };
  }

  private static String waived(RelationCounts relations, String before, String after) {
    return relations.broken() == 0 ? "" : before + relations.broken() + after;
  }

  private static Message mismatch(Result result) {
    int broken = result.relationCounts().broken();
    long others =
        result.findings().stream()
            .filter(finding -> finding.counts() && finding.severity() == Severity.ERROR)
            .filter(finding -> !isRelation(result, finding.rule()))
            .count();
    String zh = broken == 0 ? "" : broken + "项勾稽关系不符";
    String en = broken == 0 ? "" : plural(broken, "relation is broken", "relations are broken");
    if (others > 0) {
      zh += (zh.isEmpty() ? "" : "，") + others + "项内容不合规定";
      en += (en.isEmpty() ? "" : ", ") + plural((int) others, "other error", "other errors");
    }
    return new Message(zh + "，请核对后更正。", en + ": please check and correct.");
  }

  private static boolean isRelation(Result result, String rule) {
    return result.relations().stream().anyMatch(check -> check.relation().rule().equals(rule));
  }

  /** Why a document was not checked: the title of its first finding. */
  private static Message why(Result result) {
    return result.findings().stream()
        .findFirst()
        .flatMap(finding -> Catalogue.standard().find(finding.rule()))
        .map(Catalogue.Entry::title)
        .orElse(new Message("没有可以核对的表格", "there are no tables to check"));
  }

  /**
   * The relations that could not be assessed, why, and what to do; null where all could.
   *
   * <pre>6项未能核对：表三3项（总计空白而各分项不为零）、表四3项（未读取到这张表）。请…</pre>
   */
  public static @Nullable Message notAssessable(Result result) {
    int count = result.relationCounts().notAssessable();
    if (count == 0) {
      return null;
    }
    Map<Table, Map<State, Integer>> tables = new LinkedHashMap<>();
    Set<State> states = new LinkedHashSet<>();
    for (RelationCheck check : result.relations()) {
      if (!check.state().isAssessed()) {
        Table table = check.relation().totals().get(0).table();
        tables
            .computeIfAbsent(table, t -> new LinkedHashMap<>())
            .merge(check.state(), 1, Integer::sum);
        states.add(check.state());
      }
    }
    StringBuilder zh = new StringBuilder(count + "项未能核对：");
    StringBuilder en =
        new StringBuilder(plural(count, "relation", "relations"))
            .append(" could not be assessed: ");
    String[] between = {"", ""};
    tables.forEach(
        (table, reasons) ->
            reasons.forEach(
                (state, number) -> {
                  zh.append(between[0])
                      .append(first(table.label(), ' '))
                      .append(number)
                      .append("项（")
                      .append(state.reason().zh())
                      .append("）");
                  en.append(between[1])
                      .append(number)
                      .append(" in ")
                      .append(first(table.english(), ',').replace("Table", "table"))
                      .append(" (")
                      .append(state.reason().en())
                      .append(")");
                  between[0] = "、";
                  between[1] = ", ";
                }));
    zh.append("。");
    en.append(".");
    for (State state : states) {
      zh.append(state.remedy().zh());
      en.append(' ').append(state.remedy().en());
    }
    return new Message(zh.toString(), en.toString());
  }

  /** The consequence of an error in a row or in totals: {@code 由此造成8项勾稽关系不符}. */
  public static Message consequence(Diagnosis diagnosis, Result result) {
    int broken =
        (int)
            result.findings().stream()
                .filter(finding -> diagnosis.explains().contains(finding.id()))
                .filter(finding -> isRelation(result, finding.rule()))
                .count();
    return new Message(
        "由此造成" + broken + "项勾稽关系不符",
        plural(broken, "relation is", "relations are") + " broken by that");
  }

  /** The word for a finding of a severity, in a list or a heading. */
  public static Message word(Severity severity) {
    return switch (severity) {
      case ERROR -> new Message("不符", "mismatch");
      case WARNING -> new Message("提醒", "reminder");
      case NOTICE -> new Message("说明", "note");
    };
  }

  /** The word for a verdict, where reports are counted or listed. */
  public static Message word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> new Message("一致", "consistent");
      case INCOMPLETE -> new Message("部分核对", "incomplete");
      case FAIL -> new Message("不符", "mismatches");
      case UNREADABLE -> new Message("未核对", "not checked");
    };
  }

  private static String first(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String plural(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
