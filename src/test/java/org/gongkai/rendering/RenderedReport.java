package org.gongkai.rendering;

import java.util.Map;

/**
 * A generated report as a file.
 *
 * @param generated its content
 * @param bytes the file
 * @param name its name
 * @param expected the expected reading of each cell
 * @param verdict the expected verdict
 * @param description the options of its rendering
 */
record RenderedReport(
    GeneratedReport generated,
    byte[] bytes,
    String name,
    Map<String, ExpectedReading> expected,
    ExpectedVerdict verdict,
    String description) {
  /** The required verdict. */
  enum ExpectedVerdict {
    PASS,
    FAIL,
    /** Uncertain: pass or fail, but no wrong figure. */
    EITHER
  }
}
