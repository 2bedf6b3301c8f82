package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What is published for the Serverless Application Repository says what the stack's template says.
 */
class ServerlessTemplateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("infra", "serverless");
  private static final Path STACK =
      Path.of("infra", "src", "test", "resources", "org", "gongkai", "infra", "default.json");

  private static JsonNode template() throws IOException {
    return JSON.valueToTree(
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(FOLDER.resolve("template.yaml"))));
  }

  private static JsonNode resource(String name) throws IOException {
    return template().at("/Resources/" + name + "/Properties");
  }

  /** The resource of the stack whose name begins so. */
  private static JsonNode stack(String type, String name) throws IOException {
    for (var resource : JSON.readTree(STACK.toFile()).path("Resources").properties()) {
      if (resource.getValue().path("Type").asText().equals(type)
          && resource.getKey().startsWith(name)) {
        return resource.getValue().path("Properties");
      }
    }
    throw new AssertionError(type + " " + name);
  }

  @Test
  void theFunctionIsTheStacks() throws IOException {
    JsonNode here = resource("Function");
    JsonNode there = stack("AWS::Lambda::Function", "CheckerFunction");
    for (String name :
        List.of("Runtime", "Handler", "Architectures", "MemorySize", "Timeout", "Description")) {
      assertThat(here.has(name)).as(name).isTrue();
      assertThat(here.path(name)).as(name).isEqualTo(there.path(name));
    }
    JsonNode variables = here.at("/Environment/Variables");
    assertThat(names(variables)).isEqualTo(names(there.at("/Environment/Variables")));
    variables
        .properties()
        .forEach(
            variable -> {
              if (variable.getValue().isTextual()) {
                assertThat(variable.getValue())
                    .as(variable.getKey())
                    .isEqualTo(there.at("/Environment/Variables/" + variable.getKey()));
              }
            });
    JsonNode retries = stack("AWS::Lambda::EventInvokeConfig", "CheckerFunction");
    for (String name : List.of("MaximumEventAgeInSeconds", "MaximumRetryAttempts")) {
      assertThat(here.path("EventInvokeConfig").path(name)).isEqualTo(retries.path(name));
    }
  }

  @Test
  void itMayDoWhatTheStacksMay() throws IOException {
    assertThat(actions(resource("Function").at("/Policies/0/Statement")))
        .isEqualTo(
            actions(stack("AWS::IAM::Policy", "CheckerAccess").at("/PolicyDocument/Statement")));
  }

  @Test
  void theBucketsAreTheStacks() throws IOException {
    for (String bucket : List.of("Inbox", "Results")) {
      JsonNode here = resource(bucket);
      JsonNode there = stack("AWS::S3::Bucket", bucket);
      for (String name :
          List.of(
              "BucketEncryption",
              "OwnershipControls",
              "PublicAccessBlockConfiguration",
              "VersioningConfiguration")) {
        assertThat(here.path(name)).as(bucket + name).isEqualTo(there.path(name));
      }
      assertThat(there.at("/LifecycleConfiguration/Rules"))
          .containsAll(here.at("/LifecycleConfiguration/Rules"));
    }
    assertThat(resource("Log").path("RetentionInDays"))
        .isEqualTo(stack("AWS::Logs::LogGroup", "CheckerLog").path("RetentionInDays"));
  }

  @Test
  void theMetadataIsWhatTheRepositoryTakes() throws IOException {
    JsonNode metadata = template().at("/Metadata/AWS::ServerlessRepo::Application");
    assertThat(metadata.path("SemanticVersion").asText()).isEqualTo(version());
    assertThat(metadata.path("SpdxLicenseId").asText())
        .isEqualTo("Apache-2.0")
        .isEqualTo(element(Files.readString(Path.of("pom.xml")), "<license>\\s*<name>"));
    assertThat(metadata.path("Name").asText()).matches("[a-zA-Z0-9-]{1,140}");
    assertThat(metadata.path("Author").asText())
        .matches("[a-z0-9](([a-z0-9]|-(?!-))*[a-z0-9])?")
        .hasSizeLessThan(128);
    assertThat(metadata.path("Description").asText()).hasSizeBetween(1, 256);
    assertThat(metadata.path("Labels"))
        .hasSizeBetween(1, 10)
        .allMatch(label -> label.asText().matches("[a-zA-Z0-9+\\-_:/@]{1,127}"));
    for (String file : List.of("LicenseUrl", "ReadmeUrl")) {
      assertThat(FOLDER.resolve(metadata.path(file).asText())).exists();
    }
  }

  @Test
  void thePatternNamesFilesThatAreThere() throws IOException {
    JsonNode pattern = JSON.readTree(FOLDER.resolve("example-pattern.json").toFile());
    assertThat(FOLDER.resolve(pattern.at("/gitHub/template/templateFile").asText())).exists();
    for (String text : List.of("title", "description", "language", "level", "framework")) {
      assertThat(pattern.path(text).asText()).as(text).isNotEmpty();
    }
    for (String list :
        List.of(
            "/introBox/text",
            "/resources/bullets",
            "/deploy/text",
            "/testing/text",
            "/cleanup/text",
            "/authors")) {
      assertThat(pattern.at(list)).as(list).isInstanceOf(ArrayNode.class).isNotEmpty();
    }
    Matcher links =
        Pattern.compile("\\]\\((\\.\\./[^)#]+)")
            .matcher(Files.readString(FOLDER.resolve("README.md")));
    while (links.find()) {
      assertThat(FOLDER.resolve(links.group(1))).exists();
    }
  }

  private static String version() throws IOException {
    return element(
            Files.readString(Path.of("pom.xml")), "<artifactId>gongkai</artifactId>\\s*<version>")
        .replace("-SNAPSHOT", "");
  }

  private static String element(String xml, String before) {
    Matcher element = Pattern.compile(before + "([^<]+)<").matcher(xml);
    assertThat(element.find()).as(before).isTrue();
    return element.group(1);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    names.sort(null);
    return names;
  }

  private static List<JsonNode> actions(JsonNode statements) {
    List<JsonNode> actions = new ArrayList<>();
    statements.forEach(statement -> actions.add(statement.path("Action")));
    return actions;
  }
}
