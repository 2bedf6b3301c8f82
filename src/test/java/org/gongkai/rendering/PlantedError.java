package org.gongkai.rendering;

/** An error in a generated report. */
public enum PlantedError {
  /** Nothing: every relation holds. */
  NONE,
  /** One figure of table III or IV changed: at least one relation breaks. */
  ONE,
  /** Two figures changed: at least one relation breaks. */
  TWO,
  /** A text in place of a figure. */
  TEXT,
  /** A count below zero. */
  NEGATIVE,
  /** A count with a fraction. */
  FRACTION,
  /** A row of table III is missing. */
  MISSING_ROW,
  /** A table is missing. */
  MISSING_TABLE
}
