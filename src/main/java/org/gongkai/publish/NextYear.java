package org.gongkai.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.Result;
import org.gongkai.rule.similarity.Shingles;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code result.json} hands on to the check of the next year's report, where it was written
 * to do so ({@link ResultJson#writeForNextYear}): beside its figures, as {@code nextYear}, which of
 * them are not certain, and its prose, hashed.
 *
 * <pre>{@code
 * PreviousYear last = NextYear.read(Files.readAllBytes(folder.resolve("result.json"))).orElse(null);
 * Result result = Gongkai.standard().check(bytes, name, last);
 * }</pre>
 */
public final class NextYear {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private NextYear() {}

  /** Writes {@code nextYear} as a field of the object that is open. */
  static void write(Result result, JsonGenerator json) throws IOException {
    Report report = result.report();
    PreviousYear year = PreviousYear.of(report);
    json.writeObjectFieldStart("nextYear");
    json.writeArrayFieldStart("uncertain");
    for (Reading reading : report.readings()) {
      String path = reading.cell().path();
      boolean told = report.has(reading.cell().table()) && figure(reading) != null;
      if (told && !year.figures().containsKey(path)) {
        json.writeString(path);
      }
    }
    json.writeEndArray();
    json.writeStringField("text", year.text().encoded());
    json.writeEndObject();
  }

  /** What the rest of the file tells of a cell. */
  private static @Nullable BigDecimal figure(Reading reading) {
    return reading.isBlank() ? BigDecimal.ZERO : reading.value();
  }

  /**
   * Reads what a {@code result.json} hands on: the same as {@link PreviousYear#of} its report.
   *
   * @return empty where the file is none, or was not written to hand anything on
   */
  public static Optional<PreviousYear> read(byte[] resultJson) {
    try {
      JsonNode json = JSON.readTree(resultJson);
      JsonNode next = json == null ? null : json.get("nextYear");
      if (next == null || json.path("schemaVersion").asInt() != ResultJson.SCHEMA_VERSION) {
        return Optional.empty();
      }
      JsonNode report = json.path("report");
      return Optional.of(
          new PreviousYear(
              report.path("issuer").textValue(),
              report.path("year").isInt() ? (Integer) report.path("year").intValue() : null,
              figures(json, report.path("edition").asText()),
              Shingles.decode(next.path("text").asText())));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      // Not written by us: it tells nothing.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  private static Map<String, BigDecimal> figures(JsonNode json, String editionKey) {
    Map<String, BigDecimal> figures = new HashMap<>();
    Edition edition = Editions.find(editionKey).orElse(null);
    if (edition == null) {
      return figures;
    }
    Set<String> uncertain = new HashSet<>();
    json.path("nextYear").path("uncertain").forEach(cell -> uncertain.add(cell.asText()));
    for (Cell cell : edition.cells()) {
      BigDecimal figure = figure(json, cell);
      if (figure != null && !uncertain.contains(cell.path())) {
        figures.put(cell.path(), figure);
      }
    }
    return figures;
  }

  private static @Nullable BigDecimal figure(JsonNode json, Cell cell) {
    JsonNode row = json.path("tables").path(cell.table().key()).path(cell.row().key());
    JsonNode figure = cell.column().key().isEmpty() ? row : row.path(cell.column().key());
    if (figure.isNumber()) {
      return figure.decimalValue();
    }
    String status = json.path("cells").path(cell.path()).asText();
    boolean blank = status.equals(Status.BLANK.key()) || status.equals(Status.PLACEHOLDER.key());
    return blank ? BigDecimal.ZERO : null;
  }
}
