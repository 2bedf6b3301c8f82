package org.gongkai.publish;

import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;

/** The status that a badge shows; each has its own colour and icon. */
enum BadgeStatus {
  /** Every relation was checked and holds. */
  CONSISTENT("#1a7f37", "M1 5.5l3 3L9.5 2"),
  /** Not every relation was checked. */
  INCOMPLETE("#8f5b00", "M5 .8v5M5 9.200v.1"),
  /** Something does not agree. */
  MISMATCH("#c62828", "M1.5 1.5l7 7M8.5 1.5l-7 7"),
  /** Nothing was checked. */
  UNREAD("#6b6f76", "M2 3.2C2 .2 8 .2 8 3.2 8 5 5 4.800 5 6.600M5 9.200v.1"),
  /** There is nothing to check: a report for 2018 or before, another document. */
  NOT_APPLICABLE("#3f6184", "M1.500 5h7");

  /** Has a contrast of 4.5 or more with white. */
  final String colour;

  /** A path in a square of 10. */
  private final String sign;

  BadgeStatus(String colour, String sign) {
    this.colour = colour;
    this.sign = sign;
  }

  static BadgeStatus of(Result result) {
    return switch (result.report().nature()) {
      case BEFORE_2019, OTHER_REPORT, INTERPRETATION, NOTICE, OTHER -> NOT_APPLICABLE;
      default -> of(result.verdict());
    };
  }

  /** The status for a verdict alone: reports to which the form does not apply are unread. */
  static BadgeStatus of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> CONSISTENT;
      case INCOMPLETE -> INCOMPLETE;
      case FAIL -> MISMATCH;
      case UNREADABLE -> UNREAD;
    };
  }

  /** The icon as SVG, to be stroked. */
  String icon() {
    return "<path d=\"" + sign + "\"/>";
  }
}
