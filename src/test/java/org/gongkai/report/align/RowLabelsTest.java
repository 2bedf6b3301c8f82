package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.gongkai.report.Printed;
import org.gongkai.report.align.RowLabels.Match;
import org.gongkai.text.LongestCommonSubsequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowLabelsTest {
  private static final Table REQUESTS = Editions.find("2021").orElseThrow().table("requests");

  private final RowLabels labels = new RowLabels(REQUESTS);
  private final RowLabels disclosure =
      new RowLabels(Editions.find("2021").orElseThrow().table("proactiveDisclosure"));

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
    "部分公开, partiallyDisclosed, 0.9",
    "四结转下年度继续办理, carriedForward, 1.0",
    "七总计, outcomeTotal, 1.0",
    "总计, outcomeTotal, 0.95"
  })
  void aLabelMatchesWithItsNumberOrWithout(String key, String row, double likeness) {
    assertThat(labels.exact(key)).isEqualTo(new Match(row(row), likeness));
  }

  @Test
  void aLabelExplainedInBracketsIsItsRow() {
    RowLabels edition2019 =
        new RowLabels(Editions.find("2019").orElseThrow().table("proactiveDisclosure"));
    assertThat(found(edition2019, "规章（设区的市、自治州应当填报，其他单位不填）")).isEqualTo("regulations");
    assertThat(found(labels, "（一）予以公开（指全部公开）")).isEqualTo("disclosed");
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
  @CsvSource({"七计, outcomeTotal", "3其, otherHandling.other", "3他, otherHandling.other"})
  void aShortLabelMatchesWithACharacterLost(String key, String row) {
    Match match = Objects.requireNonNull(labels.exact(key));
    assertThat(key(labels, match)).isEqualTo(row);
    assertThat(match.likeness()).isEqualTo(0.85);
  }

  @Test
  void whatMayBeLeftOfSeveralShortLabelsIsNoneOfThem() {
    assertThat(disclosure.exact("行政许")).isNotNull();
    assertThat(disclosure.exact("行政")).isNull();
    assertThat(disclosure.exact("行许可")).isNotNull();
    assertThat(disclosure.exact("规")).isNull();
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
        .containsExactly(new Match(row("unavailable.stillUnclear"), 1.0));
  }

  @Test
  void whatStandsBeforeALabelDoesNotMatter() {
    assertThat(labels.find(Printed.words("申请人情况", "勾稽关系", "1.属于国家秘密")))
        .containsExactly(new Match(row("refused.stateSecret"), 1.0));
  }

  @Test
  void aLabelBehindItsGroupsIsKnownByItsEnd() {
    assertThat(labels.find(Printed.words("（三）不予公开之1.属于国家秘密")))
        .containsExactly(new Match(row("refused.stateSecret"), 0.92));
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
    assertThat(damaged).isBetween(RowLabels.LEAST, 0.89);
  }

  /** What is there counts three quarters, what else stands there one. */
  @ParameterizedTest
  @CsvSource({
    "6.属四过程性信息, refused.deliberativeProcess, 0.85",
    "四、结转下年度甲乙丙, carriedForward, 0.6167",
    "甲乙丙丁戊己庚辛四、结转下度继续理, carriedForward, 0.7667",
    "5.要求行政机关确认或重新, notProcessed.reconfirmation, 0.7895",
    "2.申请, otherHandling.feeNotPaid, 0.6257",
    "（五）不予处理之2.重复申请, notProcessed.duplicate, 0.92"
  })
  void aLabelIsAsLikelyAsMuchOfItIsThere(String words, String row, double likeness) {
    Match match = labels.find(Printed.words(words)).get(0);
    assertThat(key(labels, match)).isEqualTo(row);
    assertThat(match.likeness()).isCloseTo(likeness, within(0.0001));
  }

  @Test
  void theLastWordMayBeADamagedLabelByItself() {
    List<Match> found = labels.find(Printed.words("甲乙丙丁戊己庚辛", "四、结转下度继续理"));
    assertThat(found).hasSize(2).allMatch(match -> match.row() == row("carriedForward"));
    assertThat(found.get(0).likeness()).isCloseTo(0.7667, within(0.0001));
    assertThat(found.get(1).likeness()).isCloseTo(0.85, within(0.0001));
    assertThat(labels.find(Printed.words("甲乙丙丁戊己庚辛", "四、结转下度甲乙丙丁")))
        .as("alone it must be more like it")
        .isEmpty();
    assertThat(disclosure.find(Printed.words("信息内容本年处理决定数量", "行政许"))).isNotEmpty();
  }

  @Test
  void aLabelOfFourCharactersMayEndAnything() {
    assertThat(labels.endsInLabel("五不予处理2重复申请")).isTrue();
    Bigrams ends = new Bigrams();
    labels.addTo(new HashSet<>(), ends);
    assertThat(ends.atEnd("重复申请")).isNotZero();
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
  void aGroupsLabelBeforeARowsOwnEndsInALabel() {
    assertThat(labels.endsInLabel("三不予公开1属于国家秘密")).isTrue();
    assertThat(labels.endsInLabel("三不予公开1属于国家机密")).isFalse();
    assertThat(labels.endsInLabel("本年度办理结果七总计")).isFalse();
  }

  @Test
  void aDamagedLabelOfThreeCharactersMayBeKnown() {
    assertThat(labels.isDamagedLabel("1属于国家秘")).isTrue();
    assertThat(labels.isDamagedLabel("2重复申")).isTrue();
    assertThat(labels.isDamagedLabel("申请")).isFalse();
    assertThat(labels.isDamagedLabel("属于国家")).isFalse();
  }

  @Test
  void piecesOfALabelAreKnownAsItsOwn() {
    int row = row("unavailable.stillUnclear");
    assertThat(labels.isPieceOf("仍不明确", row)).isTrue();
    assertThat(labels.isPieceOf("", row)).isFalse();
    assertThat(labels.isPieceOf("重复", row)).isFalse();
    assertThat(labels.isBeginOf("3补", row)).isTrue();
    assertThat(labels.isBeginOf("补正", row)).isFalse();
    assertThat(labels.isBeginOf("", row)).isFalse();
    assertThat(labels.isPieceOfParent("无法提供")).isTrue();
    assertThat(labels.isPieceOfParent("属于国家")).isFalse();
  }

  @Test
  void labelsBeyondDoubtAreThoseThatNoHeadingIs() {
    Set<String> certain = new HashSet<>();
    Bigrams ends = new Bigrams();
    labels.addTo(certain, ends);
    assertThat(certain)
        .contains("七总计", "1属于国家秘密", "属于国家秘密", "部分公开", "七计")
        .doesNotContain("总计", "其他");
    assertThat(ends.atEnd("家秘密")).isNotZero();
    assertThat(ends.atEnd("七总计")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "26.属于国家秘密, 属于国家秘密",
    "3属于国家秘密, 属于国家秘密",
    "0.属于国家秘密, 属于国家秘密",
    "9.属于国家秘密, 属于国家秘密",
    "126.属于国家秘密, ''",
    "1268.属于国家秘密, ''",
    "十二、结转下年度继续办理, 结转下年度继续办理",
    "（二）部分公开, 部分公开",
    "三类内部事务信息, ''",
    "二十三类内部事务信息, ''",
    "总计, ''"
  })
  void theNumberOfAListIsNoneOfTheLabel(String printed, String label) {
    assertThat(RowLabels.withoutNumber(Printed.words(printed).get(0))).isEqualTo(label);
  }

  @Test
  void aLabelWithTheNumberOfARunningListIsKnown() {
    assertThat(labels.find(Printed.words("26.结转下年度继续办理")))
        .containsExactly(new Match(row("carriedForward"), 0.95));
    assertThat(labels.find(Printed.words("三、本年度办理结果", "12.属于国家秘密")))
        .containsExactly(new Match(row("refused.stateSecret"), 0.95));
  }

  @Test
  void labelsThatTheFormNumbersAreKnownWithoutTheirNumbers() {
    Set<String> numbered = new HashSet<>();
    labels.addNumberedTo(numbered);
    assertThat(numbered).hasSize(25).contains("属于国家秘密", "结转下年度继续办理", "总计", "其他");
    Set<String> ofDisclosure = new HashSet<>();
    disclosure.addNumberedTo(ofDisclosure);
    assertThat(ofDisclosure).isEmpty();
  }

  @Test
  void aSingleCharacterIsNoLabelAndMayEndOne() {
    assertThat(labels.find(Printed.words("密"))).isEmpty();
    assertThat(labels.find(List.of())).isEmpty();
    assertThat(labels.isEndOf("密", row("refused.stateSecret"))).isTrue();
    assertThat(labels.isEndOf("密", row("carriedForward"))).isFalse();
    assertThat(labels.isEndOf("", row("carriedForward"))).isFalse();
    assertThat(labels.isPieceOf("密", row("refused.stateSecret"))).isTrue();
  }

  @Test
  void aLabelWithARemarkInBracketsIsKnownWithoutIt() {
    assertThat(labels.exact("部分公开")).isEqualTo(new Match(row("partiallyDisclosed"), 0.9));
    assertThat(found(labels, "（二）部分公开（区分处理的）")).isEqualTo("partiallyDisclosed");
    assertThat(RowLabels.core("（二)部分公开")).isEqualTo("部分公开");
    assertThat(RowLabels.core("（")).isEmpty();
    assertThat(RowLabels.core("3")).isEqualTo("3");
    assertThat(RowLabels.core("（3")).isEqualTo("3");
  }
}
