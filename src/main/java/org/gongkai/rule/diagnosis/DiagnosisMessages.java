package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.Message;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.diagnosis.Correction.Change;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;
import org.gongkai.rule.diagnosis.NarrativeEvidence.Opinion;
import org.gongkai.rule.narrative.Claim;

/** Words the messages of diagnoses. */
final class DiagnosisMessages {
  /** The number of cells that are listed; further ones are counted. */
  private static final int LISTED = 4;

  private static final List<String> ZH_COUNT = List.of("", "", "两", "三");
  private static final List<String> EN_COUNT = List.of("", "", "both", "all three");

  private DiagnosisMessages() {}

  /** The reasons for and against a correction. */
  record Reasons(Set<TypingError> typingErrors, Opinion opinion) {}

  /**
   * The place of a correction among the candidates.
   *
   * @param number its number, from 1
   * @param ways the number of candidates; 0 for more than are listed
   * @param likeliest whether it is clearly likelier than the others
   */
  record Rank(int number, int ways, boolean likeliest) {}

  /**
   * A message about a correction.
   *
   * @param whole the complete message
   * @param brief without the cells to change and the candidate's number
   */
  record Words(Message whole, Message brief) {
    static Words of(Message both) {
      return new Words(both, both);
    }
  }

  static Words certain(Report report, Correction correction, Reasons reasons) {
    int cells = correction.changes().size();
    String zh;
    String en;
    if (correction.kind() == Kind.SHIFTED
        && correction.changes().get(0).cell().table().key().equals(Edition.REMEDIES)) {
      // Changing one figure in each group would also work, in many ways.
      zh = "；按整体移格推算，无其他方案";
      en = "; no other shift would do";
    } else if (correction.description() != null || cells > 3) {
      zh = "，按改动最少推算，无其他方案";
      en = "; no smaller change and no other of that kind would do";
    } else if (cells == 1) {
      zh = "；按只改一格推算，无其他方案";
      en = "; no other single cell would do";
    } else {
      zh = "；须同时更正以上" + ZH_COUNT.get(cells) + "格，按改动最少推算，无其他方案";
      en = "; " + EN_COUNT.get(cells) + " must be changed, and no other change as small would do";
    }
    Words said = said(report, correction);
    Message why = reasons(reasons, false);
    return new Words(
        sentence(said.whole(), new Message(zh, en), why),
        sentence(said.brief(), new Message(zh, en), why));
  }

  private static Message sentence(Message said, Message only, Message why) {
    return new Message(
        said.zh() + only.zh() + why.zh() + "。", capital(said.en()) + only.en() + why.en() + ".");
  }

  static Words candidate(Report report, Correction correction, Reasons reasons, Rank rank) {
    String zh = "可能的更正方案" + (rank.ways() > 1 ? rank.number() : rank.ways() == 0 ? "之一" : "");
    zh += rank.ways() > 1 ? "（共" + rank.ways() + "种，须对照台账确定）：" : "（须对照台账确定）：";
    String en =
        rank.ways() > 1
            ? "Possible correction " + rank.number() + " of " + rank.ways()
            : rank.ways() == 0 ? "One of several possible corrections" : "A possible correction";
    Words said = said(report, correction);
    Message why = reasons(reasons, rank.likeliest());
    return new Words(
        new Message(
            zh + said.whole().zh() + why.zh() + "。",
            en + " (see the register): " + said.whole().en() + why.en() + "."),
        sentence(said.brief(), new Message("", ""), why));
  }

  private static Words said(Report report, Correction correction) {
    Words description = correction.description();
    if (description != null) {
      return description;
    }
    Message cells = changes(correction.changes(), cell -> printed(report.at(cell)));
    return new Words(
        new Message(
            cells.zh() + "后，相关勾稽关系均成立", "changing " + cells.en() + " makes these relations hold"),
        new Message("更正后，相关勾稽关系均成立", "with that, these relations hold"));
  }

