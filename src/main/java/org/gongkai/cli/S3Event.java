package org.gongkai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Event notifications as S3 sends them (event structure 2.1), for a folder in place of a bucket.
 * Sequencers grow from event to event, and from run to run with the clock.
 */
final class S3Event {
  private final String bucket;
  private final AtomicLong last = new AtomicLong();

  S3Event(String bucket) {
    this.bucket = bucket;
  }

  JsonNode of(FolderChangeDetector.Change change) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ObjectNode record = event.putArray("Records").addObject();
    record.put("eventVersion", "2.1");
    record.put("eventSource", "aws:s3");
    record.put("awsRegion", "local");
    record.put("eventTime", Instant.now().toString());
    record.put("eventName", change.removed() ? "ObjectRemoved:Delete" : "ObjectCreated:Put");
    ObjectNode s3 = record.putObject("s3");
    s3.put("s3SchemaVersion", "1.0");
    s3.putObject("bucket").put("name", bucket).put("arn", "arn:aws:s3:::" + bucket);
    ObjectNode object = s3.putObject("object");
    object.put("key", encoded(change.key()));
    if (!change.removed()) {
      object.put("size", change.size());
    }
    object.put("sequencer", sequencer());
    return event;
  }

  /** As S3 writes keys in events: like a form field, slashes kept. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  private String sequencer() {
    long now = System.currentTimeMillis() << 12;
    return String.format("%016X", last.updateAndGet(before -> Math.max(before + 1, now)));
  }
}
