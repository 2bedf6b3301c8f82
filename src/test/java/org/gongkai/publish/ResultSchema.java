package org.gongkai.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The published JSON Schema, made strict: in tests no field may go undescribed. */
public final class ResultSchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema STRICT = strict();

  private ResultSchema() {}

  /** Fails where the bytes are no JSON or break the schema; gives them parsed. */
  public static JsonNode check(byte[] resultJson) {
    try {
      JsonNode node = JSON.readTree(resultJson);
      assertThat(STRICT.validate(node)).as("errors against the schema").isEmpty();
      return node;
    } catch (IOException e) {
      throw new AssertionError("not JSON", e);
    }
  }

  private static Schema strict() {
    try (InputStream in = ResultJson.class.getResourceAsStream("result.schema.json")) {
      JsonNode schema = JSON.readTree(in);
      close(schema);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && object.has("type")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ResultSchema::close);
  }
}
