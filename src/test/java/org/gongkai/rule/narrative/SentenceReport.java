package org.gongkai.rule.narrative;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.rule.FaultlessReport;

/** The report of which the sentences of the resources beside it are true or false. */
final class SentenceReport {
  private SentenceReport() {}

  /** The same body's report with nothing but zeros in its tables. */
  static FaultlessReport zero(String code) {
    return FaultlessReport.report().issuer(issuer(code));
  }

  private static String issuer(String code) {
    return switch (code) {
      case "G" -> "某市人民政府";
      case "O" -> "某市人民政府办公室";
      case "D", "Z" -> "某市教育局";
      case "S" -> "某区某街道办事处";
      case "M" -> "某市市场监督管理局";
      case "K" -> "某市高新技术产业开发区管理委员会";
      case "T" -> "某县某镇人民政府";
      default -> throw new IllegalArgumentException(code);
    };
  }

  /**
   * 789 new and 4 carried over: 749 answered, 44 carried forward.
   *
   * @param code whose report it is
   */
  static FaultlessReport of(String code) {
    FaultlessReport report = FaultlessReport.report().issuer(issuer(code));
    figures(
            "newRequests 770 15 0 0 3 1 789",
            "carriedOver 4 0 0 0 0 0 4",
            "disclosed 280 8 0 0 0 0 288",
            "partiallyDisclosed 97 2 0 0 1 0 100",
            "refused.stateSecret 2 0 0 0 0 0 2",
            "refused.internalAffairs 5 0 0 0 0 0 5",
            "refused.deliberativeProcess 3 0 0 0 0 0 3",
            "refused.enforcementFile 9 1 0 0 0 0 10",
            "unavailable.notHeld 247 2 0 0 1 0 250",
            "unavailable.requiresCreation 20 0 0 0 1 0 21",
            "unavailable.stillUnclear 9 1 0 0 0 0 10",
            "notProcessed.petition 30 0 0 0 0 0 30",
            "notProcessed.duplicate 11 1 0 0 0 0 12",
            "otherHandling.notCorrectedInTime 10 0 0 0 0 0 10",
            "otherHandling.other 8 0 0 0 0 0 8",
            "outcomeTotal 731 15 0 0 3 0 749",
            "carriedForward 43 0 0 0 0 1 44")
        .forEach(figure -> report.figure(figure[0], figure[1]));
    remedies(report, "reconsideration", 4, 2, 1, 3, 10);
    remedies(report, "litigationDirect", 2, 0, 0, 0, 2);
    remedies(report, "litigationAfterReconsideration", 1, 0, 0, 1, 2);
    return report
        .figure("proactiveDisclosure/regulations/issued", "2")
        .figure("proactiveDisclosure/regulations/repealed", "1")
        .figure("proactiveDisclosure/regulations/inForce", "31")
        .figure("proactiveDisclosure/normativeDocuments/issued", "15")
        .figure("proactiveDisclosure/normativeDocuments/repealed", "41")
        .figure("proactiveDisclosure/normativeDocuments/inForce", "148");
  }

  private static Stream<String[]> figures(String... rows) {
    List<String> columns =
        List.of(
            "naturalPerson",
            "commercial",
            "research",
            "publicInterest",
            "legalService",
            "other",
            "total");
    return Arrays.stream(rows)
        .map(row -> row.split(" "))
        .flatMap(
            row ->
                columns.stream()
                    .map(
                        column ->
                            new String[] {
                              "requests/" + row[0] + '/' + column, row[1 + columns.indexOf(column)]
                            }));
  }

  private static void remedies(FaultlessReport report, String row, int... figures) {
    List<String> columns = List.of("upheld", "corrected", "other", "pending", "total");
    for (String column : columns) {
      report.figure(
          "remedies/" + row + '/' + column, Integer.toString(figures[columns.indexOf(column)]));
    }
  }
}
