package org.gongkai.rule.bodies;

/**
 * A field of a settings file.
 *
 * @param text its text
 * @param line where it begins, from 1
 * @param column where it begins, from 1
 */
record PositionedText(String text, int line, int column) {
  boolean isBlank() {
    return text.isBlank();
  }
}
