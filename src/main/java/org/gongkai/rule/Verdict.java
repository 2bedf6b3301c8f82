package org.gongkai.rule;

/** What a report comes to. */
public enum Verdict {
  /** Consistent: no finding of severity error. */
  PASS("pass"),
  /** At least one finding of severity error. */
  FAIL("fail"),
  /** No such report, or none of its three tables could be read. */
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
