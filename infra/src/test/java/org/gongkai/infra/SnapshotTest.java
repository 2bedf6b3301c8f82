package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole template, kept to be looked at: whatever changes in it, its order included, is seen in
 * the change that made it. Write it anew with {@code mvn -f infra test -Dtest=SnapshotTest
 * -Dsnapshot=write} and read the difference.
 */
class SnapshotTest {

  private static final Path SNAPSHOTS =
      Path.of("src", "test", "resources", "org", "gongkai", "infra");

  @ParameterizedTest
  @CsvSource({
    "default.json, code=asset",
    "china.json, region=cn-north-1",
    "published.json, code=parameters",
    "everything.json, trigger=eventbridge encryption=kms publicResults=cloudfront accessLogs=true inventory=weekly tracing=true events=own eventsMail=you@example.org overview=daily bodies=s3://office/bodies.csv"
  })
  void theTemplateIsAsItWasReviewed(String name, String options) throws IOException {
    isAsReviewed(name, Synth.template(options.split(" ")));
  }

  @Test
  void theSampleIsAsItWasReviewed() throws IOException {
    isAsReviewed("publishing.json", Synth.publishing("trigger=eventbridge"));
  }

  private static void isAsReviewed(String name, JsonNode made) throws IOException {
    String template =
        Synth.JSON
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(withoutHashes(made))
                .replace("\r\n", "\n")
            + "\n";
    Path snapshot = SNAPSHOTS.resolve(name);
    if ("write".equals(System.getProperty("snapshot"))) {
      Files.writeString(snapshot, template);
    }
    assertThat(template).isEqualTo(Files.readString(snapshot));
  }

  /** The package's own hash is no part of what is reviewed. */
  private static Object withoutHashes(JsonNode template) throws IOException {
    return Synth.JSON.readValue(
        template.toString().replaceAll("[0-9a-f]{64}\\.zip", "PACKAGE.zip"), Object.class);
  }
}
