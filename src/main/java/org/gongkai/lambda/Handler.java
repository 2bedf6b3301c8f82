package org.gongkai.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.gongkai.event.EventDoor;
import org.gongkai.event.Invocation;
import org.gongkai.event.Rulebook;
import org.gongkai.event.Settings;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The function: any event in, its answer out. Only JSON trees, so nothing has to be registered for
 * reflection.
 */
@Named("gongkai")
public final class Handler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  // The platform lets no function run longer than 15 minutes.
  private static final int LONGEST_MILLIS = 15 * 60 * 1000;

  private final Settings settings;
  private final S3Store store;
  private final Rulebook rulebook;
  private final String namespace;

  @Inject
  Handler(GongkaiConfig config, S3Client s3) {
    this.settings = Configured.settings(config);
    this.store =
        new S3Store(s3, config.storageClass().filter(name -> !name.isBlank()).orElse(null));
    this.rulebook = Configured.rulebook(config, store);
    this.namespace = config.metrics().namespace();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Telemetry telemetry = new Telemetry(namespace, context.getAwsRequestId(), System.out);
    EventDoor door = new EventDoor(store, settings, rulebook, telemetry);
    JsonNode answer = door.handle(event(input), invocation(context));
    // Only now: what has been written to the output cannot be taken back by a failure.
    byte[] bytes = JSON.writeValueAsBytes(answer);
    output.write(bytes);
    output.close();
  }

  /**
   * The call; where the runtime gives no deadline (a test server), its word on the time left is no
   * sensible one.
   */
  private static Invocation invocation(Context context) {
    int left = context.getRemainingTimeInMillis();
    return left < 0 || left > LONGEST_MILLIS
        ? Invocation.unhurried(context.getAwsRequestId())
        : new Invocation(context.getAwsRequestId(), context::getRemainingTimeInMillis);
  }

  private static JsonNode event(InputStream input) throws IOException {
    try {
      JsonNode event = JSON.readTree(input);
      return event == null ? MissingNode.getInstance() : event;
    } catch (JsonProcessingException e) {
      // Refused as any other event that is none.
      return MissingNode.getInstance();
    }
  }
}
