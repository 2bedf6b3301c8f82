package org.gongkai.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.rule.Result;
import org.gongkai.rule.similarity.Shingles;
import org.gongkai.rule.years.PreviousYear;

/**
 * Writes and reads {@code next-year.json} ({@link Output#NEXT_YEAR}): what the check of next year's
 * report needs of this one, so its issuer, year, certain figures and hashed prose. It is internal
 * and may change.
 *
 * <pre>{@code
 * PreviousYear last = NextYear.read(Files.readAllBytes(folder.resolve("next-year.json"))).orElse(null);
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

  /** Writes the file; UTF-8. */
  static byte[] write(Result result) {
    PreviousYear year = PreviousYear.of(result.report());
    ByteArrayBuilder bytes = new ByteArrayBuilder(32 * 1024);
    try (JsonGenerator json = JSON.createGenerator((OutputStream) bytes)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", ResultJson.SCHEMA_VERSION);
      if (year.issuer() != null) {
        json.writeStringField("issuer", Unicode.wellFormed(year.issuer()));
      }
      if (year.year() != null) {
        json.writeNumberField("year", year.year());
      }
      json.writeObjectFieldStart("figures");
      for (Map.Entry<String, BigDecimal> figure : new TreeMap<>(year.figures()).entrySet()) {
        json.writeFieldName(figure.getKey());
        json.writeNumber(figure.getValue().toPlainString());
      }
      json.writeEndObject();
      json.writeStringField("text", year.text().encoded());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads the file; the result equals {@link PreviousYear#of} of its report.
   *
   * @return empty for any other file
   */
  public static Optional<PreviousYear> read(byte[] file) {
    try {
      JsonNode json = JSON.readTree(file);
      if (json == null
          || json.path("schemaVersion").asInt() != ResultJson.SCHEMA_VERSION
          || !json.path("figures").isObject()) {
        return Optional.empty();
      }
      Map<String, BigDecimal> figures = new HashMap<>();
      json.get("figures")
          .properties()
          .forEach(figure -> figures.put(figure.getKey(), figure.getValue().decimalValue()));
      return Optional.of(
          new PreviousYear(
              json.path("issuer").textValue(),
              json.path("year").isInt() ? (Integer) json.path("year").intValue() : null,
              figures,
              Shingles.decode(json.path("text").asText())));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      // Not written by this class.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }
}
