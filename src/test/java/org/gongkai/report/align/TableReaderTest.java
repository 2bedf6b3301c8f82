package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Printed;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Table III as a grid or in lines: its 25 rows hold figures that tell them apart, a test changes a
 * few and says which rows are read otherwise than printed.
 */
class TableReaderTest {
  private static final Table TABLE = Editions.find("2021").orElseThrow().table(Edition.REQUESTS);
  private static final String HEADS = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";
  private static final String HEADING = "三、收到和处理政府信息公开申请情况";
  private static final String NEXT = "四、政府信息公开行政复议、行政诉讼情况";

  private final Map<String, String> lines = new LinkedHashMap<>();
  private final Map<String, String> figures = new LinkedHashMap<>();
  private final List<String> heads = new ArrayList<>(List.of("申请人情况", "|" + HEADS));

  TableReaderTest() {
    int number = 1;
    for (Row row : TABLE.rows()) {
      String line = 3 * number + "|1|2|3|4|5|" + (3 * number + 15);
      figures.put(row.key(), line);
      lines.put(row.key(), row.label() + '|' + line);
      number++;
    }
  }

  /** Prints a row's label otherwise. */
  private TableReaderTest label(String row, String label) {
    lines.put(row, label + '|' + figures.get(row));
    return this;
  }

  private TableReaderTest line(String row, String line) {
    lines.put(row, line);
    return this;
  }

  private List<String> table() {
    List<String> all = new ArrayList<>(heads);
    lines.values().forEach(line -> all.addAll(List.of(line.split("\n"))));
    all.removeIf(String::isEmpty);
    return all;
  }

  /** As a table of HTML. */
  private List<String> grid() {
    return page(Printed.table(table().toArray(String[]::new)));
  }

  private List<String> page(String table) {
    return differences(Printed.report("<p>" + HEADING + "</p>" + table + "<p>" + NEXT));
  }

  /** As text, something between the cells. */
  private List<String> text(String separator) {
    String text = String.join("\n", table()).replace("|", separator);
    return differences(Printed.report(HEADING + '\n' + text + '\n' + NEXT));
  }

