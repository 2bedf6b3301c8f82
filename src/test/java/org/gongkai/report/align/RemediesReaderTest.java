package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.gongkai.report.Printed;
import org.gongkai.report.Report;
import org.gongkai.report.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Table IV in the shapes that it comes in: which figure stands where, and how sure that is. */
class RemediesReaderTest {
  private static final Edition EDITION = Editions.find("2021").orElseThrow();
  private static final Table TABLE = EDITION.table(Edition.REMEDIES);
  private static final String HEADING = "四、政府信息公开行政复议、行政诉讼情况";
  private static final String NEXT = "五、存在的主要问题及改进情况";
  private static final String GROUPS = "行政复议*5|行政诉讼*10";
  private static final String ENDINGS = "结果维持|结果纠正|其他结果|尚未审结|总计";
  private static final String SUITS = "|未经复议直接起诉*5|复议后起诉*5";
  private static final String BENEATH = over(ENDINGS) + SUITS;
  private static final String TWICE = ENDINGS + '|' + ENDINGS;
  private static final String FIGURES = "1|2|3|4|10|5|6|7|8|26|9|10|11|12|42";
  private static final String UNPLACED = "? ? ? ? ?, ? ? ? ? ?, ? ? ? ? ?";
  private static final String READ = "1 2 3 4 10, 5 6 7 8 26, 9 10 11 12 42";

  /** What table IV is read as in the blocks of a page that stand between its section's headings. */
  private static String page(String... blocks) {
    return figures(
        Printed.report("<p>" + HEADING + "</p>" + String.join("\n", blocks) + "<p>" + NEXT));
  }

  /** The same of a text. */
  private static String lines(String... lines) {
    return figures(Printed.report(HEADING + '\n' + String.join("\n", lines) + '\n' + NEXT));
  }

  /** The same of a table of HTML. */
  private static String grid(String... rows) {
    return page(Printed.table(rows));
  }

  private static String figures(Report report) {
    return report.tables().contains(Edition.REMEDIES)
        ? TABLE.rows().stream()
            .map(row -> Printed.row(report, TABLE, row))
            .collect(Collectors.joining(", "))
        : "none";
  }

  private static Where where(Report report, String path) {
    return report.at(EDITION.find("remedies/" + path).orElseThrow()).where();
  }

  @Test
  void theFormsOwnTableIsReadInItsOrder() {
    assertThat(grid(GROUPS, BENEATH, TWICE, FIGURES)).isEqualTo(READ);
    assertThat(lines(lined(GROUPS, BENEATH, TWICE, FIGURES))).isEqualTo(READ);
  }

  /** A cell a line. */
  private static String lined(String... rows) {
    return String.join("\n", rows).replaceAll("[*^]\\d+", "").replace('|', '\n');
  }

  @Test
  void eachGroupIsNamedAsPrinted() {
    String table = Printed.table(GROUPS, BENEATH, TWICE, FIGURES).replace("行政复议", "行政復議");
    Report report = Printed.report(HEADING + '\n' + table + "<p>" + NEXT);
    assertThat(where(report, "reconsideration/upheld").row()).isEqualTo("行政復議");
    assertThat(where(report, "litigationDirect/upheld").row()).isEqualTo("未经复议直接起诉");
    assertThat(where(report, "litigationAfterReconsideration/total").row()).isEqualTo("复议后起诉");
    assertThat(where(report, "litigationAfterReconsideration/total").excerpt()).isEqualTo("42");
  }

  /** The row beneath the groups: endings over two rows, the two kinds of lawsuits. */
  private static String over(String endings) {
    return endings.replace("|", "^2|") + "^2";
  }

  @Test
  void groupsInAnotherOrderAreReadByTheirHeadings() {
    String after = "9 10 11 12 42";
    assertThat(grid("行政诉讼*10|行政复议*5", "未经复议直接起诉*5|复议后起诉*5|" + over(ENDINGS), TWICE, FIGURES))
        .isEqualTo(after + ", 1 2 3 4 10, 5 6 7 8 26");
    assertThat(grid("行政诉讼*10|行政复议*5", "复议后起诉*5|未经复议直接起诉*5|" + over(ENDINGS), TWICE, FIGURES))
        .isEqualTo(after + ", 5 6 7 8 26, 1 2 3 4 10");
    String[] swapped = {GROUPS, over(ENDINGS) + "|复议后起诉*5|未经复议直接起诉*5", TWICE, FIGURES};
    assertThat(grid(swapped)).isEqualTo("1 2 3 4 10, " + after + ", 5 6 7 8 26");
  }

