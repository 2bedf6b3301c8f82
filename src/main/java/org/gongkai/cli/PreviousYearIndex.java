package org.gongkai.cli;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.publish.Summary;
import org.gongkai.rule.IssuerMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Which file of a run is whose report of which year, to find the year before. Two of the same: the
 * first counts.
 */
final class PreviousYearIndex {
  private final Map<Report, Integer> files = new HashMap<>();

  private record Report(String issuer, int year) {}

  /** Takes note of the file of that number. */
  void add(int file, @Nullable Summary summary) {
    Report report = report(summary, 0);
    if (report != null) {
      files.putIfAbsent(report, file);
    }
  }

  /**
   * The number of the file with the same issuer's report of the year before; null where there is
   * none.
   */
  @Nullable Integer before(@Nullable Summary summary) {
    Report report = report(summary, -1);
    return report == null ? null : files.get(report);
  }

  private static @Nullable Report report(@Nullable Summary summary, int offset) {
    if (summary == null || summary.year() == null) {
      return null;
    }
    String issuer = IssuerMatcher.normalise(summary.issuer());
    return issuer.isEmpty() ? null : new Report(issuer, summary.year() + offset);
  }
}
