package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.document.Position;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Printed;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small documents read whole: what stands in which cell, how sure that is, and where it stood. */
class ReadingsTest {
  private static final Edition EDITION = Editions.find("2021").orElseThrow();
  private static final String HEADS = "|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";

  /** The rows of table III that are not all zero: 5 received, 3 disclosed, 2 refused. */
  private static final Map<String, String> FIGURES =
      new TreeMap<>(
          Map.of(
              "newRequests", "4|1|0|0|0|0|5",
              "disclosed", "2|1|0|0|0|0|3",
              "partiallyDisclosed", "2|0|0|0|0|0|2",
              "outcomeTotal", "4|1|0|0|0|0|5"));

  private final List<String> heads = new ArrayList<>(List.of("申请人情况|法人或其他组织", HEADS));
  private final Map<String, String> labels = new TreeMap<>();
  private final Map<String, String> figures = new TreeMap<>(FIGURES);
  private final List<String> before = new ArrayList<>();
  private String remedies = "1|0|0|2|3|0|0|0|0|0|0|1|0|0|1";
  private String separator = "|";

  private Report read() {
    List<String> lines = new ArrayList<>(before);
    lines.add("某市水务局2023年政府信息公开工作年度报告");
    lines.add("二、主动公开政府信息情况");
    lines.add("信息内容|本年制发件数|本年废止件数|现行有效件数");
    lines.add("规章|0|0|0");
    lines.add("行政规范性文件|2|1|9");
    lines.add("信息内容|本年处理决定数量");
    lines.add("行政许可|31");
    lines.add("信息内容|本年处理决定数量");
    lines.add("行政处罚|12");
    lines.add("行政强制|3");
    lines.add("信息内容|本年收费金额（单位：万元）");
    lines.add("行政事业性收费|1.5");
    lines.add("三、收到和处理政府信息公开申请情况");
    lines.addAll(heads);
    for (Row row : EDITION.table("requests").rows()) {
      lines.add(
          labels.getOrDefault(row.key(), row.label())
              + separator
              + figures.getOrDefault(row.key(), "0|0|0|0|0|0|0").replace("|", separator));
    }
    lines.add("四、政府信息公开行政复议、行政诉讼情况");
    lines.add("行政复议|行政诉讼");
    lines.add("结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉");
    lines.add("结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计");
    lines.add(remedies);
    lines.add("五、存在的主要问题及改进情况");
    lines.add("解读形式不够丰富，将加以改进。");
    lines.removeIf(line -> line.startsWith("-"));
    return Printed.report(String.join("\n", lines));
  }

  private static Reading at(Report report, String path) {
    return report.at(EDITION.find(path).orElseThrow());
  }

  /** The row's figures as printed; those without place as a question mark. */
  private static String row(Report report, String key) {
    List<String> printed = new ArrayList<>();
    for (var column : EDITION.table("requests").row(key).columns()) {
      Reading reading = at(report, "requests/" + key + '/' + column.key());
      printed.add(reading.status() == Status.UNPLACED ? "?" : reading.printed());
    }
    return String.join("|", printed);
  }

  private static boolean sure(Report report, String key) {
    return certain(report, key).size() == 7;
  }

  /** The row's columns whose reading is certain. */
  private static List<String> certain(Report report, String key) {
    return EDITION.table("requests").row(key).columns().stream()
        .map(Column::key)
        .filter(column -> at(report, "requests/" + key + '/' + column).sure())
        .toList();
  }

  private static @Nullable BigDecimal value(Report report, String path) {
    return at(report, path).value();
  }