  @Test
  void endingsInAnotherOrderAreReadByTheirHeadings() {
    String turned = "总计|尚未审结|其他结果|结果纠正|结果维持";
    String[] all = {
      GROUPS, over(turned) + SUITS, turned + '|' + turned, "10|4|3|2|1|26|8|7|6|5|42|12|11|10|9"
    };
    assertThat(grid(all)).isEqualTo(READ);
    assertThat(lines(lined(all))).isEqualTo(UNPLACED);
  }

  @Test
  void headingsInPiecesAreReadToo() {
    assertThat(
            lines(
                lined(GROUPS, BENEATH, TWICE, FIGURES)
                    .replace("结果\n", "结\n果\n")
                    .replace("尚未", "尚未\n")))
        .isEqualTo(READ);
    assertThat(
            lines(
                "行政复议 行政诉讼",
                "未经复议直接起诉 复议后起诉",
                (ENDINGS + '|' + TWICE).replace("|", ""),
                FIGURES.replace('|', ' ')))
        .isEqualTo(READ);
  }

  @Test
  void withoutEndingsTheFormsOrderHolds() {
    assertThat(lines(lined(GROUPS, "未经复议直接起诉|复议后起诉", FIGURES))).isEqualTo(READ);
  }

  @Test
  void aRowAGroupIsReadByTheRowsLabels() {
    String[] all = {"|" + ENDINGS, "行政复议|1|2|3|4|10", "未经复议直接起诉|5|6|7|8|26", "复议后起诉|9|10|11|12|42"};
    assertThat(grid(all)).isEqualTo(READ);
    assertThat(lines(lined(all))).isEqualTo(READ);
  }

  @ParameterizedTest
  @CsvSource({
    "复议后起诉|9|10|11|12|42;行政复议|1|2|3|4|10;未经复议直接起诉|5|6|7|8|26",
    "复议后起|9|10|11|12|42;行政复|1|2|3|4|10;未经复议直接起|5|6|7|8|26",
    "被复议后起诉|9|10|11|12|42;行政复议件|1|2|3|4|10;未经复直接诉|5|6|7|8|26"
  })
  void aRowAGroupInAnotherOrderHasNoPlace(String rows) {
    String[] all = ("|" + ENDINGS + ';' + rows).split(";");
    assertThat(grid(all)).isEqualTo(UNPLACED);
    assertThat(lines(lined(all))).isEqualTo(UNPLACED);
  }

  @Test
  void aRowAGroupUnderEndingsInAnotherOrderHasNoPlace() {
    String read =
        grid(
            "类别*2|其他结果|结果维持|结果纠正|尚未审结|总计",
            "行政复议*2|-|-|-|-|-",
            "行政诉讼^2|未经复议直接起诉|-|60|-|-|60",
            "复议后起诉|64|-|-|80|144");
    assertThat(read).isEqualTo(UNPLACED);
  }

  @Test
  void aRowAGroupWithACellTooManyIsReadByWhatStandsAboveIt() {
    assertThat(
            grid(
                "|" + ENDINGS.replace("|总计", "||总计"),
                "行政复议|1|2|3|4||10",
                "未经复议直接起诉|5|6|7|8||26",
                "复议后起诉|9|10|11|12||42"))
        .isEqualTo(READ);
  }

  @Test
  void aTableAGroupIsReadByItsOwnHeadings() {
    String[] tables = {
      Printed.table("行政复议*5", ENDINGS, "1|2|3|4|10"),
      Printed.table("行政诉讼*5", "未经复议直接起诉*5", ENDINGS, "5|6|7|8|26"),
      Printed.table("行政诉讼*5", "复议后起诉*5", ENDINGS, "9|10|11|12|42")
    };
    assertThat(page(tables)).isEqualTo(READ);
    assertThat(page(tables[2], tables[0], tables[1])).isEqualTo(UNPLACED);
    tables[1] = Printed.table("行政诉讼*6", "未经复议直接起诉*6", "|" + ENDINGS, "|5|6|7|8|26");
    assertThat(page(tables)).isEqualTo(READ);
    tables[0] = Printed.table("行政复议*5", ENDINGS, "||||");
    assertThat(page(tables)).isEqualTo("_ _ _ _ _, 5 6 7 8 26, 9 10 11 12 42");
  }

