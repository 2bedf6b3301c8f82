package org.gongkai.event;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.Gongkai;
import org.gongkai.rule.IssuerMatcher;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * A report's place among the yearly reports of its issuer, as the metadata of its outputs keeps it.
 *
 * @param issuer a name for its issuer that fits into a key; empty where the issuer or the year is
 *     not known
 * @param year its year; 0 where it is not known
 * @param handedOn tells what it hands on to the next year's: {@link PreviousYear#fingerprint}
 * @param before the same of the report that it was checked beside; empty for none
 */
record ReportSeries(String issuer, int year, String handedOn, String before) {
  static final ReportSeries NONE = new ReportSeries("", 0, "", "");

  private static final String ISSUER = "gongkai-issuer";
  private static final String YEAR = "gongkai-year";
  private static final String HANDED_ON = "gongkai-handed-on";
  private static final String BEFORE = "gongkai-before";

  /** Of a report that nothing is known to come before. */
  static ReportSeries of(PreviousYear handedOn) {
    String name = IssuerMatcher.normalise(handedOn.issuer());
    Integer year = handedOn.year();
    if (name.isEmpty() || year == null) {
      return NONE;
    }
    String issuer = Gongkai.sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return new ReportSeries(issuer, year, handedOn.fingerprint(), "");
  }

  /** As an output's metadata has it. */
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
            issuer, year, metadata.getOrDefault(HANDED_ON, ""), metadata.getOrDefault(BEFORE, ""))
        : NONE;
  }

  Map<String, String> metadata() {
    if (!isKnown()) {
      return Map.of();
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(ISSUER, issuer);
    metadata.put(YEAR, String.valueOf(year));
    metadata.put(HANDED_ON, handedOn);
    metadata.put(BEFORE, before);
    return metadata;
  }

  boolean isKnown() {
    return !issuer.isEmpty();
  }

  /** Whether it is the same place, whatever the report says. */
  boolean isAt(@Nullable ReportSeries other) {
    return other != null && issuer.equals(other.issuer) && year == other.year;
  }

  ReportSeries after(String other) {
    return new ReportSeries(issuer, year, handedOn, other);
  }
}
