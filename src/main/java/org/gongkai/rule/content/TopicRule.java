package org.gongkai.rule.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.report.Report;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose;

/**
 * Section 1 has no word of one of its five topics (国办公开办函〔2021〕30号, section 1). A single word is
 * enough for a topic. A section without a word of any topic was cut short and is not reported.
 */
final class TopicRule implements Rule {
  private static final String RULE = "section.topics";
  private static final int FIRST_YEAR = 2021;

  private record Topic(String zh, String en, Pattern words) {}

  private static final List<Topic> TOPICS =
      List.of(
          topic("主动公开", "proactive disclosure", "主动公开|公开信息|公开政府信息|发布|公布|信息公开目录"),
          topic("依申请公开", "requests", "申请"),
          topic(
              "政府信息管理",
              "information management",
              "信息管理|信息资源|规范性文件|审查|审核|审签|三审|清理|目录|保密|动态调整|动态更新|归档|档案|公文|属性|管理制度|管理机制|管理办法"),
          topic(
              "政府信息公开平台建设",
              "platforms",
              "平台|网站|门户|专栏|栏目|专区|公众号|微信|微博|新媒体|客户端|公开栏|公示栏|公告栏|查阅|载体|渠道|公报"),
          topic(
              "监督保障",
              "supervision",
              "监督|监管|保障|考核|考评|评议|评估|测评|培训|学习|指导|督查|督导|督促|督办|检查|自查|问责|责任|领导|机制|制度|队伍|人员"));

  private static Topic topic(String zh, String en, String words) {
    return new Topic(zh, en, Pattern.compile(words));
  }

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Report report = checked.report();
    Integer year = report.identity().year();
    if (year == null || year < FIRST_YEAR || !Outline.isSound(report)) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Prose.Paragraph paragraph : checked.prose().paragraphs()) {
      if (paragraph.section() == 1) {
        text.append(paragraph.string().replace(" ", "")).append('\n');
      }
    }
    if (text.length() == 0) {
      return;
    }
    List<Topic> missing = new ArrayList<>();
    for (Topic topic : TOPICS) {
      if (!topic.words().matcher(text).find()) {
        missing.add(topic);
      }
    }
    if (!missing.isEmpty() && missing.size() < TOPICS.size()) {
      findings
          .add(RULE)
          .at(heading(report))
          .with(
              "topics",
              PlaceNames.all(missing, Topic::zh),
              PlaceNames.allInEnglish(missing, Topic::en));
    }
  }

  private static Where heading(Report report) {
    for (SectionText section : Outline.sections(report)) {
      if (Outline.number(section) == 1) {
        return Where.of(section.heading(), 0, section.heading().string().length());
      }
    }
    return Where.DOCUMENT;
  }
}
