package org.gongkai.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gongkai.event.EventBus;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoreException.Kind;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Puts events on an Amazon EventBridge bus. Signs and sends the request {@code PutEvents} with the
 * S3 client's own libraries, as the SDK's EventBridge client would add megabytes to the image.
 */
final class EventBridgeBus implements EventBus {
  private static final String SOURCE = "gongkai";
  private static final String DETAIL_TYPE = "Report Checked";
  private static final String SERVICE = "events";
  private static final int ATTEMPTS = 3;
  private static final int PAUSE_MILLIS = 100;

  /** The time that an attempt must leave, so that its failure can still be reported. */
  private static final long RESERVED_MILLIS = 1000;

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final Region region;
  private final URI endpoint;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient client =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER).build();
  private volatile LongSupplier remainingMillis = () -> Long.MAX_VALUE;

  /**
   * @param name the bus, or its ARN
   * @param endpoint the address of EventBridge; empty for that of the region
   */
  EventBridgeBus(
      String name, Region region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
    this.name = name;
    this.region = region;
    this.endpoint =
        endpoint.orElseGet(
            () ->
                URI.create(
                    "https://events."
                        + region.id()
                        + "."
                        + PartitionMetadata.of(region).dnsSuffix()
                        + "/"));
    this.credentials = credentials;
  }

  /**
   * Limits the time: from now on no attempt is repeated that could exceed what remains.
   *
   * @param remaining the milliseconds that remain
   */
  void limitTimeTo(LongSupplier remaining) {
    remainingMillis = remaining;
  }

  @Override
  public void put(String detail) {
    for (int attempt = 1; ; attempt++) {
      try {
        putOnce(detail);
        return;
      } catch (StoreException e) {
        if (e.kind().permanent() || attempt == ATTEMPTS || !hasTimeForAnotherAttempt()) {
          throw e;
        }
      }
      try {
        Thread.sleep((long) PAUSE_MILLIS << attempt);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreException(Kind.TRANSIENT, message("interrupted"), e);
      }
    }
  }

  private boolean hasTimeForAnotherAttempt() {
    return remainingMillis.getAsLong()
        > CONNECT.toMillis() + ANSWER.toMillis() + (PAUSE_MILLIS << ATTEMPTS) + RESERVED_MILLIS;
  }

  private void putOnce(String detail) {
    try {
      HttpExecuteResponse response = client.prepareRequest(signed(body(detail))).call();
      int status = response.httpResponse().statusCode();
      JsonNode answer = answer(response);
      if (status != 200) {
        String type = answer.path("__type").asText();
        throw new StoreException(kind(status, type), message(status + " " + type));
      }
      if (answer.path("FailedEntryCount").asInt(1) != 0) {
        JsonNode entry = answer.path("Entries").path(0);
        String code = entry.path("ErrorCode").asText();
        throw new StoreException(
            kind(0, code), message(code + " " + entry.path("ErrorMessage").asText()));
      }
    } catch (IOException e) {
      throw new StoreException(Kind.TRANSIENT, message(e.toString()), e);
    } catch (SdkClientException e) {
      // No credentials, or their provider does not answer.
      throw new StoreException(
          e.retryable() ? Kind.TRANSIENT : Kind.INVALID,
          message(String.valueOf(e.getMessage())),
          e);
    }
  }

  private byte[] body(String detail) throws JsonProcessingException {
    ObjectNode request = JSON.createObjectNode();
    request
        .putArray("Entries")
        .addObject()
        .put("Source", SOURCE)
        .put("DetailType", DETAIL_TYPE)
        .put("Detail", detail)
        .put("EventBusName", name);
    return JSON.writeValueAsBytes(request);
  }

  private HttpExecuteRequest signed(byte[] body) {
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("Content-Length", String.valueOf(body.length))
            .putHeader("X-Amz-Target", "AWSEvents.PutEvents")
            .build();
    ContentStreamProvider payload = ContentStreamProvider.fromByteArray(body);
    AwsCredentials identity = credentials.resolveCredentials();
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(identity)
                    .request(request)
                    .payload(payload)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(signed.payload().orElse(payload))
        .build();
  }

  private static JsonNode answer(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return MissingNode.getInstance();
    }
    try (InputStream in = response.responseBody().get()) {
      JsonNode answer = JSON.readTree(new String(in.readAllBytes(), UTF_8));
      return answer == null ? MissingNode.getInstance() : answer;
    } catch (JsonProcessingException e) {
      // The page of a proxy: the status is enough to classify the failure.
      return MissingNode.getInstance();
    }
  }

  /**
   * Classifies a failure by the error's name, or else by the status.
   *
   * @param status the HTTP status; 0 where the request succeeded but its entry failed
   */
  private static Kind kind(int status, String error) {
    if (status == 429 || status == 503 || error.contains("Throttl")) {
      return Kind.THROTTLED;
    } else if (error.contains("AccessDenied")
        || error.contains("NotAuthorized")
        || error.contains("UnrecognizedClient")) {
      return Kind.FORBIDDEN;
    } else if (status >= 500
        || status == 0 && error.isEmpty()
        || error.contains("Internal")
        || error.contains("ExpiredToken")) {
      return Kind.TRANSIENT;
    }
    return Kind.INVALID;
  }

  private String message(String what) {
    return "PutEvents " + name + ": " + what;
  }
}
