package org.gongkai.rule.narrative;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.rule.Written;
import org.gongkai.rule.similarity.Shingles;
import org.gongkai.rule.years.PreviousYear;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that are true of one report, in the forms that prose takes: none is a finding. */
class TrueSentencesTest {
  private static final PreviousYear YEAR_BEFORE =
      new PreviousYear(
          "某市人民政府",
          2022,
          Map.of(
              "requests/newRequests/total", BigDecimal.valueOf(657),
              "requests/carriedOver/total", BigDecimal.ZERO,
              "requests/carriedForward/total", BigDecimal.valueOf(4)),
          Shingles.none());

  @ParameterizedTest
  @MethodSource("sentences")
  void aTrueSentenceIsNoFinding(String line) {
    String[] parts = line.split("\t");
    String own = "2023年，政府信息公开工作有序推进。";
    Written report = report(issuer(parts[0])).section(Integer.parseInt(parts[1]), own, parts[2]);
    assertThat(report.check(YEAR_BEFORE).findings())
        .as(parts[2])
        .filteredOn(finding -> finding.rule().startsWith("narrative."))
        .extracting(finding -> finding.message().zh())
        .isEmpty();
  }

  /** Each beside a true one of the same form. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "收到政府信息公开申请788件。",
        "新收政府信息公开申请789件，已办结744件。",
        "收到的789件政府信息公开申请中，已予以公开287件。",
        "新收政府信息公开申请789件，上年结转4件，办结745件，新收的全部答复。结转下年度43件。",
        "答复政府信息公开申请749件，不予公开20件，其中属于行政执法案卷10件，占60%。",
        "答复政府信息公开申请749件，2件属于国家秘密、6件属于三类内部事务信息。",
        "答复政府信息公开申请749件，288件予以公开和101件部分公开。",
        "收到政府信息公开申请789件，占收到总数的30.2%。",
        "2022年，收到政府信息公开申请789件，办结749件。",
        "收到政府信息公开申请789件，同比增长3.4%。",
        "制发行政规范性文件16件。",
        "因政府信息公开被申请行政复议11件。",
        "因政府信息公开被申请行政复议10件，维持5件。",
        "因政府信息公开引发行政复议和复议后起诉11件。"
      })
  void aFalseOneIs(String sentence) {
    assertThat(report("某市人民政府").section(1, sentence).check(YEAR_BEFORE).findings())
        .as(sentence)
        .anyMatch(finding -> finding.rule().startsWith("narrative."));
  }

  static List<String> sentences() throws IOException {
    try (InputStream in = TrueSentencesTest.class.getResourceAsStream("true-sentences.tsv")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static String issuer(String code) {
    return switch (code) {
      case "G" -> "某市人民政府";
      case "O" -> "某市人民政府办公室";
      case "D" -> "某市教育局";
      case "T" -> "某县某镇人民政府";
      default -> throw new IllegalArgumentException(code);
    };
  }

  /** 789 new and 4 carried over: 749 answered, 44 carried forward. */
  private static Written report(String issuer) {
    Written report = Written.report().issuer(issuer);
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

  private static void remedies(Written report, String row, int... figures) {
    List<String> columns = List.of("upheld", "corrected", "other", "pending", "total");
    for (String column : columns) {
      report.figure(
          "remedies/" + row + '/' + column, Integer.toString(figures[columns.indexOf(column)]));
    }
  }
}
