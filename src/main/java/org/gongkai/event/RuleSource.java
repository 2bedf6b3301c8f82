package org.gongkai.event;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.gongkai.Gongkai;
import org.gongkai.store.Store;
import org.jspecify.annotations.Nullable;

/** Gives the rules that reports are checked by. Safe for use by several threads at once. */
public interface RuleSource {
  /**
   * What checks now.
   *
   * @throws RuntimeException where the rules that are configured cannot be used or got: a fault of
   *     every report that would be checked by them, until it is mended
   */
  Gongkai current();

  /** Whether an object holds rules or waivers, and so is no report. */
  boolean isOwn(String bucket, String key);

  /** These rules, whatever happens. */
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
   * Rules as configured; a waiver holds to the end of its last day in China.
   *
   * @param store where objects are
   * @param rules what {@link org.gongkai.rule.config.Configuration#read} takes: the text itself, or
   *     {@code s3://bucket/key} of an object with it; null for none
   * @param waivers what {@link org.gongkai.rule.config.Waivers#read} takes, the same way
   * @param lookAgain how long an object is taken to be as it was
   * @throws IllegalArgumentException for an {@code s3://} that names no object
   */
  static RuleSource of(
      Store store, @Nullable String rules, @Nullable String waivers, Duration lookAgain) {
    return new ConfiguredRuleSource(
        store, rules, waivers, lookAgain, Clock.system(ZoneOffset.ofHours(8)));
  }
}
