package org.gongkai.rule.config;

import org.gongkai.rule.Message;

/**
 * A settings file (rules, waivers or bodies) is invalid. None of it is applied.
 *
 * <p>Show {@link #explanation} to people; {@link #getMessage} is {@code file:line:column: } and the
 * English explanation.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final transient Message explanation;

  /**
   * Reports a mistake at a place in a file.
   *
   * @param line from 1
   * @param column from 1
   * @param zh what is wrong and what was expected, in Chinese
   * @param en the same in English
   */
  public SettingsException(String file, int line, int column, String zh, String en) {
    super(file + ':' + line + ':' + column + ": " + en);
    this.line = line;
    this.column = column;
    this.explanation =
        new Message(
            file + "第" + line + "行第" + column + "列：" + zh,
            file + ", line " + line + ", column " + column + ": " + en);
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1. */
  public int column() {
    return column;
  }

  /** Says where the mistake is, what it is and what was expected. */
  public Message explanation() {
    return explanation;
  }
}
