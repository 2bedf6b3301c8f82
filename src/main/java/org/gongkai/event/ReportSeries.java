package org.gongkai.event;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.Gongkai;
import org.gongkai.rule.IssuerMatcher;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * A report's place among the yearly reports of its issuer, stored in the metadata of its outputs.
 *
 * @param issuer the hash of its issuer's name; empty if the issuer or the year is unknown
 * @param year its year; 0 if unknown
 * @param fingerprint the hash of what the next year is compared with: {@link
 *     PreviousYear#fingerprint}
 * @param before the {@code fingerprint} of the report that it was compared with; empty for none
 */
record ReportSeries(String issuer, int year, String fingerprint, String before) {
  static final ReportSeries NONE = new ReportSeries("", 0, "", "");

  private static final String ISSUER = "gongkai-issuer";
  private static final String YEAR = "gongkai-year";
  private static final String FINGERPRINT = "gongkai-handed-on";
  private static final String BEFORE = "gongkai-before";

  /** For a report that was not compared with a year before. */
  static ReportSeries of(PreviousYear report) {
    String name = IssuerMatcher.normalise(report.issuer());
    Integer year = report.year();
    if (name.isEmpty() || year == null) {
      return NONE;
    }
    String issuer = Gongkai.sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return new ReportSeries(issuer, year, report.fingerprint(), "");
  }

  /** From an output's metadata. */
  static ReportSeries of(Map<String, String> metadata) {
    String issuer = metadata.getOrDefault(ISSUER, "");
    int year;
    try {
      year = Integer.parseInt(metadata.getOrDefault(YEAR, ""));
    } catch (NumberFormatException e) {
      return NONE;
    }
    return issuer.matches("[0-9a-f]{32}")
        ? new ReportSeries(
            issuer, year, metadata.getOrDefault(FINGERPRINT, ""), metadata.getOrDefault(BEFORE, ""))
        : NONE;
  }

  Map<String, String> metadata() {
    if (!isKnown()) {
      return Map.of();
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(ISSUER, issuer);
    metadata.put(YEAR, String.valueOf(year));
    metadata.put(FINGERPRINT, fingerprint);
    metadata.put(BEFORE, before);
    return metadata;
  }

  boolean isKnown() {
    return !issuer.isEmpty();
  }

  /** Whether the other has the same issuer and year. */
  boolean isAt(@Nullable ReportSeries other) {
    return other != null && issuer.equals(other.issuer) && year == other.year;
  }

  ReportSeries after(String other) {
    return new ReportSeries(issuer, year, fingerprint, other);
  }
}
