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
import org.gongkai.document.reader.LibraryLogging;
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
 * The Lambda function: takes any event of the contract and returns its answer. Events and answers
 * are JSON trees, so that no class has to be registered for reflection. Quarkus creates one
 * instance at the start; it keeps the rules that it has read for later calls.
 */
@RegisterForReflection(
    classNames = {
      // The SDK parses the XML of errors with it.
      "com.sun.xml.internal.stream.XMLInputFactoryImpl",
    })
@Singleton
@Startup
@Named("gongkai")
public final class Handler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  // Lambda ends each call after 15 minutes.
  private static final int LONGEST_MILLIS = 15 * 60 * 1000;

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
   * Reads the configuration.
   *
   * @throws ConfigurationException if it is invalid; the message is a line for the log
   */
  Handler(Config config, S3Client s3) {
    this(config, s3, line -> {});
  }

  private Handler(Config config, S3Client s3, Consumer<String> misconfigured) {
    LogFormatter.install();
    LibraryLogging.turnOff();
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

  /** The configured actions after a report's outputs are written. */
  private static Consumer<Outcome> after(
      Store store, FunctionConfiguration configuration, @Nullable EventBus bus) {
    EventSettings settings = configuration.settings();
    Consumer<Outcome> after =
        configuration.pendingBadge() ? new PendingBadge(store, settings) : outcome -> {};
    return bus == null ? after : after.andThen(new ReportCheckedPublisher(store, settings, bus));
  }

  /**
   * Prints a line and ends the process at once: a regular exit would wait for this start to finish,
   * and log that it waits.
   */
  private static void end(String line) {
    System.out.println(line);
    System.out.flush();
    Runtime.getRuntime().halt(1);
  }

  /**
   * Ends the process when Quarkus stops the application, which it does if Lambda's runtime API no
   * longer answers; without this it would wait for a signal for ever.
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
    store.limitTimeTo(invocation.remainingMillis());
    if (bus != null) {
      bus.limitTimeTo(invocation.remainingMillis());
    }
    EventHandler handler =
        new EventHandler(store, configuration.settings(), rulebook, telemetry)
            .withFollowUp(after)
            .withOverviews(overviews);
    byte[] answer;
    try {
      answer = JSON.writeValueAsBytes(handler.handle(event(input), invocation));
    } catch (ReportsFailedException | EventRefusedException e) {
      throw e; // Each failure is in the log already.
    } catch (RuntimeException | Error e) {
      telemetry.broken(e);
      // Quarkus's event loop reports exceptions only: an error would end it without an answer.
      throw new IllegalStateException(e);
    }
    // Only now: after something is written to the output, the call can no longer fail.
    output.write(answer);
    output.close();
  }

  /** The call; a runtime without a deadline (a test server) gives a senseless remaining time. */
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
      // The handler refuses it like any other unknown event.
      return MissingNode.getInstance();
    }
  }
}
