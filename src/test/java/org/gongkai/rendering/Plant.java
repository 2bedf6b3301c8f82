package org.gongkai.rendering;

/** What was put wrong in a drawn report. */
public enum Plant {
  /** Nothing: every relation holds. */
  NONE,
  /** One figure of table III or IV changed: at least one relation breaks. */
  ONE,
  /** Two figures changed: at least one relation breaks. */
  TWO,
  /** Words where a figure belongs. */
  TEXT,
  /** A count below zero. */
  NEGATIVE,
  /** A count with a fraction. */
  FRACTION,
  /** A row of table III left out. */
  MISSING_ROW,
  /** A whole table left out. */
  MISSING_TABLE
}
