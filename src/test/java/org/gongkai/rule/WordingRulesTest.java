package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
      assertThat(Written.report().section(1, "2023年，工作正常。", left).rules())
          .as(left)
          .containsExactly("template.leftover");
    }
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
      assertThat(Written.report().section(1, "2023年，工作正常。", fine).rules()).as(fine).isEmpty();
    }
  }

  @Test
  void aFigureLeftOutBeforeItsUnitIsSaid() {
    Finding finding = Written.report().section(1, "2023年，主动公开信息 条，解读政策5篇。").only("figure.left-out");
    assertThat(finding.message().zh()).startsWith("“主动公开信息 条”中“条”的前面没有数字，可能漏填。");
    assertThat(Written.report().section(1, "2023年，收到申请____件。").rules())
        .containsExactly("figure.left-out");
  }

  @Test
  void blanksElsewhereAreNoFigureLeftOut() {
    for (String fine :
        List.of(
            "公开信息 12 条。", "公开信息12 条，", "规范性文?9?全市", "信息 条 例 ，", "受理 件数，", "工作 条例。", "共享信息?20 份，")) {
      assertThat(Written.report().section(1, "2023年，工作正常。", fine).rules()).as(fine).isEmpty();
    }
  }

  @Test
  void aTextThatLostAllItsDigitsHasNoneLeftOut() {
    Written lost =
        Written.report()
            .preamble("本报告。")
            .section(1, "公开信息 条，解读 篇。")
            .section(5, "还不够好。")
            .section(6, "未收取信息处理费。");
    assertThat(lost.rules()).isEmpty();
  }

  @Test
  void anIdentityCardNumberIsSaidAndNotRepeated() {
    Finding finding =
        Written.report()
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
      assertThat(Written.report().section(1, "2023年，编号" + fine + "。").rules()).as(fine).isEmpty();
    }
  }

  @Test
  void aPersonsMobileIsSaidAndNotRepeated() {
    Finding finding =
        Written.report().section(1, "2023年，群众王某（" + MOBILE + "）来电。").only("personal.mobile");
    assertThat(finding.message().zh() + finding.where().excerpt())
        .doesNotContain(MOBILE)
        .contains("138********");
    assertThat(Written.report().section(6, "未收取信息处理费。申请人电话" + MOBILE + "。").rules())
        .containsExactly("personal.mobile");
  }

  @Test
  void theBodysOwnNumbersAreNone() {
    assertThat(Written.report().preamble("联系电话：" + MOBILE + "。").rules()).isEmpty();
    assertThat(Written.report().preamble("电话：051086868123，0512-58916369。").rules()).isEmpty();
    assertThat(Written.report().section(6, "未收取信息处理费。联系电话：" + MOBILE + "。").rules()).isEmpty();
    assertThat(
            Written.report().section(1, "2023年，文号13800138000123。信箱" + MOBILE + "@163.com。").rules())
        .isEmpty();
  }
}
