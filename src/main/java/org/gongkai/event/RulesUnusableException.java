package org.gongkai.event;

import org.gongkai.rule.config.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * The rules or waivers that are configured cannot be used. Nothing is checked with others instead:
 * a verdict by rules that nobody chose would be a wrong one.
 */
final class RulesUnusableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param zh what is wrong, where, and what was expected, in Chinese
   * @param en the same in English
   */
  RulesUnusableException(String zh, String en, @Nullable Throwable cause) {
    super(zh + " / " + en, cause);
  }

  RulesUnusableException(SettingsException e) {
    this(e.explanation().zh(), e.explanation().en(), e);
  }
}