  /** The rows that are read otherwise than printed at first, for certain. */
  private List<String> differences(Report report) {
    List<String> differences = new ArrayList<>();
    for (Row row : TABLE.rows()) {
      String read = Printed.row(report, TABLE, row);
      if (!read.equals(figures.get(row.key()).replace('|', ' '))) {
        differences.add(row.key() + ": " + read);
      }
    }
    return differences;
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "\n", "\t", " "})
  void everyRowIsReadAsPrinted(String separator) {
    assertThat(text(separator)).isEmpty();
    assertThat(grid()).isEmpty();
  }

  @Test
  void aLabelWithoutCellsIsBlankForCertainOnlyWhereBlanksAreDropped() {
    line("refused.stateSecret", "1.属于国家秘密");
    String blank = "refused.stateSecret: _ _ _ _ _ _ _";
    assertThat(text("\n")).containsExactly(blank);
    assertThat(text(" ")).containsExactly(blank);
    assertThat(text("|")).containsExactly(blank);
    assertThat(grid()).containsExactly("refused.stateSecret: ? ? ? ? ? ? ?");
    String pasted = "<p>" + String.join("</p><p>", table()).replace("|", "</p><p>") + "</p>";
    assertThat(page(pasted)).containsExactly(blank);
  }

  @Test
  void aRowLeftOutIsAbsent() {
    line("refused.stateSecret", "");
    assertThat(grid()).containsExactly("refused.stateSecret: absent");
    assertThat(text("\n")).containsExactly("refused.stateSecret: absent");
  }

  @ParameterizedTest
  @CsvSource({
    "newRequests, 一、本年新收甲乙丙丁政府信息",
    "carriedForward, 四、结转下年度甲乙丙丁戊",
    "newRequests, 政府信息公开数量甲乙丙丁"
  })
  void aLabelAtAnEdgeNeedHaveNoMoreThanHalfOfItsCharacters(String row, String label) {
    label(row, label);
    assertThat(grid()).isEmpty();
    assertThat(text("\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲乙丙丁", "结转", "四、填报人", "四、结转甲乙丙丁戊己庚"})
  void whatHasLessOfTheLastLabelBehindTheTableIsNotThatRow(String label) {
    label("carriedForward", label);
    assertThat(grid()).containsExactly("carriedForward: absent");
  }

  @Test
  void rowsWithDamagedLabelsAreSureWhereAsManyStandThereAsTheFormHas() {
    label("newRequests", "一、本年新收政府信息甲乙").label("carriedOver", "二、上年结转政府信息甲乙");
    label("refused.internalAffairs", "5.属于三类内部甲乙丙");
    label("refused.deliberativeProcess", "6.属于四类过甲乙丙");
    label("carriedForward", "四、结转下年度甲乙丙");
    assertThat(grid()).isEmpty();
    assertThat(text("\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "carriedOver, 二、上年结转政府信息甲乙|6|1|2|3|4|5|21",
    "refused.internalAffairs, 5.属于三类内部甲乙丙|27|1|2|3|4|5|42",
    "otherHandling.feeNotPaid, 2.申请人逾期未按收费通知要求缴纳费用、行甲乙丙|66|1|2|3|4|5|81"
  })
  void aRowWithADamagedLabelIsUnsureWhereFiguresStandBelowItThatAreNoRows(String row, String line) {
    line(row, line + "\n戊己庚|9|9|9|9|9|9|9");
    assertThat(grid()).containsExactly(row + ": " + figures.get(row).replace('|', ' ') + " unsure");
  }

  @Test
  void aRowAtTheEndWithADamagedLabelIsUnsureWhereFiguresStandAboveIt() {
    line("carriedForward", "戊己庚|9|9|9|9|9|9|9\n四、结转下年度甲乙丙|75|1|2|3|4|5|90");
    assertThat(grid()).containsExactly("carriedForward: 75 1 2 3 4 5 90 unsure");
  }

  @Test
  void twoLabelsBrokenBehindTheirFiguresDoNotMoveTheFigures() {
    String rest = "\n人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请";
    line("otherHandling.notCorrectedInTime", "1.申请\n63|1|2|3|4|5|78" + rest);
    line("notProcessed.reconfirmation", "5.要求\n60|1|2|3|4|5|75\n行政机关确认或重新出具已获取信息");
    assertThat(text(" ")).isEmpty();
    line("notProcessed.excessive", "4.无正\n57|1|2|3|4|5|72\n当理由大量反复申请");
    assertThat(text(" ")).isEmpty();
    line("notProcessed.excessive", "当\n57|1|2|3|4|5|72\n4.无正理由大量反复申请");
    assertThat(text(" ")).allMatch(row -> row.endsWith("?") || row.endsWith("absent"));
  }

  @Test
  void aRowThatLacksFiguresIsKnownByPiecesOfItsLabelBetweenOthers() {
    line("refused.deliberativeProcess", "四类的过程性|18|33");
    assertThat(text("\n")).containsExactly("refused.deliberativeProcess: ? ? ? ? ? ? 33");
    line("refused.deliberativeProcess", "四类的甲乙丙|18|33");
    assertThat(text("\n")).containsExactly("refused.deliberativeProcess: ? ? ? ? ? ? ?");
  }

  @Test
  void aNumberOnALineOfItsOwnBeforeARowsLineIsNoneOfItsFigures() {
    line("refused.stateSecret", "1.属于国家秘密\n7\n15|1|2|3|4|5|30");
    assertThat(text(" ")).isEmpty();
  }

  @Test
  void aHeadingTooManyChangesNothingWhereCellsStandUnderTheirHeadings() {
    heads.add(0, "总计|表三*7");
    assertThat(grid()).isEmpty();
  }

  @Test
  void theColumnsOfTableTwoAreReadByTheHeadingsOverThem() {
    Report report =
        Printed.report(
            """
            信息内容|现行有效件数|本年制发件数|本年废止件数
            规章|9|1|2
            行政规范性文件|8|3|4
            信息内容|本年处理决定数量
            行政许可|31
            行政处罚|12
            """);
    Table table = Editions.find("2021").orElseThrow().table(Edition.PROACTIVE_DISCLOSURE);
    assertThat(Printed.row(report, table, table.row("regulations"))).isEqualTo("1 2 9");
    assertThat(Printed.row(report, table, table.row("normativeDocuments"))).isEqualTo("3 4 8");
    assertThat(Printed.row(report, table, table.row("licensing"))).isEqualTo("31");
  }

  @Test
  void twoRowsWithoutALabelBetweenKnownOnesAreTheTwoMissingThere() {
    label("refused.stateSecret", "甲乙丙丁").label("refused.prohibitedByLaw", "？？？？");
    assertThat(grid()).isEmpty();
    assertThat(text("\n")).isEmpty();
  }

  @Test
  void oneRowWithoutALabelWhereTwoAreMissingIsNeither() {
    label("refused.stateSecret", "甲乙丙丁").line("refused.prohibitedByLaw", "");
    String none = ": ? ? ? ? ? ? ?";
    assertThat(grid())
        .containsExactly("refused.stateSecret" + none, "refused.prohibitedByLaw" + none);
  }

  @Test
  void aRowOfBlanksWithoutALabelHidesNothing() {
    line("refused.stateSecret", "||||||||").line("refused.prohibitedByLaw", "");
    assertThat(grid())
        .containsExactly("refused.stateSecret: absent", "refused.prohibitedByLaw: absent");
  }

  @Test
  void theRestOfALabelBesideBlanksIsNotTheUnknownRowBelow() {
    line("refused.internalAffairs", "5.属于三类|27|1|2|3|4|5|42\n内部事务信息|||||||");
    label("refused.deliberativeProcess", "甲乙丙丁");
    assertThat(grid()).isEmpty();
  }

  @Test
  void whereTheDocumentEndsInTheTableItsLastRowIsUnsure() {
    String text = HEADING + '\n' + String.join("\n", table()).replace('|', '\n');
    String last = "carriedForward: 75 1 2 3 4 5 90 unsure";
    assertThat(differences(Printed.report(text))).containsExactly(last);
    assertThat(differences(Printed.report(text + "\n完"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"|15|1|2|3|4|5|30", "15|1|2|3|4|5|30|", "||15|1|2|3|4|5|30", "|15|1|2|3|4|5|30|"})
  void blankCellsTooManyInOneRowMoveNothing(String line) {
    line("refused.stateSecret", "1.属于国家秘密|" + line);
    assertThat(grid()).isEmpty();
  }

  @Test
  void aBlankCellTooManyWithinARowMovesNothing() {
    line("refused.stateSecret", "1.属于国家秘密|15|1|2|3||4|5|30");
    assertThat(grid()).isEmpty();
  }

  @Test
  void aLabelBrokenBehindItsFiguresIsReadWithThem() {
    line("unavailable.stillUnclear", "3.补正后申请\n45|1|2|3|4|5|60\n内容仍不明确");
    assertThat(text(" ")).isEmpty();
    line("unavailable.requiresCreation", "2.没有现成信息\n42|1|2|3|4|5|57\n需要另行制作");
    assertThat(text(" ")).isEmpty();
  }

  @Test
  void aRowCutByAPageBreakHasItsFiguresBesideTheRestOfItsLabel() {
    line("refused.internalAffairs", "5.属于三类|||||||\n内部事务信息|27|1|2|3|4|5|42");
    assertThat(grid()).isEmpty();
  }

  @Test
  void aColumnOfRemarksHoldsNoFigures() {
    heads.set(1, '|' + HEADS + "|备注");
    lines.replaceAll((row, line) -> line + "|");
    line("refused.stateSecret", lines.get("refused.stateSecret") + "含上年");
    line("refused.prohibitedByLaw", lines.get("refused.prohibitedByLaw") + "3");
    assertThat(grid()).isEmpty();
  }

  @Test
  void anEmptyColumnMovesNothingWhereverItStands() {
    for (int at = 1; at <= 8; at++) {
      int place = at;
      List<String> rows = new ArrayList<>();
      for (String row : table()) {
        List<String> cells = new ArrayList<>(List.of(row.split("\\|", -1)));
        cells.add(Math.min(place, cells.size()), "");
        rows.add(String.join("|", cells));
      }
      assertThat(page(Printed.table(rows.toArray(String[]::new)))).as("at " + at).isEmpty();
      rows.subList(0, 2).clear();
      assertThat(page(Printed.table(rows.toArray(String[]::new))))
          .as("without headings at " + at)
          .isEmpty();
    }
  }

  @Test
  void blankCellsThatSomeRowsMergeMoveNothing() {
    List<String> rows = new ArrayList<>();
    for (String row : table().subList(2, 27)) {
      boolean merged = rows.size() % 2 == 0;
      rows.add(row.replaceFirst("\\|1\\|2\\|", merged ? "|1*2|2|" : "|1||2|"));
    }
    assertThat(page(Printed.table(rows.toArray(String[]::new)))).isEmpty();
  }

  @Test
  void spansThatAreWrongInOneRowMoveNothing() {
    line("refused.stateSecret", "1.属于国家秘密*2|15|1|2|3|4|5|30");
    heads.set(1, "||" + HEADS);
    lines.replaceAll(
        (row, line) -> row.equals("refused.stateSecret") ? line : line.replaceFirst("\\|", "||"));
    assertThat(grid()).isEmpty();
  }

  @Test
  void aTableColumnByColumnIsLeftUnplaced() {
    List<String> labels = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Row row : TABLE.rows()) {
      labels.add(row.label());
    }
    for (int column = 0; column < 7; column++) {
      for (String line : figures.values()) {
        values.add(line.split("\\|")[column]);
      }
    }
    assertAllUnplaced(labels, values);
    values.set(30, "见附件");
    assertAllUnplaced(labels, values);
  }

  private void assertAllUnplaced(List<String> labels, List<String> values) {
    Report report =
        Printed.report(
            HEADING
                + '\n'
                + HEADS.replace('|', '\n')
                + '\n'
                + String.join("\n", labels)
                + '\n'
                + String.join("\n", values)
                + '\n'
                + NEXT);
    assertThat(differences(report)).hasSize(25).allMatch(row -> row.endsWith(": ? ? ? ? ? ? ?"));
  }

  @Test
  void rowsNumberedOnLinesOfTheirOwnAreReadWithoutTheNumbers() {
    int number = 1;
    for (String row : figures.keySet()) {
      line(row, number++ + "|" + lines.get(row));
    }
    assertThat(text("\n")).isEmpty();
  }

  @Test
  void aPageNumberAmongTheFiguresIsNone() {
    line("refused.stateSecret", "— 3 —\n" + lines.get("refused.stateSecret"));
    assertThat(text("\n")).isEmpty();
    assertThat(text(" ")).isEmpty();
  }

  @Test
  void whatTheLabelSaysIsNamedAsPrintedWithTheNumberOfTheLine() {
    line("refused.stateSecret", "1.屬於國家秘密|15|1|2|3|4|5|30");
    Report report = Printed.report(HEADING + '\n' + String.join("\n", table()) + '\n' + NEXT);
    Reading reading =
        report.at(
            Editions.find("2021")
                .orElseThrow()
                .find("requests/refused.stateSecret/total")
                .orElseThrow());
    assertThat(reading.where().row()).isEqualTo("1.屬於國家秘密");
    assertThat(reading.where().position().line()).isEqualTo(8);
  }

  @Test
  void remarksAreNoFiguresWhereTheirHeadingIsTheOnlyOneThatCameThrough() {
    heads.set(1, "|" + "□□|".repeat(7) + "备注");
    lines.replaceAll((row, line) -> line + "|3");
    assertThat(grid()).isEmpty();
  }

  @Test
  void figuresInATableBehindTheLabelsAreNobodysForCertain() {
    assertThat(apart(0, 0)).hasSize(25).allMatch(row -> row.endsWith("? ? ? ? ? ? ?"));
    // The last label takes the first row.
    assertThat(apart(0, 21)).hasSize(25).allMatch(row -> row.endsWith("? ? ? ? ? ? ?"));
    assertThat(apart(11, 11)).hasSize(25).allMatch(row -> row.endsWith("? ? ? ? ? ? ?"));
  }

  /** All labels, some with their figures, and behind them a table of figures. */
  private List<String> apart(int beside, int from) {
    List<String> values = List.copyOf(figures.values());
    StringBuilder page = new StringBuilder("<p>").append(HEADS.replace('|', ' '));
    for (int i = 0; i < 25; i++) {
      page.append("<p>").append(TABLE.rows().get(i).label());
      page.append(i < beside ? " " + values.get(i).replace('|', ' ') : "");
    }
    return page(page + "</p>" + Printed.table(values.subList(from, 25).toArray(String[]::new)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.属于国家秘密|15|1|2|3|4|5|3\n0",
        "1.属于国家秘密|15|1|2|3|4|5|0\n3",
        "0\n1.属于国家秘密|15|1|2|3|4|5|3",
        "1.属于国家秘密|2|3|4|5|30\n15|1",
        "1.属于国家秘密\n2|3|4|5|30\n15|1"
      })
  void aRowWhosePiecesStandOnOtherLinesIsNotPlaced(String line) {
    line("refused.stateSecret", line);
    assertThat(text(" ")).containsExactly("refused.stateSecret: ? ? ? ? ? ? ?");
  }

  @Test
  void aFigureOnALineOfItsOwnIsNoPieceWhereItExplainsNothing() {
    line("refused.stateSecret", "1.属于国家秘密|15|1|2|3|4|5|30\n7");
    assertThat(text(" ")).isEmpty();
    line("refused.stateSecret", "1.属于国家秘密\n15|1|2|3\n4|5|30");
    assertThat(text(" ")).as("over two lines").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0|0|待查|0|0|0|0", "0\n0\n待查\n0\n0\n0\n0"})
  void aRowOfALineWithAWordAmongItsFiguresHasNoPlaces(String figures) {
    line("refused.stateSecret", "1.属于国家秘密\n" + figures);
    assertThat(text(" ")).containsExactly("refused.stateSecret: ? ? ? ? ? ? ?");
  }

  @Test
  void aRowOfZerosWithAWordAmongThemIsNotToldWhereItLacksMore() {
    line("refused.stateSecret", "1.属于国家秘密\n0\n待查\n0\n0");
    assertThat(text(" ")).containsExactly("refused.stateSecret: ? ? ? ? ? ? ?");
  }
}
