package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/**
 * Templates as the CDK makes them from options, each made once. None is handed out that cdk-nag's
 * AwsSolutions pack or the CDK itself has anything to say against.
 */
final class Synth {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Map<String, String>, JsonNode> MADE = new ConcurrentHashMap<>();

  private Synth() {}

  /** The template for options given as {@code name=value}. */
  static JsonNode template(String... options) {
    return MADE.computeIfAbsent(context(options), Synth::make);
  }

  /** The template of the sample of a workflow, for options given as {@code name=value}. */
  static JsonNode publishing(String... options) {
    Map<String, String> context = context(options);
    context.put("publishingSample", "true");
    return MADE.computeIfAbsent(
        new TreeMap<>(Map.of("publishing", context.toString())),
        key -> {
          GongkaiStack stack = stack(context);
          String name = stack.getStackName() + "-publishing";
          return make((Stack) stack.getNode().getRoot().getNode().findChild(name), context);
        });
  }

  private static JsonNode make(Map<String, String> context) {
    return make(stack(context), context);
  }

  private static JsonNode make(Stack stack, Map<String, String> context) {
    JsonNode template = JSON.valueToTree(Template.fromStack(stack).toJSON());
    assertThat(findings(stack)).as("findings with %s", context).isEmpty();
    return template;
  }

  @SuppressWarnings(
      "deprecation") // the CDK's own assertions hand out a type that the CDK deprecates
  private static List<String> findings(Stack stack) {
    Annotations annotations = Annotations.fromStack(stack);
    return Stream.concat(
            annotations.findError("*", Match.anyValue()).stream(),
            annotations.findWarning("*", Match.anyValue()).stream())
        .map(message -> message.getId() + ": " + message.getEntry().getData())
        .toList();
  }

  static GongkaiStack stack(Map<String, ?> context) {
    software.amazon.awscdk.App app =
        new software.amazon.awscdk.App(AppProps.builder().context(context).build());
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(false).build());
    return App.build(app, Map.of());
  }

  static Map<String, String> context(String... options) {
    Map<String, String> context = new TreeMap<>(Map.of("functionPackage", armPackage().toString()));
    for (String option : options) {
      String[] parts = option.split("=", 2);
      context.put(parts[0], parts[1]);
    }
    return context;
  }

  /** All resources of a type, by logical id. */
  static Map<String, JsonNode> resources(JsonNode template, String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    template
        .get("Resources")
        .properties()
        .forEach(
            resource -> {
              if (resource.getValue().get("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
              }
            });
    return found;
  }

  /** The properties of the one resource of the type whose logical id begins so. */
  static JsonNode properties(JsonNode template, String type, String id) {
    List<JsonNode> found =
        resources(template, type).entrySet().stream()
            .filter(resource -> resource.getKey().startsWith(id))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(found).as("%s %s*", type, id).hasSize(1);
    return found.get(0).path("Properties");
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Path armPackage() {
    return zip("arm64.zip", Map.of("bootstrap", elf(0xb7)));
  }

  static byte[] elf(int machine) {
    byte[] head = new byte[64];
    System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, head, 0, 7);
    head[16] = 2;
    head[18] = (byte) machine;
    return head;
  }

  /** A zip file with a fixed date, so that its hash in a template is fixed too. */
  static Path zip(String name, Map<String, byte[]> entries) {
    Path zip = Path.of("target", "packages", name);
    try {
      Files.createDirectories(zip.getParent());
      Path made = Files.createTempFile(zip.getParent(), name, ".part");
      try (OutputStream out = Files.newOutputStream(made);
          ZipOutputStream to = new ZipOutputStream(out)) {
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
          ZipEntry header = new ZipEntry(entry.getKey());
          header.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
          to.putNextEntry(header);
          to.write(entry.getValue());
          to.closeEntry();
        }
      }
      Files.move(made, zip, StandardCopyOption.REPLACE_EXISTING);
      return zip;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
