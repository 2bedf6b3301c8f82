package org.gongkai.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.gongkai.store.ObjectLocation;
import org.jspecify.annotations.Nullable;

/**
 * Builds answers about reports; their JSON Schema is {@code org/gongkai/event/answer.schema.json}.
 * No answer to a direct call is longer than {@link #LIMIT} bytes: {@code omitted} counts what was
 * left out.
 */
final class Answer {
  /** Step Functions accepts 256 KiB, including what its task adds to the answer. */
  static final int LIMIT = 240 << 10;

  /** The number of findings in the answer for one report. */
  private static final int FINDINGS = 10;

  private static final int LONGEST_TEXT = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Answer() {}

  /** The outcome for a report and the locations of its outputs. */
  static ObjectNode of(Outcome outcome) {
    ObjectNode node = NODES.objectNode();
    node.put("bucket", outcome.change().bucket());
    node.put("key", outcome.change().key());
    if (outcome.change().versionId() != null) {
      node.put("versionId", outcome.change().versionId());
    }
    node.put("outcome", outcome.status().key());
    Outcome.Score score = outcome.score();
    if (score != null) {
      node.put("verdict", score.verdict());
      node.putObject("counts")
          .put("error", score.errors())
          .put("warning", score.warnings())
          .put("notice", score.notices());
      RelationCounts relations = score.relations();
      node.putObject("relations")
          .put("total", relations.total())
          .put("hold", relations.hold())
          .put("broken", relations.broken())
          .put("notAssessable", relations.notAssessable());
    }
    if (!outcome.outputs().isEmpty()) {
      ObjectNode outputs = node.putObject("outputs");
      for (ObjectLocation place : outcome.outputs()) {
        String name = place.key().substring(place.key().lastIndexOf('/') + 1);
        outputs.putObject(name).put("bucket", place.bucket()).put("key", place.key());
      }
    }
    if (!outcome.unusedWaivers().isEmpty()) {
      ArrayNode unused = node.putArray("unusedWaivers");
      outcome
          .unusedWaivers()
          .forEach(
              waiver ->
                  unused.addObject().put("zh", waiver.why().zh()).put("en", waiver.why().en()));
    }
    return node;
  }

  /**
   * The same for the only report of a request, with the version that was checked, title, issuer and
   * year, and the first findings that count: errors before warnings before notices.
   *
   * @param result its {@code result.json}; null where it has none
   */
  static ObjectNode of(Outcome outcome, @Nullable JsonNode result) {
    ObjectNode node = of(outcome);
    if (result != null) {
      JsonNode version = result.path("source").path("versionId");
      if (version.isTextual()) {
        node.set("versionId", version);
      }
      ObjectNode report = node.putObject("report");
      for (String name : List.of("title", "issuer", "year", "edition")) {
        report.set(name, result.path("report").path(name));
      }
      shorten(report);
      List<JsonNode> findings = countedFindings(result.path("findings"));
      ArrayNode first = node.putArray("findings");
      findings.stream().limit(FINDINGS).forEach(finding -> first.add(summary(finding)));
      node.put("omitted", findings.size() - first.size());
    }
    return limitSize(node);
  }

  /** Several reports in the order of the request, as many as fit, and their number by verdict. */
  static ObjectNode of(List<? extends JsonNode> reports) {
    ObjectNode answer = NODES.objectNode();
    ArrayNode fitting = answer.putArray("reports");
    ObjectNode verdicts = answer.putObject("verdicts");
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict.key(), 0);
    }
    for (JsonNode report : reports) {
      String verdict = report.path("verdict").asText();
      if (verdicts.has(verdict)) {
        verdicts.put(verdict, verdicts.path(verdict).asInt() + 1);
      }
    }
    answer.put("omitted", reports.size());
    int left = LIMIT - bytes(answer);
    for (JsonNode report : reports) {
      left -= bytes(report) + 1;
      if (left < 0) {
        break;
      }
      fitting.add(report);
    }
    return answer.put("omitted", reports.size() - fitting.size());
  }

  /**
   * Shortens an answer that is too long: first its longest texts, then the least severe findings.
   */
  static ObjectNode limitSize(ObjectNode answer) {
    if (bytes(answer) <= LIMIT) {
      return answer;
    }
    shorten(answer);
    int findings = answer.path("findings").size();
    int omitted = answer.path("omitted").asInt() + findings;
    int over = bytes(answer.put("omitted", omitted)) - LIMIT;
    for (Severity severity : List.of(Severity.NOTICE, Severity.WARNING, Severity.ERROR)) {
      over = dropElements(answer.path("findings"), over, finding -> is(finding, severity));
    }
    over = dropElements(answer.path("diagnoses"), over, diagnosis -> true);
    dropElements(answer.path("unusedWaivers"), over, waiver -> true);
    return answer.put("omitted", omitted - answer.path("findings").size());
  }

  private static List<JsonNode> countedFindings(JsonNode findings) {
    List<JsonNode> counting = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (JsonNode finding : findings) {
        if (!finding.has("waived") && is(finding, severity)) {
          counting.add(finding);
        }
      }
    }
    return counting;
  }

  private static ObjectNode summary(JsonNode finding) {
    ObjectNode summary = NODES.objectNode();
    for (String name : List.of("id", "rule", "severity", "message")) {
      summary.set(name, finding.path(name));
    }
    shorten(summary);
    return summary;
  }

  private static boolean is(JsonNode finding, Severity severity) {
    return finding.path("severity").asText().equals(severity.key());
  }

  /** Cuts elements from the end of a list; returns the number of bytes still too many. */
  private static int dropElements(JsonNode list, int over, Predicate<JsonNode> what) {
    if (over <= 0 || !(list instanceof ArrayNode array)) {
      return over;
    }
    List<JsonNode> kept = new ArrayList<>();
    int left = over;
    for (int i = array.size() - 1; i >= 0; i--) {
      JsonNode each = array.get(i);
      if (left > 0 && what.test(each)) {
        left -= bytes(each) + 1;
      } else {
        kept.add(each);
      }
    }
    Collections.reverse(kept);
    array.removeAll().addAll(kept);
    return left;
  }

  private static void shorten(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isTextual()) {
                  field.setValue(NODES.textNode(shortened(field.getValue().textValue())));
                }
              });
    }
    node.forEach(Answer::shorten);
  }

  /** A text that fits into an answer: complete, or its beginning. */
  static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_TEXT - end) + "…";
  }

  private static int bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }
}
