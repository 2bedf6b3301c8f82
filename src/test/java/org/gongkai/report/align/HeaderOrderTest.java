package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.form.Column;
import org.gongkai.form.Editions;
import org.gongkai.report.Printed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderOrderTest {
  private static final List<Column> APPLICANTS =
      Editions.find("2021").orElseThrow().table("requests").rows().get(0).columns();
  private static final List<Column> DOCUMENTS =
      Editions.find("2021").orElseThrow().table("proactiveDisclosure").rows().get(0).columns();
  private static final String FORM = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";

  private final HeaderOrder.Finder applicants = HeaderOrder.Finder.of(APPLICANTS);

  private HeaderOrder order(String... lines) {
    return applicants.order(Printed.words(lines));
  }

  private static List<@Nullable String> printed(@Nullable Token[] tokens) {
    return Arrays.stream(tokens)
        .map(token -> token == null ? "" : Objects.requireNonNull(token).printed())
        .toList();
  }

  @Test
  void theFormsHeadingsInTheFormsOrderAreTheForms() {
    HeaderOrder order = order("申请人情况|法人或其他组织", FORM);
    assertThat(order.isForm()).isTrue();
    assertThat(printed(order.printed()))
        .containsExactly("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");
  }

  @Test
  void aGroupsHeadingAboveARowOfAllColumnsSaysNothing() {
    assertThat(order("申请人情况|法人或其他组织", FORM).columns()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(order("申请人情况|法人或其他组织", "总计|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他").columns())
        .containsExactly(6, 0, 1, 2, 3, 4, 5);
    assertThat(order("申请人情况|法人或其他组织", "自然人|总计|商业企业|科研机构|社会公益组织|法律服务机构|其他").columns())
        .containsExactly(0, 6, 1, 2, 3, 4, 5);
  }

  @Test
  void headingsALineEachStandAsPrintedWhereTheTotalsIsBehindTheGroups() {
    HeaderOrder order = order("法人或其他组织", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");
    assertThat(order.isForm()).isTrue();
    order = order("自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他");
    assertThat(order.isForm()).isTrue();
  }

  @Test
  void aGroupsHeadingStandsForItsColumns() {
    HeaderOrder order = order("自然人|法人或其他组织|总计", "商业企业|科研机构|社会公益组织|法律服务机构|其他");
    assertThat(order.isForm()).isTrue();
    order = order("总计|自然人|法人或其他组织", "商业企业|科研机构|社会公益组织|法律服务机构|其他");
    assertThat(order.sure()).isTrue();
    assertThat(order.columns()).containsExactly(6, 0, 1, 2, 3, 4, 5);
    order = order("法人或其他组织|自然人|总计", "商业企业|科研机构|社会公益组织|法律服务机构|其他");
    assertThat(order.columns()).containsExactly(1, 2, 3, 4, 5, 0, 6);
  }

  @Test
  void whereTheGroupsHeadingWasLostItStoodBehindTheFirstColumn() {
    HeaderOrder order = order("自然人|总计", "商业企业|科研机构|社会公益组织|法律服务机构|其他");
    assertThat(order.isForm()).isTrue();
  }

  @Test
  void inOneRowTheHeadingsStandWhereTheyStand() {
    HeaderOrder order = order("自然人|总计|商业企业|科研机构|社会公益组织|法律服务机构|其他");
    assertThat(order.sure()).isTrue();
    assertThat(order.isForm()).isFalse();
    assertThat(order.columns()).containsExactly(0, 6, 1, 2, 3, 4, 5);
  }

  @Test
  void figuresGoWhereTheirHeadingsSay() {
    HeaderOrder order = order("总计|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他");
    assertThat(printed(order.arrange(Printed.values("a|6|1|2|3|0|0|0"))))
        .containsExactly("1", "2", "3", "0", "0", "0", "6");
  }

  @Test
  void headingsThatAreNotAllThereLeaveTheFormsOrderUnlessTheyStandAgainstIt() {
    assertThat(order("自然人|商业企业|总计").isForm()).isTrue();
    HeaderOrder against = order("总计|商业企业|自然人");
    assertThat(against.sure()).isFalse();
    assertThat(against.isForm()).isFalse();
    assertThat(against.columns()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(order("自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|其他").sure()).isFalse();
  }

  @Test
  void withoutHeadingsTheOrderIsTheForms() {
    assertThat(order("一、本年新收").isForm()).isTrue();
    assertThat(applicants.form().isForm()).isTrue();
  }

  @Test
  void headingsInPiecesAreOne() {
    HeaderOrder order = order("总计|自然|人|商业|企业|科研|机构|社会公|益组织|法律服|务机构|其他");
    assertThat(order.sure()).isTrue();
    assertThat(order.columns()).containsExactly(6, 0, 1, 2, 3, 4, 5);
    assertThat(printed(order.printed())).contains("自然", "商业", "社会公");
  }

  @Test
  void headingsRunTogetherAreTakenApart() {
    HeaderOrder order = order("总计自然人商业企业科研机构", "社会公益组织法律服务机构其他");
    assertThat(order.sure()).isTrue();
    assertThat(order.columns()).containsExactly(6, 0, 1, 2, 3, 4, 5);
  }

  @Test
  void aSentenceWithAHeadingsWordIsNone() {
    assertThat(printed(order("其他法律行政法规禁止公开").printed())).containsOnly("");
    assertThat(printed(order("总计自然人商业企业甲乙丙丁戊").printed())).containsOnly("");
    assertThat(printed(order("总计自然人商业企业甲乙丙丁").printed())).contains("总计自然人商业企业甲乙丙丁");
  }

  @ParameterizedTest
  @CsvSource({
    "自然人, 0",
    "商业企业, 1",
    "总计, 6",
    "合计, 6",
    "自然, 0",
    "商业企, 1",
    "科机构, 2",
    "社会公益组, 3",
    "法律服务机, 4",
    "法人或其他组织, -1",
    "机构, -1",
    "人, -1",
    "企业商业, -1",
    "信息公开, -1"
  })
  void aCellHeadsTheColumnWhoseNameItHasWholeOrNearly(String key, int column) {
    assertThat(applicants.heads(key)).isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"总?|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他", "总\uFFFD|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他"})
  void oneCharacterIsAHeadingWhereTheOtherIsSeenToBeLost(String line) {
    assertThat(order(line).columns()).containsExactly(6, 0, 1, 2, 3, 4, 5);
  }

  @Test
  void oneCharacterAloneIsAPieceOfAnUprightHeading() {
    assertThat(printed(order("总").printed())).containsOnly("");
  }

  @Test
  void blankCellsTooManyAtTheEdgesAreLeftOut() {
    List<Token> slots = Printed.values("规章||1|2|3|");
    assertThat(slots).hasSize(5);
    assertThat(printed(edged(slots, 3, 0))).containsExactly("1", "2", "3");
    assertThat(BlankEdges.without(slots, 2, 0)).isNull();
    assertThat(printed(edged(slots, 4, 0))).containsExactly("", "1", "2", "3");
  }

  @Test
  void ofSeveralEdgesTheOneIsTakenByWhichTheSumsHold() {
    List<Token> slots = Printed.values("收到||3||3|");
    assertThat(printed(edged(slots, 4, 4))).containsExactly("", "3", "", "3");
    assertThat(printed(edged(slots, 4, 0))).containsExactly("", "3", "", "3");
    assertThat(BlankEdges.without(Printed.values("收到||3||4|"), 4, 4)).isNull();
    assertThat(BlankEdges.without(Printed.values("收到||||||"), 4, 4)).isNull();
    assertThat(BlankEdges.without(Printed.values("收到||1|1||2|2|"), 6, 3)).isNotNull();
    assertThat(BlankEdges.without(Printed.values("收到||1|1||2|3|"), 6, 3)).isNull();
  }

  private static Token[] edged(List<Token> slots, int size, int group) {
    return Objects.requireNonNull(BlankEdges.without(slots, size, group)).toArray(Token[]::new);
  }

  @Test
  void cellsStandUnderTheirHeadings() {
    HeaderOrder.Finder documents = HeaderOrder.Finder.of(DOCUMENTS);
    List<Token> headings = Printed.words("信息|本年制发件数|本年废止件数|现行有效件数");
    assertThat(printed(under(documents, headings, "规章|1|2|3"))).containsExactly("1", "2", "3");
    headings = Printed.words("信息|现行有效件数|本年制发件数|本年废止件数");
    assertThat(printed(under(documents, headings, "规章|1|2|3"))).containsExactly("2", "3", "1");
    assertThat(printed(under(documents, headings, "规章|1|2||"))).containsExactly("2", "", "1");
  }

  @Test
  void aFigureUnderNoHeadingLeavesThePlacesOpen() {
    HeaderOrder.Finder documents = HeaderOrder.Finder.of(DOCUMENTS);
    List<Token> headings = Printed.words("信息|本年制发件数|本年废止件数|现行有效件数");
    assertThat(documents.place(headings, Printed.values("规章|1|2|3|4"))).isNull();
    assertThat(documents.place(headings, Printed.values("规章|1|2|3|"))).isNotNull();
    assertThat(documents.place(headings, Printed.values("规章|1|2"))).isNull();
    assertThat(documents.place(headings.subList(0, 3), Printed.values("规章|1|2|"))).isNull();
  }

  private static @Nullable Token[] under(
      HeaderOrder.Finder finder, List<Token> headings, String row) {
    return Objects.requireNonNull(finder.place(headings, Printed.values(row)));
  }

  @Test
  void figuresUnderHeadingsOfTheirOwnBesideTheFormsAreLeftOut() {
    HeaderOrder.Finder documents = HeaderOrder.Finder.of(DOCUMENTS);
    String form = "本年制发件数|本年废止件数|现行有效件数";
    assertThat(printed(under(documents, Printed.words("信息|上年|" + form), "规章|9|1|2|3")))
        .containsExactly("1", "2", "3");
    assertThat(
            printed(
                under(documents, Printed.words("信息|本年制发件数|占比|本年废止件数|现行有效件数|说明"), "规章|1|50%|2|3|8")))
        .containsExactly("1", "2", "3");
    assertThat(printed(under(documents, Printed.words("信息|" + form + "|备注"), "规章|1|2|3|9")))
        .containsExactly("1", "2", "3");
    assertThat(documents.place(Printed.words("信息||" + form), Printed.values("规章|9|1|2|3")))
        .as("no heading over it")
        .isNull();
    assertThat(documents.place(Printed.words("信息|上年|" + form), Printed.values("规章|9|1|2|3|4")))
        .as("a figure without a heading")
        .isNull();
  }

  @Test
  void whatStandsBehindTheFormsColumnsMayReachOverSeveral() {
    HeaderOrder.Finder documents = HeaderOrder.Finder.of(DOCUMENTS);
    List<Token> headings = words("信息|本年制发件数|本年废止件数|现行有效件数|其中*2");
    assertThat(printed(under(documents, headings, "规章|1|2|3|4|5"))).containsExactly("1", "2", "3");
    assertThat(documents.place(headings, Printed.values("规章|1|2|3|4|5|6"))).isNull();
    assertThat(
            documents.place(words("信息|本年制发件数|本年废止件数|现行有效件数*2|其中"), Printed.values("规章|1|2|3|4|5")))
        .as("two figures under one heading")
        .isNull();
  }

  @Test
  void ofABlankAndAFigureUnderOneHeadingTheFigureIsTheColumns() {
    HeaderOrder.Finder documents = HeaderOrder.Finder.of(DOCUMENTS);
    List<Token> headings = words("信息|本年制发件数*2|本年废止件数|现行有效件数");
    assertThat(printed(under(documents, headings, "规章||1|2|3"))).containsExactly("1", "2", "3");
    assertThat(printed(under(documents, headings, "规章|1||2|3"))).containsExactly("1", "2", "3");
  }

  /** The words of a table of one row. */
  private static List<Token> words(String row) {
    return Printed.words("<p>" + Printed.table(row, "1|2"));
  }

  @Test
  void headingsOfWhichSomeAreDamagedAgreeWhereTheOthersStandOverTheirCells() {
    HeaderOrder.Finder documents = HeaderOrder.Finder.of(DOCUMENTS);
    List<Token> row = Printed.values("规章|1|2|3");
    assertThat(documents.agrees(Printed.words("信息|本年制发件数|□□|现行有效件数"), row)).isTrue();
    assertThat(documents.agrees(Printed.words("信息|□□|本年废止件数|现行有效件数"), row)).isTrue();
    assertThat(documents.agrees(Printed.words("信息|本年制发件数|本年废止件数|□□"), row)).isFalse();
    assertThat(documents.agrees(Printed.words("信息|□□|■■|现行有效件数"), row)).isFalse();
    assertThat(documents.agrees(Printed.words("信息|□□|本年制发件数|现行有效件数"), row)).isFalse();
    assertThat(documents.agrees(Printed.words("信息|本年制发件数|□□|现行有效件数"), Printed.values("规章|1|2|3|4")))
        .isFalse();
    assertThat(documents.agrees(Printed.words("本年制发件数 本年废止件数 现行有效件数"), row))
        .as("in a line")
        .isFalse();
  }

  @Test
  void headingsBrokenOverLinesAreTheFormsWhereEachLineIsInItsOrder() {
    assertThat(order("总计", "自然人 商业企业 科研机构 其他").sure()).isTrue();
    assertThat(order("总计", "自然人 科研机构 商业企业 其他").sure()).isFalse();
    assertThat(order("总计 自然人", "商业企业 科研机构 其他").sure()).isFalse();
    assertThat(order("总计", "商业企业", "自然人 科研机构").sure()).isFalse();
    assertThat(order("总计", "科研机构", "社会公益组织 法律服务机构 其他").sure()).isTrue();
    assertThat(order("总计", "科研机构", "商业企业", "社会公益组织 法律服务机构 其他").sure()).isFalse();
    assertThat(order("总计", "科研机构", "社会公益组织 法律服务机构 其他").columns())
        .containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void inTextTheGroupsHeadingOnALineOfItsOwnSaysNothing() {
    String members = "商业企业 科研机构 社会公益组织 法律服务机构 其他";
    assertThat(order("自然人 总计", "法人或其他组织", members).isForm()).isTrue();
    assertThat(order("法人或其他组织", "自然人 总计", members).isForm()).isTrue();
    assertThat(order("法人或其他组织", "总计 自然人", members).isForm()).isFalse();
    assertThat(order("自然人 法人或其他组织 总计", members).isForm()).isTrue();
    assertThat(order("总计 自然人 法人或其他组织", members).columns()).containsExactly(6, 0, 1, 2, 3, 4, 5);
    assertThat(order("自然人 总计", members).isForm()).isTrue();
    assertThat(order("总计 自然人", members).isForm()).isFalse();
  }

  @Test
  void aBlankBeforeTheFiguresIsOneOfThemWhereTheSumSaysSo() {
    assertThat(BlankEdges.without(Printed.values("收到||1|1|5"), 3, 3)).as("5 is a remark").isNull();
    assertThat(printed(edged(Printed.values("收到||2|1|3"), 3, 3))).containsExactly("2", "1", "3");
    assertThat(printed(edged(Printed.values("收到||2|1|5"), 3, 3))).containsExactly("2", "1", "5");
    assertThat(printed(edged(Printed.values("收到|1|1|2|"), 3, 3))).containsExactly("1", "1", "2");
    assertThat(printed(edged(Printed.values("收到|1|1|5|"), 3, 3))).containsExactly("1", "1", "5");
  }
}
