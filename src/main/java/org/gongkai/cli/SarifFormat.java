package org.gongkai.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongkai.document.Position;
import org.gongkai.publish.Summary;
import org.gongkai.publish.Validator;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;

/**
 * SARIF 2.1.0 (OASIS), as code review and audit tools take it: one run, a result for each finding,
 * whose property bag holds the report's verdict and relations.
 */
final class SarifFormat implements OutputFormat {
  private static final JsonFactory JSON = new JsonFactory();

  private final Terminal terminal;

  SarifFormat(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public String open() {
    String driver =
        object(
            json -> {
              json.writeStringField("name", "Gongkai");
              json.writeStringField("semanticVersion", Validator.VERSION);
              json.writeArrayFieldStart("rules");
              for (Catalogue.Entry rule : Catalogue.standard().entries()) {
                json.writeStartObject();
                json.writeStringField("id", rule.id());
                text(json, "shortDescription", rule.title());
                text(json, "fullDescription", rule.basis());
                text(json, "help", rule.remedy());
                json.writeObjectFieldStart("defaultConfiguration");
                json.writeStringField("level", level(rule.severity()));
                json.writeEndObject();
                json.writeEndObject();
              }
              json.writeEndArray();
            });
    return "{\"version\":\"2.1.0\",\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\n"
        + "\"runs\":[{\"tool\":{\"driver\":"
        + driver
        + "},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[\n";
  }

  @Override
  public String render(Result result) {
    return result.findings().stream()
        .map(finding -> object(json -> finding(json, result, finding)))
        .collect(Collectors.joining(",\n"));
  }

  @Override
  public String separator() {
    return ",\n";
  }

  @Override
  public String close() {
    return "\n]}]}\n";
  }

  private void finding(JsonGenerator json, Result result, Finding finding) throws IOException {
    json.writeStringField("ruleId", finding.rule());
    json.writeStringField("level", level(finding.severity()));
    text(json, "message", finding.message());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(result.source().name()));
    json.writeEndObject();
    Position position = finding.where().position();
    if (position != null && position.page() == 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", position.line());
      json.writeNumberField("startColumn", position.column());
      json.writeEndObject();
    }
    json.writeEndObject();
    if (position != null && position.page() > 0) {
      // A region is one of text; pages it does not know.
      json.writeObjectFieldStart("properties");
      json.writeNumberField("page", position.page());
      json.writeNumberField("line", position.line());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("logicalLocations");
    for (String cell : finding.cells()) {
      json.writeStartObject();
      json.writeStringField("fullyQualifiedName", cell);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeStringField("verdict", result.verdict().key());
    Summary.write(result.relationCounts(), json);
    json.writeEndObject();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("gongkaiFinding/v1", finding.id());
    json.writeEndObject();
    if (finding.waiver() != null) {
      json.writeArrayFieldStart("suppressions");
      json.writeStartObject();
      json.writeStringField("kind", "external");
      json.writeStringField("justification", finding.waiver());
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private void text(JsonGenerator json, String field, Message message) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", terminal.localized(message.zh(), message.en()));
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return severity == Severity.NOTICE ? "note" : severity.name().toLowerCase(Locale.ROOT);
  }

  private static String uri(String name) {
    return Arrays.stream(name.replace('\\', '/').split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String object(Writing writing) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      writing.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written", e);
    }
    return out.toString();
  }
}
