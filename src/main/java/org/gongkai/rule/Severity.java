package org.gongkai.rule;

/** How much a finding weighs. It is part of its meaning: only errors decide the verdict. */
public enum Severity {
  /**
   * A prescribed relation is broken, a table is missing, a cell holds no number; and the reading is
   * sure.
   */
  ERROR("error"),
  /** Something that an auditor would ask about. */
  WARNING("warning"),
  /** Something to know: what was counted as zero, what could not be assessed. */
  NOTICE("notice");

  private final String key;

  Severity(String key) {
    this.key = key;
  }

  /** The name in results and configuration. */
  public String key() {
    return key;
  }
}
