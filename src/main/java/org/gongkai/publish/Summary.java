package org.gongkai.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.gongkai.report.Identity;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a result: for answers to callers, log lines and tables.
 *
 * @param name the source's name
 * @param verdict its verdict
 * @param errors the number of errors that count
 * @param warnings the number of warnings that count
 * @param notices the number of notices that count
 * @param relations counts of its relations
 * @param title the report's title; null where not known
 * @param issuer its issuer; null where not known
 * @param year its year; null where not known
 * @param edition the key of its edition; null where not known
 */
public record Summary(
    String name,
    Verdict verdict,
    int errors,
    int warnings,
    int notices,
    RelationCounts relations,
    @Nullable String title,
    @Nullable String issuer,
    @Nullable Integer year,
    @Nullable String edition) {

  /** Summarises a result. */
  public static Summary of(Result result) {
    Identity identity = result.report().identity();
    return new Summary(
        result.source().name(),
        result.verdict(),
        result.count(Severity.ERROR),
        result.count(Severity.WARNING),
        result.count(Severity.NOTICE),
        result.relationCounts(),
        identity.title(),
        identity.issuer(),
        identity.year(),
        result.report().edition() == null ? null : result.report().edition().key());
  }

  /**
   * Writes {@code verdict}, {@code counts}, {@code relations} and {@code report} (title, issuer,
   * year, edition) as fields of the open object, named as in {@code result.json}.
   */
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("verdict", verdict.key());
    json.writeObjectFieldStart("counts");
    json.writeNumberField(Severity.ERROR.key(), errors);
    json.writeNumberField(Severity.WARNING.key(), warnings);
    json.writeNumberField(Severity.NOTICE.key(), notices);
    json.writeEndObject();
    write(relations, json);
    json.writeObjectFieldStart("report");
    field(json, "title", title);
    field(json, "issuer", issuer);
    json.writeFieldName("year");
    if (year == null) {
      json.writeNull();
    } else {
      json.writeNumber(year);
    }
    field(json, "edition", edition);
    json.writeEndObject();
  }

  /** Writes {@code relations} as a field of the open object. */
  public static void write(RelationCounts relations, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("relations");
    json.writeNumberField("total", relations.total());
    json.writeNumberField("hold", relations.hold());
    json.writeNumberField("broken", relations.broken());
    json.writeNumberField("notAssessable", relations.notAssessable());
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(Unicode.wellFormed(value));
    }
  }
}