  /** A figure as read, a placeholder as printed; empty for a blank. */
  private static String printed(Reading reading) {
    BigDecimal figure = reading.value();
    if (figure != null) {
      return PlaceNames.figure(figure);
    }
    return reading.status() == Status.PLACEHOLDER ? '“' + reading.printed() + '”' : "";
  }

  /**
   * The cells to change; of many the first, and how many there are.
   *
   * @param printed the figure of a cell; empty for a blank
   */
  private static Message changes(List<Change> changes, Function<Cell, String> printed) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (Change change : changes.subList(0, Math.min(LISTED, changes.size()))) {
      String from = printed.apply(change.cell());
      String to = PlaceNames.figure(change.figure());
      String place = PlaceNames.place(change.cell());
      zh.add(place + "由" + (from.isEmpty() ? "空白" : from) + "更正为" + to);
      place = PlaceNames.placeInEnglish(change.cell());
      en.add(place + " from " + (from.isEmpty() ? "blank" : from) + " to " + to);
    }
    int more = changes.size() - en.size();
    return new Message(
        "将" + String.join("、将", zh) + (more > 0 ? "等" + changes.size() + "格" : ""),
        String.join(" and ", en) + (more > 0 ? " and " + more + " more" : ""));
  }

  /** A row whose figures are one cell too far to one side. */
  static Words shifted(Cell row, String column, boolean right, List<BigDecimal> figures) {
    List<String> printed = figures.stream().map(PlaceNames::figure).toList();
    String zh =
        PlaceNames.table(row.table()) + '“' + PlaceNames.row(row) + "”一行自“" + column + "”栏起疑整体";
    zh += (right ? "右" : "左") + "移一格；移回后本行依次为" + String.join("、", printed) + "，相关勾稽关系均成立";
    String en =
        "the figures of “" + PlaceNames.row(row) + "” in " + PlaceNames.tableInEnglish(row.table());
    en += " seem to be one cell too far to the " + (right ? "right" : "left") + " from “" + column;
    en += "” on; put back, " + String.join(", ", printed) + " make these relations hold";
    return Words.of(new Message(zh, en));
  }

  /**
   * Figures of table IV one cell too far to one side.
   *
   * @param first the first cell that is wrong
   * @param groups the figures of each group that is wrong, as they should be
   */
  static Words shiftedRemedies(Cell first, boolean right, Map<Row, List<BigDecimal>> groups) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    groups.forEach(
        (row, figures) -> {
          List<String> printed = figures.stream().map(PlaceNames::figure).toList();
          String label = '“' + PlaceNames.row(first.table(), row) + '”';
          zh.add(label + "依次为" + String.join("、", printed));
          en.add(String.join(", ", printed) + " in " + label);
        });
    return Words.of(
        new Message(
            PlaceNames.place(first)
                + "栏起疑整体"
                + (right ? "右" : "左")
                + "移一格；移回后，"
                + String.join("，", zh)
                + "，相关勾稽关系均成立",
            "the figures seem to be one cell too far to the "
                + (right ? "right" : "left")
                + " from "
                + PlaceNames.placeInEnglish(first)
                + " on; put back, "
                + String.join("; ", en)
                + " make these relations hold"));
  }

  /** A row that was left blank: the surplus of the totals over the other rows. */
  static Words leftOut(Cell row, List<Change> changes) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (Change change : changes) {
      String column = '“' + PlaceNames.column(change.cell()) + '”';
      zh.add(column + PlaceNames.figure(change.figure()));
      en.add(PlaceNames.figure(change.figure()) + " in " + column);
    }
    return Words.of(
        new Message(
            PlaceNames.table(row.table())
                + '“'
                + PlaceNames.row(row)
                + "”一行空白，疑整行漏填；补填"
                + String.join("、", zh)
                + "后，相关勾稽关系均成立",
            "the row “"
                + PlaceNames.row(row)
                + "” in "
                + PlaceNames.tableInEnglish(row.table())
                + " is blank and seems to be left out; with "
                + String.join(", ", en)
                + " these relations hold"));
  }

  /** Two rows that have each other's figures. */
  static Words swapped(Cell one, Cell other) {
    String zh =
        PlaceNames.table(one.table()) + '“' + PlaceNames.row(one) + "”与“" + PlaceNames.row(other);
    String en = "“" + PlaceNames.row(one) + "” and “" + PlaceNames.row(other) + "” in ";
    return Words.of(
        new Message(
            zh + "”两行数据疑互换；对调后，相关勾稽关系均成立",
            en
                + PlaceNames.tableInEnglish(one.table())
                + " seem to have each other's figures; exchanged, they make these relations hold"));
  }

  /** Totals without cases that were added late. */
  static Words late(List<Change> changes, BigDecimal amount, Function<Cell, String> printed) {
    Message cells = changes(changes, printed);
    Message late = late(amount);
    return new Words(
        new Message(
            late.zh() + "；按各项重新合计，" + cells.zh() + "后，相关勾稽关系均成立",
            late.en() + ": changing " + cells.en() + " makes these relations hold"),
        new Message(
            late.zh() + "；按各项重新合计后，相关勾稽关系均成立",
            late.en() + "; added up anew, these relations hold"));
  }

  /** The same, where the cases are in no outcome yet. */
  static Words withoutOutcome(
      List<Change> changes, BigDecimal amount, Function<Cell, String> printed) {
    Message cells = changes(changes, printed);
    Message late = late(amount);
    String cases = PlaceNames.figure(amount);
    String zh = "请同时核对这" + cases + "件是否已计入办理结果或结转";
    String en = "see that these cases are among the outcomes or carried forward";
    return new Words(
        new Message(
            late.zh() + "，" + cells.zh() + "；" + zh,
            late.en() + ": change " + cells.en() + ", and " + en),
        new Message(late.zh() + "；" + zh, late.en() + "; " + en));
  }

  private static Message late(BigDecimal amount) {
    String cases = PlaceNames.figure(amount);
    return new Message(
        "疑总计未随补录更新：各项合计比总计多" + cases,
        "totals seem not to be up to date with cases added late, " + cases + " too small");
  }

  /** A row of totals that differ from the sums. */
  static Words totalRow(List<Change> changes, Function<Cell, String> printed) {
    Message cells = changes(changes, printed);
    Cell first = changes.get(0).cell();
    String zh =
        PlaceNames.table(first.table()) + '“' + PlaceNames.row(first) + "”一行疑漏计或重复计入某一项：按各项重新合计";
    String en =
        "“"
            + PlaceNames.row(first)
            + "” in "
            + PlaceNames.tableInEnglish(first.table())
            + " seems to leave a row out or to count one twice: ";
    return new Words(
        new Message(
            zh + "，" + cells.zh() + "后，相关勾稽关系均成立",
            en + "changing " + cells.en() + " makes these relations hold"),
        new Message(zh + "后，相关勾稽关系均成立", en + "added up anew, these relations hold"));
  }

  private static Message reasons(Reasons reasons, boolean likeliest) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    if (likeliest) {
      zh.add("此方案较有可能");
      en.add("this one is likelier than the others");
    }
    if (reasons.opinion().supporting() != null) {
      zh.add("依据：正文为同一数字");
      en.add("the text gives that figure");
    }
    for (TypingError typingError : reasons.typingErrors()) {
      zh.add(typingError.reason.zh());
      en.add(typingError.reason.en());
    }
    Claim against = reasons.opinion().contradicting();
    if (against != null) {
      zh.add("但正文“" + against.target().name() + "”为" + against.amount() + "件，与此方案不一致");
      en.add("but the text says " + against.amount() + " of " + against.target().english());
    }
    return zh.isEmpty()
        ? new Message("", "")
        : new Message("。" + String.join("；", zh), ". " + capital(String.join("; ", en)));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
