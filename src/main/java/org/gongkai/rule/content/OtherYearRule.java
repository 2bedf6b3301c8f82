package org.gongkai.rule.content;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose.Paragraph;

/**
 * The year before or after in place of the report's own: at the beginning of the review of the
 * year, in the sentence about fees, in the preamble before the report's name. Elsewhere other years
 * are normal: plans, comparisons, names of documents.
 */
final class OtherYearRule implements Rule {
  private static final String RULE = "year.other";
  private static final String CONTINUATIONS = ",，度我本全各在 ";
  private static final String SENTENCE_ENDS = "。；;!";

  /** How a body was assessed in the year before is announced in the report's year. */
  private static final Pattern ASSESSED = Pattern.compile("考核|考评|评估|测评|评比|评为|获评");

  /** The number of mentions checked in a paragraph. */
  private static final int MOST_MENTIONS = 50;

  /** The characters of a sentence considered on either side of a year. */
  private static final int LONGEST_SIDE = 300;

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
    for (int at = text.indexOf(named);
        at >= 0 && seen < MOST_MENTIONS;
        at = text.indexOf(named, at + 5)) {
      if (!anywhere && (!first || at > 40)) {
        return;
      }
      seen++;
      int from = sentenceStart(text, at);
      int to = sentenceEnd(text, at);
      String sentence = text.substring(from, to);
      if (isInTitle(sentence, at - from) || sentence.contains(year + "年")) {
        continue;
      }
      int after = at + named.length();
      boolean begins =
          first
              && text.substring(0, Math.min(at, 40)).isBlank()
              && after < text.length()
              && CONTINUATIONS.indexOf(text.charAt(after)) >= 0
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

  /** Whether a report's name follows the year: 2022年度政府信息公开工作年度报告. */
  private static boolean isReport(String text, int after) {
    int from = after < text.length() && text.charAt(after) == '度' ? after + 1 : after;
    for (String name : new String[] {"政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作报告"}) {
      if (text.startsWith(name, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInTitle(String sentence, int at) {
    int open = sentence.lastIndexOf('《', at);
    return open >= 0 && sentence.indexOf('》', open) > at;
  }

  private static int sentenceStart(String text, int at) {
    int from = at;
    int least = Math.max(0, at - LONGEST_SIDE);
    while (from > least && SENTENCE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  private static int sentenceEnd(String text, int at) {
    int to = at;
    int most = Math.min(text.length(), at + LONGEST_SIDE);
    while (to < most && SENTENCE_ENDS.indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return Math.min(most, to + 1);
  }
}
