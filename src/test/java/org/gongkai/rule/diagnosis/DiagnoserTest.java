package org.gongkai.rule.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.rule.TestReports.check;

import java.util.List;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Rules;
import org.gongkai.rule.TestReports;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.Configuration;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;
import org.junit.jupiter.api.Test;

class DiagnoserTest {
  /** Received 12 + 3, answered 10 + 3, two of commercial applicants. */
  private static ReportFixture sound() {
    return ReportFixture.of("2021")
        .set("requests/newRequests/naturalPerson", "12")
        .set("requests/newRequests/commercial", "3")
        .set("requests/newRequests/total", "15")
        .set("requests/disclosed/naturalPerson", "10")
        .set("requests/disclosed/commercial", "3")
        .set("requests/disclosed/total", "13")
        .set("requests/outcomeTotal/naturalPerson", "10")
        .set("requests/outcomeTotal/commercial", "3")
        .set("requests/outcomeTotal/total", "13")
        .set("requests/carriedForward/naturalPerson", "2")
        .set("requests/carriedForward/total", "2");
  }

  /** All cells to change, with the figures that they should hold. */
  private static List<String> changes(Result result) {
    return result.diagnoses().stream()
        .flatMap(diagnosis -> diagnosis.changes().stream())
        .map(DiagnoserTest::said)
        .toList();
  }

  private static List<String> changes(Diagnosis diagnosis) {
    return diagnosis.changes().stream().map(DiagnoserTest::said).toList();
  }

  private static String said(Diagnosis.Change change) {
    return change.cell() + ' ' + change.suggested();
  }

  @Test
  void nothingIsDiagnosedWhereNothingIsBroken() {
    assertThat(check(sound()).diagnoses()).isEmpty();
  }

  @Test
  void oneCellThatExplainsAllIsNamedWithItsFigureAndItsFindings() {
    Result result = check(sound().set("requests/disclosed/commercial", "33"));
    Diagnosis diagnosis = result.diagnoses().get(0);
    assertThat(result.diagnoses()).hasSize(1);
    assertThat(diagnosis.certain()).isTrue();
    assertThat(changes(diagnosis)).containsExactly("requests/disclosed/commercial 3");
    assertThat(diagnosis.changes().get(0).printed()).isEqualByComparingTo("33");
    assertThat(diagnosis.explains())
        .containsExactlyInAnyOrderElementsOf(result.findings().stream().map(Finding::id).toList());
    assertThat(diagnosis.message().zh())
        .isEqualTo("将表三“（一）予以公开”的“商业企业”由33更正为3后，相关勾稽关系均成立；按只改一格推算，无其他方案。疑多录一位。");
  }

  @Test
  void aBlankThatShouldHoldAFigureIsNamed() {
    Diagnosis diagnosis =
        check(sound().set("requests/disclosed/commercial", Status.BLANK, "")).diagnoses().get(0);
    assertThat(diagnosis.certain()).isTrue();
    assertThat(diagnosis.changes().get(0).printed()).isNull();
    assertThat(changes(diagnosis)).containsExactly("requests/disclosed/commercial 3");
    assertThat(diagnosis.message().zh()).contains("由空白更正为3").contains("疑为漏填");
    assertThat(diagnosis.message().en()).contains("from blank to 3");
  }

  @Test
  void aTotalThatLeavesARowOutIsNamedInEachOfItsThreeCells() {
    Result result =
        check(
            sound()
                .set("requests/newRequests/naturalPerson", "17")
                .set("requests/newRequests/commercial", "4")
                .set("requests/newRequests/total", "21")
                .set("requests/partiallyDisclosed/naturalPerson", "5")
                .set("requests/partiallyDisclosed/commercial", "1")
                .set("requests/partiallyDisclosed/total", "6"));
    assertThat(result.findings()).hasSize(6);
    assertThat(result.diagnoses()).singleElement().matches(Diagnosis::certain);
    Diagnosis diagnosis = result.diagnoses().get(0);
    assertThat(diagnosis.kind()).isEqualTo(Kind.TOTAL_ROW);
    assertThat(diagnosis.explains()).hasSize(6);
    assertThat(changes(diagnosis))
        .containsExactlyInAnyOrder(
            "requests/outcomeTotal/naturalPerson 15",
            "requests/outcomeTotal/commercial 4",
            "requests/outcomeTotal/total 19");
    assertThat(diagnosis.message().zh())
        .startsWith("表三“（七）总计”一行疑漏计或重复计入某一项")
        .contains("由10更正为15", "由3更正为4", "由13更正为19", "无其他方案");
    assertThat(diagnosis.message().en()).contains("from 10 to 15", "from 3 to 4", "from 13 to 19");
  }

