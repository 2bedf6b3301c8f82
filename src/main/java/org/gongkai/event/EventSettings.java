package org.gongkai.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.Gongkai;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.gongkai.publish.Validator;
import org.gongkai.store.ObjectLocation;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the event handler. Start from {@link #STANDARD}:
 *
 * <pre>{@code
 * EventSettings settings = EventSettings.STANDARD.withResults("results", "").withConcurrency(2);
 * }</pre>
 *
 * @param resultsBucket the bucket of outputs; null for the bucket of the report
 * @param resultsPrefix the prefix of their keys; ends with {@code /}, or is empty. Objects under it
 *     are never reports
 * @param maxObjectBytes the largest report that is read; the result of a larger one says that it is
 *     too large
 * @param outputs the outputs to write; {@code result.json} is always added, and {@code
 *     next-year.json} where years are compared
 * @param style the style of outputs
 * @param concurrency the number of reports of one event to process at a time
 * @param margin no report is started when less time than this remains
 * @param previousYear whether a report is compared with the same issuer's report of the year
 *     before, which is searched among the results
 * @param byIssuer whether badge and page are also copied to {@code by-issuer/NAME/YEAR/}
 */
public record EventSettings(
    @Nullable String resultsBucket,
    String resultsPrefix,
    long maxObjectBytes,
    List<Output> outputs,
    Style style,
    int concurrency,
    Duration margin,
    boolean previousYear,
    boolean byIssuer) {
  /** {@code results/} in the report's own bucket, 25 MiB, the standard outputs, 4 at a time. */
  public static final EventSettings STANDARD =
      new EventSettings(
          null,
          "results/",
          25L << 20,
          Output.STANDARD,
          Style.STANDARD,
          4,
          Duration.ofSeconds(3),
          false,
          false);

  /** The metadata keys of an output that can also be its object tags. */
  public static final Set<String> TAGS = Set.of(ReportState.VERDICT, ReportState.CHECKED);

  private static final String ISSUERS = ".issuers/";
  private static final String BY_ISSUER = "by-issuer/";
  private static final int LONGEST_NAME = 300;

  /** S3's limit, in bytes of UTF-8. */
  private static final int LONGEST_KEY = 1024;

  /**
   * @throws IllegalArgumentException for invalid settings
   */
  public EventSettings {
    if (!resultsPrefix.isEmpty() && !resultsPrefix.endsWith("/")) {
      resultsPrefix = resultsPrefix + "/";
    }
    if (resultsPrefix.startsWith("/")) {
      throw new IllegalArgumentException(
          "results prefix: must not begin with /, is " + resultsPrefix);
    }
    if (resultsBucket == null && resultsPrefix.isEmpty()) {
      throw new IllegalArgumentException(
          "results prefix: must not be empty where results go into the bucket of the reports");
    }
    if (bytes(resultsPrefix) > LONGEST_KEY / 2) {
      throw new IllegalArgumentException(
          "results prefix: at most 512 bytes, is " + bytes(resultsPrefix));
    }
    if (maxObjectBytes < 1 || maxObjectBytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("max object bytes: 1 to 2147483639, is " + maxObjectBytes);
    }
    if (concurrency < 1 || concurrency > 64) {
      throw new IllegalArgumentException("concurrency: 1 to 64, is " + concurrency);
    }
    LinkedHashSet<Output> all = new LinkedHashSet<>(List.of(Output.RESULT_JSON));
    all.addAll(outputs);
    if (previousYear) {
      all.add(Output.NEXT_YEAR);
    }
    if (byIssuer && !all.contains(Output.BADGE_SVG)) {
      throw new IllegalArgumentException("by-issuer: needs badge.svg among the outputs");
    }
    outputs = List.copyOf(all);
  }

  /** The same with outputs elsewhere; a null bucket is that of the report. */
  public EventSettings withResults(@Nullable String bucket, String prefix) {
    return with(
        copy -> {
          copy.resultsBucket = bucket;
          copy.resultsPrefix = prefix;
        });
  }

  /** The same with another limit on the size of reports. */
  public EventSettings withMaxObjectBytes(long bytes) {
    return with(copy -> copy.maxObjectBytes = bytes);
  }

  /** The same with other outputs. */
  public EventSettings withOutputs(List<Output> others) {
    return with(copy -> copy.outputs = others);
  }

  /** The same with another style. */
  public EventSettings withStyle(Style other) {
    return with(copy -> copy.style = other);
  }

  /** The same with another number of reports at a time. */
  public EventSettings withConcurrency(int reports) {
    return with(copy -> copy.concurrency = reports);
  }

  /** The same with another margin. */
  public EventSettings withMargin(Duration time) {
    return with(copy -> copy.margin = time);
  }

  /** The same, with or without comparison of years. */
  public EventSettings withPreviousYear(boolean compare) {
    return with(copy -> copy.previousYear = compare);
  }

  /** The same, with or without copies at {@code by-issuer/}. */
  public EventSettings withByIssuer(boolean copies) {
    return with(copy -> copy.byIssuer = copies);
  }

  private EventSettings with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.settings();
  }

  /** The settings as fields, so that one can be changed without naming the others. */
  private static final class Copy {
    private @Nullable String resultsBucket;
    private String resultsPrefix;
    private long maxObjectBytes;
    private List<Output> outputs;
    private Style style;
    private int concurrency;
    private Duration margin;
    private boolean previousYear;
    private boolean byIssuer;

    Copy(EventSettings original) {
      resultsBucket = original.resultsBucket;
      resultsPrefix = original.resultsPrefix;
      maxObjectBytes = original.maxObjectBytes;
      outputs = original.outputs;
      style = original.style;
      concurrency = original.concurrency;
      margin = original.margin;
      previousYear = original.previousYear;
      byIssuer = original.byIssuer;
    }

    EventSettings settings() {
      return new EventSettings(
          resultsBucket,
          resultsPrefix,
          maxObjectBytes,
          outputs,
          style,
          concurrency,
          margin,
          previousYear,
          byIssuer);
    }
  }

  /** Whether an object is under the results prefix. */
  boolean isOutput(String bucket, String key) {
    return !resultsPrefix.isEmpty()
        && (resultsBucket == null || resultsBucket.equals(bucket))
        && key.startsWith(resultsPrefix);
  }

  /** The location of an output of a report. */
  ObjectLocation place(ObjectChange change, Output output) {
    return place(change, output.fileName());
  }

  /** The location of another file beside a report's outputs; its name is no longer than theirs. */
  ObjectLocation place(ObjectChange change, String fileName) {
    return new ObjectLocation(
        resultsBucketFor(change), resultsPrefix + shortened(change.key(), room()) + "/" + fileName);
  }

  private String resultsBucketFor(ObjectChange change) {
    return resultsBucket == null ? change.bucket() : resultsBucket;
  }

  /** Whether a report's key is too long, so that its outputs have a shortened one. */
  boolean isShortened(ObjectChange change) {
    return bytes(change.key()) > room();
  }

  /** The key, shortened if needed and then with a digest of the whole, so that it stays unique. */
  private static String shortened(String key, int most) {
    if (bytes(key) <= most) {
      return key;
    }
    String digest = "~" + Gongkai.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    int end = key.length();
    while (bytes(key.substring(0, end)) > most - digest.length()) {
      end = key.offsetByCodePoints(end, -1);
    }
    return key.substring(0, end) + digest;
  }

  /** The bytes available for a report's key in the keys of its outputs. */
  private int room() {
    int longest = 0;
    for (Output output : Output.values()) {
      longest = Math.max(longest, output.fileName().length());
    }
    return LONGEST_KEY - bytes(resultsPrefix) - longest - 1;
  }

  private static int bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The location of the list of an issuer's reports, in the bucket of the outputs. */
  ObjectLocation index(ObjectChange change, String issuer) {
    return new ObjectLocation(resultsBucketFor(change), resultsPrefix + ISSUERS + issuer + ".json");
  }

  /** Whether each issuer's reports are listed. */
  boolean listsIssuers() {
    return previousYear || byIssuer;
  }

  /**
   * The location of an output by issuer and year.
   *
   * @param name the issuer's normalised name: letters and digits only, so that it is one segment
   */
  ObjectLocation byIssuer(ObjectChange change, String name, int year, Output output) {
    return new ObjectLocation(
        resultsBucketFor(change),
        resultsPrefix
            + BY_ISSUER
            + shortened(name, LONGEST_NAME)
            + "/"
            + year
            + "/"
            + output.fileName());
  }

  /** A text of all settings that influence outputs; printable ASCII. */
  String fingerprint() {
    return Validator.VERSION
        + " "
        + Validator.RULES
        + " "
        + names(outputs)
        + " "
        + style.badge().key()
        + " "
        + style.language().key()
        + fingerprintOfWords()
        + " "
        + maxObjectBytes
        + (previousYear ? " years" : "")
        + (byIssuer ? " issuers" : "");
  }

  /** The rarely used part; empty without such settings. */
  private String fingerprintOfWords() {
    String words =
        (style.label() == null ? "" : " label " + style.label())
            + (style.by() == null ? "" : " by " + style.by())
            + (style.date() == null ? "" : " date " + style.date());
    return (style.counts() ? "" : " no-counts")
        + (style.suggestions() ? "" : " no-suggestions")
        + (words.isEmpty() ? "" : " words:" + Integer.toHexString(words.hashCode()));
  }

  private static String names(List<Output> outputs) {
    return String.join(",", outputs.stream().map(Output::fileName).toList());
  }
}
