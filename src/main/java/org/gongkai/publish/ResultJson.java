package org.gongkai.publish;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.gongkai.document.Document;
import org.gongkai.document.Position;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Identity;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code result.json}: the complete result of a report, for programs.
 *
 * <p>The JSON Schema is the resource {@code org/gongkai/publish/result.schema.json}. Figures are
 * exact decimals without exponent. Unknown values are {@code null}; fields that do not apply are
 * omitted.
 */
public final class ResultJson {
  /** The version of the format; it changes only when a field is removed or changes its meaning. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(LINES)
          .withArrayIndenter(LINES);

  private ResultJson() {}

  /** The file: indented, with a line feed at the end, UTF-8. */
  public static byte[] write(Result result) {
    return render(result, true);
  }

  /** The same on one line with a line feed, for JSON Lines. */
  public static byte[] line(Result result) {
    return render(result, false);
  }

  private static byte[] render(Result result, boolean indented) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(16 * 1024);
    try (JsonGenerator json = JSON.createGenerator((OutputStream) bytes, JsonEncoding.UTF8)) {
      if (indented) {
        json.setPrettyPrinter(INDENTED.createInstance());
      }
      new ResultJson.Writer(json).result(result);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written", e);
    }
    return bytes.toByteArray();
  }

  /** Writes to a generator. */
  private record Writer(JsonGenerator json) {
    void result(Result result) throws IOException {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeStringField("verdict", result.verdict().key());
      counts(result);
      Summary.write(result.relationCounts(), json);
      source(result.source(), result.report().document());
      identity(result.report());
      tables(result.report());
      findings(result);
      diagnoses(result);
      cells(result.report());
      validator();
      json.writeEndObject();
    }

    private void counts(Result result) throws IOException {
      json.writeObjectFieldStart("counts");
      for (Severity severity : Severity.values()) {
        json.writeNumberField(severity.key(), result.count(severity));
      }
      json.writeEndObject();
    }

    private void source(Result.Source source, Document document) throws IOException {
      json.writeObjectFieldStart("source");
      textOrNull("name", source.name());
      optionalText("bucket", source.bucket());
      optionalText("key", source.key());
      optionalText("versionId", source.versionId());
      textOrNull("sha256", source.sha256());
      json.writeNumberField("bytes", source.bytes());
      json.writeStringField("format", document.format().key());
      textOrNull("charset", document.charset());
      textOrNull(
          "charsetFrom", document.charsetFrom() == null ? null : document.charsetFrom().key());
      json.writeEndObject();
    }

    private void identity(Report report) throws IOException {
      Identity identity = report.identity();
      json.writeObjectFieldStart("report");
      textOrNull("title", identity.title());
      textOrNull("issuer", identity.issuer());
      json.writeFieldName("year");
      if (identity.year() == null) {
        json.writeNull();
      } else {
        json.writeNumber(identity.year());
      }
      textOrNull("edition", report.edition() == null ? null : report.edition().key());
      textOrNull("published", string(identity.published()));
      textOrNull("indexNumber", identity.indexNumber());
      json.writeFieldName("period");
      if (identity.from() == null && identity.to() == null) {
        json.writeNull();
      } else {
        json.writeStartObject();
        textOrNull("from", string(identity.from()));
        textOrNull("to", string(identity.to()));
        json.writeEndObject();
      }
      json.writeEndObject();
    }

    private void tables(Report report) throws IOException {
      json.writeObjectFieldStart("tables");
      Edition edition = report.edition();
      if (edition == null) {
        json.writeNullField(Edition.PROACTIVE_DISCLOSURE);
        json.writeNullField(Edition.REQUESTS);
        json.writeNullField(Edition.REMEDIES);
      } else {
        int index = 0;
        for (Table table : edition.tables()) {
          index = table(report, table, index);
        }
      }
      json.writeEndObject();
    }

    /** Readings are in the order of the form, so they are taken by index rather than looked up. */
    private int table(Report report, Table table, int first) throws IOException {
      int index = first;
      boolean found = report.has(table);
      if (found) {
        json.writeObjectFieldStart(table.key());
      } else {
        json.writeNullField(table.key());
      }
      for (Row row : table.rows()) {
        boolean named = found && !row.columns().get(0).key().isEmpty();
        if (named) {
          json.writeObjectFieldStart(row.key());
        }
        for (Column column : row.columns()) {
          if (found) {
            figure(named ? column.key() : row.key(), report.readings().get(index).value());
          }
          index++;
        }
        if (named) {
          json.writeEndObject();
        }
      }
      if (found) {
        json.writeEndObject();
      }
      return index;
    }

    private void findings(Result result) throws IOException {
      json.writeArrayFieldStart("findings");
      for (Finding finding : result.findings()) {
        json.writeStartObject();
        textOrNull("id", finding.id());
        textOrNull("rule", finding.rule());
        json.writeStringField("severity", finding.severity().key());
        message(finding.message());
        json.writeArrayFieldStart("cells");
        for (String cell : finding.cells()) {
          json.writeString(cell);
        }
        json.writeEndArray();
        if (finding.expected() != null) {
          figure("expected", finding.expected());
        }
        if (finding.actual() != null) {
          figure("actual", finding.actual());
        }
        place(finding.where());
        optionalText("waived", finding.waiver());
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void place(Where place) throws IOException {
      json.writeObjectFieldStart("where");
      optionalText("table", place.table());
      optionalText("row", place.row());
      optionalText("column", place.column());
      Position position = place.position();
      if (position != null) {
        if (position.page() > 0) {
          json.writeNumberField("page", position.page());
        }
        json.writeNumberField("line", position.line());
        json.writeNumberField("character", position.column());
      }
      if (position != null || !place.excerpt().isEmpty()) {
        textOrNull("excerpt", place.excerpt());
      }
      json.writeEndObject();
    }

    private void diagnoses(Result result) throws IOException {
      json.writeArrayFieldStart("diagnoses");
      int number = 0;
      for (Diagnosis diagnosis : result.diagnoses()) {
        number++;
        for (Diagnosis.Change change : diagnosis.changes()) {
          diagnosis(number, diagnosis, change);
        }
      }
      json.writeEndArray();
    }

    private void diagnosis(int number, Diagnosis diagnosis, Diagnosis.Change change)
        throws IOException {
      json.writeStartObject();
      json.writeNumberField("number", number);
      textOrNull("kind", diagnosis.kind().key());
      textOrNull("cell", change.cell());
      figure("printed", change.printed());
      figure("suggested", change.suggested());
      json.writeBooleanField("certain", diagnosis.certain());
      json.writeArrayFieldStart("explains");
      for (String id : diagnosis.explains()) {
        json.writeString(id);
      }
      json.writeEndArray();
      message(diagnosis.message());
      json.writeEndObject();
    }

    /** The status of cells without a figure; cells of missing tables are omitted. */
    private void cells(Report report) throws IOException {
      json.writeObjectFieldStart("cells");
      for (Reading reading : report.readings()) {
        Cell cell = reading.cell();
        if (reading.status() != Status.NUMBER && report.has(cell.table())) {
          json.writeStringField(cell.path(), reading.status().key());
        }
      }
      json.writeEndObject();
    }

    private void validator() throws IOException {
      json.writeObjectFieldStart("validator");
      json.writeStringField("name", Validator.NAME);
      json.writeStringField("version", Validator.VERSION);
      json.writeStringField("rules", Validator.RULES);
      json.writeEndObject();
    }

    private void message(Message message) throws IOException {
      json.writeObjectFieldStart("message");
      textOrNull("zh", message.zh());
      textOrNull("en", message.en());
      json.writeEndObject();
    }

    private void figure(String name, @Nullable BigDecimal value) throws IOException {
      json.writeFieldName(name);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeNumber(value.toPlainString());
      }
    }

    /** A field that is null for an unknown value. */
    private void textOrNull(String name, @Nullable String value) throws IOException {
      json.writeFieldName(name);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeString(Unicode.wellFormed(value));
      }
    }

    /** A field that is omitted for an unknown value. */
    private void optionalText(String name, @Nullable String value) throws IOException {
      if (value != null) {
        textOrNull(name, value);
      }
    }

    private static @Nullable String string(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