  @Test
  void everyCellOfAPlainReportIsReadForCertain() {
    Report report = read();
    assertThat(report.edition()).isEqualTo(EDITION);
    assertThat(report.tables()).containsExactly("proactiveDisclosure", "requests", "remedies");
    assertThat(report.looseRows()).isEmpty();
    assertThat(report.readings())
        .allMatch(reading -> reading.status() == Status.NUMBER && reading.sure());
    assertThat(value(report, "proactiveDisclosure/normativeDocuments/inForce")).isEqualTo("9");
    assertThat(value(report, "proactiveDisclosure/fees")).isEqualTo("1.5");
    assertThat(value(report, "requests/newRequests/commercial")).isEqualTo("1");
    assertThat(value(report, "remedies/reconsideration/pending")).isEqualTo("2");
    assertThat(value(report, "remedies/litigationAfterReconsideration/corrected")).isEqualTo("1");
  }

  @Test
  void aReadingSaysWhereItStood() {
    Where where = at(read(), "requests/newRequests/commercial").where();
    assertThat(where.table()).isEqualTo("表三 收到和处理政府信息公开申请情况");
    assertThat(where.row()).isEqualTo("一、本年新收政府信息公开申请数量");
    assertThat(where.column()).isEqualTo("商业企业");
    assertThat(where.excerpt()).isEqualTo("1");
    assertThat(where.position()).isEqualTo(new Position(16, 20));
  }

  @Test
  void aRowAndAColumnAreNamedAsPrinted() {
    heads.set(1, HEADS.replace("总计", "合计"));
    labels.put("disclosed", "（一）予以公开件数");
    Where where = at(read(), "requests/disclosed/total").where();
    assertThat(where.row()).isEqualTo("（一）予以公开件数");
    assertThat(where.column()).isEqualTo("合计");
  }

  @Test
  void columnsInAnotherOrderAreReadByTheirHeadings() {
    heads.set(1, "|总计|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他");
    figures.replaceAll(
        (row, line) -> line.substring(line.length() - 1) + '|' + line.substring(0, 11));
    Report report = read();
    assertThat(row(report, "newRequests")).isEqualTo("4|1|0|0|0|0|5");
    assertThat(sure(report, "newRequests")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"（二）部分公开", "二、部分公开", "部分公开", "（二）部份公开（区分处理的，只计这一情形，不计其他情形）"})
  void aRowIsSureUnderItsShorterOrMisprintedLabel(String label) {
    labels.put("partiallyDisclosed", label);
    Report report = read();
    assertThat(row(report, "partiallyDisclosed")).isEqualTo("2|0|0|0|0|0|2");
    assertThat(sure(report, "partiallyDisclosed")).isTrue();
  }

  @Test
  void aRowWhoseLabelNobodyKnowsIsHeldByItsNeighbours() {
    labels.put("disclosed", "？？？？");
    figures.put("refused.stateSecret", "0|0|0|0|0|0|0");
    Report report = read();
    assertThat(row(report, "disclosed")).isEqualTo("2|1|0|0|0|0|3");
    assertThat(row(report, "partiallyDisclosed")).isEqualTo("2|0|0|0|0|0|2");
  }

  @Test
  void aRowLeftOutIsAbsentAndNoOtherMoves() {
    labels.put("refused.enforcementFile", "-");
    Report report = read();
    assertThat(at(report, "requests/refused.enforcementFile/total").status())
        .isEqualTo(Status.ABSENT);
    assertThat(sure(report, "refused.enforcementFile")).isTrue();
    assertThat(row(report, "refused.administrativeInquiry")).isEqualTo("0|0|0|0|0|0|0");
    assertThat(row(report, "outcomeTotal")).isEqualTo("4|1|0|0|0|0|5");
  }

  @Test
  void theRowOfTableFourIsNoTotalThatIsLeftOut() {
    labels.put("outcomeTotal", "-");
    figures.put("carriedForward", "||||||");
    Report report = read();
    assertThat(at(report, "requests/outcomeTotal/total").status()).isEqualTo(Status.ABSENT);
    assertThat(at(report, "requests/carriedForward/total").status()).isEqualTo(Status.BLANK);
  }

