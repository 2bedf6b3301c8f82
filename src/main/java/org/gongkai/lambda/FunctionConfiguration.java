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
 * The configuration of the function. Set {@code results.bucket} as the property {@code
 * gongkai.results.bucket} or the environment variable {@code GONGKAI_RESULTS_BUCKET}, and the
 * others likewise. Properties are read by name and not through a Quarkus config mapping, which
 * would make each start slower; so values are also validated here.
 *
 * <p>The properties for {@link #settings}, with their defaults in brackets: {@code results.bucket}
 * and {@code results.prefix} ({@code results/} in the report's own bucket), {@code
 * max-object-bytes} ({@code 25M}), {@code outputs} ({@code result.json,badge.svg,index.html}; the
 * first is always written), {@code concurrency} ({@code 4}), {@code margin} ({@code 3s}: with less
 * time left no report is started), {@code previous-year} and {@code by-issuer} ({@code false}),
 * {@code badge.shape} ({@code flat}, or {@code flat-square}), {@code language} ({@code zh}, or
 * {@code en}: that of the badge, and of the page where the reader's browser prefers neither),
 * {@code badge.label} ({@code 年报表内勾稽}), {@code badge.counts} ({@code true}; if {@code false},
 * badges say 待核实 in place of numbers), {@code page.suggestions} ({@code true}: pages suggest
 * figures that correct the tables) and {@code page.by} (none: the name of the checker, for the top
 * of pages).
 *
 * @param settings the settings of the event handler
 * @param storageClass {@code storage-class} of outputs; empty for S3's default
 * @param tags {@code tags} ({@code false}): whether outputs have {@link EventSettings#TAGS} as
 *     object tags
 * @param pendingBadge {@code pending-badge} ({@code false}): whether to keep a badge under the
 *     results prefix that a portal can show for reports without a result
 * @param rules {@code rules}: the severities that differ from the catalogue, as YAML or as the
 *     {@code s3://bucket/key} of a YAML file
 * @param waivers {@code waivers}: the findings that are waived, as YAML or as the {@code
 *     s3://bucket/key} of a YAML file
 * @param bodies {@code bodies}: the list of bodies that must publish a report, for overviews, as
 *     the {@code s3://bucket/key} of a file for {@link org.gongkai.rule.bodies.BodyListReader}
 * @param rulesLookAgain {@code rules-look-again} ({@code 60s}): the time after which a file of
 *     rules or waivers is read again
 * @param namespace {@code metrics.namespace} ({@code Gongkai}) in CloudWatch
 * @param eventBus {@code event-bus}: the name or ARN of the EventBridge bus that receives verdicts;
 *     empty for none
 * @param eventBridge {@code AWS_ENDPOINT_URL_EVENTBRIDGE}: the address of EventBridge; empty for
 *     that of the region
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

  /** The names that CloudWatch accepts; those that begin with AWS/ are reserved. */
  private static final Pattern NAMESPACE_PATTERN =
      Pattern.compile("(?!AWS/|:)[A-Za-z0-9._/#: -]{0,254}[A-Za-z0-9._/#:-]");

  /** The name of a bus, or its ARN. */
  private static final Pattern BUS_PATTERN =
      Pattern.compile("(arn:aws[\\w-]*:events:.+)?[/.\\-_A-Za-z0-9]+");

  private static final String EVENT_BRIDGE = "aws.endpoint.url.eventbridge";

  /**
   * Reads the configuration.
   *
   * @throws IllegalArgumentException for an invalid setting; the message names it
   */
  static FunctionConfiguration of(SmallRyeConfig config) {
    Reader reader = new Reader(config);
    String bucket = reader.text("results.bucket").orElse(null);
    // MicroProfile takes an empty property for one that is not set, so that no prefix can be
    // configured only by its absence: that is the default where outputs have their own bucket.
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
      throw withPropertyName(e);
    }
    String namespace = reader.text("metrics.namespace").orElse(NAMESPACE);
    if (!NAMESPACE_PATTERN.matcher(namespace).matches()) {
      throw new IllegalArgumentException(
          "gongkai.metrics.namespace: CloudWatch takes up to 255 letters, digits and . - _ / # :"
              + " and spaces, is "
              + namespace);
    }
    Optional<String> eventBus = reader.text("event-bus");
    if (eventBus.isPresent() && !BUS_PATTERN.matcher(eventBus.get()).matches()) {
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

  private static IllegalArgumentException withPropertyName(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith(PREFIX) ? e : new IllegalArgumentException(PREFIX + message, e);
  }

  private static List<Output> outputs(String names) {
    List<Output> outputs = new ArrayList<>();
    for (String name : names.split(",")) {
      outputs.add(
          selectable()
              .filter(output -> output.fileName().equals(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "gongkai.outputs: there is no "
                              + name.strip()
                              + ", only "
                              + selectable()
                                  .map(Output::fileName)
                                  .collect(Collectors.joining(", ")))));
    }
    return outputs;
  }

  /** All but {@code next-year.json}, which is written if years are compared. */
  private static Stream<Output> selectable() {
    return Arrays.stream(Output.values()).filter(output -> output != Output.NEXT_YEAR);
  }

  /** Reads properties by name, with SmallRye's converter for each type. */
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