  @Test
  void figuresInSeveralRowsAreOneRun() {
    assertThat(grid(GROUPS, BENEATH, TWICE, "1|2|3|4|10|5|6|7|8|26", "9|10|11|12|42"))
        .isEqualTo(READ);
    assertThat(
            page(
                Printed.table("行政复议*5", ENDINGS, "1|2|3|4|10"),
                Printed.table("行政诉讼*10", SUITS.substring(1), TWICE, FIGURES.substring(11))))
        .isEqualTo(READ);
    assertThat(
            page(
                Printed.table("行政复议*5", ENDINGS, "||||"),
                Printed.table("行政诉讼*10", SUITS.substring(1), TWICE, FIGURES.substring(11))))
        .isEqualTo("_ _ _ _ _, 5 6 7 8 26, 9 10 11 12 42");
  }

  @Test
  void aRowOfBlanksBeforeOrBehindTheFiguresSaysNothing() {
    String blank = "|".repeat(14);
    assertThat(grid(GROUPS, BENEATH, TWICE, blank, FIGURES)).isEqualTo(READ);
    assertThat(grid(GROUPS, BENEATH, TWICE, FIGURES, blank)).isEqualTo(READ);
  }

  @Test
  void blankCellsAreBlankAndPlaceholdersPlaceholders() {
    assertThat(grid(GROUPS, BENEATH, TWICE, "|".repeat(14)))
        .isEqualTo("_ _ _ _ _, _ _ _ _ _, _ _ _ _ _");
    assertThat(grid(GROUPS, BENEATH, TWICE, "1|/||无|1|0|0|0|0|0|||||"))
        .isEqualTo("1 / _ 无 1, 0 0 0 0 0, _ _ _ _ _");
  }

  @Test
  void headingsWithoutAnyFigureAreATableOfBlanks() {
    assertThat(lines(lined(GROUPS, BENEATH, TWICE))).isEqualTo("_ _ _ _ _, _ _ _ _ _, _ _ _ _ _");
    assertThat(lines(lined(GROUPS, BENEATH, TWICE), NEXT, "栏目 12"))
        .isEqualTo("_ _ _ _ _, _ _ _ _ _, _ _ _ _ _");
  }

  @Test
  void aWordInAFiguresPlaceIsText() {
    assertThat(grid(GROUPS, BENEATH, TWICE, FIGURES.replace("|6|", "|见附件|")))
        .isEqualTo(READ.replace(" 6 ", " 见附件 "));
    assertThat(lines(lined(GROUPS, BENEATH, TWICE, FIGURES.replace("|6|", "|见附件|"))))
        .isEqualTo(UNPLACED);
  }

  @Test
  void aWordInTheFirstFiguresPlaceIsText() {
    assertThat(grid(GROUPS, BENEATH, TWICE, FIGURES.replaceFirst("1", "见附件")))
        .isEqualTo(READ.replaceFirst("1", "见附件"));
  }

  @Test
  void aColumnThatNamesTheRowIsNoneOfTheForms() {
    assertThat(grid("项目|" + GROUPS, "|" + BENEATH, "|" + TWICE, "件数|" + FIGURES)).isEqualTo(READ);
  }

  @Test
  void aCellMissingBehindTheNameOfTheRowMovesNothing() {
    String cut = FIGURES.substring(0, FIGURES.lastIndexOf('|'));
    assertThat(grid("项目|" + GROUPS, "|" + BENEATH, "|" + TWICE, "件数|" + cut))
        .isEqualTo(grid(GROUPS, BENEATH, TWICE, cut))
        .startsWith("1 2 3 4 10, 5 6 7 8 26");
  }