  @Test
  void blanksAndPlaceholdersAreKeptAsPrinted() {
    figures.put("disclosed", "2|1||/|无|—|3");
    Report report = read();
    assertThat(row(report, "disclosed")).isEqualTo("2|1||/|无|—|3");
    assertThat(at(report, "requests/disclosed/research").status()).isEqualTo(Status.BLANK);
    assertThat(at(report, "requests/disclosed/publicInterest").status())
        .isEqualTo(Status.PLACEHOLDER);
    assertThat(sure(report, "disclosed")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2（其中网上1件）", "2①", "2。", "共2件", "二"})
  void wordsWithAFigureInThemAreTextOfWhichNothingIsSure(String words) {
    figures.put("disclosed", words + "|1|0|0|0|0|3");
    Report report = read();
    Reading reading = at(report, "requests/disclosed/naturalPerson");
    assertThat(reading.status()).isEqualTo(Status.TEXT);
    assertThat(reading.printed()).isEqualTo(words);
    assertThat(reading.sure()).isFalse();
    assertThat(certain(report, "disclosed")).hasSize(6);
  }

  @Test
  void wordsInACellAreText() {
    figures.put("disclosed", "2|见附件|0|0|0|0|3");
    Report report = read();
    assertThat(at(report, "requests/disclosed/commercial").status()).isEqualTo(Status.TEXT);
    assertThat(at(report, "requests/disclosed/commercial").sure()).isTrue();
    assertThat(at(report, "requests/disclosed/total").value()).isEqualTo("3");
  }

  @Test
  void aBlankCellTooManyMovesNothing() {
    figures.put("disclosed", "2|1|0|0|0|0|3|");
    assertThat(row(read(), "disclosed")).isEqualTo("2|1|0|0|0|0|3");
  }

  @Test
  void aRowOfFewerFiguresThanColumnsHasItsEndsButTheRestIsPlacedByTheRelations() {
    lines();
    figures.put("disclosed", "2|1|3");
    Report report = read();
    assertThat(row(report, "disclosed")).isEqualTo("2|1|||||3");
    assertThat(value(report, "requests/disclosed/commercial")).isEqualTo("1");
    assertThat(report.looseRows()).isEmpty();
  }

  @Test
  void whereTheRelationsDoNotTellTheRowIsLoose() {
    lines();
    figures.put("disclosed", "2|1|4");
    Report report = read();
    assertThat(row(report, "disclosed")).isEqualTo("?|?|?|?|?|?|4");
    assertThat(at(report, "requests/disclosed/commercial").value()).isNull();
    assertThat(report.looseRows()).hasSize(1);
    LooseRow loose = report.looseRows().get(0);
    assertThat(loose.row().key()).isEqualTo("disclosed");
    assertThat(loose.parts()).containsExactly(new BigDecimal("2"), new BigDecimal("1"));
    assertThat(loose.where().excerpt()).isEqualTo("4");
  }

  @Test
  void ofARowOfNothingButZerosTheEndsStandWhereTheFormHasThem() {
    lines();
    figures.put("refused.stateSecret", "0|0");
    Report report = read();
    assertThat(row(report, "refused.stateSecret")).isEqualTo("0||||||0");
    assertThat(report.looseRows()).isEmpty();
  }

  @Test
  void aLabelWithoutFiguresHasBlankCellsWhereBlanksAreDropped() {
    lines();
    figures.put("refused.stateSecret", "");
    Report report = read();
    assertThat(row(report, "refused.stateSecret")).isEqualTo("||||||");
    assertThat(at(report, "requests/refused.stateSecret/total").status()).isEqualTo(Status.BLANK);
    assertThat(sure(report, "refused.stateSecret")).isTrue();
  }

  @Test
  void theNumbersOfRowsOnLinesOfTheirOwnAreNoFigures() {
    lines();
    int number = 1;
    for (Row row : EDITION.table("requests").rows()) {
      labels.put(row.key(), number++ + "\n" + row.label());
    }
    Report report = read();
    assertThat(row(report, "newRequests")).isEqualTo("4|1|0|0|0|0|5");
    assertThat(row(report, "carriedForward")).isEqualTo("0|0|0|0|0|0|0");
    assertThat(sure(report, "outcomeTotal")).isTrue();
  }

  @Test
  void figuresInOneLineBelowEachOtherAreRead() {
    separator = "\t";
    Report report = read();
    assertThat(row(report, "newRequests")).isEqualTo("4|1|0|0|0|0|5");
    assertThat(row(report, "outcomeTotal")).isEqualTo("4|1|0|0|0|0|5");
  }

  @Test
  void aReportThatEndsWithinARowIsNotSureOfItsLastFigures() {
    lines();
    assertThat(Printed.report("四、结转下年度继续办理\n0\n0\n0\n0\n0\n0\n1").tables()).isEmpty();
  }

  @Test
  void aColumnThatNoRowFillsIsNoneOfTheForms() {
    for (Row row : EDITION.table("requests").rows()) {
      String[] cells = figures.getOrDefault(row.key(), "0|0|0|0|0|0|0").split("[|]");
      figures.put(row.key(), cells[0] + "||" + String.join("|", List.of(cells).subList(1, 7)));
    }
    Report report = read();
    assertThat(row(report, "newRequests")).isEqualTo("4|1|0|0|0|0|5");
    assertThat(row(report, "carriedForward")).isEqualTo("0|0|0|0|0|0|0");
    assertThat(sure(report, "newRequests")).isTrue();
  }

  @Test
  void aMenuOfTheSameWordsIsNoTable() {
    before.addAll(List.of("首页", "规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费", "政策文件"));
    before.addAll(List.of("热点 3", "通知公告", "办事指南", "互动交流", "数据 12", "专题专栏", "无障碍"));
    Report report = read();
    assertThat(value(report, "proactiveDisclosure/licensing")).isEqualTo("31");
    assertThat(at(report, "proactiveDisclosure/licensing").sure()).isTrue();
    assertThat(value(report, "proactiveDisclosure/normativeDocuments/issued")).isEqualTo("2");
  }

  @Test
  void aRowPrintedTwiceIsReadWhereTheOthersStand() {
    before.add("1.属于国家秘密|7|0|0|0|0|0|7");
    before.add("网站简介");
    assertThat(row(read(), "refused.stateSecret")).isEqualTo("0|0|0|0|0|0|0");
  }

  @Test
  void aZeroDroppedFromTableFourIsPlacedByTheTotals() {
    lines();
    remedies = "1 0 0 2 3 0 2 0 0 2 0 0 0 0";
    Report report = read();
    assertThat(value(report, "remedies/reconsideration/pending")).isEqualTo("2");
    assertThat(value(report, "remedies/litigationDirect/corrected")).isEqualTo("2");
    assertThat(value(report, "remedies/litigationDirect/total")).isEqualTo("2");
  }

  @Test
  void tableFourThatLostMoreThanTheTotalsTellIsNotPlaced() {
    lines();
    remedies = "1 1 1 1";
    Report report = read();
    assertThat(at(report, "remedies/reconsideration/upheld").status()).isEqualTo(Status.UNPLACED);
    assertThat(value(report, "remedies/reconsideration/upheld")).isNull();
  }

  @Test
  void aRowWithoutALabelBetweenTwoKnownOnesIsTheRowMissingThere() {
    labels.put("refused.thirdPartyRights", "");
    figures.put("refused.thirdPartyRights", "0|1|0|0|0|0|1");
    assertThat(row(read(), "refused.thirdPartyRights")).isEqualTo("0|1|0|0|0|0|1");
  }

  @Test
  void severalRowsWithDamagedLabelsAreHeldByThoseAround() {
    labels.put("refused.thirdPartyRights", "4.保方法益");
    labels.put("refused.internalAffairs", "5.属类部事信");
    Report report = read();
    assertThat(sure(report, "refused.thirdPartyRights")).isTrue();
    assertThat(sure(report, "refused.internalAffairs")).isTrue();
  }

  @Test
  void figuresBehindAnUnknownLabelAreNotTakenForTheLabelBefore() {
    lines();
    labels.put("refused.thirdPartyRights", "甲乙丙丁");
    figures.put("refused.thirdPartyRights", "0|1|0|0|0|1");
    Report report = read();
    assertThat(row(report, "refused.securityAndStability")).isEqualTo("0|0|0|0|0|0|0");
    assertThat(row(report, "refused.internalAffairs")).isEqualTo("0|0|0|0|0|0|0");
    assertThat(row(report, "refused.thirdPartyRights")).isEqualTo("?|?|?|?|?|?|?");
  }

  @Test
  void figuresWithUnitsBehindABlankAreReadALineEach() {
    lines();
    figures.replaceAll((row, line) -> line.replace("|", " 件|") + " 件");
    Report report = read();
    assertThat(value(report, "requests/newRequests/naturalPerson")).isEqualTo("4");
    assertThat(value(report, "requests/newRequests/total")).isEqualTo("5");
    assertThat(sure(report, "newRequests")).isTrue();
  }

  /** Rows that lack figures in a table whose relations say nothing, one cell being no count. */
  @ParameterizedTest
  @ValueSource(strings = {"0|0|0.5|0|0|0|0", "0|0|-1|0|0|0|0", "0|0|1234567890123456|0|0|0|0"})
  void whereACellIsNoCountTheRelationsPlaceNothing(String line) {
    lines();
    figures.put("disclosed", "2|1|3");
    figures.put("refused.enforcementFile", line);
    assertThat(row(read(), "disclosed")).isEqualTo("?|?|?|?|?|?|3");
  }

  @Test
  void aShortRowThatLacksAFigureHasNoEnds() {
    Report report =
        Printed.report(
            "规章\n0\n0\n0\n行政规范性文件\n2\n1\n行政许可\n31\n行政处罚\n12\n行政强制\n3\n行政事业性收费\n1.5\n三、收到和处理政府信息公开申请情况");
    assertThat(at(report, "proactiveDisclosure/normativeDocuments/issued").status())
        .isEqualTo(Status.UNPLACED);
    assertThat(value(report, "proactiveDisclosure/licensing")).isEqualTo("31");
  }

  @Test
  void theTrialEditionsChangesHaveASign() {
    Report report =
        Printed.report(
            """
            信息内容|本年新制作数量|本年新公开数量|对外公开总数量
            规章|0|0|0
            规范性文件|1|1|4
            信息内容|上一年项目数量|本年增/减|处理决定数量
            行政许可|10|+3|25
            其他对外管理服务事项|增2|-1|4
            行政处罚|7|减2|8
            行政强制|1|－2|0
            信息内容|上一年项目数量|本年增/减
            行政事业性收费|2|+1
            信息内容|采购项目数量|采购总金额
            政府集中采购|3|12.5
            """);
    Edition trial = Editions.find("2019").orElseThrow();
    assertThat(report.edition()).isEqualTo(trial);
    Map<String, String> read = new TreeMap<>();
    for (Reading reading : report.readings()) {
      String path = reading.cell().path();
      if (path.endsWith("/change") || path.endsWith("/previousItems")) {
        read.put(path.substring(path.indexOf('/') + 1), reading.status() + " " + reading.value());
      }
    }
    assertThat(read)
        .containsEntry("licensing/change", "NUMBER 3")
        .containsEntry("otherServices/change", "NUMBER -1")
        .containsEntry("penalties/change", "NUMBER -2")
        .containsEntry("coercion/change", "NUMBER -2")
        .containsEntry("fees/change", "NUMBER 1")
        .containsEntry("otherServices/previousItems", "TEXT null")
        .containsEntry("licensing/previousItems", "NUMBER 10");
  }

  /** A figure a line. */
  private void lines() {
    separator = "\n";
    heads.replaceAll(line -> line.replace("|", "\n"));
  }
}
