package org.gongkai.event;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.gongkai.Gongkai;
import org.gongkai.store.Store;
import org.jspecify.annotations.Nullable;

/** Provides the rules that reports are checked by. Safe for use by several threads at once. */
public interface RuleSource {
  /**
   * The rules as they are now.
   *
   * @throws RuntimeException if the configured rules are invalid or cannot be read; no report can
   *     be checked until that is corrected
   */
  Gongkai current();

  /** Whether an object contains rules or waivers, and so is no report. */
  boolean isOwn(String bucket, String key);

  /** A source that always provides these rules. */
  static RuleSource of(Gongkai gongkai) {
    return new RuleSource() {
      @Override
      public Gongkai current() {
        return gongkai;
      }

      @Override
      public boolean isOwn(String bucket, String key) {
        return false;
      }
    };
  }

  /**
   * A source of configured rules; a waiver is valid to the end of its last day in China.
   *
   * @param store where objects are
   * @param rules what {@link org.gongkai.rule.config.Configuration#read} takes: the text itself, or
   *     {@code s3://bucket/key} of an object with it; null for none
   * @param waivers what {@link org.gongkai.rule.config.Waivers#read} takes, the same way
   * @param lookAgain how long an object is used before asking whether it has changed
   * @throws IllegalArgumentException for an {@code s3://} address that names no object
   */
  static RuleSource of(
      Store store, @Nullable String rules, @Nullable String waivers, Duration lookAgain) {
    return new ConfiguredRuleSource(
        store, rules, waivers, lookAgain, Clock.system(ZoneOffset.ofHours(8)));
  }
}
