package org.gongkai.rule.narrative;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gongkai.rule.FaultlessReport;
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
    FaultlessReport report =
        SentenceReport.of(parts[0]).section(Integer.parseInt(parts[1]), own, parts[2]);
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
    assertThat(SentenceReport.of("G").section(1, sentence).check(YEAR_BEFORE).findings())
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
}