  @Test
  void aRowOfBlanksWithAWordAmongThemIsNoRowOfBlanks() {
    assertThat(grid(GROUPS, BENEATH, TWICE, "||||||||约十余件||||||")).isEqualTo(UNPLACED);
  }

  @Test
  void aBlankColumnTooManyMovesNothing() {
    assertThat(grid(GROUPS, BENEATH, TWICE, '|' + FIGURES)).isEqualTo(READ);
    assertThat(grid(GROUPS, BENEATH, TWICE, FIGURES + '|')).isEqualTo(READ);
    assertThat(
            grid(
                "行政复议*6|行政诉讼*10",
                BENEATH.replaceFirst("总计", "^2|总计"),
                TWICE,
                FIGURES.replaceFirst("10", "|10")))
        .isEqualTo(READ);
  }

  @Test
  void figuresTooFewHaveNoPlaceUnlessTheTotalsGiveThemOne() {
    assertThat(lines(lined(GROUPS, BENEATH, TWICE, "1|1|1")))
        .isEqualTo("? ? ? ? ?, ? ? ? ? ?, ? ? ? ? ?");
  }

  /** The edge of a page cut the last total off: no cell is known to be blank, and no sum holds. */
  @Test
  void oneFigureTooFewHasNoPlaceWhereNoOtherCellWasDropped() {
    String cut = FIGURES.substring(0, FIGURES.lastIndexOf('|'));
    assertThat(lines(lined(GROUPS, BENEATH, TWICE, cut))).isEqualTo(UNPLACED);
  }

  @Test
  void whereTheDocumentEndsInTheTableItsFiguresAreUnsure() {
    String table = lined(GROUPS, BENEATH, TWICE, FIGURES);
    assertThat(figures(Printed.report(HEADING + '\n' + table)))
        .isEqualTo("1 2 3 4 10 unsure, 5 6 7 8 26 unsure, 9 10 11 12 42 unsure");
    assertThat(figures(Printed.report(HEADING + '\n' + table + "\n完"))).isEqualTo(READ);
  }

  @Test
  void aFigureWithASpaceInItLeavesALineWithoutPlaces() {
    assertThat(lines(lined(GROUPS, BENEATH, TWICE, "1 234|0|0|0|1 234" + "|0".repeat(10))))
        .isEqualTo(UNPLACED);
  }

  @Test
  void aStrokeThatTagsLeftAmongTheHeadingsIsNoFigure() {
    String headings = lined(GROUPS, BENEATH, TWICE);
    assertThat(lines(headings, "/", "t", "d", ">", FIGURES.replace('|', ' '))).isEqualTo(READ);
  }

  @Test
  void sumsOfNothingSayNothingOfAStrokeWithOtherFiguresBehindIt() {
    String headings = lined(GROUPS, BENEATH, TWICE);
    assertThat(lines(headings, "/", NEXT.substring(0, 2) + "甲".repeat(61), "1 2 3"))
        .isEqualTo(UNPLACED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "全年行政复议结果维持0件，行政诉讼结果纠正0件。",
        "结果维持0件、结果纠正0件",
        "结果维持9件、结果纠正9件",
        "结果维持\n总计",
        "未收到行政复议申请。",
        "共 3 件",
        "规章\n1\n2\n3"
      })
  void whatOnlyTellsOfRemediesIsNoTable(String line) {
    assertThat(lines(line, FIGURES.replace('|', '\n'))).isEqualTo("none");
  }

  @Test
  void aHeadingLostLeavesTheFormsOrderUnlessTheOthersContradict() {
    assertThat(lines(lined(GROUPS, BENEATH.replaceFirst("结果纠正", "？"), TWICE, FIGURES)))
        .isEqualTo(READ);
  }

  @Test
  void aFurtherHeadingInTheTableChangesNothingWhereCellsStandUnderTheirHeadings() {
    assertThat(grid("总计|表四*14", GROUPS, BENEATH, TWICE, FIGURES)).isEqualTo(READ);
  }

  @Test
  void aHeadingOverTwoCellsHasTheFigureOfTheOneThatIsNotBlank() {
    String over = BENEATH.replaceFirst("总计", "总计*2");
    String groups = "行政复议*6|行政诉讼*10";
    assertThat(grid(groups, over, TWICE, FIGURES.replaceFirst("10", "10|"))).isEqualTo(READ);
  }

