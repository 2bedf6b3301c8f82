package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Snapshots of the template for reviews: the default one as a whole, and the differences of the
 * others from it. So each change of the stack shows in the commit that makes it. Write them with
 * {@code mvn -f infra test -Dtest=SnapshotTest -Dsnapshot=write} and read the difference.
 */
class SnapshotTest {

  private static final Path SNAPSHOTS =
      Path.of("src", "test", "resources", "org", "gongkai", "infra");

  @Test
  void theDefaultTemplateIsAsItWasReviewed() throws IOException {
    isAsReviewed("default.json", template("code=asset"));
  }

  @ParameterizedTest
  @CsvSource({
    "china.json, region=cn-north-1",
    "published.json, code=parameters",
    "everything.json, trigger=eventbridge encryption=kms publicResults=cloudfront accessLogs=true inventory=weekly tracing=true events=own eventsMail=you@example.org overview=daily bodies=s3://office/bodies.csv"
  })
  void whatOptionsChangeIsAsItWasReviewed(String name, String options) throws IOException {
    isAsReviewed(name, difference(template("code=asset"), template(options.split(" "))));
  }

  @Test
  void theSampleIsAsItWasReviewed() throws IOException {
    isAsReviewed("publishing.json", withoutHashes(Synth.publishing("trigger=eventbridge")));
  }

  private static void isAsReviewed(String name, JsonNode made) throws IOException {
    String template =
        Synth.JSON
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(Synth.JSON.treeToValue(made, Object.class))
                .replace("\r\n", "\n")
            + "\n";
    Path snapshot = SNAPSHOTS.resolve(name);
    if ("write".equals(System.getProperty("snapshot"))) {
      Files.writeString(snapshot, template);
    }
    assertThat(template).isEqualTo(Files.readString(snapshot));
  }

  private static JsonNode template(String... options) throws IOException {
    return withoutHashes(Synth.template(options));
  }

  /** The package's own hash is no part of what is reviewed. */
  private static JsonNode withoutHashes(JsonNode template) throws IOException {
    return Synth.JSON.readTree(template.toString().replaceAll("[0-9a-f]{64}\\.zip", "PACKAGE.zip"));
  }

  /** The entries of each section that are new or different; removed ones are null. */
  private static JsonNode difference(JsonNode from, JsonNode to) {
    ObjectNode difference = Synth.JSON.createObjectNode();
    Set<String> sections = new TreeSet<>();
    from.fieldNames().forEachRemaining(sections::add);
    to.fieldNames().forEachRemaining(sections::add);
    for (String section : sections) {
      Set<String> names = new TreeSet<>();
      from.path(section).fieldNames().forEachRemaining(names::add);
      to.path(section).fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode now = to.path(section).get(name);
        if (!Objects.equals(from.path(section).get(name), now)) {
          difference.withObject("/" + section).set(name, now);
        }
      }
    }
    return difference;
  }
}
