package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.document.Documents;
import org.junit.jupiter.api.Test;

class SectionsTest {
  private static List<SectionText> sections(String... lines) {
    String text = String.join("\n", lines);
    return Reports.read(Documents.read(text.getBytes(StandardCharsets.UTF_8))).sections();
  }

  private static List<Integer> numbers(List<SectionText> sections) {
    return sections.stream().map(section -> section.section().number()).toList();
  }

  @Test
  void aSubheadingInDigitsThatSoundsLikeASectionIsProseOfItsSection() {
    List<SectionText> sections =
        sections(
            "某市水务局2023年政府信息公开工作年度报告",
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
                    "某市水务局2023年政府信息公开工作年度报告",
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
                    "某市水务局2023年政府信息公开工作年度报告",
                    "一、总体情况",
                    "全年更新网站栏目十二个。",
                    "二、主动公开政府信息情况",
                    "3、收到和处理政府信息公开申请情况",
                    "四、政府信息公开行政复议、行政诉讼情况",
                    "五、存在的主要问题及改进情况",
                    "六、其他需要报告的事项")))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }
}
