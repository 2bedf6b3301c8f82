package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.gongkai.lambda.EventBridgeServer.Answer;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoreException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class EventBridgeBusTest {
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));
  private static final String BUS = "arn:aws-cn:events:cn-north-1:123456789012:event-bus/reports";

  private EventBridgeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new EventBridgeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void putsOneSignedEvent() throws IOException {
    bus(CREDENTIALS).put("{\"issuer\":\"云溪县\"}");
    assertThat(server.entries())
        .containsExactly(
            new ObjectMapper()
                .createObjectNode()
                .put("Source", "gongkai")
                .put("DetailType", "Report Checked")
                .put("Detail", "{\"issuer\":\"云溪县\"}")
                .put("EventBusName", BUS));
    assertThat(server.authorizations())
        .singleElement()
        .asString()
        .matches(
            "AWS4-HMAC-SHA256 Credential=id/\\d{8}/cn-north-1/events/aws4_request, SignedHeaders=.*host.*x-amz-date.*x-amz-target.*, Signature=[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | ''                                                    | TRANSIENT",
        "503 | <html>                                                | THROTTLED",
        "200 | ''                                                    | TRANSIENT",
        "400 | {'__type':'ThrottlingException'}                      | THROTTLED",
        "200 | {'FailedEntryCount':1,'Entries':[{'ErrorCode':'InternalFailure'}]}     | TRANSIENT",
        "200 | {'FailedEntryCount':1,'Entries':[{'ErrorCode':'ThrottlingException'}]} | THROTTLED",
      })
  void whatMayPassIsTriedAgain(int status, String body, Kind kind) {
    Answer answer = new Answer(status, body.replace('\'', '"'));
    server.next(answer, answer);
    bus(CREDENTIALS).put("{}");
    assertThat(server.entries()).hasSize(1);
    server.next(answer, answer, answer);
    StoreException fault =
        catchThrowableOfType(StoreException.class, () -> bus(CREDENTIALS).put("{}"));
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault).hasMessageStartingWith("PutEvents " + BUS + ": ");
    assertThat(server.entries()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'__type':'AccessDeniedException'}        | FORBIDDEN",
        "400 | {'__type':'com.amazon#ResourceNotFoundException'} | INVALID",
        "200 | {'FailedEntryCount':1,'Entries':[{'ErrorCode':'NotAuthorizedForSourceException'}]} | FORBIDDEN",
      })
  void whatStaysIsNot(int status, String body, Kind kind) {
    server.next(new Answer(status, body.replace('\'', '"')));
    StoreException fault =
        catchThrowableOfType(StoreException.class, () -> bus(CREDENTIALS).put("{}"));
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(server.authorizations()).hasSize(1);
  }

  @Test
  void withoutTimeNothingIsTriedAgain() {
    server.next(new Answer(500, ""));
    EventBridgeBus bus = bus(CREDENTIALS);
    bus.limitTimeTo(() -> 8000);
    assertThat(catchThrowableOfType(StoreException.class, () -> bus.put("{}")).kind())
        .isEqualTo(Kind.TRANSIENT);
    assertThat(server.authorizations()).hasSize(1);
  }

  @Test
  void whatIsNotThereMayComeBack() {
    server.close();
    assertThat(catchThrowableOfType(StoreException.class, () -> bus(CREDENTIALS).put("{}")).kind())
        .isEqualTo(Kind.TRANSIENT);
  }

  @Test
  void withoutCredentialsNothingIsTriedAgain() {
    EventBridgeBus bus =
        bus(AwsCredentialsProviderChain.of(EnvironmentVariableCredentialsProvider.create()));
    StoreException fault = catchThrowableOfType(StoreException.class, () -> bus.put("{}"));
    assertThat(fault.kind().permanent()).isTrue();
    assertThat(fault).hasMessageContaining("credentials");
  }

  private EventBridgeBus bus(AwsCredentialsProvider credentials) {
    return new EventBridgeBus(BUS, Region.CN_NORTH_1, Optional.of(server.address()), credentials);
  }
}
