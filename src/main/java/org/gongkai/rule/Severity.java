package org.gongkai.rule;

/** The severity of a finding. Only errors decide the verdict. */
public enum Severity {
  /**
   * A prescribed relation is broken, a table is missing or a cell holds no number, and the reading
   * is certain.
   */
  ERROR("error"),
  /** Something that an auditor would ask about. */
  WARNING("warning"),
  /** For information: what was counted as zero, what could not be assessed. */
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
