package org.gongkai.publish;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.gongkai.rule.Finding;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.bodies.BodyReport;
import org.gongkai.rule.bodies.Figures;
import org.jspecify.annotations.Nullable;

/**
 * A report in an {@link Overview}. Make it {@link #of of a result} or {@link #read} its {@code
 * result.json}; both give the same entry.
 *
 * @param summary the summary of its result
 * @param folder the folder of its outputs, relative to the overview: {@code 2023/x.html}; null for
 *     none
 * @param published its date of publication; null where not known
 * @param rules the ids of the rules of its errors and warnings that count
 * @param cells its cells; empty without an edition
 * @param line the result on one line
 */
public record OverviewEntry(
    Summary summary,
    @Nullable String folder,
    @Nullable LocalDate published,
    Set<String> rules,
    List<CellEntry> cells,
    byte[] line) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final Map<String, Status> STATUSES =
      Arrays.stream(Status.values()).collect(Collectors.toMap(Status::key, status -> status));

  /**
   * A cell.
   *
   * @param cell the cell
   * @param value its figure as a plain decimal; empty for none
   * @param status the key of its {@link Status}
   */
  public record CellEntry(Cell cell, String value, String status) {}

  /** Makes an entry of a result. */
  public static OverviewEntry of(Result result, @Nullable String folder) {
    Set<String> rules = new LinkedHashSet<>();
    for (Finding finding : result.findings()) {
      if (finding.counts() && finding.severity() != Severity.NOTICE) {
        rules.add(finding.rule());
      }
    }
    List<CellEntry> cells = new ArrayList<>(result.report().readings().size());
    for (Reading reading : result.report().readings()) {
      BigDecimal value = reading.value();
      cells.add(
          new CellEntry(
              reading.cell(), value == null ? "" : value.toPlainString(), reading.status().key()));
    }
    return new OverviewEntry(
        Summary.of(result),
        folder,
        result.report().identity().published(),
        rules,
        cells,
        ResultJson.line(result));
  }

  /**
   * Makes an entry of a {@code result.json}.
   *
   * @throws IOException for another file, or an unknown schema version
   */
  public static OverviewEntry read(byte[] resultJson, @Nullable String folder) throws IOException {
    JsonNode json = JSON.readTree(resultJson);
    if (json == null || json.path("schemaVersion").asInt() != ResultJson.SCHEMA_VERSION) {
      throw new IOException("not a result.json of schemaVersion " + ResultJson.SCHEMA_VERSION);
    }
    Set<String> rules = new LinkedHashSet<>();
    for (JsonNode finding : json.path("findings")) {
      if (!finding.has("waived")
          && !finding.path("severity").asText().equals(Severity.NOTICE.key())) {
        rules.add(finding.path("rule").asText());
      }
    }
    JsonNode report = json.path("report");
    JsonNode counts = json.path("counts");
    Summary summary =
        new Summary(
            json.path("source").path("name").asText(),
            verdict(json.path("verdict").asText()),
            counts.path(Severity.ERROR.key()).asInt(),
            counts.path(Severity.WARNING.key()).asInt(),
            counts.path(Severity.NOTICE.key()).asInt(),
            relations(json.path("relations")),
            report.path("title").textValue(),
            report.path("issuer").textValue(),
            report.path("year").isInt() ? (Integer) report.path("year").intValue() : null,
            report.path("edition").textValue());
    byte[] minified = JSON.writeValueAsBytes(json);
    byte[] line = Arrays.copyOf(minified, minified.length + 1);
    line[minified.length] = '\n';
    return new OverviewEntry(
        summary,
        folder,
        date(report.path("published").textValue()),
        rules,
        cells(json, summary.edition()),
        line);
  }

  private static @Nullable LocalDate date(@Nullable String text) throws IOException {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IOException("no date " + text, e);
    }
  }

  /** Its figures, to compare and add up. */
  Figures figures() {
    Figures.Builder figures = new Figures.Builder();
    for (CellEntry entry : cells) {
      Status status = STATUSES.get(entry.status());
      if (status != null) {
        figures.add(
            entry.cell(), status, entry.value().isEmpty() ? null : new BigDecimal(entry.value()));
      }
    }
    return figures.build();
  }

  /** What the check of all bodies needs. */
  BodyReport bodyReport(Figures figures) {
    return new BodyReport(
        summary.name(), summary.issuer(), summary.year(), published, summary.verdict(), figures);
  }

  private static List<CellEntry> cells(JsonNode json, @Nullable String editionKey)
      throws IOException {
    if (editionKey == null) {
      return List.of();
    }
    Edition edition =
        Editions.withTables(
            table(json, Edition.PROACTIVE_DISCLOSURE), table(json, Edition.REQUESTS));
    List<CellEntry> cells = new ArrayList<>(edition.cells().size());
    for (Cell cell : edition.cells()) {
      JsonNode table = json.path("tables").path(cell.table().key());
      JsonNode row = table.path(cell.row().key());
      JsonNode value = cell.column().key().isEmpty() ? row : row.path(cell.column().key());
      if (value.isNumber()) {
        cells.add(new CellEntry(cell, value.decimalValue().toPlainString(), Status.NUMBER.key()));
      } else {
        JsonNode status = json.path("cells").path(cell.path());
        cells.add(new CellEntry(cell, "", status.asText(Status.ABSENT.key())));
      }
    }
    return cells;
  }

  /** The table of the edition with these rows: a report may mix tables of two editions. */
  private static @Nullable Table table(JsonNode json, String key) throws IOException {
    JsonNode rows = json.path("tables").path(key);
    if (!rows.isObject()) {
      return null;
    }
    for (Edition edition : Editions.all()) {
      Table table = edition.table(key);
      if (table.rows().size() == rows.size()
          && table.rows().stream().allMatch(row -> rows.has(row.key()))) {
        return table;
      }
    }
    throw new IOException("no rows of " + key);
  }

  private static RelationCounts relations(JsonNode json) {
    return new RelationCounts(
        json.path("total").asInt(),
        json.path("hold").asInt(),
        json.path("broken").asInt(),
        json.path("notAssessable").asInt());
  }

  private static Verdict verdict(String key) throws IOException {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.key().equals(key)) {
        return verdict;
      }
    }
    throw new IOException("no verdict " + key);
  }

  /** Its line in {@link Overview.Part#REPORTS}. */
  String csv(Figures figures) {
    List<@Nullable String> derived = new ArrayList<>();
    for (DerivedFigure each : DerivedFigure.values()) {
      BigDecimal share = each.of(figures);
      derived.add(share == null ? null : share.toPlainString());
    }
    String report =
        Csv.line(
            summary.name(),
            summary.verdict().key(),
            String.valueOf(summary.errors()),
            String.valueOf(summary.warnings()),
            String.valueOf(summary.notices()),
            summary.issuer(),
            string(summary.year()),
            summary.edition(),
            summary.title(),
            String.join(" ", rules),
            String.valueOf(summary.relations().total()),
            String.valueOf(summary.relations().hold()),
            String.valueOf(summary.relations().broken()),
            String.valueOf(summary.relations().notAssessable()));
    return report.strip() + ',' + Csv.line(derived.toArray(String[]::new));
  }

  /** Its lines in {@link Overview.Part#CELLS}. */
  String cellsCsv() {
    String report =
        Csv.field(summary.name())
            + ','
            + Csv.field(summary.issuer())
            + ','
            + Csv.field(string(summary.year()))
            + ','
            + Csv.field(summary.edition())
            + ',';
    StringBuilder lines = new StringBuilder(cells.size() * 100);
    for (CellEntry entry : cells) {
      Cell cell = entry.cell();
      lines
          .append(report)
          .append(cell.table().key())
          .append(',')
          .append(cell.row().key())
          .append(',')
          .append(cell.column().key())
          .append(',')
          .append(entry.value())
          .append(',')
          .append(entry.status())
          .append("\r\n");
    }
    return lines.toString();
  }

  private static @Nullable String string(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }
}
