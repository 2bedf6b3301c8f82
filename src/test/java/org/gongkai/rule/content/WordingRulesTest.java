package org.gongkai.rule.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.rule.FaultlessReport;
import org.gongkai.rule.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingRulesTest {
  /** Made up; its check digit is right. */
  private static final String ID_NUMBER = "11010119900307803X";

  private static final String MOBILE = "13800138000";

  @Test
  void whatATemplateLeftIsSaid() {
    for (String left :
        List.of(
            "全年公开信息XX条。",
            "20XX年，我局做好公开工作。",
            "XXXX年开展培训。",
            "××局认真做好工作。",
            "发布信息共××。",
            "印发《》，明确分工。",
            "（此处填写本年度亮点）",
            "收到***件。")) {
      assertThat(FaultlessReport.report().section(1, "2023年，工作正常。", left).rules())
          .as(left)
          .containsExactly("template.leftover");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "全年公开信息XX 条。, 全年公开信息XX 条。",
    "收到XX，办结5件。, '收到XX,办结5件。'",
    "全年计✕✕, 全年计✕✕",
    "发布信息XXXXXXXXXXXX条。, 发布信息XXXXXXXXXXXX条。",
    "依据《       》办理。, 依据《       》办理。",
    "邮编:＊＊＊，欢迎来信。, '邮编:***,欢迎来信。'",
    "地址：（请填写单位名称）附近。, 地址:(请填写单位名称)附近。",
    "本节此处填写亮点, 本节此处填写亮点"
  })
  void theLeftoverIsQuotedWithWhatStandsAroundIt(String left, String quoted) {
    Finding finding =
        FaultlessReport.report().section(1, "2023年，工作正常。", left).only("template.leftover");
    assertThat(finding.message().zh()).isEqualTo("“" + quoted + "”中留有未填写或未替换的模板文字。请填写实际内容，或删去。");
  }

  @Test
  void whereSeveralAreLeftInAParagraphTheyAreCountedAndTheFirstIsShown() {
    Finding finding =
        FaultlessReport.report()
            .section(1, "2023年，全市各级各部门认真做好工作，公开信息XX条，答复申请××件，（填写亮点），印发《》。")
            .only("template.leftover");
    assertThat(finding.message().zh()).contains("“作,公开信息XX条,答复申请”").contains("本段共4处");
    assertThat(finding.where().excerpt()).isEqualTo("真做好工作，公开信息XX条，答复申请××件，");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "公开信息X条。",
        "公开信息XXXXXXXXXXXXX条。",
        "公开信息XX9条。",
        "公开信息XXa条。",
        "公开信息3XX条。",
        "开展“XX条。",
        "公开aXX条。",
        "公开ZXX条。",
        "型号XX，",
        "印发《        》，",
        "印发《 办法》，",
        "印发《",
        "（见下表）"
      })
  void anyOtherCrossesAndBracketsAreNone(String fine) {
    assertThat(FaultlessReport.report().section(1, "2023年，工作正常。", fine).rules()).isEmpty();
  }

  @Test
  void crossesThatHideANameAreNone() {
    for (String fine :
        List.of(
            "张××不服答复申请复议。",
            "李某某提起诉讼。",
            "电话138XXXX8000。",
            "开展“XX进社区”活动。",
            "http://xx.gov.cn",
            "印发《办法》。",
            "规格为2×3米。")) {
      assertThat(FaultlessReport.report().section(1, "2023年，工作正常。", fine).rules())
          .as(fine)
          .isEmpty();
    }
  }

  @Test
  void aFigureLeftOutBeforeItsUnitIsSaid() {
    Finding finding =
        FaultlessReport.report().section(1, "2023年，主动公开信息 条，解读政策5篇。").only("figure.left-out");
    assertThat(finding.message().zh()).startsWith("“主动公开信息 条”中“条”前没有数字，疑漏填。");
    assertThat(FaultlessReport.report().section(1, "2023年，收到申请____件。").rules())
        .containsExactly("figure.left-out");
  }

  @ParameterizedTest
  @CsvSource({
    "主动公开信息 条，解读政策 篇。, 主动公开信息 条, 本段共2处",
    "全年我局通过网站和新媒体平台主动公开各类信息 条, 媒体平台主动公开各类信息 条, ''",
    "2023年公开信息__   条。, 公开信息__   条, ''",
    "公开 条。, 公开 条, ''"
  })
  void theWordsBeforeTheGapAreQuoted(String text, String quoted, String counted) {
    Finding finding =
        FaultlessReport.report().section(1, "2023年，工作正常。", text).only("figure.left-out");
    assertThat(finding.message().zh()).startsWith("“" + quoted + "”中").contains(counted);
    assertThat(finding.message().zh().contains("本段共")).isEqualTo(!counted.isEmpty());
  }

  @Test
  void blanksElsewhereAreNoFigureLeftOut() {
    for (String fine :
        List.of(
            "公开信息 12 条。", "公开信息12 条，", "规范性文?9?全市", "信息 条 例 ，", "受理 件数，", "工作 条例。", "共享信息?20 份，")) {
      assertThat(FaultlessReport.report().section(1, "2023年，工作正常。", fine).rules())
          .as(fine)
          .isEmpty();
    }
  }

  @Test
  void aTextThatLostAllItsDigitsHasNoneLeftOut() {
    FaultlessReport lost =
        FaultlessReport.report()
            .preamble("本报告。")
            .section(1, "公开信息 条，解读 篇。")
            .section(5, "还不够好。")
            .section(6, "未收取信息处理费。");
    assertThat(lost.rules()).isEmpty();
  }

  @Test
  void anIdentityCardNumberIsSaidAndNotRepeated() {
    Finding finding =
        FaultlessReport.report()
            .section(1, "2023年，申请人（身份证号" + ID_NUMBER + "）提出申请。")
            .only("personal.id-number");
    assertThat(finding.message().zh() + finding.message().en() + finding.where().excerpt())
        .doesNotContain("19900307");
    assertThat(finding.where().excerpt()).endsWith("110***************");
  }

  @Test
  void otherLongNumbersAreNoIdentityCards() {
    for (String fine :
        List.of(
            "110101199003078031",
            "苏公网安备32041102000483号",
            "91110000100000000X",
            "2023010112345678901")) {
      assertThat(FaultlessReport.report().section(1, "2023年，编号" + fine + "。").rules())
          .as(fine)
          .isEmpty();
    }
  }

  /** Check digits are right: who was born on no day of the calendar has no such number. */
  @ParameterizedTest
  @CsvSource({
    "110101190001011236, true",
    "110101190012311234, true",
    "110101209901311231, true",
    "11010119900307803x, true",
    "110101189912311231, false",
    "110101210001011231, false",
    "110101199000011235, false",
    "110101199013011234, false",
    "110101199003001235, false",
    "110101199003321239, false",
    "010101199011011237, false",
    "A110101190001011236, false",
    ".110101190001011236, false",
    "-110101190001011236, false",
    "110101190001011236a, false",
    "110101190001011236@, false",
    "1101011900010112361, false"
  })
  void anIdentityCardNumberHasABirthdayAndStandsAlone(String number, boolean said) {
    for (String text : new String[] {"编号为" + number + "。", number}) {
      assertThat(FaultlessReport.report().section(1, "2023年，工作正常。", text).rules())
          .isEqualTo(said ? List.of("personal.id-number") : List.of());
    }
  }

  @Test
  void severalNumbersInAParagraphAreCounted() {
    Finding finding =
        FaultlessReport.report()
            .section(1, "2023年，群众来电" + MOBILE + "、13900139000，13700137000。")
            .only("personal.mobile");
    assertThat(finding.message().zh()).contains("本段共3个");
    assertThat(finding.where().excerpt()).endsWith("群众来电138********");
    assertThat(
            FaultlessReport.report()
                .section(1, "2023年，群众来电" + MOBILE)
                .only("personal.mobile")
                .message()
                .zh())
        .doesNotContain("本段共");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 手机13800138000, true",
    "1, 咨询电话：13800138000, false",
    "5, 监督热线：13800138000, false",
    "5, 手机13800138000, true",
    "6, 手机13800138000, false",
    "6, 村民手机13800138000, true",
    "6, 13800138000, true",
    "1, 号码13000138000, true",
    "1, 号码12800138000, false",
    "1, 号码23800138000, false",
    "1, a13800138000, false",
    "1, 13800138000Z, false",
    "1, 138001380001, false",
    "1, 1380013800, false"
  })
  void aMobileIsAPersonsUnlessItIsGivenAsTheBodysContact(int section, String text, boolean said) {
    String first = section == 6 ? "2023年未收取信息处理费。" : "2023年，工作正常，仍有不足。";
    assertThat(FaultlessReport.report().section(section, first, text).rules())
        .isEqualTo(said ? List.of("personal.mobile") : List.of());
  }

  @Test
  void aPersonsMobileIsSaidAndNotRepeated() {
    Finding finding =
        FaultlessReport.report()
            .section(1, "2023年，群众王某（" + MOBILE + "）来电。")
            .only("personal.mobile");
    assertThat(finding.message().zh() + finding.where().excerpt())
        .doesNotContain(MOBILE)
        .contains("138********");
    assertThat(FaultlessReport.report().section(6, "未收取信息处理费。申请人电话" + MOBILE + "。").rules())
        .containsExactly("personal.mobile");
  }

  @Test
  void theBodysOwnNumbersAreNone() {
    assertThat(FaultlessReport.report().preamble("联系电话：" + MOBILE + "。").rules()).isEmpty();
    assertThat(FaultlessReport.report().preamble("电话：051086868123，0512-58916369。").rules())
        .isEmpty();
    assertThat(FaultlessReport.report().section(6, "未收取信息处理费。联系电话：" + MOBILE + "。").rules())
        .isEmpty();
    assertThat(
            FaultlessReport.report()
                .section(1, "2023年，文号13800138000123。信箱" + MOBILE + "@163.com。")
                .rules())
        .isEmpty();
  }
}
