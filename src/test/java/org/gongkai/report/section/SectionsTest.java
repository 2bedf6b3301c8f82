package org.gongkai.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Text;
import org.gongkai.report.Printed;
import org.gongkai.report.Report;
import org.gongkai.report.SectionText;
import org.junit.jupiter.api.Test;

class SectionsTest {
  private static final String TITLE = "某市水务局2023年政府信息公开工作年度报告";
  private static final String TABLE =
      Printed.table(
          "|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计",
          "一、本年新收政府信息公开申请数量|5|0|0|0|0|0|5",
          "二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0",
          "（一）予以公开|5|0|0|0|0|0|5");

  private static List<SectionText> sections(String... lines) {
    return Printed.report(String.join("\n", lines)).sections();
  }

  /** A page of paragraphs and tables. */
  private static Report page(String... blocks) {
    StringBuilder page = new StringBuilder();
    for (String block : blocks) {
      page.append(block.startsWith("<") ? block : "<p>" + block + "</p>");
    }
    return Printed.report(page.toString());
  }

  private static List<String> strings(List<Text> texts) {
    return texts.stream().map(Text::string).toList();
  }

  private static List<Integer> numbers(List<SectionText> sections) {
    return sections.stream().map(section -> section.section().number()).toList();
  }

  @Test
  void aSubheadingInDigitsThatSoundsLikeASectionIsProseOfItsSection() {
    List<SectionText> sections =
        sections(
            TITLE,
            "一、总体情况",
            "1.主动公开情况。",
            "全年更新网站栏目十二个，发布各类信息。",
            "2.依申请公开情况。",
            "办理群众申请，均按时答复。",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "解读形式不够丰富，将加以改进。",
            "六、其他需要报告的事项",
            "未收取信息处理费。");
    assertThat(numbers(sections)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(sections.get(0).paragraphs())
        .extracting(text -> text.string())
        .contains("1.主动公开情况。", "2.依申请公开情况。");
  }

  @Test
  void sectionsThatAreAllNumberedInDigitsAreSections() {
    assertThat(
            numbers(
                sections(
                    TITLE,
                    "1、总体情况",
                    "全年更新网站栏目十二个。",
                    "2、主动公开政府信息情况",
                    "3、收到和处理政府信息公开申请情况",
                    "4、政府信息公开行政复议、行政诉讼情况",
                    "5、存在的主要问题及改进情况",
                    "6、其他需要报告的事项")))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void oneSectionNumberedInDigitsByMistakeIsStillASection() {
    assertThat(
            numbers(
                sections(
                    TITLE,
                    "一、总体情况",
                    "全年更新网站栏目十二个。",
                    "二、主动公开政府信息情况",
                    "3、收到和处理政府信息公开申请情况",
                    "四、政府信息公开行政复议、行政诉讼情况",
                    "五、存在的主要问题及改进情况",
                    "六、其他需要报告的事项")))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void headingsWithNothingBetweenAreATableOfContents() {
    List<SectionText> sections =
        sections(
            TITLE,
            "目录",
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "前言",
            "一、总体情况",
            "全年更新网站栏目十二个。",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况");
    assertThat(numbers(sections)).containsExactly(1, 2, 3, 4);
    assertThat(strings(sections.get(0).paragraphs())).containsExactly("全年更新网站栏目十二个。");
  }

  @Test
  void aSectionPrintedTwiceWithProseBehindTheFirstIsNoTableOfContents() {
    List<SectionText> sections =
        sections(TITLE, "一、总体情况", "全年更新网站栏目十二个。", "二、主动公开政府信息情况", "一、总体情况", "另有说明。");
    assertThat(numbers(sections)).containsExactly(1, 2, 1);
  }

  @Test
  void theProseBeforeTheFirstSectionIsThePreamble() {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 14; i++) {
      lines.add("栏目第" + i + "条。");
    }
    lines.add("一、总体情况");
    lines.add("正文。");
    Report report = Printed.report(String.join("\n", lines));
    assertThat(strings(report.preamble())).containsExactlyElementsOf(lines.subList(2, 14));
    assertThat(strings(report.sections().get(0).paragraphs())).containsExactly("正文。");
    assertThat(Printed.report("正文。").preamble()).isEmpty();
  }

  @Test
  void aSectionHasItsTablesFiguresAndTheProseAroundThem() {
    Report report =
        page(
            TITLE,
            "一、总体情况",
            "正文。",
            "三、收到和处理政府信息公开申请情况",
            "说明。",
            TABLE,
            "注：以上为全年数。",
            "四、政府信息公开行政复议、行政诉讼情况");
    assertThat(numbers(report.sections())).containsExactly(1, 3, 4);
    SectionText requests = report.sections().get(1);
    assertThat(strings(requests.paragraphs())).containsExactly("说明。", "注：以上为全年数。");
    assertThat(requests.tables()).isEqualTo(24);
    assertThat(report.sections().get(0).tables()).isZero();
    assertThat(report.sections().get(2).tables()).isZero();
  }

  @Test
  void proseInATableOfItsOwnIsProseWhereItIsLongerThanALabel() {
    String long31 = "全".repeat(31);
    Report report =
        page(TITLE, "一、总体情况", Printed.table("甲|" + long31, "乙|" + long31.substring(1)), "正文。");
    assertThat(strings(report.sections().get(0).paragraphs())).containsExactly(long31, "正文。");
  }

  @Test
  void aHeadingMayStandInATableOfOneCell() {
    Report report = page(TITLE, Printed.table("总体情况"), "正文。", Printed.table("二、主动公开政府信息情况|见下表。"));
    assertThat(numbers(report.sections())).containsExactly(1);
  }

  @Test
  void subheadingsInBracketsAreNoSectionsOfAPageCutShort() {
    assertThat(
            numbers(sections(TITLE, "一、总体情况", "正文。", "（一）主动公开情况", "正文。", "（二）依申请公开政府信息情况", "正文。")))
        .containsExactly(1);
    assertThat(
            numbers(
                sections(TITLE, "一、总体情况", "（一）组织领导", "正文。", "（二）主动公开情况", "正文。", "（三）依申请公开政府信息情况")))
        .containsExactly(1);
    assertThat(
            numbers(
                sections(
                    TITLE,
                    "一、总体情况",
                    "（一）主动公开情况",
                    "正文。",
                    "（二）依申请公开政府信息情况",
                    "正文。",
                    "二、主动公开政府信息情况",
                    "正文。",
                    "三、收到和处理政府信息公开申请情况",
                    "正文。")))
        .containsExactly(1, 2, 3);
    assertThat(
            numbers(sections(TITLE, "（一）总体情况", "正文。", "（二）主动公开政府信息情况", "正文。", "（五）存在的主要问题及改进情况")))
        .containsExactly(1, 2, 5);
  }

  @Test
  void aNumberInAnElementOfItsOwnGoesWithTheTextBehindIt() {
    Report report =
        page(
            TITLE,
            "<p>一、总体情况</p><p>2024</p><p>年，发布信息</p><p>120</p><p>条。</p><p>六、其他需要报告的事项</p><p>2024</p><p>年，本机关收取信息处理费</p>");
    assertThat(strings(report.sections().get(0).paragraphs()))
        .containsExactly("2024年，发布信息", "120条。");
    assertThat(strings(report.sections().get(1).paragraphs())).containsExactly("2024年，本机关收取信息处理费");
  }

  @Test
  void headingsWithoutNumbersAreSectionsBesideThoseInDigits() {
    assertThat(numbers(sections(TITLE, "总体情况", "正文。", "2、主动公开政府信息情况", "1、总体情况")))
        .containsExactly(1, 2, 1);
    assertThat(numbers(sections(TITLE, "一、总体情况", "正文。", "1、总体情况", "2、主动公开政府信息情况")))
        .as("one numbered in Chinese is no habit")
        .containsExactly(1, 1, 2);
  }
}
