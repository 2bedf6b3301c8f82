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

/** The findings of reports as a table in Chinese, for those who assess them: a line a finding. */
final class FindingList {
  /** The names of the columns. */
  static final List<String> COLUMNS =
      List.of("发布机构", "年度", "级别", "位置", "问题", "应为", "现为", "更正建议", "出处", "豁免理由", "规则", "链接", "文件");

  /** The line of their names. */
  static final String HEAD = Csv.line(COLUMNS.toArray(String[]::new));

  private static final ObjectMapper JSON = new ObjectMapper();

  private FindingList() {}

  /** Rows as lines. */
  static String lines(List<List<@Nullable String>> rows) {
    StringBuilder lines = new StringBuilder();
    for (List<@Nullable String> row : rows) {
      lines.append(Csv.line(row.toArray(String[]::new)));
    }
    return lines.toString();
  }

  /** The rows of a report, numbered and ordered as on its page. */
  static List<List<@Nullable String>> rows(OverviewEntry entry) throws IOException {
    JsonNode result = JSON.readTree(entry.line());
    List<JsonNode> findings = sorted(result);
    String format = result.path("source").path("format").asText();
    List<List<@Nullable String>> rows = new ArrayList<>(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      rows.add(row(entry, findings.get(i), i + 1, format));
    }
    return rows;
  }

  /** The findings as they are numbered: errors first. */
  static List<JsonNode> sorted(JsonNode result) {
    List<JsonNode> findings = new ArrayList<>();
    result.path("findings").forEach(findings::add);
    findings.sort(Comparator.comparing(finding -> severity(finding).ordinal()));
    return findings;
  }

  /** What was found between bodies, a row a finding. */
  static List<List<@Nullable String>> rows(BodyResults results) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (BodyFinding finding : results.findings()) {
      Body body = finding.body();
      String remedy = Catalogue.standard().entry(finding.rule()).remedy().zh();
      rows.add(
          Arrays.<@Nullable String>asList(
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

  static List<@Nullable String> row(
      OverviewEntry entry, JsonNode finding, int number, String format) {
    Summary summary = entry.summary();
    JsonNode where = finding.path("where");
    String rule = finding.path("rule").asText();
    String remedy = Catalogue.standard().find(rule).map(each -> each.remedy().zh()).orElse("");
    String message = finding.path("message").path("zh").asText();
    return Arrays.<@Nullable String>asList(
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
