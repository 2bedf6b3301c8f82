package org.gongkai.event;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.rule.RelationCounts;
import org.gongkai.store.ObjectMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The state of a report that an output was made from, as kept in the output's metadata.
 *
 * @param etag the ETag of the report
 * @param versionId its version; empty in a bucket without versions
 * @param settings the {@link EventSettings#fingerprint()} it was made with
 * @param sequencer the sequencer of the change that led to this state; empty where unknown
 * @param delivery the delivery that wrote it, by which a retry recognises itself
 * @param score verdict and counts of the report
 * @param series issuer and year, and the year before that it was compared with; {@link
 *     ReportSeries#NONE} if not configured
 * @param others the ETags of the other outputs by file name; only in {@code result.json}
 */
record ReportState(
    String etag,
    String versionId,
    String settings,
    String sequencer,
    String delivery,
    Outcome.Score score,
    ReportSeries series,
    Map<String, String> others) {
  private static final String ETAG = "gongkai-etag";
  private static final String VERSION = "gongkai-version";
  private static final String SETTINGS = "gongkai-settings";
  static final String SEQUENCER = "gongkai-sequencer";
  private static final String DELIVERY = "gongkai-delivery";
  static final String VERDICT = "gongkai-verdict";
  static final String CHECKED = "gongkai-checked";
  private static final String COUNTS = "gongkai-counts";
  private static final String RELATIONS = "gongkai-relations";
  private static final String OTHERS = "gongkai-others";

  /** The metadata of our objects that are no outputs, so that they are never taken for reports. */
  static final Map<String, String> OUTPUT_MARK = Map.of(ETAG, "-", SETTINGS, "-");

  ReportState {
    others = Map.copyOf(others);
  }

  /** Whether an object is one of our outputs. */
  static boolean isOutput(ObjectMetadata meta) {
    return meta.metadata().containsKey(ETAG) && meta.metadata().containsKey(SETTINGS);
  }

  /** The state in an output's metadata; null for another object or damaged metadata. */
  static @Nullable ReportState of(ObjectMetadata meta) {
    if (!isOutput(meta)) {
      return null;
    }
    Map<String, String> metadata = meta.metadata();
    int[] counts = numbers(metadata.getOrDefault(COUNTS, ""), 3);
    int[] relations = numbers(metadata.getOrDefault(RELATIONS, ""), 4);
    if (counts == null || relations == null) {
      return null;
    }
    return new ReportState(
        metadata.getOrDefault(ETAG, ""),
        metadata.getOrDefault(VERSION, ""),
        metadata.getOrDefault(SETTINGS, ""),
        metadata.getOrDefault(SEQUENCER, ""),
        metadata.getOrDefault(DELIVERY, ""),
        new Outcome.Score(
            metadata.getOrDefault(VERDICT, ""),
            counts[0],
            counts[1],
            counts[2],
            new RelationCounts(relations[0], relations[1], relations[2], relations[3])),
        ReportSeries.of(metadata),
        others(metadata.getOrDefault(OTHERS, "")));
  }

  /** Parses numbers with slashes between them; null for any other text. */
  private static int @Nullable [] numbers(String text, int count) {
    String[] parts = text.split("/", -1);
    int[] numbers = new int[count];
    try {
      for (int i = 0; i < count; i++) {
        numbers[i] = Integer.parseInt(parts[i]);
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
    return numbers;
  }

  private static Map<String, String> others(String recorded) {
    Map<String, String> others = new LinkedHashMap<>();
    for (String other : recorded.split(",")) {
      int sign = other.indexOf('=');
      if (sign > 0) {
        others.put(other.substring(0, sign), other.substring(sign + 1));
      }
    }
    return others;
  }

  /** The same with the ETags of the other outputs, for {@code result.json}. */
  ReportState with(Map<String, String> etags) {
    return new ReportState(etag, versionId, settings, sequencer, delivery, score, series, etags);
  }

  /** Identifies the content that was checked: the report's version, or else its ETag. */
  String checked() {
    return headerValue(versionId.isEmpty() ? etag : versionId);
  }

  /** As an output's metadata. */
  Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(ETAG, headerValue(etag));
    metadata.put(VERSION, headerValue(versionId));
    metadata.put(SETTINGS, headerValue(settings));
    metadata.put(SEQUENCER, headerValue(sequencer));
    metadata.put(DELIVERY, headerValue(delivery));
    metadata.put(VERDICT, headerValue(score.verdict()));
    metadata.put(CHECKED, checked());
    metadata.put(COUNTS, score.errors() + "/" + score.warnings() + "/" + score.notices());
    RelationCounts relations = score.relations();
    metadata.put(
        RELATIONS,
        relations.total()
            + "/"
            + relations.hold()
            + "/"
            + relations.broken()
            + "/"
            + relations.notAssessable());
    metadata.putAll(series.metadata());
    metadata.put(
        OTHERS,
        others.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(other -> other.getKey() + '=' + headerValue(other.getValue()))
            .collect(Collectors.joining(",")));
    // Headers without a value get lost.
    metadata.values().removeIf(String::isEmpty);
    return metadata;
  }

  /** Whether an output was made from this content of a report with these settings. */
  boolean isMadeFrom(ObjectMetadata report, String fingerprint) {
    return etag.equals(headerValue(report.etag()))
        && versionId.equals(version(report))
        && settings.equals(headerValue(fingerprint));
  }

  /** Whether it is the same state of a report. */
  static boolean isSameVersion(ObjectMetadata left, ObjectMetadata right) {
    return left.etag().equals(right.etag()) && version(left).equals(version(right));
  }

  static String version(ObjectMetadata report) {
    return report.versionId() == null ? "" : headerValue(report.versionId());
  }

  /** S3's order of sequencers: the shorter padded with zeros on the right, compared as text. */
  static int compare(String left, String right) {
    int length = Math.max(left.length(), right.length());
    return padded(left, length).compareTo(padded(right, length));
  }

  private static String padded(String sequencer, int length) {
    return sequencer.toUpperCase(Locale.ROOT) + "0".repeat(length - sequencer.length());
  }

  /** Makes a text fit for a header: some of it comes from the sender of an event. */
  static String headerValue(String text) {
    return text.codePoints()
        .filter(c -> c > 0x20 && c < 0x7f || c == ' ')
        .limit(200)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .trim();
  }
}
