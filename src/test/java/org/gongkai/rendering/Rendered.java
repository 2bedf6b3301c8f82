package org.gongkai.rendering;

import java.util.Map;

/**
 * A report as it arrives.
 *
 * @param drawn what was meant
 * @param bytes the file
 * @param name its name
 * @param expect what a careful human reads, for every cell of the edition
 * @param verdict what must come out
 * @param how what it is made of
 */
record Rendered(
    Drawn drawn, byte[] bytes, String name, Map<String, Expect> expect, Must verdict, String how) {
  /** What the verdict has to be. */
  enum Must {
    PASS,
    FAIL,
    /** It cannot be told with certainty: pass or fail, but no false figure. */
    EITHER
  }
}
