package org.gongkai.rule;

import org.gongkai.report.Report;
import org.jspecify.annotations.Nullable;

/** A set of rules, ready to check reports. */
public final class Rules {
  private static final Rules STANDARD = new Rules();

  private Rules() {}

  /** All rules at the severities of the catalogue; nothing waived. */
  public static Rules standard() {
    return STANDARD;
  }

  /**
   * Checks a report.
   *
   * @param source where it came from
   * @param report what was read
   * @param previous the same issuer's report of the year before; null where it is not known
   */
  public Result check(Result.Source source, Report report, @Nullable Report previous) {
    throw new UnsupportedOperationException("not yet");
  }
}
