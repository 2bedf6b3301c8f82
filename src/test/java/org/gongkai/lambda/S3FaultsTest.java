package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.Gongkai;
import org.gongkai.event.EventHandler;
import org.gongkai.event.EventListener;
import org.gongkai.event.EventSettings;
import org.gongkai.event.Failure;
import org.gongkai.event.Invocation;
import org.gongkai.event.Outcome;
import org.gongkai.event.ReportsFailedException;
import org.gongkai.event.RuleSource;
import org.gongkai.lambda.FaultyS3.Trouble;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoreException.Kind;
import org.gongkai.store.StoredObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** What goes wrong on the wire to S3, and what becomes of it. */
class S3FaultsTest {
  private static final String KEY = "2023/某镇 年报+1%.html";
  private static final ObjectLocation REPORT = new ObjectLocation("inbox", KEY);
  private static final NewObject DRAFT =
      new NewObject(new byte[] {1}, "text/html", "no-cache", Map.of());

  private static FaultyS3 s3;
  private static S3Client once;
  private static S3Client often;
  private final List<Failure> failed = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    s3 = new FaultyS3();
    once = s3.client(1);
    often = s3.client(3);
  }

  @AfterAll
  static void stop() throws IOException {
    once.close();
    often.close();
    s3.close();
  }

  @BeforeEach
  void fill() {
    s3.clear();
    s3.put("inbox/" + KEY, "0123456789".repeat(100).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "SLOW_DOWN, THROTTLED",
    "TOO_MANY, THROTTLED",
    "INTERNAL_ERROR, TRANSIENT",
    "BAD_GATEWAY, TRANSIENT",
    "REQUEST_TIMEOUT, TRANSIENT",
    "RESET, TRANSIENT",
    "RESET_HALF_WAY, TRANSIENT",
    "SHORT_BODY, TRANSIENT",
    "SLOW_BODY, TRANSIENT",
    "SILENCE, TRANSIENT",
    "FORBIDDEN, FORBIDDEN",
    "ARCHIVED, INVALID",
    "BAD_REQUEST, INVALID",
    "NO_BUCKET, NO_BUCKET",
    "EXPIRED_TOKEN, TRANSIENT",
    "WRONG_REGION, INVALID",
    "BAD_BUCKET_NAME, INVALID",
  })
  void aReadThatGoesWrongIsAFaultOfItsKind(Trouble trouble, Kind kind) {
    s3.plan((call, request) -> trouble);
    StoreException fault =
        catchThrowableOfType(StoreException.class, () -> store(once).read(REPORT, 1 << 20));
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault).hasMessageStartingWith("GET inbox/" + KEY + ": ");
  }

  @ParameterizedTest
  @CsvSource({
    "SLOW_DOWN, THROTTLED",
    "INTERNAL_ERROR, TRANSIENT",
    "RESET, TRANSIENT",
    "SILENCE, TRANSIENT",
    "LOST_ANSWER, TRANSIENT",
    "BAD_DIGEST, TRANSIENT",
    "FORBIDDEN, FORBIDDEN",
    "BAD_REQUEST, INVALID",
    "NO_BUCKET, NO_BUCKET",
    "NO_KEY, PRECONDITION",
    "CONFLICT, CONFLICT",
    "PRECONDITION, PRECONDITION",
  })
  void aWriteThatGoesWrongIsAFaultOfItsKind(Trouble trouble, Kind kind) {
    s3.plan((call, request) -> trouble);
    StoreException fault =
        catchThrowableOfType(StoreException.class, () -> store(once).write(REPORT, DRAFT, "etag"));
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault).hasMessageStartingWith("PUT inbox/" + KEY + ": ");
  }

  @ParameterizedTest
  @CsvSource({
    "SLOW_DOWN, THROTTLED",
    "INTERNAL_ERROR, TRANSIENT",
    "RESET, TRANSIENT",
    "SILENCE, TRANSIENT",
    "FORBIDDEN, FORBIDDEN",
  })
  void aLookOrARemovalThatGoesWrongIsAFaultOfItsKind(Trouble trouble, Kind kind) {
    s3.plan((call, request) -> trouble);
    assertThat(catchThrowableOfType(StoreException.class, () -> store(once).head(REPORT)).kind())
        .isEqualTo(kind);
    assertThat(catchThrowableOfType(StoreException.class, () -> store(once).delete(REPORT)).kind())
        .isEqualTo(kind);
  }

  @Test
  void whatIsNotThereIsAnAnswerAndNoFault() {
    for (Trouble trouble : List.of(Trouble.NO_KEY, Trouble.DELETED_VERSION)) {
      s3.plan((call, request) -> trouble);
      assertThat(store(once).head(REPORT)).isEmpty();
      assertThat(store(once).read(REPORT, 1 << 20)).isEmpty();
    }
    s3.plan((call, request) -> Trouble.NO_KEY);
    store(once).delete(REPORT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {
        "SLOW_DOWN",
        "INTERNAL_ERROR",
        "BAD_GATEWAY",
        "RESET",
        "RESET_HALF_WAY",
        "SHORT_BODY",
        "SLOW_BODY",
        "SILENCE"
      })
  void whatPassesIsTriedAgainByTheClient(Trouble trouble) {
    s3.plan((call, request) -> call == 1 ? trouble : Trouble.NONE);
    StoredObject content = store(often).read(REPORT, 1 << 20).orElseThrow();
    assertThat(content.bytes().orElseThrow()).hasSize(1000);
    assertThat(s3.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"SLOW_BODY", "DRIPPING_BODY", "SILENCE"})
  void whatHangsOrDripsEndsBeforeTheTimeDoes(Trouble trouble) {
    s3.plan((call, request) -> trouble);
    long begin = System.nanoTime();
    S3Store store = store(often);
    store.limitTimeTo(() -> 2500 - (System.nanoTime() - begin) / 1_000_000);
    StoreException fault =
        catchThrowableOfType(StoreException.class, () -> store.read(REPORT, 1 << 20));
    assertThat(fault.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(2500));
  }

  @Test
  void aBodyOfUntoldLengthIsReadToItsEnd() {
    s3.plan((call, request) -> Trouble.NO_LENGTH);
    StoredObject content = store(once).read(REPORT, 1000).orElseThrow();
    assertThat(content.bytes().orElseThrow()).hasSize(1000);
    assertThat(content.metadata().size()).isEqualTo(1000);
    StoredObject large = store(once).read(REPORT, 999).orElseThrow();
    assertThat(large.bytes()).isEmpty();
    assertThat(large.metadata().size()).isGreaterThan(999);
  }

  @Test
  void withoutCredentialsNothingIsTriedAgain() {
    S3Client client =
        s3.client(
            1,
            // Other tests set the system's properties.
            AwsCredentialsProviderChain.of(EnvironmentVariableCredentialsProvider.create()));
    StoreException fault =
        catchThrowableOfType(StoreException.class, () -> store(client).read(REPORT, 1 << 20));
    assertThat(fault.kind().permanent()).isTrue();
    assertThat(fault).hasMessageContaining("credentials");
  }

  @Test
  void aLargeObjectIsNotDownloaded() {
    assertThat(store(once).read(REPORT, 999).orElseThrow().bytes()).isEmpty();
    assertThat(store(once).read(REPORT, 1000).orElseThrow().bytes()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {
        "SLOW_DOWN",
        "INTERNAL_ERROR",
        "RESET",
        "RESET_HALF_WAY",
        "SHORT_BODY",
        "SLOW_BODY",
        "SILENCE",
        "LOST_ANSWER",
        "CONFLICT",
        "PRECONDITION",
        "FORBIDDEN"
      })
  void whicheverCallGoesWrongTheSameEventAgainLeadsToTheRightState(Trouble trouble)
      throws IOException {
    byte[] report = Files.readAllBytes(Path.of("samples", "qingshi-town-2023.html"));
    s3.put("inbox/" + KEY, report);
    handle(event(report, 1));
    Map<String, byte[]> wanted = s3.things();
    assertThat(wanted).hasSize(4);
    int calls = s3.requests().size();
    for (int at = 1; at <= calls; at++) {
      s3.clear();
      s3.put("inbox/" + KEY, report);
      failed.clear();
      int fatal = at;
      s3.plan((call, request) -> call == fatal ? trouble : Trouble.NONE);
      JsonNode event = event(report, at + 1);
      boolean good = false;
      for (int attempt = 0; attempt < 3 && !good; attempt++) {
        try {
          handle(event);
          good = true;
        } catch (ReportsFailedException e) {
          assertThat(e).hasMessageContaining("inbox/" + KEY);
        }
      }
      assertThat(good).as("%s at call %d", trouble, at).isTrue();
      assertThat(failed).as("one line a failure").hasSizeLessThanOrEqualTo(1);
      assertThat(s3.things()).as("%s at call %d", trouble, at).containsOnlyKeys(wanted.keySet());
      s3.things().forEach((place, bytes) -> assertThat(bytes).isEqualTo(wanted.get(place)));
    }
  }

  @Test
  void aFaultThatStaysIsRaisedAgainAndAgainAndWritesNothing() throws IOException {
    byte[] report = Files.readAllBytes(Path.of("samples", "qingshi-town-2023.html"));
    s3.put("inbox/" + KEY, report);
    s3.plan((call, request) -> request.startsWith("PUT") ? Trouble.INTERNAL_ERROR : Trouble.NONE);
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> handle(event(report, 1))).isInstanceOf(ReportsFailedException.class);
    }
    assertThat(failed).hasSize(2).allMatch(failure -> !failure.permanent());
    assertThat(s3.things()).hasSize(1);
  }

  private static S3Store store(S3Client client) {
    return new S3Store(client, null, Set.of());
  }

  private void handle(JsonNode event) {
    EventHandler handler =
        new EventHandler(
            store(once),
            EventSettings.STANDARD.withConcurrency(1).withMargin(Duration.ZERO),
            RuleSource.of(Gongkai.standard()),
            new EventListener() {
              @Override
              public void done(Outcome outcome) {}

              @Override
              public void failed(Failure failure) {
                failed.add(failure);
              }
            });
    handler.handle(event, Invocation.withoutTimeLimit("request"));
  }

  private static JsonNode event(byte[] report, int sequencer) throws IOException {
    ObjectNode event = (ObjectNode) new ObjectMapper().readTree("{\"Records\":[{}]}");
    ObjectNode record = (ObjectNode) event.at("/Records/0");
    record.put("eventVersion", "2.1").put("eventSource", "aws:s3");
    record.put("eventName", "ObjectCreated:Put");
    ObjectNode place = record.putObject("s3");
    place.putObject("bucket").put("name", "inbox");
    place
        .putObject("object")
        .put("key", java.net.URLEncoder.encode(KEY, StandardCharsets.UTF_8))
        .put("size", report.length)
        .put("eTag", s3.etag("inbox/" + KEY))
        .put("sequencer", String.format("%016X", sequencer));
    return event;
  }
}
