package org.gongkai.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.gongkai.event.EventBus;
import org.gongkai.event.EventHandler;
import org.gongkai.event.EventRefusedException;
import org.gongkai.event.EventSettings;
import org.gongkai.event.Invocation;
import org.gongkai.event.Outcome;
import org.gongkai.event.OverviewMaker;
import org.gongkai.event.PendingBadge;
import org.gongkai.event.ReportCheckedPublisher;
import org.gongkai.event.ReportsFailedException;
import org.gongkai.event.RuleSource;
import org.gongkai.store.Store;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The function: any event in, its answer out. Only JSON trees, so nothing has to be registered for
 * reflection. Made once, at the start, for all its calls: it keeps the rules that it has read.
 */
@RegisterForReflection(
    classNames = {
      // The SDK reads the XML of an error with it.
      "com.sun.xml.internal.stream.XMLInputFactoryImpl",
    })
@Singleton
@Startup
@Named("gongkai")
public final class Handler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  // The platform lets no function run longer than 15 minutes.
  private static final int LONGEST_MILLIS = 15 * 60 * 1000;

  static {
    // PDFBox logs what is odd in a file, which is no news here.
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
  }

  private final FunctionConfiguration configuration;
  private final S3Store store;
  private final RuleSource rulebook;
  private final @Nullable EventBridgeBus bus;
  private final Consumer<Outcome> after;
  private final OverviewMaker overviews;

  @Inject
  Handler(Config config) {
    this(config, S3Store.client(), Handler::end);
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException where they cannot be; its message is the log line that says so
   */
  Handler(Config config, S3Client s3) {
    this(config, s3, line -> {});
  }

  private Handler(Config config, S3Client s3, Consumer<String> misconfigured) {
    LogFormatter.install();
    try {
      configuration = FunctionConfiguration.of(config.unwrap(SmallRyeConfig.class));
      store =
          new S3Store(
              s3,
              configuration.storageClass().orElse(null),
              configuration.tags() ? EventSettings.TAGS : Set.of());
      rulebook =
          RuleSource.of(
              store,
              configuration.rules().orElse(null),
              configuration.waivers().orElse(null),
              configuration.rulesLookAgain());
      bus = configuration.eventBus().map(name -> bus(name, configuration)).orElse(null);
      after = after(store, configuration, bus);
      overviews =
          new OverviewMaker(
              store, configuration.settings(), rulebook, configuration.bodies().orElse(null));
    } catch (IllegalArgumentException e) {
      String line = Telemetry.misconfigured(String.valueOf(e.getMessage()));
      misconfigured.accept(line);
      throw new ConfigurationException(line, e);
    }
  }

  private static EventBridgeBus bus(String name, FunctionConfiguration configuration) {
    return new EventBridgeBus(
        name,
        new AwsRegionProviderChain(new SystemSettingsRegionProvider()).getRegion(),
        configuration.eventBridge(),
        S3Store.credentials());
  }

  /** What is switched on of what follows a report's outputs. */
  private static Consumer<Outcome> after(
      Store store, FunctionConfiguration configuration, @Nullable EventBus bus) {
    EventSettings settings = configuration.settings();
    Consumer<Outcome> after =
        configuration.pendingBadge() ? new PendingBadge(store, settings) : outcome -> {};
    return bus == null ? after : after.andThen(new ReportCheckedPublisher(store, settings, bus));
  }

  /** At once: Quarkus's own end would wait for this start, and log its waiting. */
  private static void end(String line) {
    System.out.println(line);
    System.out.flush();
    Runtime.getRuntime().halt(1);
  }

  /**
   * Quarkus stops the application where the runtime API is gone, and would wait for ever to be told
   * to end.
   */
  void end(@Observes ShutdownEvent event) {
    Quarkus.asyncExit(1);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Telemetry telemetry =
        new Telemetry(configuration.namespace(), context.getAwsRequestId(), System.out);
    Invocation invocation = invocation(context);
    store.until(invocation.remainingMillis());
    if (bus != null) {
      bus.until(invocation.remainingMillis());
    }
    EventHandler handler =
        new EventHandler(store, configuration.settings(), rulebook, telemetry)
            .withFollowUp(after)
            .withOverviews(overviews);
    byte[] answer;
    try {
      answer = JSON.writeValueAsBytes(handler.handle(event(input), invocation));
    } catch (ReportsFailedException | EventRefusedException e) {
      throw e; // Each has its line in the log.
    } catch (RuntimeException | Error e) {
      telemetry.broken(e);
      // Quarkus's loop hears of exceptions only: an error would end it, and nobody be told.
      throw new IllegalStateException(e);
    }
    // Only now: what has been written to the output cannot be taken back by a failure.
    output.write(answer);
    output.close();
  }

  /**
   * The call; where the runtime gives no deadline (a test server), its word on the time left is no
   * sensible one.
   */
  private static Invocation invocation(Context context) {
    int left = context.getRemainingTimeInMillis();
    return left < 0 || left > LONGEST_MILLIS
        ? Invocation.withoutTimeLimit(context.getAwsRequestId())
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
