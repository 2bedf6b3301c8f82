package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class S3EventTest {
  private final S3Event events = new S3Event("inbox");

  @Test
  void encodesKeysAsS3Does() {
    String key = "2023 年/a+b%20.html";
    JsonNode object = record(new FolderChangeDetector.Change(key, 3)).at("/s3/object");
    assertThat(object.path("key").asText()).isEqualTo("2023+%E5%B9%B4/a%2Bb%2520.html");
    assertThat(URLDecoder.decode(object.path("key").asText(), StandardCharsets.UTF_8))
        .isEqualTo(key);
    assertThat(object.path("size").asLong()).isEqualTo(3);
  }

  @Test
  void sequencersGrowAndAreEquallyLong() {
    String before = "";
    for (int i = 0; i < 10_000; i++) {
      String sequencer =
          record(new FolderChangeDetector.Change("x", 1)).at("/s3/object/sequencer").asText();
      assertThat(sequencer).hasSize(16).isGreaterThan(before);
      before = sequencer;
    }
  }

  @Test
  void aRemovedFileIsARemovedObject() {
    JsonNode record = record(new FolderChangeDetector.Change("x", -1));
    assertThat(record.path("eventName").asText()).isEqualTo("ObjectRemoved:Delete");
    assertThat(record.at("/s3/object/size").isMissingNode()).isTrue();
  }

  private JsonNode record(FolderChangeDetector.Change change) {
    return events.of(change).at("/Records/0");
  }
}
