package org.gongkai.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.gongkai.fuzz.FuzzSupport;
import org.junit.jupiter.params.provider.MethodSource;

/** Any JSON is an event that is answered, or one that it refuses and says why. */
class EventsFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<byte[]> events() {
    return FuzzSupport.files(".json");
  }

  @MethodSource("events")
  @FuzzTest
  void decoding(byte[] bytes) {
    JsonNode event = json(bytes);
    if (event != null) {
      FuzzSupport.checkTwice(
          () -> {
            try {
              ParsedEvent call = EventParser.decode(event);
              return call instanceof ParsedEvent.Request ? "request" : call.toString();
            } catch (EventRefusedException e) {
              return e.getMessage();
            }
          });
    }
  }

  @MethodSource("events")
  @FuzzTest
  void answersOrRefuses(byte[] bytes) {
    JsonNode event = json(bytes);
    if (event != null) {
      FuzzSupport.checkTwice(() -> answer(event));
    }
  }

  private static String answer(JsonNode event) {
    MemoryStore store = new MemoryStore();
    store.upload("2023/年报.html", "pass");
    EventHandler handler =
        new EventHandler(
            store,
            EventSettings.STANDARD,
            StubChecker::new,
            (bucket, key) -> false,
            new EventListener() {
              @Override
              public void done(Outcome outcome) {}

              @Override
              public void failed(Failure failure) {
                assertThat(failure.kind()).as(failure.message()).isNotEqualTo("internal");
                assertThat(failure.message()).isNotBlank();
              }
            },
            outcome -> {},
            tries -> {},
            null);
    try {
      JsonNode answer = handler.handle(event, Invocation.withoutTimeLimit("request"));
      assertThat(answer.isObject()).isTrue();
      return answer.toString();
    } catch (EventRefusedException | ReportsFailedException e) {
      return e.getMessage();
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(new String(bytes, UTF_8));
    } catch (IOException e) {
      return null; // The platform takes nothing else, so that none gets here.
    }
  }
}
