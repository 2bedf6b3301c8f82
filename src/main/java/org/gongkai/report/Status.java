package org.gongkai.report;

/** What a cell of the form was found to hold. */
public enum Status {
  /** A figure. */
  NUMBER("number"),
  /** Nothing. Counts as zero in a sum. */
  BLANK("blank"),
  /** A placeholder such as {@code /} or {@code 无}. Counts as zero in a sum. */
  PLACEHOLDER("placeholder"),
  /** Text that cannot be a number. */
  TEXT("text"),
  /** Its row has figures that cannot be placed with certainty; it may hold one of them. */
  UNPLACED("unplaced"),
  /** Its row or its table was not found. */
  ABSENT("absent");

  private final String key;

  Status(String key) {
    this.key = key;
  }

  /** The name in results. */
  public String key() {
    return key;
  }
}
