package org.gongkai.publish;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.report.Identity;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;

/** Reports of an invented city, with everything that a page can show. */
final class Showcase {
  private static final String[] APPLICANTS = {
    "naturalPerson", "commercial", "research", "publicInterest", "legalService", "other", "total"
  };

  private Showcase() {}

  /** All adds up. */
  static Result passing() {
    return ResultFixture.of(figures("2").build()).source(source("2023/云溪市人民政府.html")).build();
  }

  /**
   * One figure mistyped: 0 where 2 is meant; and a sentence that says another figure than the
   * table.
   */
  static Result failing() {
    ReportFixture report = figures("0");
    Where row = new Where("表三", "（二）部分公开", "总计", report.text("100"), 0, "100");
    Where column = new Where("表三", "（七）总计", "商业企业", report.text("15"), 0, "15");
    String sentence = "全年共收到政府信息公开申请774件，较上年略有增加。";
    Where prose = Where.of(report.text("2023年，" + sentence), 6, 6 + sentence.length());
    return ResultFixture.of(report.build())
        .source(source("2023/云溪市人民政府.html"))
        .finding(
            "narrative.requests-received",
            Severity.WARNING,
            new Message(
                "正文说收到申请774件，表三“本年新收政府信息公开申请数量”的总计是789件，两处说法不同。请核对是哪一处写错。",
                "The text says that 774 requests were received; table III gives 789 new requests. Please check which is meant."),
            List.of("requests/newRequests/total"),
            "789",
            "774",
            prose)
        .finding(
            "requests.row-total",
            Severity.ERROR,
            new Message(
                "表三“（二）部分公开”一行：六类申请人之和是98，总计栏填的是100，相差2。请核对这一行的各个数字。",
                "Table III, row （二）部分公开: the six applicants add up to 98, the total says 100; they differ by 2."),
            row("partiallyDisclosed"),
            "98",
            "100",
            row)
        .finding(
            "requests.column-total",
            Severity.ERROR,
            new Message(
                "表三“商业企业”一列：各项办理结果之和是13，“（七）总计”填的是15，相差2。请核对这一列的各个数字。",
                "Table III, column 商业企业: the outcomes add up to 13, （七）总计 says 15; they differ by 2."),
            column("commercial"),
            "13",
            "15",
            column)
        .finding(
            "cells.blank",
            Severity.NOTICE,
            new Message("有3个单元格没有填写，核对时按0计算。", "Three cells are blank; they count as zero."),
            List.of(
                "remedies/litigationDirect/corrected",
                "remedies/litigationDirect/other",
                "remedies/litigationDirect/pending"),
            null,
            null,
            Where.DOCUMENT)
        .diagnosis(
            true,
            "requests/partiallyDisclosed/commercial",
            "0",
            "2",
            "只要把“（二）部分公开”一行“商业企业”的0改为2，两处不符就都消失。",
            "With 2 instead of 0 for 商业企业 in row （二）部分公开 both mismatches disappear.")
        .build();
  }

  /** A row one cell too far to the right, as the program itself sees it. */
  static Result shifted() {
    ReportFixture report = figures("2");
    String[] printed = {"", "98", "2", "0", "0", "0", "0"};
    for (int i = 0; i < printed.length; i++) {
      String path = "requests/partiallyDisclosed/" + APPLICANTS[i];
      if (printed[i].isEmpty()) {
        report.set(path, Status.BLANK, "");
      } else {
        report.set(path, printed[i]);
      }
    }
    return TestReports.check(report);
  }

