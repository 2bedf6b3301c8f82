package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultJsonTest {
  private static final Message MESSAGE = new Message("对不上。", "Does not add up.");

  @Test
  void fieldsStandInTheOrderOfTheContract() {
    JsonNode json = json(ResultFixture.zeros().build());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "schemaVersion",
            "verdict",
            "counts",
            "relations",
            "source",
            "report",
            "tables",
            "findings",
            "diagnoses",
            "cells",
            "validator");
    assertThat(json.at("/report").fieldNames())
        .toIterable()
        .containsExactly(
            "title", "issuer", "year", "edition", "published", "indexNumber", "period");
    assertThat(json.at("/report/period").toString())
        .isEqualTo("{\"from\":\"2023-01-01\",\"to\":\"2023-12-31\"}");
    assertThat(json.at("/report/indexNumber").isNull()).isTrue();
    assertThat(json.at("/source").fieldNames())
        .toIterable()
        .containsExactly("name", "sha256", "bytes", "format", "charset", "charsetFrom");
  }

  @Test
  void objectsOfABucketNameIt() {
    Source source = new Source("x.html", "inbox", "2023/某 市+.html", "v1", null, 7);
    JsonNode json = json(ResultFixture.zeros().source(source).build()).at("/source");
    assertThat(json.at("/key").textValue()).isEqualTo("2023/某 市+.html");
    assertThat(json.at("/sha256").isNull()).isTrue();
    assertThat(json.fieldNames())
        .toIterable()
        .startsWith("name", "bucket", "key", "versionId", "sha256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void figuresLieUnderTheKeysOfTheirEdition(String edition) {
    ReportFixture fixture = ReportFixture.of(edition).set("requests/newRequests/total", "789");
    JsonNode json = json(ResultFixture.of(fixture.build()).build());
    assertThat(json.at("/report/edition").textValue()).isEqualTo(edition);
    assertThat(json.at("/tables/requests/newRequests/total").intValue()).isEqualTo(789);
    assertThat(json.at("/tables/requests").size()).isEqualTo(edition.equals("2019") ? 23 : 25);
    assertThat(json.at("/tables/remedies/litigationDirect/pending").isInt()).isTrue();
    assertThat(json.at("/tables/proactiveDisclosure/fees").isObject())
        .isEqualTo(edition.equals("2019"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "28660.38",
        "0.10",
        "123456789012345678901234567890.12345",
        "1E+20",
        "0.0000000001"
      })
  void amountsAreExactAndPlain(String amount) {
    Result result =
        ResultFixture.of(ReportFixture.of("2021").set("proactiveDisclosure/fees", amount).build())
            .build();
    String text = new String(ResultJson.write(result), UTF_8);
    assertThat(text).contains("\"fees\": " + new BigDecimal(amount).toPlainString() + "\n");
    json(result);
  }

  @Test
  void cellsWithoutAFigureAreNullAndNamed() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .set("requests/newRequests/research", Status.BLANK, "")
            .set("proactiveDisclosure/regulations/issued", Status.PLACEHOLDER, "/")
            .set("proactiveDisclosure/licensing", Status.TEXT, "见附件")
            .set("requests/disclosed/other", Status.UNPLACED, "")
            .set("requests/carriedOver/total", Status.ABSENT, "");
    JsonNode json = json(ResultFixture.of(fixture.build()).build());
    assertThat(json.at("/cells").toString())
        .isEqualTo(
            "{\"proactiveDisclosure/regulations/issued\":\"placeholder\",\"proactiveDisclosure/licensing\":\"text\","
                + "\"requests/newRequests/research\":\"blank\",\"requests/carriedOver/total\":\"absent\","
                + "\"requests/disclosed/other\":\"unplaced\"}");
    assertThat(json.at("/tables/proactiveDisclosure/licensing").isNull()).isTrue();
    assertThat(json.at("/tables/requests/newRequests/research").isNull()).isTrue();
    assertThat(json.at("/tables/requests/newRequests/total").isNull()).isFalse();
  }

  @Test
  void tablesNotFoundAreNull() {
    JsonNode json =
        json(ResultFixture.of(ReportFixture.of("2021").without("requests").build()).build());
    assertThat(json.at("/tables/requests").isNull()).isTrue();
    assertThat(json.at("/tables/remedies").isObject()).isTrue();
    assertThat(json.at("/cells").isEmpty()).isTrue();
  }

  @Test
  void whatIsNoReportHasNoTables() {
    JsonNode json = json(ResultFixture.unreadable());
    assertThat(json.at("/verdict").textValue()).isEqualTo("unreadable");
    assertThat(json.at("/tables").toString())
        .isEqualTo("{\"proactiveDisclosure\":null,\"requests\":null,\"remedies\":null}");
    assertThat(json.at("/report/period").isNull()).isTrue();
    assertThat(json.at("/findings/0/where").toString()).isEqualTo("{}");
  }

  @Test
  void findingsSayWhereAndWhat() {
    ReportFixture fixture = ReportFixture.of("2021");
    Where where = new Where("表三", "（二）部分公开", "总计", fixture.text("  98"), 2, "98");
    JsonNode finding =
        json(ResultFixture.of(fixture.build())
                .finding(
                    "requests.row-total",
                    Severity.ERROR,
                    MESSAGE,
                    List.of(
                        "requests/partiallyDisclosed/naturalPerson",
                        "requests/partiallyDisclosed/total"),
                    "100",
                    "98",
                    where)
                .build())
            .at("/findings/0");
    assertThat(finding.at("/expected").intValue()).isEqualTo(100);
    assertThat(finding.at("/actual").intValue()).isEqualTo(98);
    assertThat(finding.at("/where/character").intValue()).isEqualTo(3);
    assertThat(finding.at("/where/line").intValue()).isPositive();
    assertThat(finding.has("waived")).isFalse();
    assertThat(finding.at("/message/en").textValue()).isEqualTo("Does not add up.");
  }

  @Test
  void waivedFindingsKeepTheirReasonAndDoNotCount() {
    JsonNode json =
        json(ResultFixture.zeros().finding("x.y", Severity.ERROR, "a", "b").waived("机构合并").build());
    assertThat(json.at("/counts").toString()).isEqualTo("{\"error\":0,\"warning\":0,\"notice\":0}");
    assertThat(json.at("/verdict").textValue()).isEqualTo("pass");
    assertThat(json.at("/findings/0/waived").textValue()).isEqualTo("机构合并");
  }

  @Test
  void diagnosesSayWhetherTheyAreCertain() {
    JsonNode json =
        json(
            ResultFixture.zeros()
                .finding("requests.row-total", Severity.ERROR, "a", "b", "requests/disclosed/other")
                .diagnosis(true, "requests/disclosed/other", null, "2", "应为 2", "should be 2")
                .diagnosis(false, "requests/disclosed/other", "0", "3", "或为 3", "or 3")
                .build());
    assertThat(json.at("/diagnoses/0/certain").booleanValue()).isTrue();
    assertThat(json.at("/diagnoses/0/printed").isNull()).isTrue();
    assertThat(json.at("/diagnoses/0/explains/0")).isEqualTo(json.at("/findings/0/id"));
    assertThat(json.at("/diagnoses/1/certain").booleanValue()).isFalse();
  }

  @Test
  void halvesOfSurrogatePairsBecomeReplacementCharacters() {
    Result result =
        ResultFixture.zeros()
            .finding("x.y", Severity.NOTICE, "a\uD83D b\uDE00 \uD83D\uDE00 \0", "\uDBFF")
            .build();
    JsonNode json = json(result);
    assertThat(json.at("/findings/0/message/zh").textValue())
        .isEqualTo("a\uFFFD b\uFFFD \uD83D\uDE00 \0");
    assertThat(json.at("/findings/0/message/en").textValue()).isEqualTo("\uFFFD");
  }

  @Test
  void lineAndFileSayTheSame() {
    Result result = ResultFixture.zeros().build();
    assertThat(ResultSchema.check(ResultJson.line(result))).isEqualTo(json(result));
  }

  @Test
  void validatorNamesItsVersion() {
    JsonNode json = json(ResultFixture.zeros().build()).at("/validator");
    assertThat(json.at("/name").textValue()).isEqualTo("gongkai");
    assertThat(json.at("/version").textValue()).doesNotContain("$");
  }

  private static JsonNode json(Result result) {
    return ResultSchema.check(ResultJson.write(result));
  }
}
