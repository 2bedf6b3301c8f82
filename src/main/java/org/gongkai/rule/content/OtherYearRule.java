package org.gongkai.rule.content;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose.Paragraph;

/**
 * Another year where the report's own is meant: where the review of the year begins, in what is
 * said of fees, in what the preamble says that the report is. Everywhere else other years have
 * their place: plans for the next, comparisons with the last, names of documents.
 */
final class OtherYearRule implements Rule {
  private static final String RULE = "year.other";
  private static final String GOES_ON = ",，度我本全各在 ";
  private static final String ENDS = "。；;!";

  /** What of the year before is made known in the next: how a body was assessed. */
  private static final Pattern ASSESSED = Pattern.compile("考核|考评|评估|测评|评比|评为|获评");

  /** So many mentions in a paragraph are looked at. */
  private static final int MOST = 50;

  /** So much of a sentence is looked at on either side of a year. */
  private static final int LONGEST = 300;

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Integer year = checked.report().identity().year();
    if (year == null || checked.isTitleYearDoubtful()) {
      return;
    }
    int section = -2;
    for (Paragraph paragraph : checked.prose().paragraphs()) {
      boolean first = paragraph.section() != section;
      section = paragraph.section();
      for (int other : new int[] {year - 1, year + 1}) {
        check(paragraph, first, year, other, findings);
      }
    }
  }

  private static void check(
      Paragraph paragraph, boolean first, int year, int other, FindingCollector findings) {
    String text = paragraph.string();
    String named = other + "年";
    boolean anywhere = paragraph.section() == 0 || paragraph.section() == 6;
    int seen = 0;
    for (int at = text.indexOf(named); at >= 0 && seen < MOST; at = text.indexOf(named, at + 5)) {
      if (!anywhere && (!first || at > 40)) {
        return;
      }
      seen++;
      int from = sentence(text, at);
      int to = end(text, at);
      String sentence = text.substring(from, to);
      if (inName(sentence, at - from) || sentence.contains(year + "年")) {
        continue;
      }
      int after = at + named.length();
      boolean begins =
          first
              && text.substring(0, Math.min(at, 40)).isBlank()
              && after < text.length()
              && GOES_ON.indexOf(text.charAt(after)) >= 0
              && !ASSESSED.matcher(sentence).find()
              && (paragraph.section() == 1 || paragraph.section() == 5 && other < year);
      boolean fees =
          paragraph.section() == 6 && sentence.contains("处理费") && !sentence.contains("办法");
      boolean report = paragraph.section() == 0 && isReport(text, after);
      if (begins || fees || report) {
        findings
            .add(RULE)
            .at(paragraph.where(from, to))
            .with("other", Integer.toString(other))
            .with("year", Integer.toString(year));
        return;
      }
    }
  }

  /** 2022年度政府信息公开工作年度报告: the year before a report's name. */
  private static boolean isReport(String text, int after) {
    int from = after < text.length() && text.charAt(after) == '度' ? after + 1 : after;
    for (String name : new String[] {"政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作报告"}) {
      if (text.startsWith(name, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inName(String sentence, int at) {
    int open = sentence.lastIndexOf('《', at);
    return open >= 0 && sentence.indexOf('》', open) > at;
  }

  private static int sentence(String text, int at) {
    int from = at;
    int least = Math.max(0, at - LONGEST);
    while (from > least && ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  private static int end(String text, int at) {
    int to = at;
    int most = Math.min(text.length(), at + LONGEST);
    while (to < most && ENDS.indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return Math.min(most, to + 1);
  }
}
