package org.gongkai.lambda;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.event.EventSettings;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;

/**
 * What an office sets for the function: as {@code gongkai.results.bucket} or, in its environment,
 * as {@code GONGKAI_RESULTS_BUCKET}. Read by name and not mapped to an interface: that costs each
 * start more time, and what cannot be is ours to say.
 *
 * <p>For {@link #settings}: {@code results.bucket} and {@code results.prefix} ({@code results/} in
 * the report's own bucket), {@code max-object-bytes} ({@code 25M}), {@code outputs} ({@code
 * result.json,badge.svg,index.html}; the first always is), {@code concurrency} ({@code 4}), {@code
 * margin} ({@code 3s}: with less time left nothing new is begun), {@code previous-year} and {@code
 * by-issuer} ({@code false}), {@code badge.shape} ({@code flat} or {@code flat-square}), {@code
 * language} ({@code zh} or {@code en}: the badge's, and the page's for readers who prefer neither),
 * {@code badge.label} ({@code 年报表内勾稽}), {@code badge.counts} ({@code true}: without, 待核实 in place
 * of numbers), {@code page.suggestions} ({@code true}: whether pages show the figures that would
 * mend the tables) and {@code page.by} (who checks, for the head of pages).
 *
 * @param settings those of the event handler
 * @param storageClass {@code storage-class} of outputs; S3's own default where it is not set
 * @param tags {@code tags} ({@code false}): whether outputs carry {@link EventSettings#TAGS} as
 *     object tags
 * @param pendingBadge {@code pending-badge} ({@code false}): whether the badge of reports that have
 *     none yet is kept in the results prefix
 * @param rules {@code rules}: the severities that differ from the catalogue, as the YAML itself or
 *     as {@code s3://bucket/key} of a file with it
 * @param waivers {@code waivers}: findings that are waived, the same way
 * @param bodies {@code bodies}: who owes a report, for overviews, as {@code s3://bucket/key} of
 *     what {@link org.gongkai.rule.bodies.BodyListReader} reads
 * @param rulesLookAgain {@code rules-look-again} ({@code 60s}): how long a file of rules or waivers
 *     is taken to be as it was
 * @param namespace {@code metrics.namespace} ({@code Gongkai}) in CloudWatch
 * @param eventBus {@code event-bus}: the name or ARN of the EventBridge bus that is told of
 *     verdicts; none is told where it is not set
 * @param eventBridge where EventBridge is ({@code AWS_ENDPOINT_URL_EVENTBRIDGE}), if not at the
 *     region's own address
 */
record FunctionConfiguration(
    EventSettings settings,
    Optional<String> storageClass,
    boolean tags,
    boolean pendingBadge,
    Optional<String> rules,
    Optional<String> waivers,
    Optional<String> bodies,
    Duration rulesLookAgain,
    String namespace,
    Optional<String> eventBus,
    Optional<URI> eventBridge) {
  static final String NAMESPACE = "Gongkai";

  private static final String PREFIX = "gongkai.";

  /** What CloudWatch takes; names that begin with AWS/ are its own. */
  private static final Pattern NAMESPACES =
      Pattern.compile("(?!AWS/|:)[A-Za-z0-9._/#: -]{0,254}[A-Za-z0-9._/#:-]");

  /** A bus's name, or its ARN. */
  private static final Pattern BUSES =
      Pattern.compile("(arn:aws[\\w-]*:events:.+)?[/.\\-_A-Za-z0-9]+");

  private static final String EVENT_BRIDGE = "aws.endpoint.url.eventbridge";

  /**
   * Reads the configuration.
   *
   * @throws IllegalArgumentException for a setting that cannot be; the message names it
   */
  static FunctionConfiguration of(SmallRyeConfig config) {
    Reader reader = new Reader(config);
    String bucket = reader.text("results.bucket").orElse(null);
    // A prefix that is set to nothing is not set, for MicroProfile: with a bucket of their own,
    // outputs need none.
    String prefix = reader.text("results.prefix").orElse(bucket == null ? "results/" : "");
    EventSettings settings;
    try {
      settings =
          new EventSettings(
              bucket,
              prefix,
              reader.value("max-object-bytes", MemorySize.class).orElse(MEGABYTES).asLongValue(),
              outputs(reader.text("outputs").orElse("result.json,badge.svg,index.html")),
              new Style(
                  reader.value("badge.shape", Style.Shape.class).orElse(Style.Shape.FLAT),
                  reader.value("language", Style.Language.class).orElse(Style.Language.ZH),
                  reader.text("badge.label").orElse(null),
                  reader.value("badge.counts", Boolean.class).orElse(true),
                  reader.value("page.suggestions", Boolean.class).orElse(true),
                  reader.text("page.by").orElse(null),
                  null,
                  null),
              reader.value("concurrency", Integer.class).orElse(4),
              reader.value("margin", Duration.class).orElse(Duration.ofSeconds(3)),
              reader.value("previous-year", Boolean.class).orElse(false),
              reader.value("by-issuer", Boolean.class).orElse(false));
    } catch (IllegalArgumentException e) {
      throw said(e);
    }
    String namespace = reader.text("metrics.namespace").orElse(NAMESPACE);
    if (!NAMESPACES.matcher(namespace).matches()) {
      throw new IllegalArgumentException(
          "gongkai.metrics.namespace: CloudWatch takes up to 255 letters, digits and . - _ / # :"
              + " and spaces, is "
              + namespace);
    }
    Optional<String> eventBus = reader.text("event-bus");
    if (eventBus.isPresent() && !BUSES.matcher(eventBus.get()).matches()) {
      throw new IllegalArgumentException(
          "gongkai.event-bus: takes an EventBridge bus's name or ARN, is " + eventBus.get());
    }
    return new FunctionConfiguration(
        settings,
        reader.text("storage-class"),
        reader.value("tags", Boolean.class).orElse(false),
        reader.value("pending-badge", Boolean.class).orElse(false),
        reader.text("rules"),
        reader.text("waivers"),
        reader.text("bodies"),
        reader.value("rules-look-again", Duration.class).orElse(Duration.ofMinutes(1)),
        namespace,
        eventBus,
        config.getOptionalValue(EVENT_BRIDGE, URI.class));
  }

  private static final MemorySize MEGABYTES =
      new MemorySize(java.math.BigInteger.valueOf(25L << 20));

  private static IllegalArgumentException said(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith(PREFIX) ? e : new IllegalArgumentException(PREFIX + message, e);
  }

  private static List<Output> outputs(String names) {
    List<Output> outputs = new ArrayList<>();
    for (String name : names.split(",")) {
      outputs.add(
          choices()
              .filter(output -> output.fileName().equals(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "gongkai.outputs: there is no "
                              + name.strip()
                              + ", only "
                              + choices()
                                  .map(Output::fileName)
                                  .collect(Collectors.joining(", ")))));
    }
    return outputs;
  }

  /** What the next year needs goes with the comparison of years, not with the outputs. */
  private static Stream<Output> choices() {
    return Arrays.stream(Output.values()).filter(output -> output != Output.NEXT_YEAR);
  }

  /** Settings by name, each by SmallRye's converter for its type. */
  private record Reader(SmallRyeConfig config) {
    Optional<String> text(String name) {
      return value(name, String.class).filter(text -> !text.isBlank());
    }

    <T> Optional<T> value(String name, Class<T> type) {
      try {
        return config.getOptionalValue(PREFIX + name, type);
      } catch (IllegalArgumentException | NoSuchElementException e) {
        throw new IllegalArgumentException(PREFIX + name + ": " + e.getMessage(), e);
      }
    }
  }
}
