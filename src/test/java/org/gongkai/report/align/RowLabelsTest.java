package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.gongkai.report.Printed;
import org.gongkai.report.align.RowLabels.Match;
import org.gongkai.text.LongestCommonSubsequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowLabelsTest {
  private static final Table REQUESTS = Editions.find("2021").orElseThrow().table("requests");

  private final RowLabels labels = RowLabels.of(REQUESTS);
  private final RowLabels disclosure =
      RowLabels.of(Editions.find("2021").orElseThrow().table("proactiveDisclosure"));

  private static int row(String key) {
    return REQUESTS.rows().indexOf(REQUESTS.row(key));
  }

  private static String key(RowLabels among, Match match) {
    return among.table().rows().get(match.row()).key();
  }

  /** The first row that the words may be the label of. */
  private static String found(RowLabels among, String... words) {
    List<Match> found = among.find(Printed.words(words));
    return found.isEmpty() ? "" : key(among, found.get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "1属于国家秘密, refused.stateSecret, 1.0",
    "属于国家秘密, refused.stateSecret, 0.95",
    "二部分公开区分处理的只计这一情形不计其他情形, partiallyDisclosed, 1.0",
    "二部分公开, partiallyDisclosed, 0.95",
    "部分公开, partiallyDisclosed, 0.9025",
    "四结转下年度继续办理, carriedForward, 1.0",
    "七总计, outcomeTotal, 1.0",
    "总计, outcomeTotal, 0.95"
  })
  void aLabelMatchesWithItsNumberOrWithout(String key, String row, double likeness) {
    assertThat(labels.exact(key)).isEqualTo(new Match(row(row), likeness));
  }

  @Test
  void theLastHeadingOfTableFourIsNoRowsLabel() {
    assertThat(labels.find(Printed.words("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))).isEmpty();
    assertThat(found(labels, "其他", "总计")).isEqualTo("outcomeTotal");
  }

  @Test
  void aLabelExplainedInBracketsIsItsRow() {
    RowLabels edition2019 =
        RowLabels.of(Editions.find("2019").orElseThrow().table("proactiveDisclosure"));
    assertThat(found(edition2019, "规章（设区的市、自治州应当填报，其他单位不填）")).isEqualTo("regulations");
    assertThat(found(labels, "（一）予以公开（指全部公开）")).isEqualTo("disclosed");
  }

  @Test
  void anExplanationBeginsAtTheFirstBracketOfEitherWidth() {
    Match regulations = new Match(0, 1.0);
    assertThat(disclosure.find(Printed.words("规章（设区的市(州)应当填报）"))).containsExactly(regulations);
    assertThat(disclosure.find(Printed.words("规章(设区的市（州）应当填报)"))).containsExactly(regulations);
  }

  @Test
  void anotherNameOfARowMatchesAlmostAsWell() {
    Match alias = Objects.requireNonNull(disclosure.exact("规范性文件"));
    assertThat(key(disclosure, alias)).isEqualTo("normativeDocuments");
    assertThat(alias.likeness()).isEqualTo(0.95);
  }

  @ParameterizedTest
  @ValueSource(strings = {"国家秘密", "1属于国家机密", "计", "四", "一本年新收政府信息公开申请数量和上年结转政府信息公开申请数量"})
  void nothingElseMatchesExactly(String key) {
    assertThat(labels.exact(key)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1.属于国家秘密, 属于国家秘密",
    "（一）予以公开, 予以公开",
    "(十)予以公开, 予以公开",
    "四、结转下年度继续办理, 结转下年度继续办理",
    "10．重复申请, 重复申请",
    "三类内部事务, 三类内部事务",
    "规章, 规章",
    "（规章）, 规章",
    "3, 3"
  })
  void theCoreOfALabelIsWithoutItsNumber(String label, String core) {
    assertThat(RowLabels.core(label)).isEqualTo(core);
  }

  @Test
  void aLabelInPiecesIsPutTogether() {
    assertThat(found(labels, "3.补正后", "申请内容", "仍不明确")).isEqualTo("unavailable.stillUnclear");
    assertThat(labels.find(Printed.words("3.补正后", "申请内容", "仍不明确")))
        .containsExactly(new Match(row("unavailable.stillUnclear"), 0.89));
  }

  @Test
  void whatStandsBeforeALabelDoesNotMatter() {
    assertThat(labels.find(Printed.words("申请人情况", "勾稽关系", "1.属于国家秘密")))
        .containsExactly(new Match(row("refused.stateSecret"), 1.0));
  }

  @Test
  void aLabelThatTheFiguresCutOffIsKnownByItsBeginning() {
    assertThat(found(labels, "5.要求行政机关确认或重新")).isEqualTo("notProcessed.reconfirmation");
    assertThat(found(labels, "1.申请人无正当理由逾期")).isEqualTo("otherHandling.notCorrectedInTime");
    assertThat(found(labels, "2.申请人逾期")).isEqualTo("otherHandling.feeNotPaid");
  }

  @ParameterizedTest
  @CsvSource({
    "1.于国家秘密, refused.stateSecret",
    "6.属四过程性信息, refused.deliberativeProcess",
    "7.属于行政法案卷, refused.enforcementFile",
    "8.属于行政?询事项, refused.administrativeInquiry",
    "四、结转下度继续理, carriedForward",
    "（一）予以开, disclosed"
  })
  void aLabelWithCharactersLostIsStillKnown(String printed, String row) {
    assertThat(found(labels, printed)).isEqualTo(row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"申请人情况", "自然人", "主动公开政府信息", "商业企业", "无", "政府信息公开指南"})
  void otherWordsAreNoLabel(String printed) {
    assertThat(labels.find(Printed.words(printed))).isEmpty();
  }

  @Test
  void aDamagedLabelIsLessLikelyThanAWholeOne() {
    double whole = labels.find(Printed.words("6.属于四类过程性信息")).get(0).likeness();
    double without = labels.find(Printed.words("属于四类过程性信息")).get(0).likeness();
    double damaged = labels.find(Printed.words("6.属四过程性信息")).get(0).likeness();
    assertThat(whole).isGreaterThan(without);
    assertThat(without).isGreaterThan(0.9);
    assertThat(damaged).isBetween(0.6, 0.89);
  }

  /** What is there counts three quarters, what else stands there one. */
  @ParameterizedTest
  @CsvSource({
    "6.属四过程性信息, refused.deliberativeProcess, 0.85",
    "四、结转下年度甲乙丙, carriedForward, 0.6167",
    "甲乙丙丁戊己庚辛四、结转下度继续理, carriedForward, 0.7667",
    "5.要求行政机关确认或重新, notProcessed.reconfirmation, 0.7236",
    "（五）不予处理之2.重复申请, notProcessed.duplicate, 0.89"
  })
  void aLabelIsAsLikelyAsMuchOfItIsThere(String words, String row, double likeness) {
    Match match = labels.find(Printed.words(words)).get(0);
    assertThat(key(labels, match)).isEqualTo(row);
    assertThat(match.likeness()).isCloseTo(likeness, within(0.0001));
  }

  @Test
  void theLastHundredCharactersOfTheWordsCount() {
    assertThat(RowLabels.words(Printed.words("甲乙", "丙"))).isEqualTo("甲乙丙");
    String long_ = "申".repeat(99);
    assertThat(RowLabels.words(Printed.words("甲乙", long_))).isEqualTo("乙" + long_);
    assertThat(RowLabels.words(Printed.words("甲", long_))).isEqualTo("甲" + long_);
  }

  @ParameterizedTest
  @CsvSource({"甲乙丙丁, 甲丙丁, 3", "甲乙, 乙甲, 1", "甲, 乙, 0", "'', 甲, 0", "甲乙甲, 甲甲乙, 2", "甲乙丙, 甲乙丙, 3"})
  void whatTwoWordsHaveInCommonStandsInOneOrder(String one, String other, int common) {
    assertThat(LongestCommonSubsequence.length(one, other)).isEqualTo(common);
  }

  @Test
  void aLabelWithARemarkInBracketsIsKnownWithoutIt() {
    assertThat(labels.exact("部分公开")).isEqualTo(new Match(row("partiallyDisclosed"), 0.95 * 0.95));
    assertThat(found(labels, "（二）部分公开（区分处理的）")).isEqualTo("partiallyDisclosed");
    assertThat(RowLabels.core("（二)部分公开")).isEqualTo("部分公开");
    assertThat(RowLabels.core("（")).isEmpty();
    assertThat(RowLabels.core("3")).isEqualTo("3");
    assertThat(RowLabels.core("（3")).isEqualTo("3");
  }

  @Test
  void aGroupsLabelMayStandBeforeARowsOwn() {
    assertThat(found(labels, "（三）不予公开之1.属于国家秘密")).isEqualTo("refused.stateSecret");
    assertThat(found(labels, "三、本年度办理结果", "12.属于国家秘密")).isEqualTo("refused.stateSecret");
    assertThat(labels.find(Printed.words("密"))).isEmpty();
    assertThat(labels.find(List.of())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.gongkai.form.Editions#all")
  void eachLabelOfAnyEditionIsALabel(Edition edition) {
    for (Table table : edition.tables()) {
      if (!table.sideways()) {
        assertThat(table.rows())
            .allMatch(row -> RowLabels.isLabel(Printed.words(row.label()).get(0)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"总计", "其他", "自然人", "属于国家机密", "信息内容", "申请人情况", "（三）不予公开", "某重复申请书", "行政复议"})
  void headingsAndOtherWordsAreNoLabels(String word) {
    assertThat(RowLabels.isLabel(Printed.words(word).get(0))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1.属于国家秘, true", "2.重复申, true", "行政事业收费, true", "申请, false", "自然人, false"})
  void aDamagedLabelIsKnownUnlessTooLittleIsLeft(String word, boolean known) {
    assertThat(RowLabels.isDamagedLabel(Printed.words(word).get(0))).isEqualTo(known);
  }
}
