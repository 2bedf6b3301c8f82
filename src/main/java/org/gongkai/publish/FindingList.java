package org.gongkai.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Severity;
import org.gongkai.rule.bodies.Body;
import org.gongkai.rule.bodies.BodyFinding;
import org.gongkai.rule.bodies.BodyResults;
import org.jspecify.annotations.Nullable;

/** The findings of reports as a table in Chinese, for people who assess reports. */
final class FindingList {
  /** The headings of the columns. */
  static final List<String> COLUMNS =
      List.of("发布机构", "年度", "级别", "位置", "问题", "应为", "现为", "更正建议", "出处", "豁免理由", "规则", "链接", "文件");

  /** The line of headings. */
  static final String HEAD = Csv.line(COLUMNS.toArray(String[]::new));

  private static final ObjectMapper JSON = new ObjectMapper();

  private FindingList() {}

  /**
   * A finding. Its components are the {@link #COLUMNS}.
   *
   * @param level its severity in words
   * @param place table, row and column; or that it is about the text or the report
   * @param source the place in the report's file; null for none
   * @param link relative to the overview; null for a report without outputs
   */
  record Row(
      @Nullable String issuer,
      @Nullable String year,
      String level,
      String place,
      String problem,
      @Nullable String expected,
      @Nullable String actual,
      String remedy,
      @Nullable String source,
      @Nullable String waiver,
      String rule,
      @Nullable String link,
      String file) {
    List<@Nullable String> fields() {
      return Arrays.<@Nullable String>asList(
          issuer, year, level, place, problem, expected, actual, remedy, source, waiver, rule, link,
          file);
    }
  }

  /** Rows as lines. */
  static String lines(List<Row> rows) {
    StringBuilder lines = new StringBuilder();
    for (Row row : rows) {
      lines.append(Csv.line(row.fields().toArray(String[]::new)));
    }
    return lines.toString();
  }

  /** The rows of a report, in the order of its page. */
  static List<Row> rows(OverviewEntry entry) throws IOException {
    JsonNode result = JSON.readTree(entry.line());
    List<JsonNode> findings = sorted(result);
    String format = result.path("source").path("format").asText();
    List<Row> rows = new ArrayList<>(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      rows.add(row(entry, findings.get(i), i + 1, format));
    }
    return rows;
  }

  /** The findings in the order of their numbers: errors first. */
  static List<JsonNode> sorted(JsonNode result) {
    List<JsonNode> findings = new ArrayList<>();
    result.path("findings").forEach(findings::add);
    findings.sort(Comparator.comparing(finding -> severity(finding).ordinal()));
    return findings;
  }

  /** The rows of findings about bodies. */
  static List<Row> rows(BodyResults results) {
    List<Row> rows = new ArrayList<>();
    for (BodyFinding finding : results.findings()) {
      Body body = finding.body();
      String remedy = Catalogue.standard().entry(finding.rule()).remedy().zh();
      rows.add(
          new Row(
              body == null ? null : body.name(),
              finding.year() == null ? null : finding.year().toString(),
              VerdictText.word(finding.severity()).zh(),
              "机关之间",
              withoutRemedy(finding.message().zh(), remedy),
              null,
              null,
              remedy,
              null,
              null,
              finding.rule(),
              null,
              String.join("；", finding.sources())));
    }
    return rows;
  }

  private static String withoutRemedy(String message, String remedy) {
    return message.endsWith(remedy)
        ? message.substring(0, message.length() - remedy.length())
        : message;
  }

  static Row row(OverviewEntry entry, JsonNode finding, int number, String format) {
    Summary summary = entry.summary();
    JsonNode where = finding.path("where");
    String rule = finding.path("rule").asText();
    String remedy = Catalogue.standard().find(rule).map(each -> each.remedy().zh()).orElse("");
    String message = finding.path("message").path("zh").asText();
    return new Row(
        summary.issuer(),
        summary.year() == null ? null : summary.year().toString(),
        VerdictText.word(severity(finding)).zh(),
        place(where),
        withoutRemedy(message, remedy),
        finding.path("expected").asText(""),
        finding.path("actual").asText(""),
        remedy,
        where.path("line").isInt()
            ? SourcePlace.of(where.path("page").asInt(), where.path("line").asInt(), format).zh()
            : null,
        finding.path("waived").textValue(),
        rule,
        entry.folder() == null ? null : entry.folder() + "/index.html#f" + number,
        summary.name());
  }

  private static String place(JsonNode where) {
    List<String> labels = new ArrayList<>();
    for (String field : List.of("table", "row", "column")) {
      if (where.path(field).isTextual()) {
        labels.add(where.path(field).asText());
      }
    }
    if (labels.isEmpty()) {
      return where.path("line").isInt() ? "正文" : "整篇";
    }
    return String.join("›", labels);
  }

  static Severity severity(JsonNode finding) {
    for (Severity severity : Severity.values()) {
      if (severity.key().equals(finding.path("severity").asText())) {
        return severity;
      }
    }
    return Severity.NOTICE;
  }
}