  @Test
  void figuresThatAreAllThereAmongStrayBlanksHaveTheirPlacesByTheTotals() {
    assertThat(grid(GROUPS, BENEATH, TWICE, "|1||2" + FIGURES.substring(3))).isEqualTo(READ);
  }

  @Test
  void aZeroDroppedIsPlacedByTheTotalsOnlyUnderHeadingsInTheFormsOrder() {
    String dropped = "1 0 0 2 3 0 2 0 0 2 0 0 0 0";
    assertThat(lines(lined(GROUPS, BENEATH, TWICE), dropped)).startsWith("1 0 0 2 3, 0 2 0 0 2");
    assertThat(lines(lined(GROUPS, over(ENDINGS) + "|复议后起诉|未经复议直接起诉", TWICE), dropped))
        .isEqualTo(UNPLACED);
  }

  @Test
  void theHeadingsAreNoProseOfTheSection() {
    Report report =
        Printed.report(
            HEADING + "\n全年无此类案件。\n" + lined(GROUPS, BENEATH, TWICE, FIGURES) + '\n' + NEXT);
    assertThat(report.sections().get(0).paragraphs())
        .extracting(Object::toString)
        .containsExactly("全年无此类案件。");
  }

  @Test
  void wordsBeforeTheSectionsHeadingAreNoneOfTheTables() {
    String menu = "复议后起诉\n总计\n结果维持\n未经复议直接起诉\n" + HEADING + '\n';
    assertThat(figures(Printed.report(menu + lined(GROUPS, BENEATH, TWICE, FIGURES) + '\n' + NEXT)))
        .isEqualTo(READ);
    assertThat(
            figures(
                Printed.report(
                    menu + Printed.table(GROUPS, BENEATH, TWICE, FIGURES) + "<p>" + NEXT)))
        .isEqualTo(READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {"结果维持|结果纠正", "未经复议直接起诉", "未经复议直接起", "复议后起诉"})
  void twoEndingsOrAKindOfLawsuitNameTheTable(String headings) {
    assertThat(lines(lined(headings, FIGURES))).isEqualTo(READ);
    assertThat(figures(Printed.report(lined(headings, FIGURES) + '\n' + NEXT))).isEqualTo(READ);
  }

  @Test
  void theTableIsReadNoFurtherThanItsFigures() {
    assertThat(
            grid(
                GROUPS,
                BENEATH,
                TWICE,
                "1|2|3|4|10|5|6|7|8|26",
                "9|10|11|12|42",
                "填表人|电话|12345678"))
        .isEqualTo(READ);
    assertThat(
            grid(GROUPS, BENEATH, TWICE, "|".repeat(14), "1|2|3|4|10|5|6|7|8|26", "9|10|11|12|42"))
        .isEqualTo(READ);
    assertThat(grid(GROUPS, BENEATH, TWICE, "|".repeat(15), '|' + FIGURES)).isEqualTo(READ);
    assertThat(figures(Printed.report(HEADING + '\n' + lined(GROUPS, BENEATH, TWICE, "1|1|1"))))
        .startsWith("? ? ? ? ?");
  }

  @Test
  void aTableForLawsuitsBeforeThatForReconsiderationsHasNoPlace() {
    assertThat(
            page(
                Printed.table("行政诉讼*10", SUITS.substring(1), TWICE, "1|2|3|4|10|5|6|7|8|26"),
                Printed.table("行政复议*5", ENDINGS, "9|10|11|12|42")))
        .isEqualTo(UNPLACED);
  }

  @Test
  void aRowOfBlanksOverTheFiguresOfAGroupsTableSaysNothing() {
    String second = Printed.table("未经复议直接起诉*5", ENDINGS, "5|6|7|8|26");
    String third = Printed.table("复议后起诉*5", ENDINGS, "9|10|11|12|42");
    assertThat(page(Printed.table("行政复议*5", ENDINGS, "||||", "1|2|3|4|10"), second, third))
        .isEqualTo(READ);
    assertThat(page(Printed.table("行政复议*6", ENDINGS + '|', "|||||", "1|2|3|4|10|"), second, third))
        .isEqualTo(READ);
  }
}
