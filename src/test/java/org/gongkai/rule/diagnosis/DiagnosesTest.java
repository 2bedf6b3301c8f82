package org.gongkai.rule.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.rule.Drawn.check;

import java.util.List;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Drawn;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Rules;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.Configuration;
import org.junit.jupiter.api.Test;

class DiagnosesTest {
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
    assertThat(diagnosis.cell()).isEqualTo("requests/disclosed/commercial");
    assertThat(diagnosis.printed()).isEqualByComparingTo("33");
    assertThat(diagnosis.suggested()).isEqualByComparingTo("3");
    assertThat(diagnosis.explains())
        .containsExactlyInAnyOrderElementsOf(result.findings().stream().map(Finding::id).toList());
    assertThat(diagnosis.message().zh())
        .isEqualTo("只要把表三“（一）予以公开”的“商业企业”由33改为3，有关的各项关系就都成立；只改一格的话，没有别的改法。" + "看起来是多打一位数字。请核对这一格。");
  }

  @Test
  void aBlankThatShouldHoldAFigureIsNamed() {
    Diagnosis diagnosis =
        check(sound().set("requests/disclosed/commercial", Status.BLANK, "")).diagnoses().get(0);
    assertThat(diagnosis.certain()).isTrue();
    assertThat(diagnosis.printed()).isNull();
    assertThat(diagnosis.suggested()).isEqualByComparingTo("3");
    assertThat(diagnosis.message().zh()).contains("由空白改为3").contains("看起来是漏填");
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
    assertThat(result.diagnoses())
        .allMatch(Diagnosis::certain)
        .allMatch(diagnosis -> diagnosis.explains().size() == 6)
        .extracting(diagnosis -> diagnosis.cell() + ' ' + diagnosis.suggested())
        .containsExactlyInAnyOrder(
            "requests/outcomeTotal/naturalPerson 15",
            "requests/outcomeTotal/commercial 4",
            "requests/outcomeTotal/total 19");
    assertThat(result.diagnoses().get(0).message().zh())
        .startsWith("把表三")
        .contains("由10改为15", "由3改为4", "由13改为19", "改一格、两格都不够，改三格没有别的改法")
        .doesNotContain("看起来");
    assertThat(result.diagnoses().get(0).message().en())
        .contains(
            "from 10 to 15", "from 3 to 4", "from 13 to 19", "one or two cells are not enough");
  }

  @Test
  void threeCellsAreNotBlamedWhereTwoRowsMayHaveEachOthersFigures() {
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
    assertThat(result.diagnoses()).isEmpty();
  }

  @Test
  void whereSeveralThreesWouldDoNoneIsNamed() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/commercial", "8")
                .set("requests/partiallyDisclosed/legalService", "5")
                .set("requests/newRequests/naturalPerson", "21"));
    assertThat(result.findings()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(result.diagnoses()).isEmpty();
  }

  @Test
  void twoCellsAreNamedWhereOneIsNotEnough() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/commercial", "0")
                .set("requests/partiallyDisclosed/commercial", "3"));
    assertThat(result.diagnoses()).noneMatch(diagnosis -> diagnosis.certain());
    result =
        check(
            sound()
                .set("requests/disclosed/commercial", "8")
                .set("requests/newRequests/naturalPerson", "21"));
    assertThat(result.diagnoses())
        .allMatch(Diagnosis::certain)
        .extracting(Diagnosis::cell)
        .containsExactlyInAnyOrder(
            "requests/disclosed/commercial", "requests/newRequests/naturalPerson");
    assertThat(result.diagnoses().get(0).message().zh()).contains("改一格不够，改两格没有别的改法");
    assertThat(result.diagnoses()).allMatch(diagnosis -> diagnosis.explains().size() == 4);
  }

  @Test
  void aFigurePutIntoTheWrongCellIsTheFirstCandidate() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/commercial", "0")
                .set("requests/partiallyDisclosed/commercial", "3"));
    assertThat(result.diagnoses().subList(0, 2))
        .extracting(Diagnosis::cell)
        .containsExactly("requests/disclosed/commercial", "requests/partiallyDisclosed/commercial");
    assertThat(result.diagnoses().get(0).message().zh()).contains("较有可能（数字填错了格）");
  }

  @Test
  void inAGroupOfTableFourEveryCellMayBeTheWrongOne() {
    Result result =
        check(
            ReportFixture.of("2021")
                .set("remedies/reconsideration/upheld", "4")
                .set("remedies/reconsideration/total", "9"));
    assertThat(result.diagnoses()).hasSize(5).noneMatch(Diagnosis::certain);
    assertThat(result.diagnoses())
        .extracting(diagnosis -> diagnosis.suggested().intValue())
        .contains(9, 5, 4);
    assertThat(result.diagnoses().get(0).message().zh()).contains("这样的改法共有5种，不能断定是哪一种");
  }

  @Test
  void aTypingHabitPutsACandidateFirstAndSaysSo() {
    Result result =
        check(
            ReportFixture.of("2021")
                .set("remedies/reconsideration/upheld", "41")
                .set("remedies/reconsideration/other", "30")
                .set("remedies/reconsideration/total", "44"));
    assertThat(result.diagnoses().get(0).cell()).isEqualTo("remedies/reconsideration/upheld");
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
    assertThat(result.diagnoses().get(0).cell()).isEqualTo("remedies/reconsideration/total");
    assertThat(result.diagnoses().get(0).message().zh()).contains("较有可能（正文里写的就是这个数");
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
        .extracting(Diagnosis::cell)
        .containsExactlyInAnyOrder(
            "requests/disclosed/naturalPerson", "requests/partiallyDisclosed/naturalPerson");
  }

  @Test
  void aFractionIsPutRight() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/naturalPerson", "1.0")
                .set("requests/disclosed/commercial", "0.3"));
    assertThat(result.diagnoses())
        .extracting(diagnosis -> diagnosis.suggested().intValue())
        .containsExactlyInAnyOrder(10, 3);
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
                Drawn.SOURCE,
                ReportFixture.of("2021").set("remedies/reconsideration/total", "9").build(),
                null);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
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
        .filter(diagnosis -> diagnosis.cell().equals("remedies/reconsideration/" + column))
        .findFirst()
        .orElseThrow()
        .message()
        .zh();
  }

  @Test
  void aFigureThatRepeatsTheOneBesideItMayHaveBeenCopied() {
    Result result = check(group("26", "26", "0", "41"));
    assertThat(message(result, "upheld")).contains("抄串");
    assertThat(message(result, "corrected")).contains("抄串");
    assertThat(message(result, "total")).doesNotContain("抄串");
  }

  @Test
  void aFigureThatRepeatsTheOneBelowMayHaveBeenCopied() {
    Result result =
        check(
            group("26", "0", "0", "41")
                .set("remedies/litigationDirect/upheld", "26")
                .set("remedies/litigationDirect/total", "26"));
    assertThat(message(result, "upheld")).contains("抄串");
    assertThat(message(result, "total")).doesNotContain("抄串");
    assertThat(message(check(group("26", "0", "26", "41")), "upheld")).doesNotContain("抄串");
  }

  @Test
  void zerosSideBySideAreNotCopied() {
    assertThat(message(check(group("0", "0", "0", "41")), "upheld")).doesNotContain("抄串");
  }

  @Test
  void theWaysToMendAreCounted() {
    assertThat(message(check(group("26", "26", "0", "41")), "total")).contains("共有3种");
    assertThat(message(check(group("4", "0", "0", "9")), "total")).contains("共有5种");
  }

  @Test
  void twoSwappedFiguresAreTheFirstCandidates() {
    Result result =
        check(
            sound()
                .set("requests/disclosed/naturalPerson", "3")
                .set("requests/disclosed/commercial", "10"));
    assertThat(result.diagnoses().subList(0, 2))
        .extracting(Diagnosis::cell)
        .containsExactlyInAnyOrder(
            "requests/disclosed/naturalPerson", "requests/disclosed/commercial");
    assertThat(result.diagnoses().get(0).message().zh()).contains("填反");
  }
}
