package org.gongkai.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses events by their shape; {@link EventRefusedException} lists the accepted ones. */
final class EventParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * EventBridge's reason for an object that a lifecycle rule deleted. Its outputs are kept:
   * expiring old reports must not remove badges from a portal. S3's own notifications have a
   * separate event type for it.
   */
  private static final String EXPIRED = "Lifecycle Expiration";

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private EventParser() {}

  /** Parses an event, or throws {@link EventRefusedException}. */
  static ParsedEvent decode(JsonNode event) {
    if (!event.isObject()) {
      throw new EventRefusedException("The event is not a JSON object.");
    }
    if (event.has("invocationSchemaVersion")) {
      return batch(event);
    }
    if (event.has("reports")) {
      return several(event);
    }
    if (event.has("overview")) {
      return OverviewRequest.of(event.get("overview"));
    }
    if (event.has("bucket") || event.has("body")) {
      return new ParsedEvent.Request(List.of(requestedReport(event)), false);
    }
    if (event.path("Records").isArray() && source(event.get("Records").path(0)).equals("aws:sqs")) {
      return queue(event.get("Records"));
    }
    return new ParsedEvent.Notification(changes(event));
  }

  /** The object changes of an event, or of a message that wraps one. */
  private static List<ObjectChange> changes(JsonNode event) {
    if (event.path("Event").asText().equals("s3:TestEvent")) {
      return List.of();
    }
    if (event.has("detail-type")) {
      return List.of(eventBridgeChange(event));
    }
    if (event.path("Type").asText().equals("Notification") && event.has("Message")) {
      return changes(parse(event.get("Message"), "The SNS message"));
    }
    JsonNode records = event.path("Records");
    if (!records.isArray()) {
      throw new EventRefusedException(
          "The event is of no known kind; its fields are " + fieldNames(event) + ".");
    }
    List<ObjectChange> changes = new ArrayList<>();
    for (JsonNode record : records) {
      switch (source(record)) {
        case "aws:s3" -> changes.add(s3Change(record));
        case "aws:sns" ->
            changes.addAll(changes(parse(record.path("Sns").path("Message"), "The SNS message")));
        default ->
            throw new EventRefusedException("A record is from " + quoted(source(record)) + ".");
      }
    }
    return changes;
  }

  private static ObjectChange s3Change(JsonNode record) {
    String version = record.path("eventVersion").asText();
    if (!version.startsWith("2.")) {
      throw new EventRefusedException(
          "The S3 event notification is of version " + quoted(version) + ".");
    }
    JsonNode object = record.path("s3").path("object");
    String name = record.path("eventName").asText();
    // Names come with and without the prefix s3:.
    String event = name.startsWith("s3:") ? name.substring(3) : name;
    ObjectChange.Kind kind = ObjectChange.Kind.OTHER;
    if (event.startsWith("ObjectCreated:")) {
      kind = ObjectChange.Kind.CREATED;
    } else if (event.startsWith("ObjectRemoved:")) {
      kind = ObjectChange.Kind.REMOVED;
    } else if (event.equals("ObjectRestore:Completed")) {
      kind = ObjectChange.Kind.ASKED;
    }
    return new ObjectChange(
        kind,
        required(record.path("s3").path("bucket"), "name", "The S3 event record"),
        urlDecoded(required(object, "key", "The S3 event record")),
        version(object.path("versionId")),
        text(object.path("eTag")),
        text(object.path("sequencer")),
        object.path("size").asLong(-1));
  }

  private static ObjectChange eventBridgeChange(JsonNode event) {
    String type = event.path("detail-type").asText();
    if (!event.path("source").asText().equals("aws.s3")) {
      throw new EventRefusedException(
          "The EventBridge event "
              + quoted(type)
              + " is from "
              + quoted(event.path("source").asText())
              + ".");
    }
    ObjectChange.Kind kind =
        switch (type) {
          case "Object Created" -> ObjectChange.Kind.CREATED;
          case "Object Deleted" ->
              event.at("/detail/reason").asText().equals(EXPIRED)
                  ? ObjectChange.Kind.OTHER
                  : ObjectChange.Kind.REMOVED;
          case "Object Restore Completed" -> ObjectChange.Kind.ASKED;
          default -> ObjectChange.Kind.OTHER;
        };
    JsonNode object = event.path("detail").path("object");
    return new ObjectChange(
        kind,
        required(event.path("detail").path("bucket"), "name", "The EventBridge event"),
        required(object, "key", "The EventBridge event"),
        version(object.path("version-id")),
        text(object.path("etag")),
        text(object.path("sequencer")),
        object.path("size").asLong(-1));
  }

  private static ParsedEvent queue(JsonNode records) {
    List<ParsedEvent.Message> messages = new ArrayList<>();
    for (JsonNode record : records) {
      String id = required(record, "messageId", "The SQS record");
      try {
        messages.add(
            new ParsedEvent.Message(
                id, changes(parse(record.path("body"), "The SQS message")), null));
      } catch (EventRefusedException e) {
        messages.add(new ParsedEvent.Message(id, List.of(), e));
      }
    }
    return new ParsedEvent.Queue(messages);
  }

  private static ParsedEvent batch(JsonNode event) {
    String version = event.path("invocationSchemaVersion").asText();
    if (!version.equals("1.0") && !version.equals("2.0")) {
      throw new EventRefusedException(
          "The S3 Batch Operations task is of schema version " + quoted(version) + ".");
    }
    List<ParsedEvent.Task> tasks = new ArrayList<>();
    for (JsonNode task : event.path("tasks")) {
      String bucket =
          version.equals("1.0")
              ? afterLast(required(task, "s3BucketArn", "The S3 Batch Operations task"), ':')
              : required(task, "s3Bucket", "The S3 Batch Operations task");
      tasks.add(
          new ParsedEvent.Task(
              required(task, "taskId", "The S3 Batch Operations task"),
              ObjectChange.asked(
                  bucket,
                  urlDecoded(required(task, "s3Key", "The S3 Batch Operations task")),
                  version(task.path("s3VersionId")))));
    }
    return new ParsedEvent.Batch(
        version, required(event, "invocationId", "The S3 Batch Operations event"), tasks);
  }

  private static ParsedEvent several(JsonNode event) {
    if (!event.get("reports").isArray()) {
      throw new EventRefusedException("\"reports\" is not an array.");
    }
    List<ParsedEvent.RequestedReport> reports = new ArrayList<>();
    for (JsonNode report : event.get("reports")) {
      reports.add(requestedReport(report));
    }
    return new ParsedEvent.Request(reports, true);
  }

  private static ParsedEvent.RequestedReport requestedReport(JsonNode report) {
    if (report.has("body")) {
      String name = required(report, "name", "The inline report");
      try {
        String body = required(report, "body", "The inline report");
        return new ParsedEvent.InlineReport(
            name, Base64.getDecoder().decode(SPACE.matcher(body).replaceAll("")));
      } catch (IllegalArgumentException e) {
        throw new EventRefusedException(
            "The body of the inline report "
                + quoted(name)
                + " is no Base64 ("
                + e.getMessage()
                + ").");
      }
    }
    return new ParsedEvent.StoredReport(
        ObjectChange.asked(
            required(report, "bucket", "The request"),
            required(report, "key", "The request"),
            version(report.path("versionId"))));
  }

  private static JsonNode parse(JsonNode text, String what) {
    if (!text.isTextual()) {
      throw new EventRefusedException(what + " has no text.");
    }
    try {
      JsonNode inner = JSON.readTree(text.textValue());
      if (inner != null && inner.isObject()) {
        return inner;
      }
    } catch (JsonProcessingException e) {
      // Reported below, without the message's text, which may contain anything.
    }
    throw new EventRefusedException(what + " is no JSON object.");
  }

  private static String required(JsonNode object, String field, String what) {
    JsonNode value = object.path(field);
    if (!value.isTextual() || value.textValue().isEmpty() && !field.equals("body")) {
      throw new EventRefusedException(what + " has no \"" + field + "\".");
    }
    return value.textValue();
  }

  private static @Nullable String text(JsonNode value) {
    String text = value.isTextual() ? value.textValue() : "";
    return text.isEmpty() ? null : text.replace("\"", "");
  }

  /** A version's id; a bucket without versions has "null", or none. */
  private static @Nullable String version(JsonNode value) {
    String text = text(value);
    return text == null || text.equals("null") ? null : text;
  }

  private static String urlDecoded(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new EventRefusedException(
          "The key " + quoted(key) + " is not URL-encoded as S3 encodes keys.");
    }
  }

  private static String source(JsonNode record) {
    // SNS capitalises it.
    return record.has("EventSource")
        ? record.get("EventSource").asText()
        : record.path("eventSource").asText();
  }

  private static String afterLast(String text, char c) {
    return text.substring(text.lastIndexOf(c) + 1);
  }

  private static String fieldNames(JsonNode event) {
    List<String> names = new ArrayList<>();
    event.fieldNames().forEachRemaining(names::add);
    return names.isEmpty() ? "none" : quoted(String.join(", ", names));
  }

  /**
   * Untrusted text for a message: shortened, and as a JSON string, so that it cannot begin a new
   * line.
   */
  private static String quoted(String text) {
    return JSON.getNodeFactory()
        .textNode(text.length() <= 120 ? text : text.substring(0, 120) + "…")
        .toString();
  }
}
