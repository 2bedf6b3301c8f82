package org.gongkai.rule;

/** The verdict on a report. */
public enum Verdict {
  /** Every relation of the form was checked and holds, and no finding of severity error counts. */
  PASS("pass"),
  /** No finding of severity error counts, but some relation could not be assessed, or is waived. */
  INCOMPLETE("incomplete"),
  /** At least one finding of severity error counts. */
  FAIL("fail"),
  /** The file is no such report, or none of the three tables could be read. */
  UNREADABLE("unreadable");

  private final String key;

  Verdict(String key) {
    this.key = key;
  }

  /** The name in results. */
  public String key() {
    return key;
  }
}