  /** Figures that add up when {@code slip} is 2. */
  static ReportFixture figures(String slip) {
    ReportFixture report =
        ReportFixture.of("2021")
            .identity(
                new Identity(
                    "云溪市人民政府2023年政府信息公开工作年度报告",
                    "云溪市人民政府",
                    2023,
                    LocalDate.of(2024, 3, 22),
                    "YX00-0101-2024-00017",
                    LocalDate.of(2023, 1, 1),
                    LocalDate.of(2023, 12, 31),
                    null,
                    null,
                    null))
            .set("proactiveDisclosure/regulations/issued", Status.PLACEHOLDER, "/")
            .set("proactiveDisclosure/regulations/inForce", "3")
            .set("proactiveDisclosure/normativeDocuments/issued", "15")
            .set("proactiveDisclosure/normativeDocuments/repealed", "41")
            .set("proactiveDisclosure/normativeDocuments/inForce", "148")
            .set("proactiveDisclosure/licensing", "274913")
            .set("proactiveDisclosure/penalties", "58658")
            .set("proactiveDisclosure/coercion", "6837")
            .set("proactiveDisclosure/fees", "28660.38");
    requests(report, "newRequests", "770", "17", "0", "0", "2", "0", "789");
    requests(report, "carriedOver", "4", "0", "0", "0", "0", "0", "4");
    requests(report, "disclosed", "400", "9", "0", "0", "1", "0", "410");
    requests(report, "partiallyDisclosed", "98", slip, "0", "0", "0", "0", "100");
    requests(report, "refused.stateSecret", "3", "0", "0", "0", "0", "0", "3");
    requests(report, "refused.thirdPartyRights", "12", "0", "0", "0", "0", "0", "12");
    requests(report, "refused.internalAffairs", "8", "0", "0", "0", "0", "0", "8");
    requests(report, "refused.enforcementFile", "20", "0", "0", "0", "0", "0", "20");
    requests(report, "unavailable.notHeld", "150", "4", "0", "0", "1", "0", "155");
    requests(report, "unavailable.requiresCreation", "9", "0", "0", "0", "0", "0", "9");
    requests(report, "notProcessed.petition", "18", "0", "0", "0", "0", "0", "18");
    requests(report, "notProcessed.duplicate", "5", "0", "0", "0", "0", "0", "5");
    requests(report, "otherHandling.notCorrectedInTime", "11", "0", "0", "0", "0", "0", "11");
    requests(report, "otherHandling.other", "10", "0", "0", "0", "0", "0", "10");
    requests(report, "outcomeTotal", "744", "15", "0", "0", "2", "0", "761");
    requests(report, "carriedForward", "30", "2", "0", "0", "0", "0", "32");
    remedies(report, "reconsideration", "4", "2", "1", "3", "10");
    remedies(report, "litigationDirect", "1", "", "", "", "1");
    remedies(report, "litigationAfterReconsideration", "2", "0", "0", "1", "3");
    return report;
  }

  static Source source(String name) {
    return new Source(name, null, null, null, "3f".repeat(32), 61_440);
  }

  static List<String> row(String row) {
    return java.util.Arrays.stream(APPLICANTS)
        .map(column -> "requests/" + row + "/" + column)
        .toList();
  }

  private static List<String> column(String column) {
    return org.gongkai.form.Editions.find("2021").orElseThrow().relations().stream()
        .filter(r -> r.rule().equals("requests.column-total"))
        .filter(r -> r.totals().get(0).column().key().equals(column))
        .flatMap(r -> java.util.stream.Stream.concat(r.parts().stream(), r.totals().stream()))
        .map(org.gongkai.form.Cell::path)
        .toList();
  }

  private static void requests(ReportFixture report, String row, String... figures) {
    for (int i = 0; i < figures.length; i++) {
      report.set("requests/" + row + "/" + APPLICANTS[i], figures[i]);
    }
  }

  private static void remedies(ReportFixture report, String row, String... figures) {
    String[] columns = {"upheld", "corrected", "other", "pending", "total"};
    for (int i = 0; i < figures.length; i++) {
      String path = "remedies/" + row + "/" + columns[i];
      if (figures[i].isEmpty()) {
        report.set(path, Status.BLANK, "");
      } else {
        report.set(path, figures[i]);
      }
    }
  }
}
