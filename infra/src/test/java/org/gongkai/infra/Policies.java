package org.gongkai.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What a template's roles may do, one action on one resource at a time. */
final class Policies {

  /** The resource as text: references as {@code <id>}, joined with the text around them. */
  record Allowed(String action, String resource) {}

  private Policies() {}

  /** Everything that the policies of the role whose logical id begins so allow. */
  static List<Allowed> allowed(JsonNode template, String role) {
    return Synth.resources(template, "AWS::IAM::Policy").values().stream()
        .filter(
            policy ->
                Synth.each(policy.at("/Properties/Roles"))
                    .anyMatch(ref -> ref.path("Ref").asText().startsWith(role)))
        .flatMap(policy -> Synth.each(policy.at("/Properties/PolicyDocument/Statement")))
        .peek(
            statement -> {
              if (!statement.path("Effect").asText().equals("Allow")
                  || statement.has("NotAction")
                  || statement.has("NotResource")) {
                throw new AssertionError("not a plain permission: " + statement);
              }
            })
        .flatMap(
            statement ->
                oneOrMany(statement.get("Action"))
                    .flatMap(
                        action ->
                            oneOrMany(statement.get("Resource"))
                                .map(resource -> new Allowed(action.asText(), text(resource)))))
        .toList();
  }

  private static Stream<JsonNode> oneOrMany(JsonNode node) {
    return node.isArray() ? Synth.each(node) : Stream.of(node);
  }

  static String text(JsonNode value) {
    if (value.has("Fn::Join")) {
      return String.join("", Synth.each(value.at("/Fn::Join/1")).map(Policies::text).toList());
    }
    if (value.has("Fn::GetAtt")) {
      return "<" + value.at("/Fn::GetAtt/0").asText().replaceAll("[0-9A-F]{8}$", "") + ">";
    }
    if (value.has("Ref")) {
      return "<" + value.get("Ref").asText().replaceAll("[0-9A-F]{8}$", "") + ">";
    }
    return value.asText();
  }
}