  @Test
  void twoRowsThatHaveEachOthersFiguresAreToldSo() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/naturalPerson", "2")
                .set("requests/disclosed/commercial", "0")
                .set("requests/disclosed/total", "2")
                .set("requests/carriedForward/naturalPerson", "10")
                .set("requests/carriedForward/commercial", "3")
                .set("requests/carriedForward/total", "13"));
    assertThat(result.findings()).hasSize(6);
    assertThat(result.diagnoses()).noneMatch(Diagnosis::certain);
    assertThat(result.diagnoses().get(0).kind()).isEqualTo(Kind.SWAPPED);
    assertThat(result.diagnoses().get(0).message().zh()).contains("“（一）予以公开”与“四、结转下年度继续办理”两行数据疑互换");
  }

  @Test
  void aRowLeftBlankThatTheTotalsHaveIsNamedWithItsFigures() {
    ReportFixture report =
        sound()
            .set("requests/newRequests/naturalPerson", "17")
            .set("requests/newRequests/commercial", "4")
            .set("requests/newRequests/total", "21")
            .set("requests/outcomeTotal/naturalPerson", "15")
            .set("requests/outcomeTotal/commercial", "4")
            .set("requests/outcomeTotal/total", "19");
    for (String column :
        List.of(
            "naturalPerson",
            "commercial",
            "research",
            "publicInterest",
            "legalService",
            "other",
            "total")) {
      report.set("requests/partiallyDisclosed/" + column, Status.BLANK, "");
    }
    Diagnosis diagnosis = check(report).diagnoses().get(0);
    assertThat(diagnosis.kind()).isEqualTo(Kind.LEFT_OUT);
    assertThat(changes(diagnosis))
        .containsExactly(
            "requests/partiallyDisclosed/naturalPerson 5",
            "requests/partiallyDisclosed/commercial 1",
            "requests/partiallyDisclosed/total 6");
    assertThat(diagnosis.message().zh())
        .contains("表三“（二）部分公开”一行空白，疑整行漏填；补填“自然人”5、“商业企业”1、“总计”6后，相关勾稽关系均成立");
  }

  /** Table IV, whose fifteen figures are one row, from a cell on. */
  private static ReportFixture remedies(ReportFixture report, String... figures) {
    String[] groups = {"reconsideration", "litigationDirect", "litigationAfterReconsideration"};
    String[] columns = {"upheld", "corrected", "other", "pending", "total"};
    for (int i = 0; i < figures.length; i++) {
      String path = "remedies/" + groups[i / 5] + '/' + columns[i % 5];
      if (figures[i].isEmpty()) {
        report.set(path, Status.BLANK, "");
      } else {
        report.set(path, figures[i]);
      }
    }
    return report;
  }

  @Test
  void tableFourOneCellTooFarToTheRightIsToldOnceForAllItsGroups() {
    Result result = check(remedies(sound(), ",4,1,0,2,7,2,0,1,1,4,1,1,0,0".split(",")));
    assertThat(result.relationCounts().broken()).isEqualTo(3);
    assertThat(result.diagnoses()).singleElement().matches(Diagnosis::certain);
    Diagnosis diagnosis = result.diagnoses().get(0);
    assertThat(diagnosis.kind()).isEqualTo(Kind.SHIFTED);
    assertThat(diagnosis.explains()).hasSize(3);
    assertThat(diagnosis.message().zh())
        .isEqualTo(
            "表四“行政复议”的“结果维持”栏起疑整体右移一格；移回后，“行政复议”依次为4、1、0、2、7，"
                + "“行政诉讼·未经复议直接起诉”依次为2、0、1、1、4，“行政诉讼·复议后起诉”依次为1、1、0、0、2，"
                + "相关勾稽关系均成立；按整体移格推算，无其他方案。");
  }

  /** Which of the first group's figures was lost no relation tells. */
  @Test
  void tableFourOneCellTooFarToTheLeftHasTheWholeRowFirst() {
    Result result = check(remedies(sound(), "1,0,2,7,2,0,1,1,4,1,1,0,3,5,".split(",", -1)));
    assertThat(result.diagnoses()).noneMatch(Diagnosis::certain);
    assertThat(result.diagnoses().subList(0, 3)).allMatch(each -> each.kind() == Kind.SHIFTED);
    assertThat(result.diagnoses().get(0).message().zh())
        .contains("左移一格", "“行政复议”依次为4、1、0、2、7", "此方案较有可能");
  }

  @Test
  void aTotalThatTheShiftLeftBlankIsExplainedToo() {
    Result result =
        check(
            sound()
                .set("requests/newRequests/research", "1")
                .set("requests/newRequests/total", "16")
                .set("requests/disclosed/research", "1")
                .set("requests/disclosed/total", "14")
                .set("requests/outcomeTotal/naturalPerson", "3")
                .set("requests/outcomeTotal/commercial", "1")
                .set("requests/outcomeTotal/other", "14")
                .set("requests/outcomeTotal/total", Status.BLANK, ""));
    Finding blank =
        result.findings().stream()
            .filter(finding -> finding.rule().equals("cell.total-blank"))
            .findFirst()
            .orElseThrow();
    assertThat(result.diagnoses()).singleElement().matches(Diagnosis::certain);
    assertThat(result.diagnoses().get(0).explains()).hasSize(9).contains(blank.id());
  }

  @Test
  void aGroupOfTableFourShiftedLosesItsTotalSoNothingIsCertain() {
    Result result = check(remedies(sound(), ",4,1,0,2".split(",")));
    assertThat(result.diagnoses()).noneMatch(Diagnosis::certain);
    assertThat(result.diagnoses().get(0).kind()).isEqualTo(Kind.SHIFTED);
    assertThat(result.diagnoses().get(0).message().zh())
        .contains("“行政复议”依次为4、1、0、2、7")
        .contains("此方案较有可能");
  }

  @Test
  void threeErrorsOfWhichOneIsApart() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/commercial", "8")
                .set("requests/partiallyDisclosed/legalService", "5")
                .set("requests/newRequests/naturalPerson", "21"));
    assertThat(result.diagnoses()).hasSize(2).allMatch(Diagnosis::certain);
    assertThat(changes(result))
        .containsExactlyInAnyOrder(
            "requests/disclosed/commercial 3",
            "requests/partiallyDisclosed/legalService 0",
            "requests/newRequests/naturalPerson 12");
  }

  @Test
  void errorsThatHaveNothingToDoWithEachOtherAreToldApart() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/commercial", "8")
                .set("requests/newRequests/naturalPerson", "22"));
    assertThat(result.diagnoses()).hasSize(2).allMatch(Diagnosis::certain);
    assertThat(changes(result))
        .containsExactlyInAnyOrder(
            "requests/disclosed/commercial 3", "requests/newRequests/naturalPerson 12");
    assertThat(result.diagnoses()).allMatch(diagnosis -> diagnosis.explains().size() == 2);
  }

  @Test
  void twoCellsOfARelationAreToldTogether() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/commercial", "8")
                .set("requests/disclosed/naturalPerson", "30"));
    assertThat(result.diagnoses()).singleElement().matches(Diagnosis::certain);
    assertThat(changes(result))
        .containsExactlyInAnyOrder(
            "requests/disclosed/commercial 3", "requests/disclosed/naturalPerson 10");
    assertThat(result.diagnoses().get(0).message().zh()).contains("须同时更正以上两格，按改动最少推算，无其他方案");
  }

  @Test
  void aFigurePutIntoTheWrongCellIsTheFirstCandidate() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/commercial", "0")
                .set("requests/partiallyDisclosed/commercial", "3"));
    assertThat(changes(result.diagnoses().get(0)))
        .containsExactlyInAnyOrder(
            "requests/disclosed/commercial 3", "requests/partiallyDisclosed/commercial 0");
    assertThat(result.diagnoses()).noneMatch(Diagnosis::certain);
    assertThat(result.diagnoses().get(0).message().zh()).contains("此方案较有可能；疑为填入错误栏目");
  }

  @Test
  void inAGroupOfTableFourEveryCellMayBeTheWrongOne() {
    Result result =
        check(
            ReportFixture.of("2021")
                .set("remedies/reconsideration/upheld", "4")
                .set("remedies/reconsideration/total", "9"));
    assertThat(result.diagnoses()).hasSize(5).noneMatch(Diagnosis::certain);
    assertThat(changes(result))
        .contains(
            "remedies/reconsideration/upheld 9",
            "remedies/reconsideration/pending 5",
            "remedies/reconsideration/total 4");
    assertThat(result.diagnoses().get(0).message().zh()).startsWith("可能的更正方案1（共5种，须对照台账确定）：将");
    assertThat(result.diagnoses()).allMatch(diagnosis -> diagnosis.ways() == 5);
  }

  @Test
  void aTypingHabitPutsACandidateFirstAndSaysSo() {
    Result result =
        check(
            ReportFixture.of("2021")
                .set("remedies/reconsideration/upheld", "41")
                .set("remedies/reconsideration/other", "30")
                .set("remedies/reconsideration/total", "44"));
    assertThat(changes(result.diagnoses().get(0)))
        .containsExactly("remedies/reconsideration/upheld 14");
    assertThat(result.diagnoses().get(0).certain()).isFalse();
  }

  @Test
  void aFigureThatTheTextNamesPutsACandidateFirst() {
    Result result =
        check(
            ReportFixture.of("2021")
                .section(4, "全年因政府信息公开被申请行政复议26件。")
                .set("remedies/reconsideration/upheld", "20")
                .set("remedies/reconsideration/other", "6")
                .set("remedies/reconsideration/total", "31"));
    assertThat(changes(result.diagnoses().get(0)))
        .containsExactly("remedies/reconsideration/total 26");
    assertThat(result.diagnoses().get(0).message().zh()).contains("此方案较有可能；依据：正文为同一数字");
    assertThat(result.diagnoses().get(1).message().zh()).contains("但正文“行政复议”为26件，与此方案不一致");
  }

  @Test
  void whereOnlyTheSignOfAFigureIsImpossibleTheOtherIsStillNotCertain() {
    Result result =
        check(
            ReportFixture.of("2021")
                .set("remedies/reconsideration/total", "9")
                .set("remedies/reconsideration/other", "10"));
    assertThat(result.diagnoses()).hasSize(2).noneMatch(Diagnosis::certain);
  }

  @Test
  void groupsThatShareNoCellAreDiagnosedApart() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/commercial", "33")
                .set("remedies/reconsideration/total", "9"));
    assertThat(result.diagnoses().stream().filter(Diagnosis::certain)).hasSize(1);
    assertThat(result.diagnoses()).hasSize(6);
  }

  @Test
  void noCellIsCertainWhereAFigureWithoutAPlaceMayBeWrong() {
    ReportFixture fixture = ReportFixture.of("2021");
    for (String column :
        List.of("commercial", "research", "publicInterest", "legalService", "other")) {
      fixture.set("requests/refused.stateSecret/" + column, Status.UNPLACED, "");
    }
    fixture.loose("requests", "refused.stateSecret", "0", "3");
    fixture
        .set("requests/refused.stateSecret/naturalPerson", "0")
        .set("requests/refused.stateSecret/total", "0");
    assertThat(check(fixture).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check(fixture).diagnoses()).noneMatch(Diagnosis::certain);
  }

  @Test
  void aBlankTotalOfAPartThatBecameZeroDoesNotClearThePart() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .set("requests/newRequests/naturalPerson", "8")
            .set("requests/newRequests/total", "8")
            .set("requests/disclosed/naturalPerson", "0")
            .set("requests/disclosed/total", Status.BLANK, "")
            .set("requests/partiallyDisclosed/naturalPerson", "3")
            .set("requests/partiallyDisclosed/total", Status.BLANK, "")
            .set("requests/outcomeTotal/naturalPerson", "8")
            .set("requests/outcomeTotal/total", "8");
    assertThat(check(fixture).diagnoses())
        .noneMatch(Diagnosis::certain)
        .flatExtracting(DiagnoserTest::changes)
        .containsExactlyInAnyOrder(
            "requests/disclosed/naturalPerson 5", "requests/partiallyDisclosed/naturalPerson 8");
  }

  @Test
  void aFractionIsPutRight() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/naturalPerson", "1.0")
                .set("requests/disclosed/commercial", "0.3"));
    assertThat(changes(result))
        .containsExactlyInAnyOrder(
            "requests/disclosed/naturalPerson 10", "requests/disclosed/commercial 3");
  }

  @Test
  void figuresTooLargeToReckonWithAreLeftAlone() {
    assertThat(
            check(sound().set("requests/disclosed/naturalPerson", "123456789012345678901234567890"))
                .diagnoses())
        .isEmpty();
  }

  @Test
  void relationsWhoseRuleIsSwitchedOffAreNotExplained() {
    Configuration without = Configuration.standard().without("remedies.total");
    Result result =
        Rules.standard()
            .with(without)
            .check(
                TestReports.SOURCE,
                ReportFixture.of("2021").set("remedies/reconsideration/total", "9").build(),
                null);
    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(result.diagnoses()).isEmpty();
  }

  /** Table IV, its first group's figures. */
  private static ReportFixture group(
      String upheld, String corrected, String pending, String total) {
    return ReportFixture.of("2021")
        .set("remedies/reconsideration/upheld", upheld)
        .set("remedies/reconsideration/corrected", corrected)
        .set("remedies/reconsideration/pending", pending)
        .set("remedies/reconsideration/total", total);
  }

  private static String message(Result result, String column) {
    return result.diagnoses().stream()
        .filter(
            diagnosis ->
                diagnosis.changes().get(0).cell().equals("remedies/reconsideration/" + column))
        .findFirst()
        .orElseThrow()
        .message()
        .zh();
  }

  @Test
  void aFigureThatRepeatsTheOneBesideItMayHaveBeenCopied() {
    Result result = check(group("26", "26", "0", "41"));
    assertThat(message(result, "upheld")).contains("错行（列）");
    assertThat(message(result, "corrected")).contains("错行（列）");
    assertThat(message(result, "total")).doesNotContain("错行（列）");
  }

  @Test
  void aFigureThatRepeatsTheOneBelowMayHaveBeenCopied() {
    Result result =
        check(
            group("26", "0", "0", "41")
                .set("remedies/litigationDirect/upheld", "26")
                .set("remedies/litigationDirect/total", "26"));
    assertThat(message(result, "upheld")).contains("错行（列）");
    assertThat(message(result, "total")).doesNotContain("错行（列）");
    assertThat(message(check(group("26", "0", "26", "41")), "upheld")).doesNotContain("错行（列）");
  }

  @Test
  void zerosSideBySideAreNotCopied() {
    assertThat(message(check(group("0", "0", "0", "41")), "upheld")).doesNotContain("错行（列）");
  }

  @Test
  void theWaysToMendAreCounted() {
    assertThat(message(check(group("26", "26", "0", "41")), "total")).contains("共3种");
    assertThat(message(check(group("4", "0", "0", "9")), "total")).contains("共5种");
  }

  @Test
  void twoSwappedFiguresAreTheFirstCandidates() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/naturalPerson", "3")
                .set("requests/disclosed/commercial", "10"));
    assertThat(changes(result.diagnoses().get(0)))
        .containsExactlyInAnyOrder(
            "requests/disclosed/naturalPerson 10", "requests/disclosed/commercial 3");
    assertThat(result.diagnoses().get(0).message().zh()).contains("疑为两格数字互换");
  }
}
